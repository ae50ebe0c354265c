import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { parseAddress } from '../0-contract/address.js';
import { SkipArticle } from '../0-contract/errors.js';
import type { Page, Span } from '../0-contract/types.js';
import { dateOrder } from './any-date.js';
import { bylineOf, labelledAuthor } from './author.js';
import type { Draft } from './draft.js';
import { languageOf } from './language.js';
import { textLines } from './lines.js';
import { mainText } from './main-text.js';
import { type MetadataDate, readMetadata } from './metadata.js';
import { findNoise } from './noise.js';
import { shownDate } from './page-date.js';
import { normal } from './plain.js';
import { dateInPath, type Published, publishedInText, yearByWeekday } from './published.js';
import { scriptBody } from './script-body.js';
import { selected } from './selected.js';
import { titleOf } from './title.js';
import type { AnyNode } from './tree.js';

/** How many times as long as the text found the text in the page's head must be to stand for it. */
const MORE = 2;
/** And so many characters longer, unless that is less than a sentence or two. */
const SHORT = 200;
const LITTLE = 60;

/**
 * A web page: what it says of itself, and its main text. The headline begins the stored text, since it names who and
 * where as often as the text does, unless the text holds it already.
 * @throws SkipArticle for a page without text
 */
export function cleanHtml(page: Page): Draft {
  const $ = parsed(page.text);
  const metadata = readMetadata($, page.given.url);
  const own = selected($, page.select);
  const givenTitle = page.given.title ?? own.title;
  const { whole, told, beside } = mainText($, {
    title: givenTitle ?? metadata.title ?? '',
    address: page.given.url ?? metadata.address,
    chosen: own.body,
    isArticle: metadata.isArticle,
  });
  // a page made by a script, or cut off for those who do not pay, may still say its text in its head
  const inHead = told.length < SHORT ? (metadata.body ?? scriptBody($)) : metadata.body;
  const body =
    (inHead?.length ?? 0) > MORE * told.length + (told.length < LITTLE ? 0 : SHORT) ? (inHead as string) : whole;
  if (body === '') {
    throw new SkipArticle(
      'is a web page without text (made by a script, or a frame); save it from the browser as text',
    );
  }
  const title =
    givenTitle ??
    shownPart($, metadata.title, body) ??
    metadata.title ??
    shownPart($, metadata.wholeWindowTitle, body) ??
    (body === whole ? headline(body, metadata.windowTitle ?? '') : metadata.windowTitle) ??
    titleOf(body, findNoise(body));
  const text = normal(withTitle(body, title));
  const noise = findNoise(text);
  const language = languageOf(text, metadata.language);
  const address = parseAddress(page.given.url ?? metadata.address ?? '');
  const inAddress = dateInPath(address?.pathname ?? '');
  const shown = shownDate($.root()[0] as AnyNode, {
    title,
    beside,
    slashes: dateOrder(page.text, language, metadata.language, address?.hostname),
    latest: page.modified ?? '2100',
    month: inAddress?.slice(0, 7),
  });
  const said = metadata.published;
  return {
    text,
    title,
    language,
    noise,
    margins: body === whole ? marginsOf(text, normal(told)) : [],
    dates: [
      own.date ? { date: own.date, method: 'metadata' } : undefined,
      ...(said
        ? [
            whereItIs(said, shown?.date, inAddress),
            {
              date: said.date,
              method: 'metadata',
              trust: !said.isSure && (shown?.isSure || inAddress?.length === 10) ? 'doubtful' : undefined,
            } as const,
          ]
        : []),
      shown && { date: shown.date, method: 'text' },
      publishedInText(text, noise),
      !said && !shown && metadata.inScripts ? { date: metadata.inScripts, method: 'metadata' } : undefined,
      yearByWeekday(text, noise),
    ],
    address: metadata.address,
    author: own.author ?? metadata.author ?? bylineOf($, beside) ?? labelledAuthor(text),
    site: metadata.site,
  };
}

/** More elements than these at the top of a page are parts of one that has no `<html>`. */
const TOPS = 50;

/** Every look-up costs the square of the number of elements at the top, so many get one that holds them. */
function parsed(text: string): CheerioAPI {
  const $ = load(text);
  return $.root().contents().length > TOPS ? load(`<html>${text}</html>`) : $;
}

/** The lines of a text, below its headline, that are not among those of what is told. */
function marginsOf(text: string, told: string): Span[] {
  const lines = textLines(told);
  let next = 0;
  const margins = textLines(text).filter((line) => {
    if (line.text !== lines[next]?.text) return true;
    next++;
    return false;
  });
  return next === lines.length ? margins.map(({ start, end }) => ({ start, end })) : [];
}

/**
 * The longest part of a title that is a line of the page, or its beginning that is a heading: `Virsraksts – Ādažu Vēstis`,
 * `Madonas Balss :: Virsraksts`.
 */
function shownPart($: CheerioAPI, title: string | undefined, body: string): string | undefined {
  if (!title) return undefined;
  const lines = new Set(textLines(body).map((line) => line.text));
  const headings = new Set(
    $('h1, h2')
      .toArray()
      .map((heading) => $(heading).text().replace(/\s+/gu, ' ').trim()),
  );
  const cuts = [...title.matchAll(/\s+(?:[|»–—-]|::)\s+/gu)];
  const heads = [title, ...cuts.map(({ index }) => title.slice(0, index))];
  const tails = cuts.map((cut) => title.slice(cut.index + cut[0].length));
  return [
    ...heads.filter((head) => lines.has(head) || headings.has(head)),
    ...tails.filter((tail) => lines.has(tail)),
  ].sort((a, b) => b.length - a.length)[0];
}

/** The title of the window, unless the text begins with a headline of its own: then that is the site's. */
function headline(body: string, windowTitle: string): string {
  const first = titleOf(body, findNoise(body));
  return windowTitle === '' || (body.slice(0, 200).includes(first) && !body.includes(windowTitle))
    ? first
    : windowTitle;
}

/** A title that is cut from the text (`…`) stands in it already. */
const withTitle = (body: string, title: string): string =>
  title === '' || body.slice(0, title.length + 200).includes(title.replace(/…$/u, '')) ? body : `${title}\n\n${body}`;

/** A moment told in universal time is of the day that the page shows, or its address names, when that is the next or the one before. */
function whereItIs(
  { date, isUniversal }: MetadataDate,
  shown: string | undefined,
  inAddress: string | undefined,
): Published | undefined {
  if (!isUniversal) return undefined;
  const near = (day: string | undefined): boolean =>
    day?.length === 10 && Math.abs(Date.parse(day) - Date.parse(date)) === DAY;
  const local = [shown, inAddress].find(near);
  return local === undefined
    ? undefined
    : { date: local, method: local === shown ? 'text' : 'address', trust: 'surest' };
}

/** Milliseconds. */
const DAY = 86_400_000;
