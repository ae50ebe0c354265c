import type { MentionRule, RuleCard } from '../../0-contract/rule.js';
import type { RuleId } from './candidate.js';
import { candidatesIn } from './candidates.js';

const rule = (card: RuleCard & { readonly id: RuleId }): MentionRule => ({
  ...card,
  find: (doc, found) => candidatesIn(doc, found).filter((candidate) => candidate.rule === card.id),
});

/** Rules that find institutions, in the order in which they win. */
export const institutionRules: readonly MentionRule[] = [
  rule({
    id: 'institution.known',
    why: 'Ministrijas, aģentūras, fondi un citas visur zināmas iestādes, ar pilnu nosaukumu jebkurā locījumā vai saīsinājumu.',
    examples: {
      match: {
        'Par to lems Labklājības ministrijā.': 'Labklājības ministrija',
        'LPS un NVA rīko semināru.': ['Latvijas Pašvaldību savienība', 'Nodarbinātības valsts aģentūra'],
        'Finansē Eiropas Sociālais fonds Plus.': 'Eiropas Sociālais fonds Plus',
        'Atbild Valsts sociālās apdrošināšanas aģentūrai.': 'Valsts sociālās apdrošināšanas aģentūra',
      },
      reject: ['Sociālais darbs ir labklājības pamats.', 'Ministrijas strādā kopā.'],
    },
  }),
  rule({
    id: 'institution.quoted-name',
    why: 'Aiz iestādes veida stāv nosaukums pēdiņās, pirms tā īpašnieks; locīts ir tikai veids.',
    examples: {
      match: {
        'Tukuma novada pašvaldības aģentūras “Tukuma slimnīca” vadība.': 'Tukuma slimnīca',
        'Talsu novada pašvaldības aģentūrai “Sociālais dienests” ir jauna vadītāja.':
          'Talsu novada pašvaldības aģentūra “Sociālais dienests”',
        'Biedrībai „Gaismas tilts" ir jauni brīvprātīgie.': 'biedrība “Gaismas tilts”',
        'Atbalstu saņem biedrības „Rīta rasa”, „Mūsu ceļš” un „Kopā”.': [
          'biedrība “Rīta rasa”',
          'biedrība “Mūsu ceļš”',
          'biedrība “Kopā”',
        ],
      },
      reject: ['Seminārs “Gaismas tilts” notika Cēsīs.', 'Pakalpojums “Drošības poga” ir bez maksas.'],
    },
  }),
  rule({
    id: 'institution.name-without-quotes',
    why: 'Nosaukums aiz iestādes veida mēdz stāvēt arī bez pēdiņām: «pašvaldības iestādes Sociālais dienests», «dienas centrā Cerība».',
    examples: {
      match: {
        'Liepājas pilsētas pašvaldības iestādes Sociālais dienests vadītāja stāsta.':
          'Liepājas pilsētas pašvaldības iestāde Sociālais dienests',
        'Vidzemes ģimeņu atbalsta centrs Cerība sāk darbu.': 'Vidzemes ģimeņu atbalsta centrs Cerība',
      },
      reject: ['Iestādes vadītāja stāsta par darbu.', 'Centrs Cēsīs ir atvērts.'],
    },
  }),
  rule({
    id: 'institution.legal-form',
    why: 'Uzņēmuma veids (SIA, AS, a/s) ar nosaukumu pēdiņās vai bez tām, pirms vai aiz nosaukuma.',
    examples: {
      match: {
        'Darbus veic SIA “Jumtu meistars”.': 'SIA “Jumtu meistars”',
        'VSIA „Slimnīca „Krastmala"" saņems aparatūru.': 'VSIA “Slimnīca “Krastmala””',
      },
      reject: ['AS un SIA skaits pieaug.'],
    },
  }),
  rule({
    id: 'institution.head-and-modifiers',
    why: 'Iestādes veids ar īpašnieku un apzīmētājiem pirms tā, no pirmā lielā burta: «Saldus novada Sociālais dienests».',
    examples: {
      match: {
        'Saldus novada Sociālajam dienestam ir jaunas telpas.': 'Saldus novada Sociālais dienests',
        'To apstiprināja Gulbenes novada domē.': 'Gulbenes novada dome',
        'Vadītāju ievēl Ziemeļu veselības un sociālo jautājumu komitejā.':
          'Ziemeļu veselības un sociālo jautājumu komiteja',
        'Brauca biedri no Somijas un Kuldīgas novada Sociālais dienests.': 'Kuldīgas novada Sociālais dienests',
        'Palīdz Borisa un Ināras Teterevu fonds.': 'Borisa un Ināras Teterevu fonds',
      },
      reject: [
        'Pašvaldību sociālo dienestu darbinieki tiekas.',
        'Tiekas Cēsu, Amatas un Līgatnes novadu sociālo dienestu vadītāji.',
        'Rīgas centrā ir klusums.',
        'Ar Edgaru Kalniņu apvienība vienojās pērn.',
        'Tiekas Liepājas Latviešu biedrības namā.',
      ],
    },
  }),
  rule({
    id: 'institution.introduced',
    why: 'Saīsinājums, ko raksts ievieš iekavās vai ar «turpmāk –», šajā rakstā apzīmē to pašu iestādi.',
    examples: {
      match: {
        'Talsu novada Atbalsta centrs (TAC) aug. TAC vadību maina.': 'Talsu novada Atbalsta centrs',
        'Saldus novada Sociālais dienests (turpmāk – Dienests) aug. Dienesta telpas ir plašas.':
          'Saldus novada Sociālais dienests',
        'Nodibinājums “Gaismas tilts” (turpmāk – Tilts) aug. Runāja Tilta valdes priekšsēdētājs Jānis Ozols.':
          'nodibinājums “Gaismas tilts”',
      },
      reject: ['Talsu novada Atbalsta centrs (maijā) aug. TAC vadību maina.'],
    },
  }),
  rule({
    id: 'institution.quoted-again',
    why: 'Jau nosaukto iestādi vēlāk sauc tikai ar nosaukumu pēdiņās, locītu: «“Rituma” vadītāja».',
    examples: {
      match: {
        'Darbojas biedrība “Ritums”. “Rituma” vadītāja ir Anna Kalniņa.': 'biedrība “Ritums”',
        'Durvis ver Ģimeņu atbalsta centrs “Ligzda”. “Ligzdas” telpas ir gaišas.': 'Ģimeņu atbalsta centrs “Ligzda”',
      },
      reject: [
        '“Rituma” vadītāja ir Anna Kalniņa. Darbojas biedrība “Ritums”.',
        'Darbojas biedrība “Ritums”. Projekts “Ritums” sākas maijā.',
        'Darbojas biedrība “Ritums”. Notika seminārs “Rituma ritms”.',
      ],
    },
  }),
  rule({
    id: 'institution.common-noun',
    why: 'Jau nosaukto iestādi vēlāk sauc tikai par «Asociāciju», «dienestu» vai «novada domi».',
    examples: {
      match: {
        'Baltijas Aprūpes asociācija sāk darbu. Asociācijai ir trīs biedri.': 'Baltijas Aprūpes asociācija',
        'Saldus novadā mainās vadība. Par to lēma novada domē.': 'Saldus novada dome',
        'Durvis ver Ģimeņu atbalsta centrs “Ligzda”. Centru vadīs Ilze Kalniņa.': 'Ģimeņu atbalsta centrs “Ligzda”',
      },
      reject: [
        'Asociācijas ir dažādas.',
        'Sociālā dienesta darbinieki tiekas.',
        'Centru vadīs Ilze Kalniņa.',
        'Talsu novadā piesakās savā pagasta pārvaldē.',
      ],
    },
  }),
];
