import { type Territory, territories, validOn } from '../0-contract/territory-table.js';
import type { Mention, Municipality, MunicipalityMention } from '../0-contract/types.js';
import { distance, parentNames } from '../0-latvian/territories.js';
import type { Resolver } from './resolve.js';
import { timeOf } from './territory-time.js';

const isMunicipality = (mention: Mention): mention is MunicipalityMention => mention.kind === 'municipality';

/**
 * One municipality for each name of the article, in the order in which they come. Which unit a name means is decided by
 * the article's time; of two pagasti of one name, by the novads or rajons that the article names.
 */
export const resolveMunicipalities: Resolver = (doc, mentions) => {
  const found = mentions.filter(isMunicipality);
  if (found.length === 0) return [];
  const time = timeOf(doc, found, mentions);
  const groups = new Map<string, { row: Territory; mentions: MunicipalityMention[] }>();
  for (const [i, mention] of found.entries()) {
    const first = unitAt(mention.candidates, time);
    if (!first) continue;
    const beside = toldBeside(first, mention, [found[i - 1], found[i + 1]], time);
    const row = beside ?? first;
    const key = beside ? row.id : row.name;
    const known = groups.get(key);
    if (known) known.mentions.push(mention);
    else groups.set(key, { row, mentions: [mention] });
  }
  const names = new Set([...groups.values()].map(({ row }) => row.name));
  const entities = [...groups].map(([key, { row, mentions: own }]) => entityOf(row, own, names, time, key === row.id));
  return joinEqual(entities);
};

/** Of two pagasti of one name, the one whose novads stands right before or after: *Babītes novada Salas pagasts*. */
function toldBeside(
  row: Territory,
  mention: MunicipalityMention,
  [before, after]: readonly (MunicipalityMention | undefined)[],
  time: string,
): Territory | undefined {
  const namesakes = namesakesOf(row, [mention], time);
  if (namesakes.length < 2) return undefined;
  const beside: MunicipalityMention[] = [];
  if (before && before.last === mention.first) beside.push(before);
  else if (after && after.first - mention.last <= 1) beside.push(after);
  const districts = new Set(beside.map(({ candidates }) => unitAt(candidates, time)?.name ?? ''));
  return namesakes.find(({ id }) => [...parentNames(id)].some((parent) => districts.has(parent)));
}

/** A unit told by its neighbour in one place and by the article in another is one. */
function joinEqual(entities: readonly Municipality[]): Municipality[] {
  const joined = new Map<string, Municipality>();
  for (const entity of entities) {
    const other = joined.get(entity.id);
    if (!other) joined.set(entity.id, entity);
    else {
      const mentions = [...other.mentions, ...entity.mentions].sort((a, b) => a.start - b.start);
      joined.set(entity.id, { ...other, mentions, confidence: Math.max(other.confidence, entity.confidence) });
    }
  }
  return [...joined.values()];
}

/** The first candidate that was valid; where none was (a rajons in an article of 2023), the nearest of the likeliest kind. */
function unitAt(candidates: readonly string[], time: string): Territory | undefined {
  const rows = candidates.flatMap((id) => territories.get(id) ?? []);
  const valid = rows.find((row) => validOn(row, time));
  if (valid || !rows[0]) return valid;
  const { name } = rows[0];
  return rows.filter((row) => row.name === name).sort((a, b) => distance(a, time) - distance(b, time))[0];
}

function entityOf(
  row: Territory,
  mentions: readonly MunicipalityMention[],
  names: ReadonlySet<string>,
  time: string,
  isTold: boolean,
): Municipality {
  const namesakes = isTold ? [row] : namesakesOf(row, mentions, time);
  const told = namesakes.filter(({ id }) => [...parentNames(id)].some((parent) => names.has(parent)));
  const chosen = told.length === 1 ? (told[0] as Territory) : row;
  const surest = Math.max(...mentions.map(({ confidence }) => confidence));
  return {
    kind: 'municipality',
    id: chosen.id,
    name: chosen.name,
    type: chosen.kind,
    aliases: aliasesOf(chosen, mentions),
    mentions,
    // two pagasti of that name, and nothing tells which
    confidence: namesakes.length > 1 && told.length !== 1 ? surest * 0.5 : surest,
  };
}

/** Units of the same name at the same time: Salas and Pilskalnes pagasti are two each. */
function namesakesOf(row: Territory, mentions: readonly MunicipalityMention[], time: string): Territory[] {
  const ids = new Set(mentions.flatMap(({ candidates }) => candidates));
  const rows = [...ids].flatMap((id) => territories.get(id) ?? []).filter(({ name }) => name === row.name);
  return rows.filter((other) => (validOn(row, time) ? validOn(other, time) : other.to === row.to));
}

/** A city named with its kind: *Rēzeknes pilsēta*. */
function aliasesOf({ name, kind }: Territory, mentions: readonly MunicipalityMention[]): string[] {
  const full = mentions.find(({ form }) => form === 'full');
  if (!kind.endsWith('pilsēta') || !full) return [];
  const [genitive = ''] = full.text.split(/\s/u);
  return genitive === '' || genitive === name ? [] : [`${genitive} pilsēta`];
}
