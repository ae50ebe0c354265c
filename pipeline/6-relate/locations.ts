import { readList } from '../0-contract/lists.js';
import type { FactRule, RelateContext } from '../0-contract/rule.js';
import type { Fact, Institution, Mention, Municipality } from '../0-contract/types.js';
import { genitiveOfPlace } from '../0-latvian/genitive.js';
import { factOf } from './facts.js';

const STREETS: ReadonlySet<string> = new Set(readList('lexicon/street-words.txt'));

const OWN_NAME = 'located.municipality-in-name';
const OWNER = 'located.owner-of-article';
const ADDRESS = 'located.address-of-institution';
const STATED = 'located.stated-place';

const VERBS: ReadonlySet<string> = new Set(readList('lexicon/place-verbs.txt'));

/** Regions and what belongs to the whole country lie in no municipality by their name. */
const WIDE: ReadonlySet<string> = new Set([
  'planning region',
  'european institution',
  'international organisation',
  'fund',
]);

interface At<E> {
  readonly entity: E;
  readonly mention: Mention;
}

const mentionsOf = <K extends 'institution' | 'municipality'>(context: RelateContext, kind: K) =>
  context.entities
    .filter((entity) => entity.kind === kind)
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.start - b.mention.start) as At<K extends 'institution' ? Institution : Municipality>[];

/** Institutions and the municipalities in which they are. */
export const locationFactRules: readonly FactRule[] = [
  {
    id: OWN_NAME,
    why: 'An institution whose name begins with a municipality is that municipality’s and lies there.',
    examples: {
      match: {
        'To lēma Gulbenes novada domē.': 'Gulbenes novada dome → Gulbenes novads',
        'Saldus novada Sociālajam dienestam ir jaunas telpas.': 'Saldus novada Sociālais dienests → Saldus novads',
        'Amatas, Raunas un Cēsu novadu bāriņtiesa sāk darbu.': [
          'Amatas, Raunas un Cēsu novadu bāriņtiesa → Amatas novads',
          'Amatas, Raunas un Cēsu novadu bāriņtiesa → Cēsu novads',
        ],
      },
      reject: ['Rīgas plānošanas reģions sāk darbu.', 'Cēsu novadā viesojas Labklājības ministrija.'],
    },
    find: (context) => {
      const places = mentionsOf(context, 'municipality');
      return mentionsOf(context, 'institution').flatMap((institution) => {
        if (WIDE.has(institution.entity.type)) return [];
        const inside = places.filter(({ mention }) => covers(institution.mention, mention));
        const { owner } = institution.entity;
        // «Balvu dienests» of Balvu novads: the town is only short for its owner
        return inside
          .filter(({ entity }) => !owner || entity.id === owner || inside.length > 1)
          .map((place) => located(context, institution, place, OWN_NAME, 0.95));
      });
    },
  },
  {
    id: OWNER,
    why: 'An institution named without its municipality takes it from the sentence or from the article, which is about one.',
    examples: {
      match: {
        'Talsu novadā mainās kārtība. To stāsta novada Sociālā dienesta vadītāja.':
          'Talsu novada Sociālais dienests → Talsu novads',
      },
      reject: ['Pašvaldību sociālie dienesti sāk darbu Talsu novadā.'],
    },
    find: (context) =>
      context.entities.flatMap((entity): Fact[] => {
        if (entity.kind !== 'institution' || !entity.owner) return [];
        const owner = context.entities.find((other) => other.id === entity.owner);
        const [first] = entity.mentions;
        if (owner?.kind !== 'municipality' || !first || !owner.mentions[0]) return [];
        if (entity.mentions.some((mention) => owner.mentions.some((place) => covers(mention, place)))) return [];
        const before = owner.mentions.findLast(({ start }) => start <= first.start) ?? owner.mentions[0];
        return [located(context, { entity, mention: first }, { entity: owner, mention: before }, OWNER, 0.75)];
      }),
  },
  {
    id: ADDRESS,
    why: 'An address after an institution («…, Skolas iela 4, Cēsis») or before it («Valmierā, Raiņa ielā 9, centra zālē») says where it is.',
    examples: {
      match: {
        'Raksti: Vidzemes plānošanas reģions, Bērzaines iela 5, Cēsis, LV-4101.': 'Vidzemes plānošanas reģions → Cēsis',
        'Sapulce notiks Valmierā, Purva ielā 7, Vidzemes ģimeņu atbalsta centrā “Rasa”.':
          'Vidzemes ģimeņu atbalsta centrs “Rasa” → Valmiera',
        'Līgumu slēdza Jelgavā, Zemgales plānošanas reģiona (ZPR) telpās.': 'Zemgales plānošanas reģions → Jelgava',
        'Tas notiek Laucienes pagastā, pansionātā “Saulaine”.': 'pansionāts “Saulaine” → Laucienes pagasts',
        'Jumtu liks Skrundas SIA “Rīta rasa”.': 'SIA “Rīta rasa” → Skrunda',
        'Lekcija būs 5. martā Madonā, Jāņa Krūmiņa vidusskolā.': 'Jāņa Krūmiņa vidusskola → Madona',
      },
      reject: [
        'Labklājības ministrija tikās ar ģimenēm Cēsīs, Valmierā un Rīgā.',
        'Istabu ierīkos Valkā, Semināra ielā 23, iepretim J. Krūmiņa ģimnāzijai.',
        'Līgumu Grobiņā, Lielajā ielā 76, parakstīja Grobiņas novada domes vadītājs.',
      ],
    },
    find: (context) => {
      const places = mentionsOf(context, 'municipality');
      return mentionsOf(context, 'institution').flatMap((institution) => {
        const place = addressOf(context, institution, places);
        return place && !isOwnTown(context, institution, place)
          ? [located(context, institution, place, ADDRESS, 0.85)]
          : [];
      });
    },
  },
  {
    id: STATED,
    why: 'A verb says where an institution is: «atbalsta centrs atrodas Cēsīs».',
    examples: {
      match: {
        'Vidzemes ģimeņu atbalsta centrs “Rasa” atrodas Cēsīs, Purva ielā 7.':
          'Vidzemes ģimeņu atbalsta centrs “Rasa” → Cēsis',
        'Agrāk viņa vadīja Varakļānu pansionātu Madonas rajonā.': 'Varakļānu pansionāts → Madonas rajons',
      },
      reject: [
        'Vidzemes ģimeņu atbalsta centrs “Rasa” sadarbojas ar Cēsu novadu.',
        'Labklājības ministrija Madonas novadā rīkoja semināru.',
      ],
    },
    find: (context) => {
      const places = mentionsOf(context, 'municipality');
      return mentionsOf(context, 'institution').flatMap((institution) => {
        const place = statedPlace(context, institution, places);
        return place ? [located(context, institution, place, STATED, 0.8)] : [];
      });
    },
  },
];

/** «Grobiņā, Lielajā ielā 76, … Grobiņas novada domes»: that it is in the town of its name adds nothing. */
function isOwnTown({ entities }: RelateContext, { entity }: At<Institution>, place: At<Municipality>): boolean {
  const owner = entities.find(({ id }) => id === entity.owner);
  return owner !== undefined && genitiveOfPlace(owner.name).split(' ')[0] === genitiveOfPlace(place.entity.name);
}

const covers = (outer: Mention, inner: Mention): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Most tokens between an institution and the town of its address, the street in between. */
const REACH = 14;

function addressOf(
  { doc }: RelateContext,
  { entity, mention: { first, last, sentence, text } }: At<Institution>,
  places: readonly At<Municipality>[],
): At<Municipality> | undefined {
  const isNominative = unquoted(text) === unquoted(entity.name) || !/\p{Ll}/u.test(text);
  const near = places.filter(({ mention }) => mention.sentence === sentence);
  const after = near.find(({ mention }) => mention.first > last && mention.first - last <= REACH);
  if (after && isAddress(doc.tokens.slice(last, after.mention.first))) return after;
  const before = near.findLast(({ mention }) => mention.last <= first && first - mention.last <= REACH);
  if (!before) return undefined;
  const between = doc.tokens.slice(before.mention.last, first);
  // «Skrundas SIA “Rasa”»: where the company is
  if (between.length === 0 && isCase(before, 'genitive') && OF_A_PLACE.has(entity.type)) return before;
  // «Jelgavā, Zemgales plānošanas reģiona telpās»
  const parted = between.length === 1 && between[0]?.text === ',' && isCase(before, 'locative');
  if (parted && /^(?:telpās|ēkā|mītnē|namā|zālē)$/u.test(venueWord(doc.tokens, last))) return before;
  // in the nominative it is who does something there: «Bauskā, Uzvaras ielā 6, savienība rīkoja»
  if (isNominative) return undefined;
  // «Madonā, Krūmiņa vidusskolā»
  // «Laucienes pagastā, pansionātā “Lauciene”»: what stands somewhere; others are only met there
  const quote = doc.tokens.findIndex(({ text: mark }, i) => i >= first && i < last && /^[“”„«»"]$/u.test(mark));
  if (quote !== -1 && !BUILT.has(entity.type)) return isAddress(between) ? before : undefined;
  const inLocative = /(?:[āēīū]|[āēīo]s)$/u.test(
    doc.tokens.slice(first, quote === -1 ? last : quote).findLast(({ kind }) => kind === 'word')?.lower ?? '',
  );
  if (parted && inLocative) return before;
  return isAddress(between) ? before : undefined;
}

/** The word behind a name, or behind the abbreviation in brackets that follows it. */
const venueWord = (tokens: RelateContext['doc']['tokens'], last: number): string =>
  tokens[tokens[last]?.text === '(' && tokens[last + 2]?.text === ')' ? last + 3 : last]?.lower ?? '';

/** How names are compared: without quotes, since their shape varies, with diacritics, since they tell the case. */
const unquoted = (name: string): string =>
  name
    .replace(/["“”„«»]/gu, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();

const isCase = ({ mention }: At<Municipality>, wanted: 'genitive' | 'locative'): boolean =>
  mention.kind === 'municipality' && mention.case === wanted;

/** Types of private bodies: a town before their names is where they are, not whose. */
const OF_A_PLACE: ReadonlySet<string> = new Set(['company', 'ngo', 'club', 'congregation', 'care home']);

/** Types of what stands somewhere; of others a place behind the name is where they do something. */
const BUILT: ReadonlySet<string> = new Set(['care home', 'centre', 'school', 'hospital', 'library', 'hotel', 'prison']);

/** The place right after a verb of place that follows the institution, in the locative. */
function statedPlace(
  { doc }: RelateContext,
  { entity: { type }, mention: { last, sentence } }: At<Institution>,
  places: readonly At<Municipality>[],
): At<Municipality> | undefined {
  // «pansionāts “Rasa” Madonas rajonā»
  const next = places.find(({ mention }) => mention.first === last && mention.sentence === sentence);
  if (next && BUILT.has(type) && isCase(next, 'locative')) return next;
  const verb = [0, 1, 2].map((k) => last + k).find((i) => VERBS.has(doc.tokens[i]?.lower ?? ''));
  if (verb === undefined || doc.tokens[verb]?.sentence !== sentence) return undefined;
  return places.find(({ mention }) => {
    const isNext = mention.first > verb && mention.first <= verb + 2 && mention.sentence === sentence;
    return isNext && mention.kind === 'municipality' && (mention.case === undefined || mention.case === 'locative');
  });
}

/** A comma, a street with its number, and nothing that would begin another clause. */
function isAddress(between: RelateContext['doc']['tokens']): boolean {
  if (between[0]?.text !== ',') return false;
  const street = between.findIndex(({ lower }) => STREETS.has(lower));
  if (street < 0 || !/^\d/u.test(between[street + 1]?.text ?? '')) return false;
  return between.every(({ text, lower }) => text !== ';' && !BREAKS_ADDRESS.has(lower));
}

/** What begins another clause, or says that it is only near. */
const BREAKS_ADDRESS: ReadonlySet<string> = new Set([
  'un',
  'kas',
  'bet',
  'iepretim',
  'pretī',
  'pretim',
  'blakus',
  'pie',
  'uz',
]);

const located = (
  context: RelateContext,
  { entity, mention }: At<Institution>,
  place: At<Municipality>,
  rule: string,
  confidence: number,
): Fact =>
  factOf(context, {
    type: 'LOCATED_IN',
    from: entity.id,
    to: place.entity.id,
    sentences: [mention.sentence, place.mention.sentence],
    rule,
    confidence: Math.min(confidence, entity.confidence, place.entity.confidence),
  });
