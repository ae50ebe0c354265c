import type { PdfPage, PdfRun } from './pdf-pages.js';

/** A line of a page, from its runs. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where it ends. */
  readonly right: number;
  /** Of most of its letters, in points. */
  readonly size: number;
}

/** Runs whose feet differ by less than this share of their size stand in one line. */
const SAME_LINE = 0.5;
/** A wider gap between runs, as a share of the size, is a space. */
const SPACE = 0.18;
/** The share of a page's height at its top and bottom in which headers and footers stand. */
const EDGE = 0.12;
/** A line is a header or footer when it stands there on so many pages, and on this share of them. */
const PAGES = 2;
const SHARE = 0.5;
/** A larger distance between lines than this many of their sizes, or than the usual one by this factor, parts paragraphs. */
const WIDEST = 2;
const APART = 1.3;
/** Sizes of letters that differ by more are of different paragraphs. */
const OTHER_SIZE = 0.08;
/** Lines that begin within so many of their sizes of each other stand in one column. */
const COLUMN = 4;
/** A line that ends this share of its column before the right border ends its paragraph, if a sentence ends there. */
const SHORT = 0.12;

/** The lines of each page without its headers, footers and number. */
export function linesOf(pages: readonly PdfPage[]): PdfLine[][] {
  const lines = pages.map(({ runs }) => inLines(runs));
  const counts = new Map<string, number>();
  const atEdge = lines.map((page, i) => {
    const { height } = pages[i] as PdfPage;
    return page.filter(({ y }) => y < height * EDGE || y > height * (1 - EDGE));
  });
  for (const page of atEdge) {
    for (const key of new Set(page.map(({ text }) => withoutFigures(text))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isRunning = ({ text }: PdfLine): boolean => {
    const count = counts.get(withoutFigures(text)) ?? 0;
    return count >= PAGES && count >= pages.length * SHARE;
  };
  return lines.map((page, i) => {
    const edge = new Set((atEdge[i] as PdfLine[]).filter((line) => isRunning(line) || isPageNumber(line.text)));
    return page.filter((line) => !edge.has(line));
  });
}

/** `3. lpp.` and `4. lpp.` are one footer. */
const withoutFigures = (text: string): string => text.replace(/\d+/gu, '#');

/** `3`, `- 3 -`, `3 / 7`, `3. lpp.`, `Page 3 of 7` */
const isPageNumber = (text: string): boolean =>
  /^[-–—\s]*(?:(?:lappuse|lpp\.?|page|seite|стр\.?)\s*)?\d{1,3}\.?(?:\s*(?:\/|no|of|von|из)\s*\d{1,3})?\s*(?:lpp\.?|lappuse)?[-–—\s]*$/iu.test(
    text,
  );

function inLines(runs: readonly PdfRun[]): PdfLine[] {
  const lines: PdfRun[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line && before && Math.abs(before.y - run.y) <= SAME_LINE * Math.max(before.size, run.size, 1)) line.push(run);
    else if (run.text.trim() !== '') lines.push([run]);
  }
  return lines.map(joined).filter(({ text }) => text !== '');
}

function joined(runs: readonly PdfRun[]): PdfLine {
  let text = '';
  let end = 0;
  for (const { text: part, x, width, size } of runs) {
    if (text !== '' && x - end > size * SPACE && !/\s$/u.test(text) && !/^\s/u.test(part)) text += ' ';
    text += part;
    end = x + width;
  }
  const [first] = runs as [PdfRun];
  const longest = runs.reduce((a, b) => (b.text.trim().length > a.text.trim().length ? b : a));
  return {
    text: text.replace(/[^\S\u00ad]+/gu, ' ').trim(),
    x: first.x,
    y: longest.y,
    right: Math.max(...runs.map(({ x, width }) => x + width)),
    size: longest.size,
  };
}

/** A paragraph, a headline or an item, of its lines. */
export interface PdfParagraph {
  readonly text: string;
  readonly size: number;
  /** Of the first page. */
  readonly isOnFirst: boolean;
}

/** The paragraphs of a document, a word that is parted at the end of a line whole again. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): PdfParagraph[] {
  const found: { text: string; size: number; isOnFirst: boolean }[] = [];
  let before: PdfLine | undefined;
  pages.forEach((lines, page) => {
    const usual = usualGap(lines);
    lines.forEach((line, i) => {
      const open = found.at(-1);
      const goesOn =
        before !== undefined &&
        Math.abs(before.size - line.size) <= OTHER_SIZE * line.size &&
        (i === 0 || line.y > before.y ? goesOver(before.text, line.text) : isNext(before, line, lines, usual));
      if (open && goesOn) open.text = together(open.text, line.text);
      else found.push({ text: line.text, size: line.size, isOnFirst: page === 0 });
      before = line;
    });
  });
  return found.map((paragraph) => ({ ...paragraph, text: paragraph.text.replaceAll('\u00ad', '') }));
}

/** From one page or column to the next: the sentence has not ended. */
const goesOver = (before: string, after: string): boolean =>
  !/[.!?:;”"]$/u.test(before) && /^[\p{Ll}\d(„«"–]/u.test(after) && !isItem(after);

const isItem = (text: string): boolean => /^(?:[•●▪◦‣⁃·*–—-]|\d{1,2}[.)]|\p{Ll}\))\s/u.test(text);

/** The distance of most lines that follow each other. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, i) => (lines[i] as PdfLine).y - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.4)] ?? 0;
}

function isNext(before: PdfLine, line: PdfLine, lines: readonly PdfLine[], usual: number): boolean {
  const gap = before.y - line.y;
  if (gap > line.size * WIDEST || gap > Math.max(usual, line.size * 1.1) * APART) return false;
  if (isItem(line.text)) return false;
  const column = lines.filter(({ x }) => Math.abs(x - before.x) <= COLUMN * line.size);
  const right = Math.max(...column.map((one) => one.right));
  const width = right - Math.min(...column.map(({ x }) => x));
  // a label, a name, an address: the line broke although the next word had room
  if (before.right < right - width * SHORT * 3 && /^[\p{Lu}\d„«"]/u.test(line.text)) return false;
  const isShort = before.right < right - width * SHORT;
  const isIndented = line.x > before.x + line.size && /^[\p{Lu}„«"–]/u.test(line.text);
  return !(isShort && /[.!?:”"]$/u.test(before.text)) && !(isIndented && /[.!?:”"]$/u.test(before.text));
}

/** Two lines as one: `pašval-` and `dība` are one word, `Rīga-` and `Valmiera` keep their mark. */
function together(before: string, after: string): string {
  if (/\u00ad$/u.test(before)) return before.slice(0, -1) + after;
  if (/\p{Ll}[-‐]$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
  if (/[\p{L}\d][-‐]$/u.test(before) && /^[\p{Lu}\d]/u.test(after)) return before + after;
  return `${before} ${after}`;
}
