import type { Entity, Municipality, MunicipalityMention, SegmentedArticle, Token } from '../0-contract/types.js';

/** A mention of a municipality and what it was resolved to. */
export interface Place {
  readonly mention: MunicipalityMention;
  readonly entity: Municipality;
}

/** Municipality mentions of an article in the order of the text. */
export function placesOf(entities: readonly Entity[]): Place[] {
  return entities
    .filter((entity): entity is Municipality => entity.kind === 'municipality')
    .flatMap((entity) =>
      entity.mentions
        .filter((mention): mention is MunicipalityMention => mention.kind === 'municipality')
        .map((mention) => ({ mention, entity })),
    )
    .sort((a, b) => a.mention.start - b.mention.start);
}

const JOINTS = new Set([
  ',',
  ';',
  'un',
  'vai',
  'kā',
  'arī',
  'gan',
  '&',
  '-',
  '–',
  '—',
  '•',
  '·',
  '▪',
  '*',
  '●',
  '►',
  '✓',
]);

/** Whether nothing but commas, conjunctions and bullets stands between two token indexes; something must. */
export function isJoined({ tokens }: SegmentedArticle, from: number, to: number): boolean {
  if (to <= from || to - from > 4) return false;
  for (let i = from; i < to; i++) if (!JOINTS.has((tokens[i] as Token).lower)) return false;
  return true;
}

/** Mentions that stand together in lists, two or more each: *Alojas, Ādažu un Tukuma pašvaldības*. */
export function listsOf(doc: SegmentedArticle, places: readonly Place[]): Place[][] {
  const lists: Place[][] = [];
  for (const place of places) {
    const last = lists.at(-1);
    const before = last?.at(-1);
    if (before && isJoined(doc, before.mention.last, place.mention.first)) last?.push(place);
    else lists.push([place]);
  }
  return lists.filter((list) => list.length > 1);
}
