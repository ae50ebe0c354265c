import { slug } from '../0-contract/fold.js';
import type { NameReading, Person, PersonMention } from '../0-contract/types.js';
import type { Resolver } from './resolve.js';

/** How much a reading that other mentions of the article share gains over one that stands alone. */
const SHARED = 2;

interface Cluster {
  name: string;
  readonly readings: NameReading[];
  readonly mentions: PersonMention[];
}

/**
 * Clusters the mentions of persons by the nominative that they share. A form that may be several names (`Laura Vanaga`)
 * takes the one that other mentions speak for; initials join the one full name of the article that fits them.
 */
export const resolvePersons: Resolver = (_doc, all) => {
  const mentions = all.filter((mention): mention is PersonMention => mention.kind === 'person');
  const full = mentions.filter(({ initials }) => !initials);
  const support = new Map<string, number>();
  for (const mention of full) {
    for (const [name, weight] of weights(mention)) support.set(name, (support.get(name) ?? 0) + weight);
  }
  const clusters = new Map<string, Cluster>();
  const join = (mention: PersonMention, reading: NameReading): void => {
    // «Rēzija Kalniņa» and «Režija Kalniņa» in one article differ by a slip
    const key = slug(reading.name);
    const cluster = clusters.get(key) ?? { name: reading.name, readings: [], mentions: [] };
    cluster.readings.push(reading);
    cluster.mentions.push(mention);
    clusters.set(key, cluster);
  };
  for (const mention of full) {
    const own = weights(mention);
    const score = ({ name, weight }: NameReading): number =>
      weight * (1 + SHARED * ((support.get(name) ?? 0) - (own.get(name) ?? 0)));
    const [best] = [...mention.readings].sort((a, b) => score(b) - score(a));
    if (best) join(mention, best);
  }
  const named = [...clusters.values()];
  for (const mention of mentions) {
    if (!mention.initials) continue;
    const reading = expand(mention, named) ?? mention.readings[0];
    if (reading) join(mention, reading);
  }
  return [...clusters.values()].map(person).sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
};

/** The best weight of each name that a mention may be. */
function weights(mention: PersonMention): Map<string, number> {
  const best = new Map<string, number>();
  for (const { name, weight } of mention.readings) best.set(name, Math.max(best.get(name) ?? 0, weight));
  return best;
}

/** The reading of `V. Ķemmeres` that is the only full name of the article to fit it. */
function expand(mention: PersonMention, named: readonly Cluster[]): NameReading | undefined {
  const fitting = mention.readings.flatMap((reading) => {
    const words = reading.name.split(' ');
    const initial = (words[0] ?? '').replace('.', '');
    const surname = words.at(-1);
    return named
      .filter(({ name }) => name.startsWith(initial) && name.endsWith(` ${surname}`) && !name.includes('.'))
      .map(({ name }) => ({ ...reading, name }));
  });
  const names = new Set(fitting.map(({ name }) => name));
  return names.size === 1 ? fitting[0] : undefined;
}

function person({ name, readings, mentions }: Cluster): Person {
  const inOrder = [...mentions].sort((a, b) => a.start - b.start);
  const genders = new Set(readings.map(({ gender }) => gender));
  const [gender] = genders;
  const aliases = new Set(
    mentions.filter(({ initials }) => initials).map(({ readings: [reading] }) => reading?.name ?? name),
  );
  aliases.delete(name);
  return {
    kind: 'person',
    id: `person-${slug(name)}`,
    name,
    aliases: [...aliases],
    mentions: inOrder,
    confidence: Math.max(...mentions.map(({ confidence }) => confidence)),
    ...(gender && genders.size === 1 ? { gender } : {}),
  };
}
