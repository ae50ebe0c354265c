import { slug } from '../0-contract/fold.js';
import { readList } from '../0-contract/lists.js';
import type { Institution, InstitutionMention, Municipality, SegmentedArticle } from '../0-contract/types.js';
import { type Cluster, genitive, genitiveOfName, join, PARTS, WHOLES } from './institution-clusters.js';
import { partOf, referredTo } from './institution-references.js';
import type { Resolver } from './resolve.js';

/**
 * One entity for each institution of the article: by name, by the quoted part of it, by the short name that the article
 * gives it; a name without its owner takes the owner of the sentence or of the article, a mere head noun («Dienests») the
 * last institution of that kind. What cannot be told makes no entity.
 */
export const resolveInstitutions: Resolver = (doc, mentions, known) => {
  const all = mentions
    .filter((mention): mention is InstitutionMention => mention.kind === 'institution')
    .flatMap((mention) => (mention.parent ? [mention.parent, mention] : [mention]));
  const municipalities = known.filter((entity): entity is Municipality => entity.kind === 'municipality');
  const clusters: Cluster[] = [];
  const rest: InstitutionMention[] = [];
  for (const mention of all) {
    if (mention.needsOwner) rest.push(mention);
    else join(clusters, mention, municipalities);
  }
  for (const mention of rest) {
    const cluster =
      mention.type === 'department' && /\s/u.test(mention.name) && !OF_MUNICIPALITIES.has(mention.name.toLowerCase())
        ? partOf(doc, clusters, mention)
        : referredTo(doc, clusters, mention, municipalities);
    if (!cluster) continue;
    cluster.mentions.push(mention);
    if (mention.introduces) cluster.short.add(mention.introduces);
  }
  for (const cluster of clusters) nameAfterParent(doc, cluster, clusters);
  return clusters.map(entityOf);
};

/** Names that the institutions of municipalities share, lower case. */
const OF_MUNICIPALITIES: ReadonlySet<string> = new Set(readList('lexicon/owner-only.txt'));

/** «domes Sociālo jautājumu komiteja» is named after the dome that the article has: «Talsu novada domes Sociālo …». */
function nameAfterParent({ tokens }: SegmentedArticle, cluster: Cluster, clusters: readonly Cluster[]): void {
  const [mention] = cluster.mentions;
  const noun = mention && tokens[mention.first - 1];
  if (!PARTS.has(cluster.type) || cluster.owner || noun?.sentence !== mention?.sentence || noun?.kind !== 'word')
    return;
  if (noun.capital) return;
  const parents = clusters.filter(
    ({ name, type }) => WHOLES.has(type) && genitive(name.split(' ').at(-1) ?? '') === noun.lower,
  );
  const [parent] = parents;
  if (!parent || parents.length > 1) return;
  cluster.names.add(cluster.name);
  cluster.name = `${genitiveOfName(parent.name)} ${cluster.name}`;
  if (parent.owner) cluster.owner = parent.owner;
}

function entityOf({ name, names, mentions, type, owner, short }: Cluster): Institution {
  const inOrder = [...mentions].sort((a, b) => a.start - b.start);
  const aliases = new Set([...names, ...short, ...inOrder.map((mention) => mention.name)]);
  aliases.delete(name);
  return {
    kind: 'institution',
    id: `institution-${slug(name)}`,
    name,
    aliases: [...aliases].filter((alias) => /\s|\p{Lu}\p{Lu}/u.test(alias) || short.has(alias)),
    mentions: inOrder,
    confidence: Math.max(...inOrder.map(({ confidence }) => confidence)),
    type,
    ...(owner ? { owner: owner.id } : {}),
  };
}
