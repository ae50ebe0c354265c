import type { MediaType } from '../../0-contract/types.js';

const TYPES: Readonly<Record<string, MediaType>> = {
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'text/plain': 'text/plain',
  'application/pdf': 'application/pdf',
  'application/x-pdf': 'application/pdf',
};

const bare = (contentType: string): string => (contentType.split(';')[0] ?? '').trim().toLowerCase();

/** What servers say when they do not know. */
const UNTOLD = new Set(['', 'application/octet-stream', 'unknown/unknown', 'text/xml', 'application/xml']);

/** Why an answer of this content type is no article; undefined when it may be one. */
export const whyNoArticle = (contentType: string): string | undefined =>
  bare(contentType) in TYPES || UNTOLD.has(bare(contentType))
    ? undefined
    : `is ${bare(contentType)}, no page of text; left alone`;

/** @returns undefined for what is no page: bytes that nobody named and that look like neither HTML nor PDF */
export function mediaTypeOf(contentType: string, body: Buffer): MediaType | undefined {
  const named = TYPES[bare(contentType)];
  if (named !== undefined) return named;
  if (body.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)/iu.test(body.subarray(0, 1024).toString('latin1'))
    ? 'text/html'
    : undefined;
}
