import type { Mention, Municipality, SegmentedArticle, TerritoryKind } from '../0-contract/types.js';

/** Kinds that have a council and a social service of their own. */
const SELF_GOVERNING: ReadonlySet<TerritoryKind> = new Set([
  'novads',
  'republikas pilsēta',
  'valstspilsēta',
  'pilsēta',
]);

/**
 * The municipality that an institution named without an owner belongs to: the only one of its sentence, else the last one
 * before it in its paragraph, else the one that the article is about. Undefined where that cannot be told.
 */
export function ownerOf(
  doc: SegmentedArticle,
  mention: Mention,
  municipalities: readonly Municipality[],
): Municipality | undefined {
  const possible = municipalities.filter(({ type }) => SELF_GOVERNING.has(type));
  const beside = possible.filter(({ mentions }) => mentions.some(({ sentence }) => sentence === mention.sentence));
  if (beside.length === 1) return beside[0];
  if (beside.length > 1) return undefined;
  const paragraph = doc.sentences[mention.sentence]?.paragraph;
  const before = possible
    .flatMap((entity) => entity.mentions.map(({ start, sentence }) => ({ entity, start, sentence })))
    .filter(({ start, sentence }) => start < mention.start && doc.sentences[sentence]?.paragraph === paragraph)
    .sort((a, b) => b.start - a.start)[0];
  return before?.entity ?? subjectOf(possible);
}

/** The only self-governing municipality that the sentence of a mention names. */
export function besideOf(mention: Mention, municipalities: readonly Municipality[]): Municipality | undefined {
  const beside = municipalities.filter(
    ({ type, mentions }) => SELF_GOVERNING.has(type) && mentions.some(({ sentence }) => sentence === mention.sentence),
  );
  return beside.length === 1 ? beside[0] : undefined;
}

/** The municipality that an article is about: the only one, or the one that it names more often than any other. */
function subjectOf(possible: readonly Municipality[]): Municipality | undefined {
  const [first, second] = [...possible].sort((a, b) => b.mentions.length - a.mentions.length);
  return first && (!second || first.mentions.length > second.mentions.length) ? first : undefined;
}
