import { createHash } from 'node:crypto';
import type { Article } from '../0-contract/types.js';

/** SHA-256 (hex) of what extraction and loading depend on: equal means that nothing need be done again. */
export const hashOf = ({
  text,
  title,
  url,
  published,
  publishedMethod,
  source,
  author,
  language,
}: Omit<Article, 'hash' | 'id' | 'noise' | 'margins'>): string =>
  createHash('sha256')
    .update(JSON.stringify([text, title, url, published, publishedMethod, source, author, language]))
    .digest('hex');
