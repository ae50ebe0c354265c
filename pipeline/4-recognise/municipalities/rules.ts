import type { MentionRule } from '../../0-contract/rule.js';
import { foundBy, RULES } from './decide.js';

/** Rules that find municipalities, in the order in which they are tried; each name is found by the first that fits. */
export const municipalityRules: readonly MentionRule[] = [
  {
    id: RULES.full,
    why: 'A genitive and its kind word are the name of a unit: the genitive stays, the kind word takes the case.',
    examples: {
      match: {
        'Ķekavas novadā atklāja dienas centru.': 'Ķekavas novads',
        'Seminārs notika Rēzeknes pilsētas domē un Rēzeknes novadā.': ['Rēzekne', 'Rēzeknes novads'],
        'Krāslavas rajona\nRobežnieku pagastā mīt vientuļi ļaudis.': ['Krāslavas rajons', 'Robežnieku pagasts'],
        'Sūtījums jānogādā Kombuļu pag., Krāslavas nov., līdz piektdienai.': ['Kombuļu pagasts', 'Krāslavas novads'],
        'TALSU NOVADĀ SĀKAS PROJEKTS': 'Talsu novads',
      },
      reject: [
        'Pieredzē dalījās Akmenes rajona pašvaldība Lietuvā.',
        'Viņi apmeklēja Rotterdamas pašvaldību.',
        'Rīgas plānošanas reģions slēdz līgumus.',
      ],
    },
    find: foundBy(RULES.full),
  },
  {
    id: RULES.sameName,
    why: 'After one unit of a name, «un» and another kind word alone name the second: «Jēkabpils pilsētā un novadā».',
    examples: {
      match: {
        'Aptauja notiks Rēzeknes pilsētā un novadā.': 'Rēzeknes novads',
        'Ventspils pilsētas un novada iedzīvotāji saņems vēstules.': 'Ventspils novads',
      },
      reject: ['Aptauja notiks Rēzeknes pilsētā un novados.', 'Ogres novadā un pagastos strādā mobilā vienība.'],
    },
    find: foundBy(RULES.sameName),
  },
  {
    id: RULES.sharedHead,
    why: 'Genitives joined by commas and «un» share the head noun of the last, be it plural or singular.',
    examples: {
      match: {
        'Pieteikušās Alojas, Ādažu, Babītes un Tukuma pašvaldības.': [
          'Alojas novads',
          'Ādažu novads',
          'Babītes novads',
        ],
        'Te mīt ļaudis no Indras, Kalniešu un Ūdrīšu pagasta.': ['Indras pagasts', 'Kalniešu pagasts'],
        'Amatas, Raunas un Vecpiebalgas novadu bāriņtiesa saņēma iesniegumu.': [
          'Amatas novads',
          'Raunas novads',
          'Vecpiebalgas novads',
        ],
        'Rēzeknes, Daugavpils un Jelgavas pilsētu un Balvu, Ludzas novadu sociālie dienesti.': [
          'Rēzekne',
          'Daugavpils',
          'Jelgava',
          'Balvu novads',
          'Ludzas novads',
        ],
      },
      reject: [
        'Raunas un Cēsu ielās remontē ietves.',
        'Vidzemes, Rīgas un Latgales plānošanas reģioni sadarbojas.',
        'Bauskas un Valmieras ģimeņu centros strādā psihologi.',
      ],
    },
    find: foundBy(RULES.sharedHead),
  },
  {
    id: RULES.body,
    why: 'What only a municipality has (pašvaldība, dome, bāriņtiesa, sociālais dienests) makes of the genitive the municipality.',
    examples: {
      match: {
        'Tikšanās būs Alūksnes pašvaldības ēkā.': 'Alūksnes novads',
        'Rīgas domes deputāti lēma par pabalstiem.': 'Rīga',
        'Smiltenes sociālā dienesta vadītāja aicina pieteikties.': 'Smiltenes novads',
        'Ventspils pašvaldība sedz izdevumus.': 'Ventspils',
      },
      reject: ['Alūksnes slimnīcas ēkā atver nodaļu.', 'Rotterdamas dome pieņēma lēmumu.'],
    },
    find: foundBy(RULES.body),
  },
  {
    id: RULES.afterHead,
    why: 'A plural head and a colon, dash or bracket announce a list: bare names in it are of that kind.',
    examples: {
      match: {
        'Projektā piedalās piecas pašvaldības: Aloja, Engure, Sigulda, Tukums un Rīga.': [
          'Alojas novads',
          'Engures novads',
          'Siguldas novads',
          'Tukuma novads',
          'Rīga',
        ],
        'Pakalpojumu sniedz trīs pagastos – Indrā, Kalniešos un Ūdrīšos.': [
          'Indras pagasts',
          'Kalniešu pagasts',
          'Ūdrīšu pagasts',
        ],
        'Novados (Ādažu, Ķekavas, Mārupes) trūkst asistentu.': ['Ādažu novads', 'Ķekavas novads', 'Mārupes novads'],
      },
      reject: ['Pašvaldības Rīgas reģionā gaida.', 'Tikšanās: Siguldā, Tukumā un Rīgā.'],
      published: '2018-03-01',
    },
    find: foundBy(RULES.afterHead),
  },
  {
    id: RULES.towns,
    why: 'Where the talk is of municipalities, towns listed otherwise than as venues stand for their novadi.',
    examples: {
      match: {
        'Līdz ar Gulbeni, Alūksni un Api pašvaldību tīklā nu ir deviņi dienesti.': [
          'Gulbenes novads',
          'Alūksnes novads',
          'Apes novads',
        ],
        'Dienestu veido Limbažu novads. Limbaži gan vēl nezina, kad.': 'Limbažu novads',
      },
      reject: ['Gulbenē, Alūksnē un Apē pašvaldību darbinieki tikās trīsreiz.', 'Autobuss savieno Gulbeni un Alūksni.'],
      published: '2017-05-05',
    },
    find: foundBy(RULES.towns),
  },
  {
    id: RULES.bare,
    why: 'A bare name is the town, or the pagasts around the village, where its case, its neighbours or the article tell.',
    examples: {
      match: {
        'Sanāksme notika Salaspilī.': 'Salaspils',
        'Vasaras skola bija Talsu rajona Strazdē.': 'Strazdes pagasts',
        'Dalībnieki tikās Robežniekos, netālu no robežas.': 'Robežnieku pagasts',
        'NRA DAUGAVPILĪ. Dienests palīdz': 'Daugavpils',
        'Cēsis, Cēsu novads, LV-4101': 'Cēsis',
      },
      reject: [
        'Dienests atrodas Dobeles ielā 7.',
        'Saldus un sāļš ēdiens veselībai nenāk par labu.',
        'Pateicamies Ainai Dobelei un M. Liepai.',
        'Vakarā spēlēja FK Ventspils.',
        'Burtnieku ezerā ķer zivis.',
        'Rakstiet uz birojs@Jelgava.lv.',
      ],
    },
    find: foundBy(RULES.bare),
  },
];
