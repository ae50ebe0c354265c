import { SkipArticle } from '../../0-contract/errors.js';
import type { Page } from '../../0-contract/types.js';
import { fieldDate } from '../any-date.js';
import { authorName, labelledAuthor } from '../author.js';
import type { Draft } from '../draft.js';
import { languageOf } from '../language.js';
import { findNoise } from '../noise.js';
import { normal } from '../plain.js';
import { publishedInText, yearByWeekday } from '../published.js';
import { titleOf } from '../title.js';
import { squeeze } from '../tree.js';
import { linesOf, type PdfParagraph, paragraphsOf } from './layout.js';
import type { Pdf, PdfFault } from './pdf-pages.js';
import { readPdf } from './read-pdf.js';

const FAULTS: Readonly<Record<PdfFault, string>> = {
  locked: 'is a PDF that asks for a password; save it without one',
  damaged: 'is a damaged PDF, or none; fetch it again, or save it anew from the program that made it',
  late: 'is a PDF that takes too long to read; save its text as a .txt file',
};
/** Fewer letters than this on each page on average are those of stamps and signatures on pictures. */
const LETTERS = 20;
/** So many signs out of a hundred that no alphabet has: the fonts do not tell which letters they show. */
const UNTOLD = 10;
/** A headline's letters are larger than those of most of the text by this factor. */
const LARGER = 1.12;
/** A longer paragraph is no headline. */
const TITLE_LENGTH = 250;

/**
 * A press release as a PDF: paragraphs as they are read, without what stands on every page.
 * @throws SkipArticle for a file that is locked, damaged, or without text
 */
export function cleanPdf({ bytes = new Uint8Array(), path }: Page): Draft {
  const pdf = readPdf(bytes);
  if ('fault' in pdf) throw new SkipArticle(FAULTS[pdf.fault]);
  const paragraphs = paragraphsOf(linesOf(pdf.pages));
  const text = normal(paragraphs.map((paragraph) => paragraph.text).join('\n\n'));
  checkLetters(text, pdf);
  const noise = findNoise(text);
  const created = pdf.created && fieldDate(pdf.created.replace(/^D:/u, ''));
  return {
    text,
    title: headline(paragraphs) ?? saidTitle(pdf.title, text, path) ?? titleOf(text, noise),
    language: languageOf(text),
    noise,
    dates: [
      publishedInText(text, noise),
      // when the file was made: nearly always the day, unless it was saved anew
      created ? { date: created, method: 'metadata', trust: 'doubtful' } : undefined,
      yearByWeekday(text, noise),
    ],
    author: labelledAuthor(text) ?? saidAuthor(pdf.author),
  };
}

function checkLetters(text: string, { pages }: Pdf): void {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LETTERS * Math.max(1, pages.length)) {
    throw new SkipArticle(
      'is a PDF of pictures without text, as scanners make; have its text recognised and save that',
    );
  }
  const untold = text.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.filter((sign) => sign !== '\n').length ?? 0;
  if (untold * UNTOLD > letters)
    throw new SkipArticle(
      'is a PDF whose fonts do not tell their letters; save its text from the program that made it',
    );
}

/** The first paragraph of larger letters, if it is not most of the text, with those of the same size right behind it. */
function headline(paragraphs: readonly PdfParagraph[]): string | undefined {
  const sizes = new Map<number, number>();
  for (const { text, size } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
  }
  const [[usual] = [0]] = [...sizes].sort((a, b) => b[1] - a[1]);
  const first = paragraphs.filter(({ isOnFirst }) => isOnFirst);
  const largest = Math.max(...first.map(({ size }) => size));
  if (largest < usual * LARGER) return undefined;
  const start = first.findIndex(({ size, text }) => size > largest * 0.98 && /\p{L}{3}/u.test(text));
  if (start < 0) return undefined;
  const parts: string[] = [];
  for (const { text, size } of first.slice(start)) {
    if (size <= largest * 0.98) break;
    parts.push(text);
  }
  const title = squeeze(parts.join(' '));
  return title.length <= TITLE_LENGTH ? title : undefined;
}

/** The title in the file's properties, when the text holds it: else it is that of another document, or of the file. */
const saidTitle = (title: string | undefined, text: string, path: string): string | undefined => {
  const said = squeeze(title ?? '').replace(/^Microsoft Word - /u, '');
  return said.length > 10 && !path.includes(said) && squeeze(text).includes(said) ? said : undefined;
};

/** A name of two words, not that of an account. */
const saidAuthor = (author: string | undefined): string | undefined =>
  author !== undefined && /^\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)+$/u.test(author) ? authorName(author) : undefined;
