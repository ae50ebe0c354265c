import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type distance from 'natural/lib/natural/distance/index.js';
import { fold, slug } from '../0-contract/fold.js';
import type { Entity, Mention, Project, ProjectMention, SegmentedArticle } from '../0-contract/types.js';
import { periodOf } from './project-periods.js';
import type { Resolver } from './resolve.js';

interface Cluster {
  readonly mentions: ProjectMention[];
  number?: string;
}

/**
 * One entity for each project of the article: by number, by equal or nearly equal title, and what only says «projekts» by
 * what was named before it. Pilots and activities are part of the project they are named with.
 */
export const resolveProjects: Resolver = (doc, mentions, known) => {
  const projects = mentions.filter((mention): mention is ProjectMention => mention.kind === 'project');
  const clusters: Cluster[] = [];
  for (const mention of projects.filter(({ title }) => title !== '')) {
    const cluster = clusters.find((other) => sameProject(other, mention)) ?? newCluster(clusters);
    add(cluster, mention);
  }
  for (const mention of projects.filter(({ title, number }) => title === '' && number)) {
    const cluster =
      clusters.find(({ number }) => number === mention.number) ??
      labelledBefore(doc, clusters, mention) ??
      onlyWithoutNumber(clusters) ??
      newCluster(clusters);
    add(cluster, mention);
  }
  for (const mention of projects.filter(({ title, number }) => title === '' && !number)) {
    referredTo(doc, clusters, mention)?.mentions.push(mention);
  }
  const entities = clusters.map(entityOf);
  return entities.map((entity) => {
    const parent = parentOf(doc, entity, entities);
    const period = periodOf(doc, entity, known);
    return { ...entity, ...(parent ? { partOf: parent.id } : {}), ...period };
  });
};

function newCluster(clusters: Cluster[]): Cluster {
  const cluster: Cluster = { mentions: [] };
  clusters.push(cluster);
  return cluster;
}

function add(cluster: Cluster, mention: ProjectMention): void {
  cluster.mentions.push(mention);
  if (mention.number) cluster.number ??= mention.number;
}

function sameProject(cluster: Cluster, mention: ProjectMention): boolean {
  const [first] = cluster.mentions as [ProjectMention];
  // an activity or a pilot may be given the number of its project
  if (first.type === mention.type && mention.number && cluster.number === mention.number) return true;
  if (cluster.number && mention.number && cluster.number !== mention.number) return false;
  return cluster.mentions.some(({ title }) => nearlyEqual(fold(title), fold(mention.title)));
}

/** Above this share of equal letters two titles are one, misspelt; «1. kārta» and «2. kārta» are two, whatever the share. */
const NEAR = 0.9;

/** Loaded when two titles must be compared: it takes 25 ms. */
let natural: typeof distance | undefined;

function nearlyEqual(a: string, b: string): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  if (longest < 12 || Math.abs(a.length - b.length) > longest * (1 - NEAR)) return false;
  if (a.replace(/\P{N}+/gu, ' ').trim() !== b.replace(/\P{N}+/gu, ' ').trim()) return false;
  natural ??= createRequire(import.meta.url)('natural/lib/natural/distance/index.js') as typeof distance;
  return 1 - natural.LevenshteinDistance(a, b) / longest >= NEAR;
}

/** Lines of a project's card between its title and its number. */
const CARD = 4;

/** «Projekta nosaukums: …» and, some lines below, «Projekta numurs: …»: of a card the number is that of the title above. */
function labelledBefore(
  { tokens, sentences }: SegmentedArticle,
  clusters: readonly Cluster[],
  mention: ProjectMention,
): Cluster | undefined {
  if (mention.first !== sentences[mention.sentence]?.first || !/^numur/u.test(tokens[mention.first + 1]?.lower ?? ''))
    return undefined;
  return clusters.find(
    ({ number, mentions }) =>
      !number && mentions.some(({ sentence }) => sentence < mention.sentence && mention.sentence - sentence <= CARD),
  );
}

/** A number without a title belongs to the only project that has no number yet. */
function onlyWithoutNumber(clusters: readonly Cluster[]): Cluster | undefined {
  const open = clusters.filter(({ number, mentions }) => !number && mentions[0]?.type === 'project');
  return open.length === 1 && clusters.length === 1 ? open[0] : undefined;
}

/**
 * «pilotprojekts» is a pilot, «projekts» a project: the last one before it in its paragraph, else the one that the
 * article names most often before (of several the last), since a project that was only compared with is not gone on about.
 */
function referredTo(doc: SegmentedArticle, clusters: readonly Cluster[], mention: ProjectMention): Cluster | undefined {
  const main = clusters.filter(({ mentions }) => mentions[0]?.type === 'project' || mentions[0]?.type === 'pilot');
  const sameType = main.filter(({ mentions }) => mentions[0]?.type === mention.type);
  const paragraphStart = startOfParagraph(doc, mention);
  for (const pool of [sameType, main]) {
    const before = pool
      .map((cluster) => ({
        cluster,
        at: lastBefore(cluster, mention.start),
        times: timesBefore(cluster, mention.start),
      }))
      .filter(({ at }) => at >= 0);
    const here = before.filter(({ at }) => at >= paragraphStart).sort((a, b) => b.at - a.at)[0];
    const oftenest = before.sort((a, b) => b.times - a.times || b.at - a.at)[0];
    if (here ?? oftenest) return (here ?? oftenest)?.cluster;
    if (pool.length === 1 && pool[0] && isAhead(pool[0], mention)) return pool[0];
  }
  return undefined;
}

/** Sentences at the top of an article, which may speak of a project before they name it, and how far ahead any may. */
const TOP = 5;
const AHEAD = 2;
const isAhead = ({ mentions }: Cluster, { sentence }: ProjectMention): boolean =>
  sentence < TOP || (mentions[0]?.sentence ?? 0) - sentence <= AHEAD;

/** First character of the paragraph in which a mention stands. */
function startOfParagraph({ sentences }: SegmentedArticle, { sentence }: ProjectMention): number {
  const paragraph = sentences[sentence]?.paragraph;
  return sentences.find((other) => other.paragraph === paragraph)?.start ?? 0;
}

const timesBefore = ({ mentions }: Cluster, start: number): number =>
  mentions.filter((mention) => mention.start < start && !mention.anaphoric).length;

const lastBefore = ({ mentions }: Cluster, start: number): number =>
  Math.max(-1, ...mentions.filter((mention) => mention.start < start).map((mention) => mention.start));

function entityOf({ mentions, number }: Cluster): Project {
  const inOrder = [...mentions].sort((a, b) => a.start - b.start);
  const titles = inOrder.map(({ title }) => title).filter(Boolean);
  const name = mostFrequent(titles) ?? `Projekts Nr. ${number}`;
  const named = inOrder.filter(({ title }) => title !== '');
  return {
    kind: 'project',
    id: `project-${shortSlug(name)}`,
    name,
    aliases: [...new Set(titles)].filter((title) => title !== name),
    mentions: inOrder,
    confidence: Math.max(...(named.length > 0 ? named : inOrder).map(({ confidence }) => confidence)),
    type: (named[0] ?? inOrder[0])?.type ?? 'project',
    ...(number ? { number } : {}),
  };
}

/** Of the spellings of a title the one that is written most often, of several the first. */
function mostFrequent(titles: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Slugs over this length are cut and told apart by a hash of the whole. */
const SLUG_LENGTH = 80;

function shortSlug(name: string): string {
  const whole = slug(name);
  if (whole.length <= SLUG_LENGTH) return whole;
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 6);
  return `${whole.slice(0, SLUG_LENGTH).replace(/-[^-]*$/u, '')}-${hash}`;
}

/** The project of which a pilot or an activity is part: named in the same sentence, else the only one of the article. */
function parentOf(doc: SegmentedArticle, entity: Project, all: readonly Project[]): Project | undefined {
  if (entity.type === 'project' || entity.type === 'measure') return undefined;
  const projects = all.filter(({ type }) => type === 'project');
  const own = titledMentions(entity);
  const beside = projects.filter(({ mentions }) =>
    mentions.some(
      (mention) =>
        own.some((pilot) => holds(doc, mention, pilot)) ||
        entity.mentions.some((pilot) => isCarriedOutBy(doc, mention, pilot)),
    ),
  );
  if (beside.length === 1) return beside[0];
  const [only] = projects;
  const comesFirst = only && own[0] && (only.mentions[0]?.start ?? 0) < own[0].start;
  return projects.length === 1 && comesFirst ? only : undefined;
}

/** In one sentence the project stands before its pilot, or «ietvaros» after it. */
function holds({ tokens }: SegmentedArticle, project: Mention, pilot: Mention): boolean {
  if (project.sentence !== pilot.sentence) return false;
  if (project.start < pilot.start) return true;
  // «… projekta “B” kārtas Nr. 9.2.2.2/16/I/001 ietvaros»
  return tokens
    .slice(project.last, project.last + 24)
    .filter(({ kind, lower, sentence }) => kind === 'word' && lower.length > 2 && sentence === project.sentence)
    .slice(0, 3)
    .some(({ lower }) => lower === 'ietvaros' || lower === 'ietvarā');
}

/** «Pilotprojektu rīko inspekcija, īstenojot projektu “B”.» */
const isCarriedOutBy = ({ tokens }: SegmentedArticle, project: Mention, pilot: Mention): boolean =>
  project.sentence === pilot.sentence &&
  pilot.last <= project.first &&
  tokens.slice(project.first - 4, project.first).some(({ lower }) => /^(?:īstenojot|realizējot)$/u.test(lower));

const titledMentions = ({ mentions }: Entity): readonly Mention[] =>
  mentions.filter((mention) => mention.kind === 'project' && !mention.anaphoric);
