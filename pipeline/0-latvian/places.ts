import { oneOf, text } from '../0-contract/columns.js';
import { readList } from '../0-contract/lists.js';
import { readTable } from '../0-contract/tables.js';
import { type Territory, territories } from '../0-contract/territory-table.js';
import type { GrammaticalCase } from '../0-contract/types.js';
import { declineAdjective, declineNoun, type Form, type GrammaticalNumber } from './declension.js';
import { isCity, placeForms } from './territories.js';

/** Units that share a genitive: Ķekava, Ķekavas pagasts and Ķekavas novads. Rows of all periods, newest first. */
export interface Place {
  /** `Ķekavas`: with a kind word after it, the name of a unit. */
  readonly genitive: string;
  /** `Ķekava`: the town, or the village that the pagasts is called after. */
  readonly nominative: string;
  readonly cities: readonly Territory[];
  readonly novadi: readonly Territory[];
  readonly pagasti: readonly Territory[];
  readonly rajoni: readonly Territory[];
  /** What else the name is, so that a bare one needs more evidence. */
  readonly also?: 'word' | 'surname' | 'river';
}

/** A word form that names a place, and the cases that it can be. */
export interface PlaceForm {
  readonly place: Place;
  readonly cases: ReadonlySet<GrammaticalCase>;
}

/**
 * What a word after a genitive says of it: the kind of the unit; `municipality`, of whatever kind (*pašvaldība*); or an
 * office that only a municipality has (*dome*).
 */
export type HeadMeaning = 'novads' | 'pagasts' | 'rajons' | 'pilsēta' | 'municipality' | 'body';

export interface HeadWord {
  readonly means: HeadMeaning;
  /** Tokens it takes: `sociālā dienesta` is two, `nov.` is two. */
  readonly tokens: number;
  readonly readings: readonly { readonly case: GrammaticalCase; readonly number: GrammaticalNumber }[];
}

const MEANINGS = ['novads', 'pagasts', 'rajons', 'pilsēta', 'municipality', 'body'] as const;
const kinds = readTable('territories/kinds.csv', { word: text(2), means: oneOf(...MEANINGS) });
const centres = new Map(
  readTable('territories/centres.csv', { genitive: text(2), nominative: text(2) }).map(({ genitive, nominative }) => [
    genitive,
    nominative,
  ]),
);
/** Names that are also something else; the tests check that each is a place. */
export const waryNames: ReadonlyMap<string, 'word' | 'surname' | 'river'> = new Map(
  readTable('territories/wary-names.csv', { name: text(2), also: oneOf('word', 'surname', 'river') }).map(
    ({ name, also }) => [name, also],
  ),
);

/** All places by their genitive. */
export const places: ReadonlyMap<string, Place> = gather();

/** Lower-case word form → the place it names; of two places, the better known. */
export const placesByForm: ReadonlyMap<string, PlaceForm> = indexForms();

/** Lower-case first word of a head → what it can be, longest first. */
const heads: ReadonlyMap<string, readonly (HeadWord & { readonly next?: string })[]> = indexHeads();

/** Whether a genitive before this word names no municipality: *Dobeles iela*, *Rīgas plānošanas reģions*. */
export const namesNoMunicipality: (lower: string) => boolean = beginnings(readList('territories/not-a-place.txt'));

/** Whether two towns joined by a dash beside this word name a road: *autoceļš Rīga–Liepāja*. */
export const namesRoad: (lower: string) => boolean = beginnings(readList('territories/road-words.txt'));

const cues = readList('territories/novads-cues.txt');

/** Whether a word of the sentence makes novadi of the towns in it: of a list of them, or of one alone. */
export const bringsNovads: Readonly<Record<'inList' | 'alone', (lower: string) => boolean>> = {
  inList: beginnings(cues.map((cue) => cue.replace(/^\+/u, ''))),
  alone: beginnings(cues.filter((cue) => cue.startsWith('+')).map((cue) => cue.slice(1))),
};

/** Whether a word behind the genitive of a town makes the novads of it, where the article names that: *Kuldīgas pusē*. */
export const novadsHas: (lower: string) => boolean = beginnings(readList('territories/novads-has.txt'));

/** Whether a word behind the genitive of a village is what only a pagasts around it has: *Bikstu pamatskola*. */
export const villageHas: (lower: string) => boolean = beginnings(readList('territories/village-has.txt'));

/** Prepositions after which a name is a village's. */
export const placePrepositions: ReadonlySet<string> = new Set(readList('territories/place-prepositions.txt'));

/** A list of beginnings of words, whole ones marked by `=`, as a test that remembers its answers. */
function beginnings(entries: readonly string[]): (lower: string) => boolean {
  const whole = new Set(entries.filter((entry) => entry.startsWith('=')).map((entry) => entry.slice(1)));
  const begin = entries.filter((entry) => !entry.startsWith('='));
  const answers = new Map<string, boolean>();
  return (lower) => {
    const known = answers.get(lower);
    if (known !== undefined) return known;
    const answer = whole.has(lower) || begin.some((beginning) => lower.startsWith(beginning));
    answers.set(lower, answer);
    return answer;
  };
}

/** The head word that begins with these tokens (lower case), if they do. */
export function headWord(first: string, second: string | undefined): HeadWord | undefined {
  return heads.get(first)?.find(({ next }) => next === undefined || next === second);
}

/** How a place is meant: a kind of unit, the municipality of that name, or the place that bears the name. */
export type Sense = 'novads' | 'pagasts' | 'rajons' | 'pilsēta' | 'state city' | 'municipality' | 'place';

/**
 * The units that a place can be in a sense, likeliest first; the first that is valid on the article's date is meant.
 * - `municipality`: a city of its own (Rīga, Ventspils; Valmiera 2009–2021), else the novads, else, where there was none
 *   (before 2009), the town or pagasts.
 * - `state city`: a city of that rank on the article's date, else as `municipality`: Ogre is one since 2021, and Ogres novads
 *   is meant before.
 * - `place`: the town, else the pagasts around the village, else the novads (Ādaži before 2022).
 */
export function unitsOf(place: Place, sense: Sense): readonly Territory[] {
  switch (sense) {
    case 'novads':
      return place.novadi;
    case 'pagasts':
      return place.pagasti;
    case 'rajons':
      return place.rajoni;
    case 'pilsēta':
      return place.cities;
    case 'state city':
      return [...place.cities.filter(({ kind }) => kind !== 'pilsēta'), ...unitsOf(place, 'municipality')];
    case 'place':
      return [...place.cities, ...place.pagasti, ...place.novadi];
    case 'municipality': {
      const own = place.cities.filter(({ kind, parent }) => kind !== 'pilsēta' && parent === undefined);
      const within = place.cities.filter((city) => !own.includes(city));
      // a plain town is no municipality since 2009, unless nothing else bears its name
      const small = place.novadi.length > 0 || own.length > 0 ? within.filter(({ to }) => to === '2009-06-30') : within;
      const last = own.length + place.novadi.length + small.length > 0 ? [] : place.pagasti;
      return [...own, ...place.novadi, ...small, ...last];
    }
  }
}

/** Whether a town or city has had the name, or a novads: such a name is known beyond its neighbours. */
export const isWellKnown = (place: Place): boolean => place.cities.length > 0 || place.novadi.length > 0;

/** Whether it has been a municipality of its own as a city. */
export const isStateCity = (place: Place): boolean => place.cities.some(({ kind }) => kind !== 'pilsēta');

function gather(): Map<string, Place> {
  const rows = new Map<string, Territory[]>();
  const genitives = new Map<string, string>();
  for (const { name } of territories.values()) {
    if (!genitives.has(name))
      genitives.set(name, name.includes(' ') ? (name.split(' ')[0] as string) : genitiveOf(name));
  }
  for (const row of [...territories.values()].sort((a, b) => ((a.to ?? '9999') < (b.to ?? '9999') ? 1 : -1))) {
    const genitive = genitives.get(row.name) as string;
    const group = rows.get(genitive);
    if (group) group.push(row);
    else rows.set(genitive, [row]);
  }
  const gathered = new Map<string, Place>();
  for (const [genitive, group] of rows) {
    const cities = group.filter(isCity);
    const nominative = cities[0]?.name ?? centres.get(genitive) ?? villageOf(genitive);
    const also = waryNames.get(nominative);
    const of = (kind: string) => group.filter((row) => row.kind === kind);
    gathered.set(genitive, {
      genitive,
      nominative,
      cities,
      novadi: of('novads'),
      pagasti: of('pagasts'),
      rajoni: of('rajons'),
      ...(also ? { also } : {}),
    });
  }
  return gathered;
}

function genitiveOf(town: string): string {
  return placeForms(town).find((form) => form.case === 'genitive')?.form ?? town;
}

/** The nominative of a village from the genitive in its pagasts: Strazdes → Strazde, Robežnieku → Robežnieki. */
function villageOf(genitive: string): string {
  if (/pils$/u.test(genitive)) return genitive;
  if (/[ae]s$/u.test(genitive)) return genitive.slice(0, -1);
  if (genitive.endsWith('u')) return `${genitive.slice(0, -1)}i`;
  if (genitive.endsWith('a')) return `${genitive.slice(0, -1)}s`;
  return genitive;
}

function indexForms(): Map<string, PlaceForm> {
  const index = new Map<string, { place: Place; cases: Set<GrammaticalCase> }>();
  const add = (form: string, place: Place, grammaticalCase: GrammaticalCase) => {
    const lower = form.toLowerCase();
    const known = index.get(lower);
    if (known?.place === place) known.cases.add(grammaticalCase);
    else if (!known || (isWellKnown(place) && !isWellKnown(known.place))) {
      index.set(lower, { place, cases: new Set([grammaticalCase]) });
    }
  };
  for (const place of places.values()) {
    add(place.genitive, place, 'genitive');
    add(place.nominative, place, 'nominative');
    for (const { form, case: grammaticalCase } of placeForms(place.nominative)) {
      if (grammaticalCase !== 'genitive') add(form, place, grammaticalCase);
    }
  }
  return index;
}

function indexHeads(): Map<string, (HeadWord & { next?: string })[]> {
  const index = new Map<string, (HeadWord & { next?: string })[]>();
  const add = (words: readonly string[], means: HeadMeaning, reading: Form | undefined) => {
    const [first = '', next] = words;
    const known = index.get(first) ?? [];
    const same = known.find((head) => head.next === next);
    const readings = reading ? [{ case: reading.case, number: reading.number }] : [];
    if (same) Object.assign(same, { readings: [...same.readings, ...readings] });
    else known.push({ means, tokens: words.length, readings, ...(next === undefined ? {} : { next }) });
    index.set(
      first,
      known.sort((a, b) => b.tokens - a.tokens),
    );
  };
  for (const { word, means } of kinds) {
    if (word.endsWith('.')) {
      add([word.slice(0, -1), '.'], means, undefined);
      continue;
    }
    const [adjective, noun] = word.includes(' ') ? word.split(' ') : [undefined, word];
    const agreeing = adjective ? declineAdjective(adjective) : [];
    for (const form of declineNoun(noun as string)) {
      if (!adjective) add([form.form], means, form);
      for (const { form: before, ...reading } of agreeing) {
        const agrees = reading.case === form.case && reading.number === form.number && reading.gender === form.gender;
        if (agrees) add([before, form.form], means, form);
      }
    }
  }
  return index;
}
