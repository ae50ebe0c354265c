import { SkipArticle } from '../0-contract/errors.js';
import type { MediaType } from '../0-contract/types.js';

const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Where a page must say its charset, by the HTML standard: the first 1024 bytes; old pages need more. */
const META_WITHIN = 4096;
const META = /<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_:-]+)|<\?xml[^>]+encoding\s*=\s*["']([a-z0-9_:-]+)/iu;

/** One broken letter in so many is a slip; a page of another charset has one in ten. */
const SOUND = 200;

/** What an old Latvian page calls itself when its maker never set the charset. */
const WESTERN = new Set(['windows-1252', 'iso-8859-1', 'iso-8859-15', 'us-ascii']);

/** Latvian letters and typographic marks as bytes of windows-1257. */
const BALTIC = new Set(Buffer.from('c2c7c8cccdcecfd0d2dbdee2e7e8ecedeeeff0f2fbfe84859192939495969799a0abb0bb', 'hex'));

/**
 * Bytes → text, in the order that holds for Latvian pages: byte-order mark, strict UTF-8, what the server says, what an
 * HTML page says of itself, windows-1257.
 * @param told charset of the answer's header
 * @throws SkipArticle for what is none of them
 */
export function decode(bytes: Uint8Array, mediaType: MediaType = 'text/plain', told?: string): string {
  const mark = BYTE_ORDER_MARKS.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (mark) {
    const text = strict(bytes, mark[1]);
    if (text !== undefined) return checked(text);
  }
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== undefined) return checked(utf8);
  for (const said of [charsetNamed(told), mediaType === 'text/html' ? charsetOf(bytes) : undefined]) {
    if (!said || (WESTERN.has(said) && looksBaltic(bytes))) continue;
    const text = said === 'utf-8' ? nearlyUtf8(bytes) : strict(bytes, said);
    if (text !== undefined) return checked(text);
  }
  const baltic = strict(bytes, 'windows-1257');
  if (baltic === undefined || !plausible(baltic)) {
    throw new SkipArticle('is neither UTF-8 nor windows-1257; save it as UTF-8');
  }
  return baltic;
}

/** @throws SkipArticle also for an article of white space */
export function decodeArticle(bytes: Uint8Array, mediaType: MediaType, told?: string): string {
  const text = decode(bytes, mediaType, told);
  if (text.trim() === '') throw new SkipArticle('is empty; put the text of an article in it or remove it');
  return text;
}

function strict(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not of this charset, or a charset the platform does not know
  }
}

/** Says that it is UTF-8, and but for a byte here and there it is: cut in the middle of a letter, or pasted together. */
function nearlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  return broken * SOUND <= text.length ? text : undefined;
}

/** UTF-8 allows a NUL, text does not: it is an image or an archive with a wrong name. */
function checked(text: string): string {
  if (text.includes('\0'))
    throw new SkipArticle('is not text (it holds NUL characters); remove it or save it as UTF-8');
  return text;
}

function charsetOf(bytes: Uint8Array): string | undefined {
  const match = META.exec(Buffer.from(bytes.subarray(0, META_WITHIN)).toString('latin1'));
  return charsetNamed(match?.[1] ?? match?.[2]);
}

function charsetNamed(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Most bytes above ASCII are Latvian letters in windows-1257 (in windows-1252 they would be â, è, ç, ð, þ). */
function looksBaltic(bytes: Uint8Array): boolean {
  let high = 0;
  let baltic = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    high++;
    if (BALTIC.has(byte)) baltic++;
  }
  return baltic >= 0.8 * high;
}

/** No control characters, and fewer letters beyond ASCII than within: a Cyrillic code page has it the other way round. */
function plausible(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/u.test(text)) return false;
  const ascii = text.match(/[A-Za-z]/gu)?.length ?? 0;
  const other = text.match(/(?![A-Za-z])\p{L}/gu)?.length ?? 0;
  return other <= ascii;
}
