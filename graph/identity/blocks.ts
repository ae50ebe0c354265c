import { fold, slug } from '../../pipeline/0-contract/fold.js';
import { coreOf } from './institutions.js';
import { type Known, unique } from './known.js';
import { partsOfName } from './persons.js';
import { isIdentifying } from './projects.js';
import type { Renaming } from './renamed.js';
import { placeOf, stem, withoutFillers, wordsOf } from './words.js';

/** Letters of a word that two spellings of it are taken to share, at its beginning or its end. */
const KEPT = 4;

/**
 * Blocks of a key: only keys with a block in common can resemble each other. Few keys share one, however large the graph:
 * a block holds names that begin and end alike, not all of a surname or all social services.
 */
export function blocksOf(known: Known, renamings: readonly Renaming[]): string[] {
  const names = unique(known.said.map(({ says }) => says.name));
  const blocks = (): string[] => {
    switch (known.kind) {
      case 'person':
        return names.flatMap(personBlocks);
      case 'institution':
        return [...names.flatMap((name) => institutionBlocks(known, name)), ...renamedBlocks(known.key, renamings)];
      case 'project':
        return projectBlocks(known, names);
      default:
        return [];
    }
  };
  return unique(blocks()).map((block) => `${known.kind} ${block}`);
}

/** `j. berzin` for initials and case forms, `janis ber` for slips and second surnames. */
function personBlocks(name: string): string[] {
  const { given, surname, initials } = partsOfName(name);
  const short = `${given.charAt(0)}. ${stem(surname)}`;
  return initials ? [short] : [short, `${given} ${surname.slice(0, KEPT - 1)}`];
}

/** Short names and names in quotes are met in every municipality, so those of an owned body are kept with its place. */
function institutionBlocks({ said }: Known, name: string): string[] {
  const words = withoutFillers(wordsOf(name));
  const [owner] = unique(said.flatMap(({ says }) => says.owner ?? []));
  const place = owner === undefined ? '' : placeOf(owner);
  const core = coreOf(name);
  const abbreviations = [name, ...said.flatMap(({ says }) => says.aliases)].filter((one) => /^\p{Lu}{2,8}$/u.test(one));
  return [
    `${(place || stem(words[0] ?? '')).slice(0, KEPT)} ${stem(words.at(-1) ?? '').slice(-KEPT)}`,
    ...(core === undefined ? [] : [`${place}“${core}”`]),
    ...abbreviations.map((letters) => `${place}(${fold(letters)})`),
    ...leadBlocks(name).map((lead) => place + lead),
  ];
}

/** Words of bodies that parts are named after. */
const WHOLE = /^(?:ministrijas|agenturas|dienesta|centra|centrs|fonda|regiona|savienibas|parvaldes)$/u;

/** `lm socialo pakalpojumu departaments`, of the name with the abbreviation and of the name in full. */
function leadBlocks(name: string): string[] {
  const words = wordsOf(name);
  if (/^\p{Lu}{2,8}\s/u.test(name)) return [words.join(' ')];
  const whole = words.findIndex((word) => WHOLE.test(word));
  if (whole < 1 || whole > KEPT || whole === words.length - 1) return [];
  const initials = words.slice(0, whole + 1).map((word) => word.charAt(0));
  return [[initials.join(''), ...words.slice(whole + 1)].join(' ')];
}

const renamedBlocks = (key: string, renamings: readonly Renaming[]): string[] =>
  renamings.filter(({ from, to }) => from === key || to === key).map(({ to }) => `renamed ${to}`);

function projectBlocks({ said }: Known, names: readonly string[]): string[] {
  const numbers = unique(said.flatMap(({ says }) => says.number ?? [])).filter(isIdentifying);
  const titles = names.map(wordsOf).filter(([first, second]) => !(first === 'projekts' && second === 'nr'));
  return [
    ...numbers.map((number) => `number ${slug(number)}`),
    ...titles.map((words) => `${words[0]?.slice(0, KEPT)} ${words.at(-1)?.slice(-KEPT)}`),
    // a title and the same with more behind it
    ...titles.filter(({ length }) => length >= 2).map(([first, second]) => `${first} ${second} …`),
  ];
}
