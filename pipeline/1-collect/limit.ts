/**
 * Most bytes of one article. The largest news pages are about 3 MB of HTML; what is above 20 MB is a dump, a log or an
 * archive, and parsing it would take the memory of hundreds of articles.
 */
export const LIMIT = 20 * 1024 * 1024;
export const LIMIT_TEXT = '20 MB';
