/** Lower case without diacritics, single spaces, no quotes: what people type when they search (`Ķekavas` → `kekavas`). */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[“”„‟"«»‘’']/gu, '')
    .replace(/[–—−]/gu, '-')
    .replace(/\s*-\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/** For ids: folded, everything but letters and digits a hyphen (`Anna Kalniņa` → `anna-kalnina`). */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
