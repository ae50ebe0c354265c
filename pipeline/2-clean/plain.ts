import { parseAddress } from '../0-contract/address.js';
import type { Article, Page } from '../0-contract/types.js';
import type { Draft } from './draft.js';
import { hashOf } from './hash.js';
import { languageOf } from './language.js';
import { textLines } from './lines.js';
import { findNoise } from './noise.js';
import { publishedInText, yearByWeekday } from './published.js';
import { titleOf } from './title.js';

/** A text as it is given: not normalised, nothing of it noise; offsets count in exactly this text. */
export function plainArticle(id: string, text: string, published?: string): Article {
  const article = {
    id,
    title: '',
    ...(published ? { published } : {}),
    publishedMethod: published ? ('given' as const) : ('unknown' as const),
    language: languageOf(text),
    text,
    noise: [],
  };
  return { ...article, hash: hashOf(article) };
}

/** Plain text is kept word for word. */
export function cleanPlain(page: Page): Draft {
  const text = normal(page.text);
  const noise = findNoise(text);
  return {
    text,
    title: titleOf(text, noise),
    language: languageOf(text),
    noise,
    dates: [publishedInText(text, noise), yearByWeekday(text, noise)],
    address: addressAtTop(text),
  };
}

/** How many lines from the top may be the address of the page: below, an address is a link. */
const TOP = 5;

/** An address alone on one of the first lines, but not that of a home page. */
const addressAtTop = (text: string): string | undefined =>
  textLines(text)
    .slice(0, TOP)
    .map((line) => line.text)
    .find((line) => /^https?:\/\/\S+$/iu.test(line) && (parseAddress(line)?.pathname.length ?? 0) > 1);

/** NFC, one kind of line end. */
export const normal = (text: string): string => text.normalize('NFC').replace(/\r\n?/gu, '\n');
