import fc from 'fast-check';
import distance from 'natural/lib/natural/distance/index.js';
import { describe, expect, it } from 'vitest';
import { openInMemory } from '../graph/embedded/embedded.js';
import { differByOneSlip, othersIn, slips } from '../graph/identity/words.js';
import { load } from '../graph/load.js';
import { retract } from '../graph/retract.js';
import { slug } from '../pipeline/0-contract/fold.js';
import type { Extraction } from '../pipeline/0-contract/types.js';
import { searchForms } from '../pipeline/0-latvian/forms.js';
import * as make from './builders.js';
import { dump } from './graph-dump.js';

/** Loading compares an article's names with few of those in the graph; which, must not show in the outcome. */

/** A second each on a busy machine. */
const RUNS = 25;
const OPTIONS = { forms: searchForms, now: '2026-11-22T10:00:00Z', rules: '1' };

/** Names alike in many ways: initials, slips, a second surname, cases, other people of one block. */
const PEOPLE = [
  ...['Jānis Bērziņš', 'J. Bērziņš', 'Jānis Bērziņšš', 'Juris Bērziņš', 'Jānis Bērziņš-Kalns', 'Jānis Bērtulis'],
];
const TITLES = ['Mājas bez sliekšņiem', 'Mājas bez sliekšņiemm', 'Māja bez sliekšņiemm', 'Mājas bez žogiem'];
const NUMBERS = [undefined, undefined, '9.2.1.1/15/I/001', '9.2.1.1/15/I/002'];
const SERVICE = 'Tukuma novada Sociālais dienests';
const SERVICES = [SERVICE, 'Ludzas novada Sociālais dienests'];

const article = fc.record({
  people: fc.uniqueArray(
    fc.record({ name: fc.constantFrom(...PEOPLE), at: fc.constantFrom(undefined, SERVICE, ...SERVICES) }),
    {
      maxLength: 3,
      selector: ({ name }) => slug(name),
    },
  ),
  projects: fc.uniqueArray(fc.record({ title: fc.constantFrom(...TITLES), number: fc.constantFrom(...NUMBERS) }), {
    maxLength: 2,
    selector: ({ title }) => slug(title),
  }),
});
type Told = ReturnType<typeof article.generate>['value'];

function extractionOf(id: string, { people, projects }: Told): Extraction {
  const service = (name: string): string => `institution-${slug(name)}`;
  const posts = people.flatMap(({ name, at }) =>
    at === undefined ? [] : [{ name, at, words: `${at} vada ${name}.` }],
  );
  const at = SERVICES.filter((name) => posts.some((post) => post.at === name));
  const lines = [...people.map(({ name }) => name), ...projects.map(({ title }) => title), ...at];
  const of = make.article(id, [...lines, ...posts.map(({ words }) => words)], { published: '2019-05' });
  return make.extraction(
    of,
    [
      ...people.map(({ name }) => make.person(of, `person-${slug(name)}`, name, [name], { gender: 'masculine' })),
      ...projects.map(({ title, number }) =>
        make.project(of, `project-${slug(title)}`, title, [title], number === undefined ? {} : { number }),
      ),
      ...at.map((name) => make.institution(of, service(name), name, [name])),
    ],
    posts.map(({ name, at, words }) =>
      make.fact(of, 'HEADS', `person-${slug(name)}`, service(at), [words], { role: 'vadītājs' }),
    ),
  );
}

describe('names that are compared', () => {
  it('are one whatever came and went before', { timeout: 240_000 }, async () => {
    const [stepwise, atOnce] = [openInMemory(), openInMemory()];
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { minLength: 2, maxLength: 7 }),
        fc.array(fc.nat({ max: 6 }), { maxLength: 3 }),
        async (told, gone) => {
          const all = told.map((one, n) => extractionOf(`raksts-${n}`, one));
          for (const one of all) await load(stepwise, [one], OPTIONS);
          const ids = new Set(gone.flatMap((n) => all[n]?.article.id ?? []));
          for (const id of ids) await retract(stepwise, [id], OPTIONS);
          await load(
            atOnce,
            all.filter((one) => !ids.has(one.article.id)),
            OPTIONS,
          );
          expect(await dump(stepwise)).toEqual(await dump(atOnce));
          for (const store of [stepwise, atOnce])
            await retract(
              store,
              all.map((one) => one.article.id),
              OPTIONS,
            );
        },
      ),
      { numRuns: RUNS },
    );
    for (const store of [stepwise, atOnce]) await store.close();
  });
});

describe('the quick comparison of words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'n'), maxLength: 6 });
  it('says what the slow one says', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(differByOneSlip(a, b)).toBe(slips(a, b) === 1);
        expect(othersIn(a, b)).toBeLessThanOrEqual(distance.LevenshteinDistance(a, b));
        expect(othersIn(a, b)).toBeLessThanOrEqual(slips(a, b));
      }),
      { numRuns: 2_000 },
    );
  });
});
