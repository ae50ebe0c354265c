import { territories, validOn } from '../../pipeline/0-contract/territory-table.js';
import type { Article } from '../../pipeline/0-contract/types.js';
import { formsOfPart } from '../../pipeline/0-latvian/name-forms.js';
import { plainArticle } from '../../pipeline/2-clean/plain.js';

/**
 * Synthetic articles for measuring: made from templates, each says about 30 things of municipalities, projects,
 * institutions and people. The same number gives the same article in any run. Pools grow with the number of articles as
 * they do in a real collection: every fifteen articles bring a project, every third a person; municipalities stay.
 */

const MALE = ['Andris', 'Jānis', 'Māris', 'Edgars', 'Kaspars', 'Guntis', 'Valdis', 'Ivars', 'Raimonds', 'Artūrs'];
const FEMALE = [
  'Anna',
  'Ilze',
  'Inese',
  'Sanita',
  'Dace',
  'Līga',
  'Zane',
  'Kristīne',
  'Baiba',
  'Gunta',
  'Aija',
  'Evita',
];
const STEMS = [
  'Sil',
  'Gail',
  'Vēj',
  'Rud',
  'Mež',
  'Stārp',
  'Dzirn',
  'Lauk',
  'Krast',
  'Purv',
  'Zvirg',
  'Ciel',
  'Mald',
  'Birz',
];
const SECOND = [
  'en',
  'kaln',
  'up',
  'zar',
  'lej',
  'mal',
  'bērz',
  'vald',
  'ziem',
  'ozol',
  'grav',
  'stran',
  'bruk',
  'tec',
];
const TITLE_FIRST = [
  'Soļi',
  'Ceļš',
  'Atbalsts',
  'Tilts',
  'Roka',
  'Durvis',
  'Logs',
  'Sākums',
  'Kopā',
  'Blakus',
  'Tuvāk',
  'Līdzās',
];
const TITLE_NEXT = [
  'mājām',
  'ģimenei',
  'senioriem',
  'bērniem',
  'kaimiņiem',
  'jauniešiem',
  'vecākiem',
  'aprūpei',
  'dzīvei',
  'darbam',
];
const TITLE_LAST = ['Vidzemē', 'Latgalē', 'Kurzemē', 'Zemgalē', 'Sēlijā', 'pilsētā', 'laukos', 'pierobežā'];
const SOCIETIES = [
  'Rūpju nams',
  'Cerību logs',
  'Mūsu pagalms',
  'Siltā istaba',
  'Ceļavējš',
  'Atspulgs',
  'Baltā bura',
  'Saules taka',
];
const MONTHS = [
  'janvārī',
  'februārī',
  'martā',
  'aprīlī',
  'maijā',
  'jūnijā',
  'jūlijā',
  'augustā',
  'septembrī',
  'oktobrī',
  'novembrī',
  'decembrī',
];
const SUBJECTS = [
  'ģimenes asistentiem',
  'grupu dzīvokļiem',
  'aprūpi mājās',
  'dienas centru',
  'atelpas brīdi',
  'mobilo komandu',
];

/** Seeded, so that runs can be compared (mulberry32, public domain). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The novadi in force on a day, by their genitive (`Ādažu`). */
const novadi = (day: string): readonly string[] =>
  [...territories.values()]
    .filter((row) => row.kind === 'novads' && validOn(row, day))
    .map(({ name }) => name.replace(/ novads$/u, ''));

function projectOf(n: number): { title: string; number: string } {
  const [a, b, c] = [n, Math.floor(n / TITLE_FIRST.length), Math.floor(n / (TITLE_FIRST.length * TITLE_NEXT.length))];
  const round = Math.floor(n / (TITLE_FIRST.length * TITLE_NEXT.length * TITLE_LAST.length));
  const title = `${at(TITLE_FIRST, a)} ${at(TITLE_NEXT, b)} ${at(TITLE_LAST, c)}${round > 0 ? ` ${round + 1}` : ''}`;
  return {
    title,
    number: `9.${1 + (n % 3)}.${1 + (n % 4)}.${1 + (n % 5)}/${15 + (n % 8)}/I/${String(1 + n).padStart(3, '0')}`,
  };
}

interface SyntheticPerson {
  readonly name: string;
  readonly accusative: string;
  readonly female: boolean;
}

function personOf(n: number): SyntheticPerson {
  const female = n % 3 !== 0;
  const given = at(female ? FEMALE : MALE, n);
  const stem = at(STEMS, Math.floor(n / 12)) + at(SECOND, Math.floor(n / (12 * STEMS.length)));
  const round = Math.floor(n / (12 * STEMS.length * SECOND.length));
  // a second surname tells the people of a large collection apart
  const surname = `${stem}${female ? 'a' : 's'}${round > 0 ? `-${at(STEMS, round)}${female ? 'iņa' : 'iņš'}` : ''}`;
  const inCase = (word: string) => formsOfPart(word, female ? 'feminine' : 'masculine').get('accusative')?.[0] ?? word;
  return {
    name: `${given} ${surname}`,
    accusative: `${inCase(given)} ${surname.split('-').map(inCase).join('-')}`,
    female,
  };
}

/** @param n number of the article, @param of how many there are to be (pools grow with it) */
export function syntheticArticle(n: number, of: number): Article {
  const random = randomOf(n + 1);
  const pick = (below: number): number => Math.floor(random() * below);
  const year = 2016 + pick(10);
  const month = pick(12);
  const published = `${year}-${String(month + 1).padStart(2, '0')}-${String(1 + pick(28)).padStart(2, '0')}`;
  const places = novadi(published);
  const some = (count: number): string[] => {
    const first = pick(places.length);
    // steps that share no factor with any count of places up to 120, so that none comes twice
    return Array.from({ length: count }, (_, k) => at(places, first + k * 7));
  };
  const project = projectOf(pick(Math.ceil(of / 15)));
  const second = projectOf(pick(Math.ceil(of / 15)));
  const person = () => personOf(pick(Math.ceil(of / 3)));
  const [host = '', office = '', ...members] = some(14);
  const [director, head, expert, speaker] = [person(), person(), person(), person()];
  const society = `${at(SOCIETIES, pick(SOCIETIES.length))}${of > 100 ? ` ${1 + pick(Math.ceil(of / 100))}` : ''}`;
  const joined = members.slice(0, 6).map((name) => `${name} novads`);
  const title = `${host} novadā sāk ${at(SUBJECTS, pick(SUBJECTS.length))}`;
  const lines = [
    `Projektā „${project.title}” (Nr. ${project.number}) piedalās ${joined.slice(0, -1).join(', ')} un ${joined.at(-1)}.`,
    `Projekts „${project.title}” sākās ${year - 1}. gada ${at(MONTHS, month)} un noslēgsies ${year + 2}. gada ${at(MONTHS, month + 3)}.`,
    `Projektu „${project.title}” īsteno ${host} novada Sociālais dienests sadarbībā ar biedrību „${society}”.`,
    `Projektu finansē Eiropas Sociālais fonds un Labklājības ministrija.`,
    `${host} novada Sociālā dienesta ${director.female ? 'vadītāja' : 'vadītājs'} ${director.name} uzsver, ka darba netrūks.`,
    `${office} novada Sociālo dienestu kopš ${year - 2}. gada vada ${head.name}.`,
    `Labklājības ministrijas ${expert.female ? 'vecākā eksperte' : 'vecākais eksperts'} ${expert.name} skaidro, kā pakalpojumu saņemt.`,
    `Biedrības „${society}” ${speaker.female ? 'valdes priekšsēdētāja' : 'valdes priekšsēdētājs'} ${speaker.name} atgādina par pieteikšanos.`,
    `Projektam „${second.title}” no ${year}. gada 1. ${at(['janvāra', 'marta', 'maija', 'jūlija', 'septembra'], month)} pievienojās ${members[6]} novads, ${members[7]} novads un ${members[8]} novads.`,
    `${members[9]} novads no dalības projektā „${second.title}” atteicās.`,
    `Projekta „${second.title}” partneri ir ${members[10]} novada pašvaldība un ${members[11]} novada Sociālais dienests.`,
    `Seminārs par projektu notika ${host} novadā ${year}. gada ${1 + pick(28)}. ${at(['janvārī', 'martā', 'maijā', 'jūlijā', 'septembrī'], month)}.`,
    `Tikšanos ar ${expert.accusative} rīkoja ${office} novada pašvaldība, un tajā piedalījās ${4 + pick(40)} iedzīvotāji.`,
  ];
  const url = `https://zinas${n % 50}.example/raksti/${n}`;
  return { ...plainArticle(url, [title, ...lines].join('\n\n'), published), url, title };
}
