import type { MentionRule, RuleCard } from '../../0-contract/rule.js';
import { PERSON_RULE_IDS } from './found-name.js';
import { scan } from './scan.js';

const rule = (card: RuleCard): MentionRule => ({
  ...card,
  find: (doc, found) => scan(doc, found).filter((mention) => mention.rule === card.id),
});

/** Rules that find persons, in the order in which they win. */
export const personRules: readonly MentionRule[] = [
  rule({
    id: PERSON_RULE_IDS.full,
    why: 'A given name of the lexicon, in any case, followed by a capitalised word that agrees with it in gender and case.',
    examples: {
      match: {
        'Sapulcē piedalījās Zigrīda Ķemmere un Ainārs Drujovs.': ['Zigrīda Ķemmere', 'Ainārs Drujovs'],
        'Vēstuli saņēmām no Andra Kokgaiļa.': 'Andris Kokgailis',
        'Balvu pasniedza Vijai Strautniecei.': 'Vija Strautniece',
        'Nodaļu vada Dagnija Sprukte - Āpša, kas strādā otro gadu.': 'Dagnija Sprukte-Āpša',
      },
      reject: [
        'Biroja adrese ir Kārļa Ulmaņa gatve 2.',
        'Viņš mācījās Jāņa Eglīša pamatskolā.',
        'Vārda dienu svin Atvars, Gvido.',
      ],
    },
  }),
  rule({
    id: PERSON_RULE_IDS.caps,
    why: 'Headlines and bylines write a name in capitals.',
    examples: {
      match: { 'ZIGRĪDA ĶEMMERE: darba pietiek': 'Zigrīda Ķemmere' },
      reject: ['LABKLĀJĪBAS MINISTRIJA INFORMĒ', 'SAULE RĪGĀ'],
    },
  }),
  rule({
    id: PERSON_RULE_IDS.initials,
    why: 'One or more initials with full stops, with or without a space, and a capitalised word.',
    examples: {
      match: {
        'Lēmumu skaidro Z. Ķemmere.': 'Z. Ķemmere',
        'Pasākumā runāja A.K.Drujovs.': 'A. K. Drujovs',
      },
      reject: ['Dienests atrodas Kr. Valdemāra ielā 5.', 'Mācības notiek J. Eglīša mūzikas skolā.'],
    },
  }),
  rule({
    id: PERSON_RULE_IDS.context,
    why: 'A given name that no list has, beside a post or a verb of saying.',
    examples: {
      match: {
        'Viesus uzņēma centra direktore Skirmute Valaitiene.': 'Skirmute Valaitiene',
        'To šodien uzsvēra Ojorka Drujova.': 'Ojorka Drujova',
      },
      reject: ['Sanāksmi vada Latvijas Pašvaldību savienība.'],
    },
  }),
  rule({
    id: PERSON_RULE_IDS.shape,
    why: 'Two capitalised words inside a sentence that agree, the second with an ending that only surnames have.',
    examples: {
      match: { 'Grāmatu par to sarakstījis Ojorks Drujovs.': 'Ojorks Drujovs' },
      reject: ['Brauciens ved uz Latvijas Nacionālo operu.'],
    },
  }),
  rule({
    id: PERSON_RULE_IDS.lone,
    why: 'After the full name a text calls a person by the surname or the given name alone.',
    examples: {
      match: { 'Centru vada Zigrīda Ķemmere. Darba pietiek, uzskata Ķemmere.': 'Zigrīda Ķemmere' },
      reject: ['Centru vada Zigrīda Ķemmere. Tas atrodas Ķemmeres ielā.'],
    },
  }),
];
