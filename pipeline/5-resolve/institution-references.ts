import { fold } from '../0-contract/fold.js';
import type { InstitutionMention, Municipality, SegmentedArticle } from '../0-contract/types.js';
import { genitiveOfPlace } from '../0-latvian/genitive.js';
import { bare, type Cluster, ending, genitiveOfName, WHOLES } from './institution-clusters.js';
import { besideOf, ownerOf, samePlace } from './owners.js';

/**
 * The institution that a name without an owner stands for: by its short name, else the last one before it whose name ends
 * so, else that of its municipality, else the only one of the article whose name ends so.
 */
export function referredTo(
  doc: SegmentedArticle,
  clusters: Cluster[],
  mention: InstitutionMention,
  municipalities: readonly Municipality[],
): Cluster | undefined {
  const wanted = fold(mention.name);
  const local = localWord(doc, mention);
  const beside = besideOf(mention, municipalities);
  const possible = local
    ? clusters.filter(
        ({ name, owner }) => fold(name).includes(` ${fold(local)} `) && (!owner || !beside || samePlace(owner, beside)),
      )
    : clusters.filter(({ owner }) => !owner || !beside || samePlace(owner, beside));
  const introduced = possible.find(({ short }) => [...short].some((name) => fold(name) === wanted));
  if (introduced) return introduced;
  const fitting = possible.filter(({ names }) => [...names].some((name) => holds(fold(name), wanted)));
  return (
    meantOf(doc, fitting, mention) ??
    owned(doc, clusters, mention, municipalities, local) ??
    (fitting.length === 1 ? fitting[0] : undefined)
  );
}

/** Of some institutions, the one named last in the paragraph of a mention, else the one that the article names most, else last. */
function meantOf(
  doc: SegmentedArticle,
  clusters: readonly Cluster[],
  mention: InstitutionMention,
): Cluster | undefined {
  const before = ({ mentions }: Cluster): InstitutionMention[] => mentions.filter(({ start }) => start < mention.start);
  const [first, second] = clusters.toSorted((a, b) => before(b).length - before(a).length);
  const most = first && before(first).length > (second ? before(second).length : 0) ? first : undefined;
  return lastBefore(inParagraph(doc, clusters, mention), mention) ?? most ?? lastBefore(clusters, mention);
}

/** Of some institutions, those named before a mention in its paragraph. */
function inParagraph(
  { sentences }: SegmentedArticle,
  clusters: readonly Cluster[],
  { start, sentence }: InstitutionMention,
): Cluster[] {
  const paragraph = sentences[sentence]?.paragraph;
  return clusters.filter(({ mentions }) =>
    mentions.some((other) => other.start < start && sentences[other.sentence]?.paragraph === paragraph),
  );
}

/** Of some institutions, the one named last before a mention. */
function lastBefore(clusters: readonly Cluster[], { start }: InstitutionMention): Cluster | undefined {
  const at = ({ mentions }: Cluster): number =>
    Math.max(-1, ...mentions.filter((mention) => mention.start < start).map((mention) => mention.start));
  return clusters
    .filter((cluster) => at(cluster) >= 0)
    .sort((a, b) => at(b) - at(a))
    .at(0);
}

/** «novada dome», «pilsētas Sociālais dienests»: a word in small letters that says whose it is, at its start or before it. */
function localWord({ tokens }: SegmentedArticle, { name, first, sentence }: InstitutionMention): string | undefined {
  const before = tokens[first - 1];
  const words = [name.split(' ')[0], before?.sentence === sentence ? before.lower : undefined];
  return words.find((word) => word !== undefined && /^(?:novada|pilsētas|pagasta|rajona)$/u.test(word));
}

/**
 * What a department without an owner is a part of: the institution named last in its paragraph; further away the one that
 * the article gives a short name, since that one it is about; else the one named last.
 */
function wholeOf(
  doc: SegmentedArticle,
  clusters: readonly Cluster[],
  mention: InstitutionMention,
): Cluster | undefined {
  const wholes = clusters.filter(({ type }) => WHOLES.has(type));
  const introduced = wholes.filter(({ short, mentions }) =>
    mentions.some(({ introduces }) => introduces !== undefined && short.has(introduces)),
  );
  return (
    lastBefore(inParagraph(doc, wholes, mention), mention) ??
    (introduced.length === 1 ? introduced[0] : undefined) ??
    lastBefore(wholes, mention)
  );
}

/** «Ģimenes atbalsta nodaļas vadītāja»: a part of the institution that the article speaks of there. */
export function partOf(doc: SegmentedArticle, clusters: Cluster[], mention: InstitutionMention): Cluster | undefined {
  const known = clusters.find(({ name }) => fold(name).endsWith(` ${fold(mention.name)}`));
  if (known) return known;
  const whole = wholeOf(doc, clusters, mention);
  const genitive = whole && genitiveOfName(whole.name);
  if (!genitive) return undefined;
  const cluster: Cluster = {
    name: `${genitive} ${mention.name}`,
    names: new Set([mention.name]),
    mentions: [],
    type: mention.type,
    short: new Set(),
    ...(whole.owner ? { owner: whole.owner } : {}),
  };
  clusters.push(cluster);
  return cluster;
}

const holds = (name: string, wanted: string): boolean => ` ${name} `.includes(` ${wanted} `);

/** Nouns that say all by themselves: every municipality has one. */
const ONE_OF_EACH: ReadonlySet<string> = new Set(['bāriņtiesa', 'dome']);

/** Only a name that says what it is can take an owner: «Sociālais dienests», «Bāriņtiesa», «novada dome», not «Asociācija». */
function owned(
  doc: SegmentedArticle,
  clusters: Cluster[],
  mention: InstitutionMention,
  municipalities: readonly Municipality[],
  local: string | undefined,
): Cluster | undefined {
  const alone = !/\s/u.test(mention.name);
  if (alone && !ONE_OF_EACH.has(mention.name.toLowerCase())) return undefined;
  const owner = ownerOf(doc, mention, municipalities, local);
  if (!owner) return undefined;
  const place = genitiveOfPlace(owner.name);
  const own = mention.name.replace(/^(?:novada|pilsētas|pagasta|rajona) /u, '');
  const written = own === mention.name && !alone ? mention.name : own.toLowerCase();
  const name = `${place} ${written}`;
  const cluster = clusters.find(
    (other) => bare(other.name) === bare(name) || (other.owner?.id === owner.id && ending(other.name) === ending(name)),
  );
  if (cluster) return cluster;
  const fresh: Cluster = { name, names: new Set([name]), mentions: [], type: mention.type, owner, short: new Set() };
  clusters.push(fresh);
  return fresh;
}
