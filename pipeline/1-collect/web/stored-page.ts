import { SkipArticle } from '../../0-contract/errors.js';
import type { Page, Selectors } from '../../0-contract/types.js';
import { decodeArticle } from '../decode.js';
import { charsetIn } from './feeds.js';
import { mediaTypeOf } from './media-type.js';

/** As much of a collected page as cleaning needs; plain data, so that it can go to another thread. */
export interface StoredPage {
  readonly url: string;
  readonly contentType: string;
  readonly body: Uint8Array;
  readonly select: Selectors;
}

/**
 * A collected page as cleaning takes it.
 * @throws SkipArticle for what is no text
 */
export function pageOf({ url, contentType, body, select }: StoredPage): Page {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mediaType = mediaTypeOf(contentType, bytes);
  if (mediaType === undefined) throw new SkipArticle('is no page of text');
  const { hostname, pathname } = new URL(url);
  return {
    from: url,
    path: `${hostname}${pathname}`,
    mediaType,
    ...(mediaType === 'application/pdf'
      ? { text: '', bytes }
      : { text: decodeArticle(bytes, mediaType, charsetIn(contentType)) }),
    given: { url },
    select,
  };
}
