import fc from 'fast-check';
import { type Correction, parseCorrections } from '../graph/corrections/corrections.js';
import { forget } from '../graph/forget/forget.js';
import { load } from '../graph/load.js';
import { retract } from '../graph/retract.js';
import { rowsOf } from '../graph/rows.js';
import { runFile } from '../graph/statements.js';
import type { GraphStore } from '../graph/store.js';
import type { NamedEntity } from '../graph/sum-entities.js';
import { fold } from '../pipeline/0-contract/fold.js';
import { type Entity, type Extraction, RELATION_TYPES, STATUSES } from '../pipeline/0-contract/types.js';
import * as make from './builders.js';
import { dump, everything, schemaFaults } from './graph-dump.js';

/**
 * Small articles made at random that share their entities, and what may be done with them: load, change, retract, correct.
 * Whatever was done, the graph is the one that the articles give that remain, by the corrections that stand.
 */

/** A novads, which is in the graph without any article, and two units that come with articles. */
const MUNICIPALITIES = [
  { id: 'novads-tukuma-2009', name: 'Tukuma novads', type: 'novads' },
  { id: 'pilseta-saldus-2009', name: 'Saldus', type: 'pilsēta' },
  { id: 'pagasts-carnikavas-2021', name: 'Carnikavas pagasts', type: 'pagasts' },
] as const;
/** One project under names that differ in diacritics, quotes or a slip. */
const PROJECTS = [
  ['Mājas bez sliekšņiem', 'Majas bez slieksniem', '„Mājas bez sliekšņiem”', 'Māja bez sliekšņiem'],
  ['Sola', 'Šola', 'Pilots Sola'],
  ['Ceļš', 'Cels'],
];
const INSTITUTIONS = [['Labklājības ministrija', 'LM'], ['Sociālais dienests'], ['Aģentūra', 'Agentura'], ['Ogre']];
const PEOPLE = [
  ['Anna Kalnmale', 'A. Kalnmale'],
  ['Jānis Liepa', 'Janis Liepa'],
];
const EVENTS = [['Seminārs', 'Seminars']];
/** Of which any may stand at a time, but that two of one kind of a name would contradict each other. */
const CORRECTIONS: readonly Correction[] = parseCorrections(
  [
    'not-same: [Anna Kalnmale, Anna Kalnmale]\n  article: [a, b]',
    'same: [Anna Kalnmale, Janis Liepa]',
    'same: [Sola, Ceļš]',
    'rename: Ceļš\n  to: Taka',
    'alias: Aģentūra\n  add: [AG]',
    'reject: { subject: Tukuma novads, relation: PARTICIPATES_IN, object: Sola }',
    'reject: { subject: Anna Kalnmale, relation: WORKS_AT, article: a }',
    'kind-of: Sola\n  is: agency',
    'kind-of: Aģentūra\n  is: pilot',
    'kind-of: Ceļš\n  is: event',
    'kind-of: Seminārs\n  is: measure',
    'kind-of: Sociālais dienests\n  is: event\n  article: [b, c]',
    'kind-of: Janis Liepa\n  is: institution\n  article: [a, d]',
    'kind-of: Tukuma novads\n  is: person\n  article: [a, e]\n  kind: municipality',
    'kind-of: Saldus\n  is: project\n  article: [b]\n  kind: municipality',
    'kind-of: Ogre\n  is: municipality',
  ]
    .map((entry) => `- ${entry}\n  who: I. Kalve\n  why: asked them\n`)
    .join(''),
  'c.yaml',
);
const DAYS = ['2019-05-16', '2019-05', '2019', '2019-05/2019-10', '--12-05'];
const PUBLISHED = [undefined, '2018', '2019-05', '2019-05-03', '2019-05-03', '2020-02-11'];
/** What sites publish again: 80 words of it from one of three on, the first like the second, the second like the third. */
const STORIES = ['a'];
const TEXTS = [undefined, 'padomniece', 'direktore'];

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const index = (of: readonly unknown[]): fc.Arbitrary<number> => fc.nat({ max: of.length - 1 });

const named = (of: readonly (readonly string[])[]) =>
  index(of).chain((which) =>
    fc.record({
      which: fc.constant(which),
      name: oneOf(of[which] as readonly string[]),
      aliases: fc.uniqueArray(oneOf(of[which] as readonly string[]), { maxLength: 2 }),
      mentions: fc.integer({ min: 1, max: 3 }),
      confidence: oneOf([0.5, 0.8, 0.9]),
      more: oneOf(TEXTS),
      other: index(PROJECTS),
      when: oneOf([undefined, ...DAYS]),
    }),
  );
const some = (of: readonly (readonly string[])[], maxLength: number) =>
  fc.uniqueArray(named(of), { maxLength, selector: ({ which }) => which });

const specArbitrary = fc.record({
  published: oneOf(PUBLISHED),
  municipalities: fc.uniqueArray(fc.record({ which: index(MUNICIPALITIES), mentions: fc.nat({ max: 2 }) }), {
    maxLength: 3,
    selector: ({ which }) => which,
  }),
  projects: some(PROJECTS, 3),
  institutions: some(INSTITUTIONS, 2),
  people: some(PEOPLE, 2),
  events: some(EVENTS, 1),
  days: fc.uniqueArray(oneOf(DAYS), { maxLength: 2 }),
  facts: fc.array(
    fc.record({
      type: oneOf(RELATION_TYPES),
      from: fc.nat({ max: 11 }),
      to: fc.nat({ max: 11 }),
      when: oneOf([undefined, undefined, ...DAYS]),
      status: oneOf([undefined, ...STATUSES]),
      role: oneOf(TEXTS),
      confidence: oneOf([0.5, 0.8]),
    }),
    { maxLength: 5 },
  ),
  count: oneOf([undefined, 2, 3]),
  like: oneOf([undefined, ...STORIES.flatMap((story) => [0, 10, 20].map((from) => ({ story, from })))]),
});
type Spec = ReturnType<typeof specArbitrary.generate>['value'];

/** An absent property stays absent. */
const given = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

const project = (which: number): string => `project-${which}`;
const municipality = (which: number): (typeof MUNICIPALITIES)[number] =>
  MUNICIPALITIES[which] as (typeof MUNICIPALITIES)[number];

/** Every mention, fact and count has a line of its own. */
function extractionOf(id: string, spec: Spec): Extraction {
  const words = (name: string, mentions: number): string[] =>
    Array.from({ length: mentions }, (_, n) => `${n + 1}. ${name}`);
  const { municipalities, projects, institutions, people, events, days, facts, count, like } = spec;
  /** Words that say something of others, and name somebody where the article does. */
  const besides = (said: string): string => [said, ...people.slice(0, 1).map(({ name }) => name)].join(' ');
  const factLine = (n: number): string => besides(`${n}: ${JSON.stringify(facts[n])}`);
  const lines = [
    `Raksts ${id}`,
    ...municipalities.flatMap(({ which, mentions }) => words(municipality(which).name, mentions)),
    ...[projects, institutions, people, events].flat().flatMap(({ name, mentions }) => words(name, mentions)),
    ...days,
    ...facts.map((_, n) => factLine(n)),
    ...(count === undefined ? [] : [besides(`${count} pašvaldības`)]),
  ];
  const read = like && Array.from({ length: 80 }, (_, n) => `${like.story}${like.from + n}`).join(' ');
  const noise = read === undefined ? [] : [{ start: 0, end: lines.join('\n').length }];
  const url = `https://${id}.example/${id}`;
  // an article whose hash is the same would be left alone
  const of = make.article(
    id,
    read === undefined ? lines : [...lines, read],
    given({ published: spec.published, url, author: JSON.stringify(spec), noise }),
  );
  const here = new Set(projects.map(({ which }) => which));
  const entities: Entity[] = [
    ...municipalities.map(({ which, mentions }) => {
      const { id, name, type } = municipality(which);
      return make.municipality(of, id, name, words(name, mentions), { type });
    }),
    ...projects.map(({ which, name, aliases, mentions, confidence, other, when }) =>
      make.project(of, project(which), name, words(name, mentions), {
        aliases: aliases.filter((alias) => alias !== name),
        confidence,
        // to a later one only, as no project is part of itself
        ...given({ partOf: other > which && here.has(other) ? project(other) : undefined }),
        ...(when === undefined
          ? {}
          : // names somebody too, where the article does
            { period: when, periodEvidence: [make.evidence(of, words(people[0]?.name ?? name, 1)[0] as string)] }),
      }),
    ),
    ...institutions.map(({ which, name, aliases, mentions, confidence, other }) =>
      make.institution(of, `institution-${which}`, name, words(name, mentions), {
        aliases: aliases.filter((alias) => alias !== name),
        confidence,
        ...given({ owner: municipalities.some((one) => one.which === other) ? municipality(other).id : undefined }),
      }),
    ),
    ...people.map(({ which, name, aliases, mentions, confidence, more }) =>
      make.person(of, `person-${which}`, name, words(name, mentions), {
        aliases: aliases.filter((alias) => alias !== name),
        confidence,
        ...given({ position: more }),
      }),
    ),
    ...events.map(({ which, name, mentions, confidence, when }) => ({
      ...given({
        kind: 'event' as const,
        id: `event-${which}`,
        name,
        aliases: [],
        confidence,
        type: 'seminar',
        date: when,
      }),
      held: [],
      mentions: words(name, mentions).map((word) => ({
        ...{ ...make.place(of, word), first: 0, last: 1, rule: 'test-event', confidence: 0.9 },
        ...{ kind: 'event' as const, name, type: 'seminar', head: 'seminārs' },
      })),
    })),
    ...days.map((value) => make.day(of, value, [value])),
  ];
  const stand = entities.filter(({ kind }) => kind !== 'date');
  const claimed = facts.flatMap(({ type, from, to, when, status, role, confidence }, n) => {
    const [subject, object] = [stand[from % Math.max(stand.length, 1)], stand[to % Math.max(stand.length, 1)]];
    if (subject === undefined || object === undefined || subject === object) return [];
    return [
      make.fact(of, type, subject.id, object.id, [factLine(n)], { confidence, ...given({ when, status, role }) }),
    ];
  });
  const counts = count === undefined ? [] : [make.statedCount(of, `${count} pašvaldības`, count, 2)];
  return make.extraction(of, entities, claimed, counts);
}

const idArbitrary = oneOf(['a', 'b', 'c', 'd', 'e']);
const loading = fc.uniqueArray(fc.tuple(idArbitrary, specArbitrary), {
  minLength: 1,
  maxLength: 4,
  selector: ([id]) => id,
});
const articleSteps = [
  { weight: 4, arbitrary: loading },
  { weight: 1, arbitrary: fc.uniqueArray(idArbitrary, { minLength: 1, maxLength: 3 }) },
] as const;
const ruledSteps = [
  { weight: 2, arbitrary: fc.record({ rule: fc.subarray([...CORRECTIONS.keys()]) }) },
  { weight: 1, arbitrary: fc.record({ forget: fc.nat({ max: 5 }) }) },
] as const;
const stepArbitrary = fc.oneof(...articleSteps, ...ruledSteps);
export type Step = ReturnType<typeof stepArbitrary.generate>['value'];

const UP_TO_EIGHT = { minLength: 1, maxLength: 8 };

/**
 * What may be done with a graph, in order: articles loaded in one batch, ids retracted; and in half of them the corrections
 * that stand from then on, and somebody forgotten.
 */
export const anySteps: fc.Arbitrary<Step[]> = fc.oneof(
  fc.array<Step>(fc.oneof(...articleSteps), UP_TO_EIGHT),
  fc.array<Step>(stepArbitrary, UP_TO_EIGHT),
);

const forms = ({ name, aliases }: NamedEntity): string[] => [name, ...aliases].map(fold);
const options = { forms, now: '2026-11-22T10:00:00Z', rules: '1' };

const isLoad = (step: readonly unknown[]): step is [string, Spec][] => Array.isArray(step[0]);

/**
 * Takes all steps in one store, then loads what remains into the other at once.
 * @param another an empty store; may be the same one, emptied by it
 * @returns both graphs and what in the first is not as the schema says, or of what ended is not closed
 */
export async function bothWays(
  steps: readonly Step[],
  store: GraphStore,
  another: () => Promise<GraphStore>,
): Promise<{ stepwise: string[]; atOnce: string[]; faults: string[] }> {
  const remaining = new Map<string, Extraction>();
  /** Claims that were said and are not any more, once for each time that they ended. */
  const ended: string[] = [];
  const saidBy = (id: string): string[] => {
    const one = remaining.get(id);
    return one === undefined ? [] : rowsOf(one, options.rules, options.now).claims.map((claim) => claim.id);
  };
  let corrections: readonly Correction[] = [];
  /** Other rules read all articles again. */
  let rules = 1;
  const reading = () => ({ ...options, corrections, rules: String(rules) });
  let isForgotten = false;
  // what is there without any article
  await load(store, [], options);
  for (const step of steps) {
    if ('rule' in step) {
      corrections = step.rule.map((which) => CORRECTIONS[which] as Correction);
      // what was left out when an article came is not there to be corrected: the article has to be read again
      if (isForgotten) rules++;
      await load(store, isForgotten ? [...remaining.values()] : [], reading());
    } else if ('forget' in step) {
      isForgotten = true;
      const people = await store.read('MATCH (person:Person) RETURN person.id AS id ORDER BY id');
      const { id } = people[step.forget % Math.max(people.length, 1)] ?? {};
      if (id !== undefined) await forget(store, id as string, { forms, corrections });
    } else if (isLoad(step)) {
      const extractions = step.map(([id, spec]) => extractionOf(id, spec));
      const { failed } = await load(store, extractions, reading());
      if (failed.length > 0) throw new Error(`not loaded: ${failed.map(({ message }) => message).join('; ')}`);
      for (const one of extractions) {
        const before = saidBy(one.article.id);
        remaining.set(one.article.id, one);
        const now = saidBy(one.article.id);
        ended.push(...before.filter((claim) => !now.includes(claim)));
      }
    } else {
      const ids = step as string[];
      await retract(store, ids, { ...options, corrections });
      for (const id of ids) {
        ended.push(...saidBy(id));
        remaining.delete(id);
      }
    }
  }
  const stepwise = await dump(store);
  const closed = await store.read(
    'MATCH (one:ClosedClaim) WHERE one.knownUntil > one.knownFrom RETURN one.claim AS claim',
  );
  const told = closed.map(({ claim }) => claim as string).sort();
  const faults = schemaFaults(await everything(store));
  // what a correction rejects is said by nobody, and so does not end
  const ruled = steps.some((step) => 'rule' in step || 'forget' in step);
  if (!ruled && JSON.stringify(told) !== JSON.stringify(ended.sort()))
    faults.push(`closed: ${told}, expected ${ended}`);
  const forgotten = await store.read(
    'MATCH (one:Forgotten) RETURN one.id AS id, one.salt AS salt, one.correction AS correction',
  );
  const fresh = await another();
  await load(fresh, [], options);
  await fresh.transact((run) => runFile(run, 'forgotten', forgotten));
  await load(fresh, [...remaining.values()], reading());
  return { stepwise, atOnce: await dump(fresh), faults };
}
