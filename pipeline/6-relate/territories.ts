import type { FactRule, RelateContext } from '../0-contract/rule.js';
import type { Fact, Token } from '../0-contract/types.js';
import { parentNames } from '../0-latvian/territories.js';
import { factOf } from './facts.js';
import { isJoined, listsOf, type Place, placesOf } from './territory-lists.js';

const WITHIN = 'located.territory-after-its-district';
const ADDRESS = 'located.territory-and-district-after-it';

const isDistrict = ({ entity }: Place): boolean => entity.type === 'novads' || entity.type === 'rajons';
const liesIn = (small: Place, large: Place): boolean => parentNames(small.entity.id).has(large.entity.name);

/** Territories that lie in larger ones, as the article says. */
export const territoryFactRules: readonly FactRule[] = [
  {
    id: WITHIN,
    why: 'The genitive of a novads or rajons right before a pagasts, town or village says where that one lies.',
    examples: {
      match: {
        'Krāslavas rajona Robežnieku pagastā atvērta māja.': 'Robežnieku pagasts → Krāslavas rajons',
        'Vasaras skola notika Talsu rajona Strazdē.': 'Strazdes pagasts → Talsu rajons',
        'Dagdas novada Andrupenes, Asūnes un Bērziņu pagastā strādā aprūpētāji.': [
          'Andrupenes pagasts → Dagdas novads',
          'Asūnes pagasts → Dagdas novads',
        ],
      },
      reject: ['Talsu novada un Strazdes pagasta ļaudis tikās.', 'Rēzeknes novada Rēzeknes pilsētas robežās.'],
    },
    find: (context) => {
      const places = placesOf(context.entities);
      const lists = listsOf(context.doc, places);
      return places.flatMap((large, i) => {
        const small = places[i + 1];
        if (!small || !isWithin(large, small, context)) return [];
        const list = lists.find((items) => items[0] === small) ?? [small];
        const inside = list.filter((item) => item === small || (!isDistrict(item) && liesIn(item, large)));
        return inside.map((item) => located(context, item, large, WITHIN, liesIn(item, large) ? 0.95 : 0.6));
      });
    },
  },
  {
    id: ADDRESS,
    why: 'In addresses the larger unit follows: «Cēsis, Cēsu novads», «Sventes pagastā (Daugavpils novadā)».',
    examples: {
      match: {
        'Rakstiet: Cēsis, Cēsu novads, LV-4101.': 'Cēsis → Cēsu novads',
        'Tikšanās būs Sventes pagastā, Augšdaugavas novadā.': 'Sventes pagasts → Augšdaugavas novads',
      },
      reject: ['Pieteikušās Cēsis, Madonas novads un Rīga.', 'Piedalās Cēsis, Cēsu novads un Raunas novads.'],
    },
    find: (context) => {
      const places = placesOf(context.entities);
      return places.flatMap((small, i) => {
        const large = places[i + 1];
        if (!large || isDistrict(small) || !isDistrict(large) || !liesIn(small, large)) return [];
        if (!isFollowed(context, small, large)) return [];
        const [before, next] = [places[i - 1], places[i + 2]];
        const inList =
          (before && isJoined(context.doc, before.mention.last, small.mention.first)) ||
          (next && isJoined(context.doc, large.mention.last, next.mention.first));
        return inList ? [] : [located(context, small, large, ADDRESS, 0.9)];
      });
    },
  },
];

/** *Krāslavas rajona Robežnieku pagastā*: side by side, the larger in the genitive with its kind. */
function isWithin(large: Place, small: Place, { doc }: RelateContext): boolean {
  if (!isDistrict(large) || isDistrict(small) || large.mention.last !== small.mention.first) return false;
  if (large.mention.sentence !== small.mention.sentence || large.mention.form !== 'full') return false;
  const isGenitive = large.mention.case === 'genitive' || doc.tokens[large.mention.last - 1]?.text === '.';
  return isGenitive && (small.entity.type === 'pagasts' || liesIn(small, large));
}

/** *Sventes pagastā, Daugavpils novadā*, with a comma, a bracket, or in the same case side by side. */
function isFollowed({ doc }: RelateContext, small: Place, large: Place): boolean {
  if (large.mention.case === 'genitive' || large.mention.sentence !== small.mention.sentence) return false;
  if (large.mention.first === small.mention.last) return large.mention.case === small.mention.case;
  const mark = doc.tokens[small.mention.last] as Token;
  return large.mention.first === small.mention.last + 1 && (mark.text === ',' || mark.text === '(');
}

const located = (context: RelateContext, small: Place, large: Place, rule: string, confidence: number): Fact =>
  factOf(context, {
    type: 'LOCATED_IN',
    from: small.entity.id,
    to: large.entity.id,
    sentences: [small.mention.sentence],
    rule,
    confidence: Math.min(confidence, small.entity.confidence, large.entity.confidence),
  });
