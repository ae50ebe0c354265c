/** What one can choose between in the page and in the static report alike. */

export const LANGUAGES = ['lv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Orders of the matrix. */
export const SORTS = ['participation', 'name', 'region'] as const;
export type Sort = (typeof SORTS)[number];
