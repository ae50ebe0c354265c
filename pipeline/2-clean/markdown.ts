import { isMap, parseDocument } from 'yaml';
import { z } from 'zod';
import { SkipArticle } from '../0-contract/errors.js';
import type { Page } from '../0-contract/types.js';
import { isoOf } from '../0-latvian/calendar.js';
import { dayOf } from './dateline.js';
import type { Draft } from './draft.js';
import { languageOf } from './language.js';
import { findNoise } from './noise.js';
import { normal } from './plain.js';
import { publishedInText, yearByWeekday } from './published.js';
import { titleOf } from './title.js';

const FRONT = /^---[^\S\n]*\n([\s\S]*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u;
const text = z.union([z.string(), z.number().transform(String)]).nullish();
/** The names that site generators and note programs use. */
const FrontMatter = z.object({
  title: text,
  date: text,
  published: text,
  author: text,
  url: text,
  canonical: text,
  source: text,
  lang: text,
  language: text,
});

/** Markdown without its marks, the front matter apart. */
export function cleanMarkdown(page: Page): Draft {
  const whole = normal(page.text);
  const front = FRONT.exec(whole);
  const { title, date, published, author, url, canonical, source, lang, language } = front
    ? read(front[1] as string)
    : {};
  const body = front ? whole.slice(front[0].length) : whole;
  const plain = withoutMarks(body);
  const noise = findNoise(plain);
  const day = dateOf(published ?? date);
  return {
    text: plain,
    title: title ?? /^#\s+(.+?)\s*#*$/mu.exec(body)?.[1] ?? titleOf(plain, noise),
    language: languageOf(plain, lang ?? language ?? undefined),
    noise,
    dates: [
      day ? { date: day, method: 'metadata' } : undefined,
      publishedInText(plain, noise),
      yearByWeekday(plain, noise),
    ],
    ...(author ? { author } : {}),
    ...(url || canonical ? { address: url ?? canonical ?? undefined } : {}),
    ...(source ? { site: source } : {}),
  };
}

function read(yaml: string): z.infer<typeof FrontMatter> | Record<string, never> {
  const document = parseDocument(yaml, { schema: 'core' });
  const [error] = document.errors;
  if (error) throw new SkipArticle(`front matter is not YAML: ${error.message.split('\n')[0]}; mend it`);
  if (!isMap(document.contents)) return {};
  const checked = FrontMatter.safeParse(document.toJS());
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new SkipArticle(`front matter: unexpected ${issue?.path.join('.')}, expected a text; mend it`);
}

function dateOf(value: string | null | undefined): string | undefined {
  if (!value) return undefined;
  const partial = /^\d{4}(?:-\d\d)?$/u.exec(value)?.[0];
  const day = dayOf(value);
  return partial ?? (day?.year === undefined ? undefined : (isoOf(day) ?? undefined));
}

/** Headings, emphasis, links, quotes and code become the text they show; lists keep their marks. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/^[^\S\n]*(?:```|~~~).*$/gmu, '')
    .replace(/^(?:=+|-{3,}|\*{3,}|_{3,})[^\S\n]*$/gmu, '')
    .replace(/^[^\S\n]{0,3}#{1,6}[^\S\n]+(.*?)[^\S\n]*#*[^\S\n]*$/gmu, '$1')
    .replace(/^[^\S\n]{0,3}>[^\S\n]?/gmu, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/gu, '$1')
    .replace(/<(https?:[^>\s]+)>/gu, '$1')
    .replace(/(?<![\p{L}\p{N}])(\*\*|__)(?=\S)([\s\S]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]*\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/`([^`\n]+)`/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!-])/gu, '$1')
    .replace(/^\n+/u, '');
}
