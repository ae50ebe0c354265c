import type { FactRule, RelateContext } from '../0-contract/rule.js';
import { territories } from '../0-contract/territory-table.js';
import type { Fact, Token } from '../0-contract/types.js';
import { parentNames } from '../0-latvian/territories.js';
import { factOf } from './facts.js';
import { isJoined, listsOf, type Place, placesOf } from './territory-lists.js';

const WITHIN = 'located.territory-after-its-district';
const ADDRESS = 'located.territory-and-district-after-it';

const STATED = 'located.territory-said-to-be-part';

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
  {
    id: STATED,
    why: 'A sentence says which territories a novads is made of, or of which one is a part since a reform.',
    examples: {
      match: {
        'Kopš reformas Valmieras novadā ir Valmiera un bijušie novadi – Burtnieku un Kocēnu novads.': [
          'Valmiera → Valmieras novads',
          'Burtnieku novads → Valmieras novads',
          'Kocēnu novads → Valmieras novads',
        ],
        'Varakļānu novads kopš 1. jūlija ir daļa no Madonas novada.': 'Varakļānu novads → Madonas novads',
      },
      reject: ['Valmieras novadā ir seši dienesti, bet Cēsīs viens.', 'Sanāksmē bija daļa no Madonas novada ļaudīm.'],
      published: '2021-11-05',
    },
    find: (context) => {
      const places = placesOf(context.entities);
      return places.flatMap((place) => [
        ...containedIn(context, place, places).map((small) => located(context, small, place, STATED, 0.85)),
        ...partOf(context, place, places).map((large) => located(context, place, large, STATED, 0.9)),
      ]);
    },
  },
];

/**
 * «Valmieras novadā ir Valmiera un bijušie novadi – Burtnieku un Kocēnu novads»: all that the list behind the verb names.
 */
function containedIn(context: RelateContext, large: Place, places: readonly Place[]): Place[] {
  const { tokens } = context.doc;
  if (!isDistrict(large) || large.mention.case !== 'locative') return [];
  if (!CONTAINS.has(tokens[large.mention.last]?.lower ?? '')) return [];
  const after = places.filter(
    ({ entity, mention }) =>
      mention.sentence === large.mention.sentence && mention.first > large.mention.last && entity !== large.entity,
  );
  const [first] = after;
  // another clause may follow the list; the first item comes soon
  if (!first || first.mention.first - large.mention.last > REACH) return [];
  const end = after.findIndex(
    ({ mention }, i) => i > 0 && mention.first - (after[i - 1] as Place).mention.last > REACH,
  );
  const listed = end < 0 ? after : after.slice(0, end);
  return listed.filter((small) => liesIn(small, large) || mergedInto(small, large));
}

const mergedInto = (small: Place, large: Place): boolean =>
  territories.get(small.entity.id)?.successors.includes(large.entity.id) === true;

/** «Varakļānu novads kopš 1. jūlija ir daļa no Madonas novada». */
function partOf(context: RelateContext, small: Place, places: readonly Place[]): Place[] {
  const { tokens } = context.doc;
  const large = places.find(
    ({ mention }) => mention.first > small.mention.last && mention.sentence === small.mention.sentence,
  );
  if (!large || !isDistrict(large) || large.mention.case !== 'genitive' || small.mention.case === 'genitive') return [];
  const before = large.mention.first;
  return tokens[before - 1]?.lower === 'no' && tokens[before - 2]?.lower === 'daļa' ? [large] : [];
}

const CONTAINS: ReadonlySet<string> = new Set([
  'ir',
  'ietilpst',
  'iekļauti',
  'iekļauta',
  'iekļauts',
  'apvienoti',
  'apvienojās',
]);
/** Tokens between a verb and the first item of its list, or between two items. */
const REACH = 6;

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
