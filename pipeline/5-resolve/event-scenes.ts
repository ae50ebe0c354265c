import {
  type Entity,
  type EventMention,
  Gap,
  type Mention,
  type MunicipalityMention,
  type Occurrence,
  type SegmentedArticle,
  type Sentence,
} from '../0-contract/types.js';
import { eventWords } from '../0-latvian/event-words.js';
import { tenseOf } from '../0-latvian/time-words.js';

/** What tells where and when an event was held: the article, who is where, and the entity of each mention. */
export interface Scene {
  readonly doc: SegmentedArticle;
  entityOf(mention: Mention): Entity | undefined;
  /** In the order of the text. */
  inSentence(index: number): readonly Mention[];
}

/** Tokens between a day and a place that belong together: «13. decembrī plkst. 10:00 Salaspilī». */
export const NEAR = 8;
/** Tokens between an event and the place of its day: «… Bauskā, Uzvaras ielā 6, Latvijas Pašvaldību savienība (LPS) rīkoja semināru». */
const FAR = 18;
/** Tokens from the start of a list item to its date. */
const ITEM_START = 8;
/** Items of a list may be broken in two by a slip of the page. */
const LOST_LINES = 1;

const lowerOf = ({ doc }: Scene, { first, last }: { first: number; last: number }): string[] =>
  doc.tokens.slice(first, last).map(({ lower }) => lower);
const sentenceOf = (scene: Scene, index: number): Sentence => scene.doc.sentences[index] as Sentence;

/** «semināra dalībnieki», «brauciena laikā»: the sentence speaks of something else of the event. */
export function isOwned(scene: Scene, { last, sentence }: EventMention): boolean {
  const next = scene.doc.tokens[last];
  return next?.sentence === sentence && eventWords.owned.has(next.lower);
}

/** Places of the sentence in which the event was held. */
export function occurrencesAt(scene: Scene, event: EventMention): Occurrence[] {
  const sentence = sentenceOf(scene, event.sentence);
  const words = lowerOf(scene, sentence);
  if (isOwned(scene, event) || words.some((word) => eventWords.elsewhere.has(word))) return [];
  const calendar = calendarDate(scene, sentence);
  const holds =
    event.rule === 'event.verb' || calendar !== undefined || words.some((word) => eventWords.holds.has(word));
  return placesIn(scene, event.sentence).flatMap((place) => {
    const beside = place.first - event.last >= 0 && place.first - event.last <= 1;
    const date = dateNear(scene, event.sentence, place);
    const dated = date !== undefined && Math.abs(date.first - event.last) <= 1;
    const reached = date || calendar ? inReach(scene, event, place) : near(scene, event, place);
    if (!beside && !dated && !(holds && reached)) return [];
    if (!isNearestEvent(scene, event, place)) return [];
    return occurrence(
      scene,
      place,
      date ?? calendar ?? onlyDate(scene, event.sentence),
      'beside',
      (holds ? 0.8 : 0.7) + (date ? 0.1 : 0),
    );
  });
}

/** «16. septembrī Bikstu pamatskolā – seminārs vecākiem»: a line of a calendar begins with its day and has a dash. */
function calendarDate(scene: Scene, sentence: Sentence): Mention | undefined {
  const date = scene
    .inSentence(sentence.index)
    .find(({ kind, first }) => kind === 'date' && first - sentence.first <= 2);
  const dashed = (from: number): boolean =>
    scene.doc.tokens
      .slice(from, sentence.last)
      .some(({ text, gap: space }) => /^[–—-]$/u.test(text) && space !== Gap.none);
  return date && dashed(date.last) ? date : undefined;
}

const gap = (a: Mention, b: Mention): number =>
  b.first >= a.last ? b.first - a.last : a.first >= b.last ? a.first - b.last : 0;

/** What a project is called and numbered may stand between: «Saldū notika projekta “…” (Nr. …) padomes sēde». */
const inReach = (scene: Scene, event: EventMention, place: Mention): boolean => {
  const titles = scene
    .inSentence(event.sentence)
    .filter(({ kind, first, last }) => kind === 'project' && first >= place.last && last <= event.first);
  const { tokens } = scene.doc;
  let [between, depth] = [0, 0];
  for (let i = Math.min(event.last, place.last); i < Math.max(event.first, place.first); i++) {
    const { text } = tokens[i] as { text: string };
    depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    if (depth === 0 && !titles.some(({ first, last }) => first <= i && i < last)) between++;
  }
  return between <= FAR;
};

/** Without a day beside the place, no comma may part it from the event. */
function near(scene: Scene, event: EventMention, place: Mention): boolean {
  const between = lowerOf(scene, { first: Math.min(event.last, place.last), last: Math.max(event.first, place.first) });
  return gap(event, place) <= NEAR && !between.includes(',');
}

/** Of two events of a sentence, a place belongs to the nearer one. */
function isNearestEvent(scene: Scene, event: EventMention, place: Mention): boolean {
  return scene
    .inSentence(event.sentence)
    .every(
      (other) =>
        other.kind !== 'event' || other === event || isOwned(scene, other) || gap(other, place) >= gap(event, place),
    );
}

/** «Seminārs “…”. Tas notiks 5. martā Cēsīs.»: the next sentence goes on with the event. */
export function referring(scene: Scene, event: EventMention): Occurrence[] {
  const next = scene.doc.sentences[event.sentence + 1];
  if (!next || next.paragraph !== sentenceOf(scene, event.sentence).paragraph || isOwned(scene, event)) return [];
  const words = lowerOf(scene, next);
  if (!eventWords.refers.has(words[0] ?? '') || !words.slice(1, 4).some((word) => eventWords.holds.has(word)))
    return [];
  if (words.some((word) => eventWords.elsewhere.has(word))) return [];
  return placesIn(scene, next.index).flatMap((place) => {
    const date = dateNear(scene, next.index, place);
    return date ? occurrence(scene, place, date, 'beside', 0.75, [event.sentence]) : [];
  });
}

/** Items below a sentence that ends in a colon, or below «Kur un kad?», each with its day and its place. */
export function listedBelow(scene: Scene, head: Sentence): Occurrence[] {
  const mark = scene.doc.tokens[head.last - 1]?.text;
  const asks = mark === '?' && lowerOf(scene, head).some((word) => word === 'kur' || word === 'kad');
  if (mark !== ':' && !asks) return [];
  const found: Occurrence[] = [];
  let lost = 0;
  for (let index = head.index + 1; index < scene.doc.sentences.length && lost <= LOST_LINES; index++) {
    const item = sentenceOf(scene, index);
    const date = scene.inSentence(index).find(({ kind, first }) => kind === 'date' && first - item.first <= ITEM_START);
    const [place] = placesIn(scene, index, true);
    if (!date || !place) lost++;
    else {
      lost = 0;
      found.push(...occurrence(scene, place, date, 'list', 0.9, [head.index]));
    }
  }
  return found;
}

function occurrence(
  scene: Scene,
  place: Mention,
  date: Mention | undefined,
  said: Occurrence['said'],
  confidence: number,
  others: readonly number[] = [],
): Occurrence[] {
  const municipality = scene.entityOf(place);
  const day = date && scene.entityOf(date);
  if (municipality?.kind !== 'municipality') return [];
  return [
    {
      place: municipality.id,
      ...(day?.kind === 'date' ? { when: day.value } : {}),
      planned: tenseOf(lowerOf(scene, sentenceOf(scene, place.sentence))) === 'future',
      said,
      sentences: [place.sentence, ...others],
      confidence: Math.round(confidence * 100) / 100,
    },
  ];
}

function dateNear(scene: Scene, sentence: number, place: Mention): Mention | undefined {
  return scene
    .inSentence(sentence)
    .find(
      ({ kind, first, last }) =>
        kind === 'date' && (first >= place.last ? first - place.last <= 3 : place.first - last <= NEAR),
    );
}

function onlyDate(scene: Scene, sentence: number): Mention | undefined {
  const dates = scene.inSentence(sentence).filter(({ kind }) => kind === 'date');
  return dates.length === 1 ? dates[0] : undefined;
}

/**
 * Municipalities that a sentence names as a place: in the locative (*Salaspilī*), or as the owner of a venue in the
 * locative (*Alūksnes pašvaldības ēkā*).
 * @param bare in a list of places the name may stand in the nominative
 */
function placesIn(scene: Scene, index: number, bare = false): Mention[] {
  return scene
    .inSentence(index)
    .filter((mention): mention is MunicipalityMention => mention.kind === 'municipality')
    .filter((mention) => isLocative(mention) || ownsVenue(scene, mention) || (bare && mention.case === 'nominative'));
}

const LOCATIVE = /(?:[āēīū]|os|[āēī]s)$/u;
const isLocative = (mention: MunicipalityMention): boolean =>
  mention.case === undefined ? LOCATIVE.test(mention.text) : mention.case === 'locative';

/** The venue stands within a few genitives behind the municipality, before any comma. */
const VENUE_WORDS = 5;

function ownsVenue({ doc }: Scene, { last, sentence }: MunicipalityMention): boolean {
  for (let i = last; i < last + VENUE_WORDS; i++) {
    const token = doc.tokens[i];
    if (!token || token.sentence !== sentence || token.text === ',' || token.text === ';') return false;
    if (eventWords.venue.has(token.lower)) return true;
    // «Alsviķu pagasta „Jaunozolos”»: a house by its name
    const inside = doc.tokens[i + 1];
    if (/^["“”„«]$/u.test(token.text) && inside?.capital && /(?:os|ās|[āē])$/u.test(inside.lower)) return true;
  }
  return false;
}
