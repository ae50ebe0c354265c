import { normaliseAddress, parseAddress } from '../0-contract/address.js';
import { SkipArticle } from '../0-contract/errors.js';
import type { Article, MediaType, Page } from '../0-contract/types.js';
import type { Draft } from './draft.js';
import { hashOf } from './hash.js';
import { cleanHtml } from './html.js';
import { cleanMarkdown } from './markdown.js';
import { cleanPdf } from './pdf/pdf.js';
import { cleanPlain } from './plain.js';
import { choosePublished, dateInPath } from './published.js';

const CLEANERS: Record<MediaType, (page: Page) => Draft> = {
  'text/plain': cleanPlain,
  'text/html': cleanHtml,
  'text/markdown': cleanMarkdown,
  'application/pdf': cleanPdf,
};

/**
 * Page → Article: what it says, who says it, when; and which parts of it are page noise. What came with the page (an
 * address, a title, a date) stands above what the page says of itself.
 * @throws SkipArticle for a page without text
 */
export function clean(page: Page): Article {
  const draft = CLEANERS[page.mediaType](page);
  if (draft.text.trim() === '')
    throw new SkipArticle('holds no text; open it in a browser and look whether it is an article');
  const { given } = page;
  const url = given.url ?? draft.address;
  const host = url && parseAddress(url)?.hostname.replace(/^www\./u, '');
  const source = draft.site ?? host;
  const inAddress = url && dateInPath(parseAddress(url)?.pathname ?? '');
  const inName = dateInPath(page.path);
  const article = {
    id: (url && normaliseAddress(url)) ?? given.id ?? page.path,
    ...(url ? { url } : {}),
    title: given.title ?? draft.title,
    ...(source ? { source } : {}),
    ...(draft.author ? { author: draft.author } : {}),
    ...choosePublished([
      given.published ? { date: given.published, method: 'given' } : undefined,
      inAddress ? { date: inAddress, method: 'address' } : undefined,
      ...draft.dates,
      inName ? { date: inName, method: 'file' } : undefined,
    ]),
    language: draft.language,
    text: draft.text,
    noise: draft.noise,
    ...(draft.margins?.length ? { margins: draft.margins } : {}),
  };
  return { ...article, hash: hashOf(article) };
}
