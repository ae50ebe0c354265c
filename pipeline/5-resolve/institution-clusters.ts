import { fold } from '../0-contract/fold.js';
import type { InstitutionMention, Municipality } from '../0-contract/types.js';
import { declineNoun } from '../0-latvian/declension.js';
import { inflectedPhrase } from '../0-latvian/phrases.js';

/** Mentions of one institution, before it becomes an entity. */
export interface Cluster {
  /** Nominative, with the owner. */
  name: string;
  readonly names: Set<string>;
  readonly mentions: InstitutionMention[];
  readonly type: string;
  owner?: Municipality;
  /** Short names that the article gives it. */
  readonly short: Set<string>;
}

/** Kinds that are parts of another institution. */
export const PARTS: ReadonlySet<string> = new Set(['committee', 'department']);
export const WHOLES: ReadonlySet<string> = new Set([
  'council',
  'ministry',
  'municipal administration',
  'agency',
  'social service',
]);

export const genitive = (noun: string): string | undefined =>
  declineNoun(noun).find((form) => form.case === 'genitive' && form.number === 'singular')?.form;

/** The genitive of a name that ends in its noun: «Saldus novada Sociālais dienests» → «Saldus novada Sociālā dienesta». */
export function genitiveOfName(name: string): string | undefined {
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

/** Puts a mention that names its institution in full to the others of that institution. */
export function join(
  clusters: Cluster[],
  mention: InstitutionMention,
  municipalities: readonly Municipality[],
): Cluster {
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

const compatible = (a: Municipality | undefined, b: Municipality | undefined): boolean => !a || !b || a.id === b.id;

const LEGAL = /(?:^|\s)(?:vsia|sia|as|biedriba|nodibinajums|pasvaldibas (?:iestade|agentura)|iestade|agentura)(?=\s)/gu;

/** Folded, without legal forms: two names that differ in nothing else are one. */
export const bare = (name: string): string => {
  const folded = fold(name);
  return folded.replace(LEGAL, ' ').replace(/\s+/gu, ' ').trim() || folded;
};

/** The innermost name in quotes: `Krastmala` of «VSIA “Slimnīca “Krastmala””» and of «slimnīca “Krastmala”». */
const quotedCore = (name: string): string | undefined => {
  const inner = /[“]([^“”]+)”+$/u.exec(name)?.[1];
  return inner && fold(inner);
};

/** The last two words, which an owner shares with no other of its institutions: «Sociālais dienests», «novada dome». */
export const ending = (name: string): string => {
  const words = fold(name).split(' ');
  const last = words.at(-1) ?? '';
  return UNIQUE.has(last) ? last : words.slice(-2).join(' ');
};
const UNIQUE = new Set(['barintiesa', 'dome', 'buvvalde']);
