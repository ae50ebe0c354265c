import { fold, slug } from '../0-contract/fold.js';
import { readList } from '../0-contract/lists.js';
import type { Institution, InstitutionMention, Municipality, SegmentedArticle } from '../0-contract/types.js';
import { declineNoun } from '../0-latvian/declension.js';
import { genitiveOfPlace } from '../0-latvian/genitive.js';
import { inflectedPhrase } from '../0-latvian/phrases.js';
import { besideOf, ownerOf } from './owners.js';
import type { Resolver } from './resolve.js';

interface Cluster {
  /** Nominative, with the owner. */
  name: string;
  readonly names: Set<string>;
  readonly mentions: InstitutionMention[];
  readonly type: string;
  owner?: Municipality;
  /** Short names that the article gives it. */
  readonly short: Set<string>;
}

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
        ? partOf(clusters, mention)
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
/** Kinds that are parts of another institution. */
const PARTS: ReadonlySet<string> = new Set(['committee', 'department']);
const WHOLES: ReadonlySet<string> = new Set([
  'council',
  'ministry',
  'municipal administration',
  'agency',
  'social service',
]);

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

const genitive = (noun: string): string | undefined =>
  declineNoun(noun).find((form) => form.case === 'genitive' && form.number === 'singular')?.form;

/** The genitive of a name that ends in its noun: «Saldus novada Sociālais dienests» → «Saldus novada Sociālā dienesta». */
function genitiveOfName(name: string): string | undefined {
  const words = name.split(' ');
  const noun = words.at(-1) ?? '';
  const form = genitive(noun);
  if (!form) return undefined;
  const gender = noun.endsWith('s') || noun.endsWith('š') ? 'masculine' : 'feminine';
  const reading = { case: 'genitive', number: 'singular' } as const;
  const inflected = inflectedPhrase(words, words.length - 1, { lemma: noun, gender }, reading, form);
  return inflected
    .map((word, i) => (/^\p{Lu}/u.test(words[i] ?? '') ? upperFirst(word, words[i] ?? '') : word))
    .join(' ');
}

/** With the capitals of a word. */
const upperFirst = (word: string, like: string): string =>
  like.length > 1 && like === like.toUpperCase() ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);

function join(clusters: Cluster[], mention: InstitutionMention, municipalities: readonly Municipality[]): Cluster {
  const owner = mention.owner && municipalities.find(({ id }) => mention.owner?.includes(id));
  const whole = expanded(mention.name, clusters);
  let cluster =
    clusters.find((other) => same(other, mention, owner)) ??
    clusters.find(({ names }) => [...names].some((name) => bare(expanded(name, clusters)) === bare(whole)));
  if (!cluster) {
    cluster = { name: mention.name, names: new Set(), mentions: [], type: mention.type, short: new Set() };
    clusters.push(cluster);
  }
  if (owner) cluster.owner ??= owner;
  // the name with its owner is the better one
  if (PARTS.has(cluster.type) && mention.name.endsWith(` ${cluster.name}`)) cluster.name = mention.name;
  cluster.names.add(mention.name);
  cluster.mentions.push(mention);
  if (mention.introduces) cluster.short.add(mention.introduces);
  return cluster;
}

function same(cluster: Cluster, mention: InstitutionMention, owner: Municipality | undefined): boolean {
  if ([...cluster.names].some((name) => bare(name) === bare(mention.name))) return true;
  if (cluster.short.has(mention.name) || isShortOf(mention.name, cluster.name)) return true;
  // «Labklājības ministrijas (LM) Sociālo pakalpojumu departaments» and «LM Sociālo pakalpojumu departaments»
  const [a, b] = [fold(mention.name), fold(cluster.name)];
  const isPart = PARTS.has(mention.type) && PARTS.has(cluster.type) && compatible(cluster.owner, owner);
  if (isPart && (a.endsWith(` ${b}`) || b.endsWith(` ${a}`))) return true;
  const [mine, its] = [quotedCore(mention.name), quotedCore(cluster.name)];
  // “Sociālais dienests” is the name of many: there the owner must be the same
  if (mine && mine === its && compatible(cluster.owner, owner) && (owner || !/dienests$/u.test(mine))) return true;
  if (!owner || cluster.owner?.id !== owner.id) return false;
  const end = ending(mention.name);
  return end !== '' && end === ending(cluster.name);
}

/** «Balvu dienests» is «Balvu novada pašvaldības aģentūra “Sociālais dienests”». */
function isShortOf(short: string, name: string): boolean {
  const [place, noun, more] = fold(short).split(' ');
  const words = fold(name).split(' ');
  return more === undefined && noun === 'dienests' && words[0] === place && words.at(-1) === noun;
}

/** «LM Sociālā darba departaments» → «Labklājības ministrijas Sociālā darba departaments», if the article names the ministry. */
function expanded(name: string, clusters: readonly Cluster[]): string {
  const [letters = '', ...rest] = name.split(' ');
  if (rest.length === 0 || !/^\p{Lu}{2,}$/u.test(letters)) return name;
  const owner = clusters.find(
    ({ mentions, short }) => short.has(letters) || mentions.some(({ text }) => text === letters),
  );
  const whole = owner && genitiveOfName(owner.name);
  return whole ? [whole, ...rest].join(' ') : name;
}

/** A town and its novads share the first word of their names. */
const samePlace = (a: Municipality, b: Municipality): boolean =>
  genitiveOfPlace(a.name).split(' ')[0] === genitiveOfPlace(b.name).split(' ')[0];

const compatible = (a: Municipality | undefined, b: Municipality | undefined): boolean => !a || !b || a.id === b.id;

const LEGAL = /(?:^|\s)(?:vsia|sia|as|biedriba|nodibinajums|pasvaldibas (?:iestade|agentura)|iestade|agentura)(?=\s)/gu;

/** Folded, without legal forms: two names that differ in nothing else are one. */
const bare = (name: string): string => {
  const folded = fold(name);
  return folded.replace(LEGAL, ' ').replace(/\s+/gu, ' ').trim() || folded;
};

/** The innermost name in quotes: `Krastmala` of «VSIA “Slimnīca “Krastmala””» and of «slimnīca “Krastmala”». */
const quotedCore = (name: string): string | undefined => {
  const inner = /[“]([^“”]+)”+$/u.exec(name)?.[1];
  return inner && fold(inner);
};

/** The last two words, which an owner shares with no other of its institutions: «Sociālais dienests», «novada dome». */
const ending = (name: string): string => {
  const words = fold(name).split(' ');
  const last = words.at(-1) ?? '';
  return UNIQUE.has(last) ? last : words.slice(-2).join(' ');
};
const UNIQUE = new Set(['barintiesa', 'dome', 'buvvalde']);

/**
 * The institution that a name without an owner stands for: by its short name, else the last one before it whose name ends
 * so, else that of its municipality, else the only one of the article whose name ends so.
 */
function referredTo(
  doc: SegmentedArticle,
  clusters: Cluster[],
  mention: InstitutionMention,
  municipalities: readonly Municipality[],
): Cluster | undefined {
  const wanted = fold(mention.name);
  const local = localWord(doc, mention);
  const beside = besideOf(mention, municipalities);
  const possible = local
    ? clusters.filter(({ name }) => fold(name).includes(` ${fold(local)} `))
    : clusters.filter(({ owner }) => !owner || !beside || samePlace(owner, beside));
  const introduced = possible.find(({ short }) => [...short].some((name) => fold(name) === wanted));
  if (introduced) return introduced;
  const fitting = possible.filter(({ names }) => [...names].some((name) => holds(fold(name), wanted)));
  return (
    lastBefore(fitting, mention) ??
    owned(doc, clusters, mention, municipalities, local) ??
    (fitting.length === 1 ? fitting[0] : undefined)
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

/** «Ģimenes atbalsta nodaļas vadītāja»: a part of the institution that the article named last. */
function partOf(clusters: Cluster[], mention: InstitutionMention): Cluster | undefined {
  const known = clusters.find(({ name }) => fold(name).endsWith(` ${fold(mention.name)}`));
  if (known) return known;
  const whole = lastBefore(
    clusters.filter(({ type }) => WHOLES.has(type)),
    mention,
  );
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
