import { text } from '../0-contract/columns.js';
import { readTable } from '../0-contract/tables.js';
import { wordsOf } from './phrases.js';

const STOP_WORDS = new Map(
  readTable('lexicon/languages.csv', { language: text(2), words: text() }).map(({ language, words }) => [
    language,
    new Set(words.split(' ')),
  ]),
);

/** Letters that Latvian has and Lithuanian, Estonian, English and German have not. */
const LATVIAN_ONLY = /[āēģīķļņ]/giu;
/** The beginning tells; the rest of a long text need not be read. */
const ENOUGH = 4000;

/**
 * ISO 639-1 of a text, `und` (undetermined) when it tells too little.
 * @param said what the page says of itself, used only when the text does not tell
 */
export function languageOf(text: string, said?: string): string {
  const start = text.slice(0, ENOUGH);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  if ((start.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) > letters / 2) return 'ru';
  const words = wordsOf(start);
  const shares = [...STOP_WORDS]
    .map(([language, stopWords]) => ({
      language,
      share: words.filter((word) => stopWords.has(word)).length / words.length,
    }))
    .sort((a, b) => b.share - a.share);
  const latvian = (start.match(LATVIAN_ONLY)?.length ?? 0) / letters;
  const [first] = shares;
  // running Latvian has 10 % of such letters and 12 % of such words; a list of names has the letters alone
  if (latvian >= 0.04 && (first?.language === 'lv' || (first?.share ?? 0) < 0.1)) return 'lv';
  if (first && first.share >= 0.05 && first.share > (shares[1]?.share ?? 0)) return first.language;
  return said?.slice(0, 2).toLowerCase() ?? 'und';
}
