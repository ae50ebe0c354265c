/**
 * Endings of nouns, adjectives, pronouns and verbs as they stand in folded text (`ā` → `a`), the longest first. From the
 * light stemmer of K. Kreslins (A stemming algorithm for Latvian, 1996), whose unpalatalisation is mostly the folding here.
 */
const ENDINGS = [
  ...['ajiem', 'ajam', 'ajai', 'ajos', 'ajas', 'ajos'],
  ...['iem', 'ies', 'ais', 'ajs', 'jam', 'jiem', 'jos', 'jas', 'jais', 'jai'],
  ...['am', 'em', 'um', 'im', 'as', 'es', 'is', 'os', 'us', 'ai', 'ei', 'ie', 'im', 'ja', 'ju', 'jo'],
  ...['a', 'e', 'i', 'o', 'u', 's', 'm'],
].sort((a, b) => b.length - a.length);

/** What stays of a word must have this many letters: `asis` and `asia` are not one word. */
const LEAST = 3;

/** What all forms of a word have in common, for searching; a folded word. Not a word itself: `novados` → `novad`. */
export function stem(folded: string): string {
  if (/\p{N}/u.test(folded)) return folded;
  const ending = ENDINGS.find((one) => folded.length - one.length >= LEAST && folded.endsWith(one));
  return ending === undefined ? folded : folded.slice(0, -ending.length);
}
