import type { MentionRule } from '../../0-contract/rule.js';
import type { ProjectMention, SegmentedArticle, Token } from '../../0-contract/types.js';
import { spanOf, wording } from '../mention.js';
import { leftEdge } from '../noun-phrase.js';
import { quotedBefore, quotedIn } from '../quotes.js';
import { numberAt } from './numbers.js';
import { quotedAfter, quotedAhead, unquoted } from './titles.js';
import { DRAFTS, OTHERS, type Site, sitesIn, TOPICS } from './words.js';

const isProject = ({ type }: Site): boolean => type === 'project' || type === 'pilot';

/** Titles that a site announces, each with the rule that reads it; the first that finds any. */
const titled = (doc: SegmentedArticle, site: Site) =>
  [quotedAfter, quotedAhead, unquoted].some((read) => read(doc, site).length > 0);

const quotedTitle: MentionRule = {
  id: 'project.quoted-title',
  why: 'Projekta nosaukums stāv pēdiņās aiz vārda «projekts», starp tiem var būt numurs vai «ar nosaukumu».',
  examples: {
    match: {
      'Novads piedalās projektā „Soli pa solim kopā" kopš maija.': 'Soli pa solim kopā',
      'Sākas ESF projekts Nr. 9.2.2.1/15/I/005 “Kopā varam”.': 'Kopā varam',
      'Telpas iekārtotas projektā Nr. 22-06-AL31-A019.2201-000004 “Rotaļu istaba”.': 'Rotaļu istaba',
      'Istabu iekārtoja Lauku attīstības programmas projektā “Droša vide bērniem”.': 'Droša vide bērniem',
      'Sākas iepriekš noteiktais projekts Nr. 1 “Atbalsta sistēma bērniem”.': 'Atbalsta sistēma bērniem',
      'Plānoti divi pilotprojekti: “Mobilā brigāde” Brocēnos un “Atbalsta persona” Skrundā.': [
        'Mobilā brigāde',
        'Atbalsta persona',
      ],
      'Īstenoti projekti «Drošs rīts», «Gaišā diena» un «Klusais vakars».': [
        'Drošs rīts',
        'Gaišā diena',
        'Klusais vakars',
      ],
      'Pilotprojekts ar nosaukumu ”Atbalsts mājās, ne iestādē” ilgs gadu.': 'Atbalsts mājās, ne iestādē',
    },
    reject: [
      'Seminārs “Sociālais darbs šodien” notika Cēsīs.',
      'Apspriests likuma projekts “Grozījumi Sociālo pakalpojumu likumā”.',
      'Nometne “Saules stars” notika projekta laikā.',
    ],
  },
  find: (doc) =>
    sitesIn(doc)
      .filter(isProject)
      .flatMap((site) => quotedAfter(doc, site))
      .map((found) => ({ ...found, rule: quotedTitle.id, confidence: found.number ? 0.97 : 0.94 })),
};

const quotedAheadTitle: MentionRule = {
  id: 'project.quoted-title-ahead',
  why: 'Nosaukums pēdiņās stāv pirms vārda «projekts» («“…” projekta vadītāja»), ja pēdiņas nav cita nosaukuma daļa.',
  examples: {
    match: {
      '“Soli tuvāk” projekta vadītāja stāstīja par paveikto.': 'Soli tuvāk',
      'Noslēdzies „Mēs blakus” projekts.': 'Mēs blakus',
    },
    reject: ['Programmas “Cilvēki un darbs” projekts noslēdzies.', 'Biedrības “Rīta rasa” projekti turpinās.'],
  },
  find: (doc) =>
    sitesIn(doc)
      .filter(isProject)
      .flatMap((site) => quotedAhead(doc, site))
      .map((found) => ({ ...found, rule: quotedAheadTitle.id, confidence: 0.85 })),
};

const plainTitle: MentionRule = {
  id: 'project.title-without-quotes',
  why: 'Nosaukums bez pēdiņām beidzas pie numura, «ietvaros», darbības vārda vai teikuma beigās.',
  examples: {
    match: {
      'ESF projekta Atbalsta tīkls vientuļiem senioriem Nr. 9.2.2.1/15/I/009 ietvaros sāk darbu.':
        'Atbalsta tīkls vientuļiem senioriem',
      'Speciālisti piedalās pilotprojektā - agrīnās intervences programmas aprobēšana kopā ar citiem.':
        'agrīnās intervences programmas aprobēšana',
      'Biedrība pabeigusi projekta Kopā droši mājās īstenošanu.': 'Kopā droši mājās',
      'Projekta nosaukums: Pakalpojumu attīstība Ogres novadā': 'Pakalpojumu attīstība Ogres novadā',
    },
    reject: [
      'Par projektu stāstīja Ilze Kalniņa no Cēsu novada domes.',
      'Projekta vadītāja Ilze Kalniņa.',
      'Projekts - tas ir liels darbs visiem.',
    ],
  },
  find: (doc) =>
    sitesIn(doc)
      .filter((site) => site.type !== 'measure')
      .flatMap((site) => (quotedAfter(doc, site).length > 0 || quotedIn(doc).has(site.last) ? [] : unquoted(doc, site)))
      .map((found) => ({ ...found, rule: plainTitle.id, confidence: found.number ? 0.9 : 0.75 })),
};

const activityTitle: MentionRule = {
  id: 'project.activity-or-measure',
  why: 'Aktivitāte ar nosaukumu pēdiņās, pasākums ar programmas numuru un nosaukumu («9.2.2.1. pasākums “…”»).',
  examples: {
    match: {
      'Projekta aktivitātē “Atbalsta grupas vecākiem” iesaistījās desmit ģimenes.': 'Atbalsta grupas vecākiem',
      'Darbs notiek 9.2.2.1. pasākuma “Pakalpojumi tuvāk mājām” gaitā.': 'Pakalpojumi tuvāk mājām',
    },
    reject: ['Pasākumā “Ziemas sarunas” piedalījās trīsdesmit cilvēki.', 'Aktivitātes notika maijā.'],
  },
  find: (doc) =>
    sitesIn(doc)
      .filter((site) => !isProject(site))
      .flatMap((site) => quotedAfter(doc, site).filter((found) => site.type === 'activity' || found.number))
      .map((found) => ({ ...found, rule: activityTitle.id, confidence: 0.8 })),
};

/** «Rīgas plānošanas reģiona (RPR) deinstitucionalizācijas projekts»: topic before the word, owner before the topic. */
function ofOwner(doc: SegmentedArticle, site: Site): { first: number; title: string } | undefined {
  if (!isProject(site) || !site.singular) return undefined;
  const topic = [1, 2].find((length) => TOPICS.has(wordsBefore(doc, site.first, length)));
  if (!topic) return undefined;
  let end = site.first - topic;
  if (doc.tokens[end - 1]?.text === ')') {
    while (end > 0 && doc.tokens[end]?.text !== '(') end--;
  }
  const first = leftEdge(doc, end, { isHead: () => false, inList: () => false, agreeing: [] });
  if (first === end || doc.tokens[first]?.sentence !== doc.tokens[site.first]?.sentence) return undefined;
  // «Reģiona deinstitucionalizācijas projekts» at the start of a sentence names no owner
  if (first === end - 1 && GENERAL.has(doc.tokens[first]?.lower ?? '')) return undefined;
  const title = `${wording(doc, first, end)} ${wording(doc, site.first - topic, site.first)} ${site.lemma}`;
  return { first, title };
}

const GENERAL = new Set(['reģiona', 'novada', 'pašvaldības', 'pilsētas', 'ministrijas', 'biedrības', 'valsts']);

const wordsBefore = (doc: SegmentedArticle, i: number, length: number): string =>
  doc.tokens
    .slice(Math.max(0, i - length), i)
    .map(({ lower }) => lower)
    .join(' ');

const ownersProject: MentionRule = {
  id: 'project.of-owner',
  why: 'Projekts bez nosaukuma, bet ar īpašnieku un tematu: «Kurzemes plānošanas reģiona deinstitucionalizācijas projekts».',
  examples: {
    match: {
      'Kurzemes plānošanas reģiona (KPR) deinstitucionalizācijas projekts turpinās.':
        'Kurzemes plānošanas reģiona deinstitucionalizācijas projekts',
    },
    reject: [
      'Ministrijas projekts turpinās.',
      'Reģiona deinstitucionalizācijas projekts turpinās.',
      'Latvijā sākas deinstitucionalizācijas projekts.',
    ],
  },
  find: (doc) =>
    sitesIn(doc).flatMap((site) => {
      const found = titled(doc, site) ? undefined : ofOwner(doc, site);
      if (!found) return [];
      const { title } = found;
      const { type } = site;
      const mention: ProjectMention = {
        kind: 'project',
        ...spanOf(doc, found.first, site.last),
        title,
        type,
        anaphoric: false,
        rule: ownersProject.id,
        confidence: 0.8,
      };
      return [mention];
    }),
};

const byNumber: MentionRule = {
  id: 'project.number',
  why: 'Projektu var nosaukt tikai ar numuru: «projekta Nr. 9.2.2.1/15/I/003 ietvaros».',
  examples: {
    match: { 'Projekta Nr. 9.2.2.1./15/I/003 ietvaros remontē telpas.': 'Projekts Nr. 9.2.2.1/15/I/003' },
    reject: ['Lēmums Nr. 12/3 pieņemts maijā.', 'Projekta 3. kārta sākas maijā.'],
  },
  find: (doc) =>
    sitesIn(doc).flatMap((site) => {
      if (!isProject(site) || titled(doc, site)) return [];
      const number = numberAt(doc, site.last);
      if (!number?.number.includes('/')) return [];
      const mention: ProjectMention = {
        kind: 'project',
        ...spanOf(doc, site.first, number.last),
        title: '',
        number: number.number,
        type: site.type,
        anaphoric: true,
        rule: byNumber.id,
        confidence: 0.9,
      };
      return [mention];
    }),
};

/** Endings of genitives that say which project, and so another one: *sadarbības projekts*, *izpētes projekts*. */
const TELLING = /(?:šanas|cijas|ības|tūras|ūras|ūvju|ēmas)$/u;
const POINTING = new Set([
  'šo',
  'šis',
  'šī',
  'šajā',
  'šim',
  'par',
  'ar',
  'minēto',
  'minētais',
  'minētajā',
  'minētā',
  'īsteno',
  'īstenos',
  'uzsāk',
  'sāk',
  'noslēdz',
]);

/** «Pilotprojektu rīko inspekcija»: what one verb is about is one. */
const isCarriedOut = ({ tokens }: SegmentedArticle, { last, type }: Site): boolean =>
  type === 'pilot' &&
  /^(?:īsteno|rīko|vad[aī]|finansē|līdzfinansē|koordinē|realizē|organizē|ievie[šs])/u.test(tokens[last]?.lower ?? '');

function refers(doc: SegmentedArticle, site: Site): boolean {
  if (!isProject(site) || titled(doc, site) || ofOwner(doc, site)) return false;
  const before = doc.tokens[site.first - 1];
  const own = doc.tokens[site.first] as Token;
  const opens = !before || before.sentence !== own.sentence || before.kind === 'mark';
  if (quotedBefore(doc, site.first)) return false;
  // «projektu» is one or many: only a pointing word tells
  if (!site.singular) return opens ? isCarriedOut(doc, site) : POINTING.has(before.lower);
  if (opens) return true;
  if (TOPICS.has(before.lower)) return true;
  return (
    !DRAFTS.has(before.lower) && !OTHERS.has(before.lower) && !TELLING.test(before.lower) && before.kind !== 'number'
  );
}

const anaphora: MentionRule = {
  id: 'project.anaphora',
  why: 'Pēc nosaukuma projektu sauc vienkārši par «projektu» vai «pilotprojektu»; «jauns projekts» vai «lēmuma projekts» ir kas cits.',
  examples: {
    match: {
      'Sākas projekts “Kopā varam”. Projekts ilgs divus gadus.': 'Kopā varam',
      'Noslēdzas pilotprojekts “Palīgs mājās”. Pilotprojektā piedalījās Cēsu novads.': 'Palīgs mājās',
    },
    reject: [
      'Sākas projekts “Kopā varam”, seko jauns projekts.',
      'Pēc projekta “Kopā varam” tapa noteikumu projekts.',
      'Projekts ir darbs.',
    ],
  },
  find: (doc) =>
    sitesIn(doc)
      .filter((site) => refers(doc, site))
      .map((site) => ({
        kind: 'project',
        ...spanOf(doc, site.first, site.last),
        title: '',
        type: site.type,
        anaphoric: true,
        rule: anaphora.id,
        confidence: 0.7,
      })),
};

/** Rules that find projects, in the order in which they win. */
export const projectRules: readonly MentionRule[] = [
  quotedTitle,
  quotedAheadTitle,
  plainTitle,
  activityTitle,
  ownersProject,
  byNumber,
  anaphora,
];
