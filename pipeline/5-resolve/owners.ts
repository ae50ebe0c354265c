import type {
  Mention,
  Municipality,
  MunicipalityMention,
  SegmentedArticle,
  TerritoryKind,
} from '../0-contract/types.js';
import { genitiveOfPlace } from '../0-latvian/genitive.js';

const CITIES: readonly TerritoryKind[] = ['republikas pilsēta', 'valstspilsēta', 'pilsēta'];

/** Kinds that have a council and a social service of their own. */
const SELF_GOVERNING: ReadonlySet<TerritoryKind> = new Set<TerritoryKind>(['novads', ...CITIES]);

/** The kind that a word before or at the start of a name asks for: «novada dome», «pilsētas Sociālais dienests». */
const ASKED: ReadonlyMap<string, ReadonlySet<TerritoryKind>> = new Map([
  ['novada', new Set<TerritoryKind>(['novads'])],
  ['pilsētas', new Set(CITIES)],
  ['pagasta', new Set<TerritoryKind>(['pagasts'])],
  ['rajona', new Set<TerritoryKind>(['rajons'])],
]);

interface Place {
  readonly entity: Municipality;
  readonly mention: Mention;
}

/**
 * The municipality that an institution named without an owner belongs to: the one that a pronoun before it means, the
 * only one of its sentence, else the last one before it in its paragraph, of those named as municipalities first, else the
 * one that the article is about. Undefined where that cannot be told.
 * @param local the word that says its kind, where one stands with the name: `novada`, `pilsētas`, `pagasta`, `rajona`
 */
export function ownerOf(
  doc: SegmentedArticle,
  mention: Mention,
  municipalities: readonly Municipality[],
  local?: string,
): Municipality | undefined {
  const owner = placeOf(doc, mention, municipalities, local);
  // «Bauskā … Sociālais dienests»: a town in a novads of its name has no council and no services, its novads has
  const novads =
    owner?.type === 'pilsēta' && local === undefined
      ? municipalities.find((other) => other.type === 'novads' && samePlace(other, owner))
      : undefined;
  return novads ?? owner;
}

/** A town and its novads share the first word of their names. */
export const samePlace = (a: Municipality, b: Municipality): boolean =>
  genitiveOfPlace(a.name).split(' ')[0] === genitiveOfPlace(b.name).split(' ')[0];

function placeOf(
  doc: SegmentedArticle,
  mention: Mention,
  municipalities: readonly Municipality[],
  local: string | undefined,
): Municipality | undefined {
  const kinds = (local && ASKED.get(local)) || SELF_GOVERNING;
  const possible = municipalities.filter(({ type }) => kinds.has(type));
  const places = possible
    .flatMap((entity) => entity.mentions.map((place): Place => ({ entity, mention: place })))
    .sort((a, b) => a.mention.start - b.mention.start);
  const meant = ofPronoun(doc, mention, places);
  if (meant) return meant;
  // a city is itself where its bare name stands, a novads is not
  const named = !local || local === 'pilsētas' ? places : places.filter((place) => !isBare(place));
  const beside = new Set(
    named.filter((place) => place.mention.sentence === mention.sentence).map(({ entity }) => entity),
  );
  if (beside.size === 1) {
    const [one] = [...beside] as [Municipality];
    const first = named.find((place) => place.entity === one && place.mention.sentence === mention.sentence);
    // «Sociālo dienestu vadīs Jānis Ozols, līdz šim darbinieks Vaiņodes novadā»: in an article of another municipality
    return first && first.mention.start > mention.start ? (publisher(doc, possible) ?? one) : one;
  }
  const paragraph = doc.sentences[mention.sentence]?.paragraph;
  const before = named.filter(
    ({ mention: { start, sentence } }) => start < mention.start && doc.sentences[sentence]?.paragraph === paragraph,
  );
  if (beside.size > 1) {
    // «Limbažu novada dome par dienesta vadītāju iecēla bijušo Alojas novada …»: what stands before it is the owner
    const earlier = new Set(
      before.filter(({ mention: { sentence } }) => sentence === mention.sentence).map(({ entity }) => entity),
    );
    return local ? before.at(-1)?.entity : earlier.size === 1 ? [...earlier][0] : undefined;
  }
  const last = before.findLast((place) => !isBare(place)) ?? before.at(-1);
  if (!last) return onlyBefore(named, mention) ?? publisher(doc, possible) ?? subjectOf(possible);
  return isListed(last, before) ? undefined : last.entity;
}

/** Paragraphs at the top of an article in which its publisher is named. */
const TOP = 4;

/** The only municipality whose council the article names, at its top: «Priekules novada dome 30. jūnijā izskatīja …». */
function publisher(
  { tokens, sentences }: SegmentedArticle,
  possible: readonly Municipality[],
): Municipality | undefined {
  const councils = possible.flatMap((entity) =>
    entity.mentions
      .filter(({ last }) => /^(?:dom(?:e|es|ei|i|ē)|pašvaldīb(?:a|as|ai|u|ā))$/u.test(tokens[last]?.lower ?? ''))
      .map(({ sentence }) => ({ entity, paragraph: sentences[sentence]?.paragraph ?? TOP })),
  );
  const [first] = councils;
  const one = first && councils.every(({ entity }) => entity === first.entity);
  return one && councils.some(({ paragraph }) => paragraph < TOP) ? first.entity : undefined;
}

/** «novada dienests», where the article has named one novads so far, and that in full. */
function onlyBefore(named: readonly Place[], { start }: Mention): Municipality | undefined {
  const entities = new Set(
    named.filter((place) => place.mention.start < start && !isBare(place)).map(({ entity }) => entity),
  );
  return entities.size === 1 ? [...entities][0] : undefined;
}

/** «Alsungas, Kuldīgas un Skrundas novads»: the last of a list is meant no more than the others. */
const isListed = ({ entity, mention }: Place, places: readonly Place[]): boolean =>
  places.some((other) => other.entity !== entity && mention.first - other.mention.last === 1);

const isBare = ({ mention }: Place): boolean => (mention as MunicipalityMention).form === 'bare';

/** «Varakļānu novads ir daļa no Madonas novada. Tā bijušais dienests …»: the pronoun means the first of the sentence before. */
function ofPronoun(doc: SegmentedArticle, mention: Mention, places: readonly Place[]): Municipality | undefined {
  const first = doc.sentences[mention.sentence]?.first ?? 0;
  if (mention.first - first > 2 || !/^(?:tā|tās)$/u.test(doc.tokens[first]?.lower ?? '')) return undefined;
  return places.find((place) => place.mention.sentence === mention.sentence - 1)?.entity;
}

/** The only self-governing municipality that the sentence of a mention names. */
export function besideOf(mention: Mention, municipalities: readonly Municipality[]): Municipality | undefined {
  const beside = municipalities.filter(
    ({ type, mentions }) => SELF_GOVERNING.has(type) && mentions.some(({ sentence }) => sentence === mention.sentence),
  );
  return beside.length === 1 ? beside[0] : undefined;
}

/** The municipality that an article is about: the only one, or the one that it names far more often than any other. */
function subjectOf(possible: readonly Municipality[]): Municipality | undefined {
  const [first, second] = [...possible].sort((a, b) => b.mentions.length - a.mentions.length);
  return first && (!second || first.mentions.length > 2 * second.mentions.length) ? first : undefined;
}
