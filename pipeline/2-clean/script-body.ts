import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { visibleText } from './visible-text.js';

/** Names under which the data of a page made by a script hold its text. */
const BODY_KEY =
  /^(?:article_?body|body|body_?html|content|content_?html|full_?text|html|markup|text|value|rendered|children|paragraphs?|blocks|description)$/iu;
/** A shorter text in the data of a page is a teaser. */
const LEAST = 120;
/** Data nested deeper, or longer (characters), are no article's. */
const DEEPEST = 40;
const LONGEST = 5_000_000;

/**
 * The longest text in the data from which a script makes the page (`__NEXT_DATA__` and the like), without markup: a
 * text, or the texts of a list one after the other.
 */
export function scriptBody($: CheerioAPI): string | undefined {
  let longest = '';
  const offer = (text: string): void => {
    if (text.length > longest.length) longest = text;
  };
  const walk = (value: unknown, depth: number): void => {
    if (value === null || typeof value !== 'object' || depth > DEEPEST) return;
    if (Array.isArray(value)) offer(value.map(partOf).filter(Boolean).join('\n\n'));
    else for (const [key, part] of Object.entries(value)) if (BODY_KEY.test(key)) offer(textOf(part));
    for (const part of Object.values(value)) walk(part, depth + 1);
  };
  $('script').each((_, script) => {
    const data = dataOf($(script).text(), $(script).attr('type') ?? '');
    if (data !== undefined) walk(data, 0);
  });
  return longest.length >= LEAST ? longest : undefined;
}

/** JSON of its own, or given to a variable: `window.__STATE__ = {…};`. */
function dataOf(code: string, type: string): unknown {
  if (code.length > LONGEST) return undefined;
  const json =
    type === 'application/json'
      ? code
      : /^\s*(?:window|self|var|let|const)[^={]{1,60}=\s*(\{[\s\S]*\})\s*;?\s*$/u.exec(code)?.[1];
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Running text only: what has no sentence is a name, a path, a class. */
function textOf(value: unknown): string {
  if (typeof value !== 'string' || !/\p{L}\s+\p{L}/u.test(value)) return '';
  if (!/<\/?\p{L}/u.test(value)) return /^[[{]/u.test(value.trim()) ? '' : value.trim();
  const $ = load(value);
  return visibleText($, $.root());
}

/** A paragraph in a list: a text, or the first text of what stands there. */
function partOf(value: unknown): string {
  if (typeof value === 'string') return textOf(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '';
  for (const [key, part] of Object.entries(value)) {
    const text = BODY_KEY.test(key)
      ? Array.isArray(part)
        ? part.map(partOf).filter(Boolean).join(' ')
        : textOf(part)
      : '';
    if (text !== '') return text;
  }
  return '';
}
