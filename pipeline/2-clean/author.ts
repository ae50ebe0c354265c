import type { CheerioAPI } from 'cheerio';
import { parseAddress } from '../0-contract/address.js';
import { readList } from '../0-contract/lists.js';
import { datesIn } from './any-date.js';
import { textLines } from './lines.js';
import { Phrases, wordsOf } from './phrases.js';
import { type AnyNode, type Element, isElement, squeeze } from './tree.js';

const LABELS = new Phrases(readList('pages/author-labels.txt'));
/** Where pages name their author, the surest first; `PLACES` of equal rank are looked at in the order of the page. */
const PLACES = [
  /(?:^|\s)(?:author|autors|autore)(?:\s|$)/iu,
  /(?:author|byline|autor)[-_]*(?:name|link|names)|byline|entry-author|post-author|article-author|story-author/iu,
];
const LONGEST = 80;
/** Lines at either end of a text in which a label names the author. */
const EDGE = 3;

/** A person's or an organisation's name, without `By`; not an address of a profile, not the name of an account or a program. */
export function authorName(said: string | undefined): string | undefined {
  const author = said?.replace(/^by\s+(?=\p{Lu})/iu, '');
  return author === undefined ||
    parseAddress(author) ||
    author.length > 120 ||
    /^[a-z\d._-]+$/u.test(author) ||
    /^(?:admin|administrator|root|user|editor|guest)$/iu.test(author)
    ? undefined
    : author;
}

/** The author whom a page names in a marked element near its article, without the label before. */
export function bylineOf($: CheerioAPI, beside: ReadonlySet<Element>): string | undefined {
  const found: (string | undefined)[] = PLACES.map(() => undefined);
  const walk = (node: AnyNode): void => {
    if (!('children' in node) || (isElement(node) && beside.has(node))) return;
    if (isElement(node)) {
      const { class: classes = '', rel = '', itemprop = '' } = node.attribs;
      const names = `${classes} ${rel} ${itemprop}`;
      PLACES.forEach((place, i) => {
        if (found[i] === undefined && place.test(names)) found[i] = nameIn(squeeze($(node).text()));
      });
    }
    for (const child of node.children) walk(child);
  };
  for (const node of $.root().toArray()) walk(node);
  return found.find((name) => name !== undefined);
}

/** `Autore: Zenta Lauciņa` on a line of its own at either end of a text. */
export function labelledAuthor(text: string): string | undefined {
  const lines = textLines(text);
  for (const { text: line } of [...lines.slice(0, EDGE), ...lines.slice(-EDGE)]) {
    if (!/^[^:]{2,40}:/u.test(line)) continue;
    const label = line.slice(0, line.indexOf(':'));
    const words = wordsOf(label);
    if (words.length > 0 && LABELS.at(words, 0) === words.length) {
      const name = nameIn(line.slice(line.indexOf(':') + 1).trim());
      if (name) return name;
    }
  }
  return undefined;
}

/** The name in a byline: `By Anna Smith, March 5, 2016` → `Anna Smith`. */
function nameIn(byline: string): string | undefined {
  const [date] = datesIn(byline);
  const rest = (date ? byline.slice(0, date.start) : byline).replace(/[\s,|•·:/–-]+$/u, '').trim();
  const words = wordsOf(rest);
  const length = LABELS.at(words, 0);
  const name = rest
    .split(/[\s:]+/u)
    .slice(length)
    .join(' ')
    .split(/\s*[|•·/]\s*/u)[0]
    ?.trim();
  if (!name || name.length > LONGEST || /[\d@?!]/u.test(name)) return undefined;
  const parts = name.split(/\s+/u);
  const isName = parts.length >= 2 && parts.length <= 8 && parts.filter((part) => /^\p{Lu}/u.test(part)).length >= 2;
  return isName ? authorName(name) : undefined;
}
