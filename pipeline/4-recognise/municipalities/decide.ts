import type { GrammaticalCase, Mention, MunicipalityMention, SegmentedArticle } from '../../0-contract/types.js';
import {
  type HeadMeaning,
  type HeadWord,
  headWord,
  isStateCity,
  type Place,
  type Sense,
  unitsOf,
} from '../../0-latvian/places.js';
import { isAfterGivenName } from '../given-name.js';
import { spanOf } from '../mention.js';
import { bareConfidence, hangsOnOther, type Known } from './evidence.js';
import { type Item, type Run, runsOf } from './scan.js';
import {
  canBeSingular,
  governingHead,
  governs,
  headBefore,
  senseAfterHead,
  senseOf,
  sharedSense,
} from './shared-head.js';
import { standsForNovads } from './towns.js';

/** Ids of the rules, in the order in which they are tried. */
export const RULES = {
  full: 'municipality.name-and-kind',
  sameName: 'municipality.second-kind-of-a-name',
  sharedHead: 'municipality.list-with-shared-head',
  body: 'municipality.genitive-and-municipal-body',
  afterHead: 'municipality.list-after-its-head',
  towns: 'municipality.towns-for-novadi',
  bare: 'municipality.bare-name',
} as const;

type RuleId = (typeof RULES)[keyof typeof RULES];

const decided = new WeakMap<SegmentedArticle, readonly MunicipalityMention[]>();

/** Municipalities of an article that one rule found. */
export const foundBy =
  (rule: RuleId) =>
  (doc: SegmentedArticle, _found: readonly Mention[]): readonly MunicipalityMention[] =>
    decide(doc).filter((mention) => mention.rule === rule);

/** Each name of an article gets the one rule that fits it first. Worked out once an article. */
function decide(doc: SegmentedArticle): readonly MunicipalityMention[] {
  const known = decided.get(doc);
  if (known) return known;
  const runs = runsOf(doc);
  const about: Known = {
    named: namedPlaces(runs),
    novadi: namedPlaces(runs, 'novads'),
    towns: namedPlaces(runs, 'pilsēta'),
    surnames: surnamePlaces(doc, runs),
  };
  const mentions = runs.flatMap((run) => {
    const before = headBefore(doc, run);
    return run.items.flatMap((item, k) => decideItem(doc, run, k, item, before, about));
  });
  decided.set(doc, mentions);
  return mentions;
}

/** Places named with a kind word, of any kind or of one. */
function namedPlaces(runs: readonly Run[], means?: HeadMeaning): ReadonlySet<Place> {
  const named = new Set<Place>();
  for (const { items } of runs) {
    for (const [k, { name, head }] of items.entries()) {
      const governing = head ?? governingHead(items, k)?.head;
      if (means && governing?.means !== means) continue;
      if (name?.cases.has('genitive') && governing && unitsOf(name.place, senseOf(governing.means)).length > 0) {
        named.add(name.place);
      }
    }
  }
  return named;
}

function surnamePlaces({ tokens }: SegmentedArticle, runs: readonly Run[]): ReadonlySet<Place> {
  const surnames = new Set<Place>();
  for (const { name, token, head } of runs.flatMap(({ items }) => items)) {
    if (name && !head && !name.cases.has('locative') && isAfterGivenName(tokens, token)) surnames.add(name.place);
  }
  return surnames;
}

function decideItem(
  doc: SegmentedArticle,
  run: Run,
  k: number,
  item: Item,
  before: HeadMeaning | undefined,
  about: Known,
): MunicipalityMention[] {
  if (!item.name) return [];
  const { place, cases } = item.name;
  const mention = (
    rule: RuleId,
    sense: Sense,
    form: MunicipalityMention['form'],
    confidence: number,
    last = item.nameEnd,
    grammaticalCase = onlyCase(cases),
  ) =>
    make(
      doc,
      item.token,
      last,
      rule,
      unitsOf(place, sense).map(({ id }) => id),
      form,
      confidence,
      grammaticalCase,
    );

  if (item.head && cases.has('genitive')) {
    const { head } = item;
    if (head.means === 'municipality' || head.means === 'body') {
      return mention(RULES.body, 'municipality', 'list', head.means === 'body' ? 0.9 : 0.93, undefined, 'genitive');
    }
    if (unitsOf(place, head.means).length === 0) return fallback(mention, place, run, k);
    // the head belongs to the last name alone when it is singular: «Kalniešu un Ūdrīšu pagasts»
    const isShared = governs(run.items, k) && !canBeSingular(head);
    if (isShared) return mention(RULES.sharedHead, head.means, 'list', 0.95, item.end, 'genitive');
    const full = mention(
      RULES.full,
      head.means,
      'full',
      head.readings.length > 0 ? 0.98 : 0.95,
      item.end,
      headCase(head),
    );
    return [...full, ...secondKind(doc, item, place, head)];
  }

  const governing = cases.has('genitive') && !item.head ? governingHead(run.items, k) : undefined;
  if (governing) {
    const sense = sharedSense(run.items, k, governing.index, governing.head, place);
    const isFit = unitsOf(place, sense).length > 0;
    return mention(RULES.sharedHead, isFit ? sense : 'municipality', 'list', isFit ? 0.95 : 0.6, undefined, 'genitive');
  }
  if (hangsOnOther(doc, run, item)) return [];

  if (before) {
    const sense = senseAfterHead(run, place, cases, before);
    if (unitsOf(place, sense).length > 0) return mention(RULES.afterHead, sense, 'list', 0.9);
  }
  const confidence = bareConfidence(doc, run, item, about);
  if (confidence === 0) return [];
  if (standsForNovads(doc, run, item, about))
    return mention(RULES.towns, 'municipality', 'list', Math.min(confidence, 0.75));
  if (
    cases.has('genitive') &&
    !isStateCity(place) &&
    run.items.slice(0, k).some((other) => other.head?.means === 'novads')
  ) {
    return mention(RULES.sharedHead, 'municipality', 'list', 0.7, undefined, 'genitive');
  }
  return mention(RULES.bare, 'place', 'bare', confidence);
}

/** *Rīgas, Ādažu un Ķekavas novadi*: in a list of novadi a city stands for itself. Alone, *Rīgas novads* is nothing. */
function fallback(
  mention: (rule: RuleId, sense: Sense, form: MunicipalityMention['form'], confidence: number) => MunicipalityMention[],
  place: Place,
  run: Run,
  k: number,
): MunicipalityMention[] {
  return governs(run.items, k) && isStateCity(place) ? mention(RULES.sharedHead, 'place', 'list', 0.7) : [];
}

function make(
  doc: SegmentedArticle,
  first: number,
  last: number,
  rule: RuleId,
  candidates: readonly string[],
  form: MunicipalityMention['form'],
  confidence: number,
  grammaticalCase: GrammaticalCase | undefined,
): MunicipalityMention[] {
  if (candidates.length === 0) return [];
  return [
    {
      kind: 'municipality',
      ...spanOf(doc, first, last),
      rule,
      confidence,
      candidates,
      form,
      ...(grammaticalCase ? { case: grammaticalCase } : {}),
    },
  ];
}

/** *Jēkabpils pilsētā un novadā*: the kind word alone is the second unit of the name. */
function secondKind(doc: SegmentedArticle, item: Item, place: Place, head: HeadWord): MunicipalityMention[] {
  const [joint, word, next] = [doc.tokens[item.end], doc.tokens[item.end + 1], doc.tokens[item.end + 2]];
  if (joint?.lower !== 'un' || word?.kind !== 'word' || word.capital) return [];
  const other = headWord(word.lower, next?.lower);
  if (!other || other.tokens > 1 || other.means === head.means) return [];
  if (other.means === 'municipality' || other.means === 'body' || !agree(head, other)) return [];
  const ids = unitsOf(place, other.means).map(({ id }) => id);
  return make(doc, item.end + 1, item.end + 2, RULES.sameName, ids, 'full', 0.85, headCase(other));
}

const agree = (a: HeadWord, b: HeadWord): boolean =>
  a.readings.some((x) =>
    b.readings.some((y) => x.case === y.case && x.number === 'singular' && y.number === 'singular'),
  );

const headCase = ({ readings }: HeadWord): GrammaticalCase | undefined => {
  const singular = readings.filter(({ number }) => number === 'singular');
  return singular.length === 1 ? singular[0]?.case : undefined;
};

const onlyCase = (cases: ReadonlySet<GrammaticalCase>): GrammaticalCase | undefined =>
  cases.size === 1 ? [...cases][0] : undefined;
