import type { MentionRule } from '../../0-contract/rule.js';
import type { EventMention, Mention, SegmentedArticle, Token } from '../../0-contract/types.js';
import { type EventNoun, eventNouns, eventVerbs, eventWords } from '../../0-latvian/event-words.js';
import { agreeing, type HeadReading, nominativePhrase } from '../../0-latvian/phrases.js';
import { timeWords } from '../../0-latvian/time-words.js';
import { spanOf, wording } from '../mention.js';
import { quotedIn } from '../quotes.js';
import { attributesBefore } from './attributes.js';

const nounPhrase: MentionRule = {
  id: 'event.noun-phrase',
  why: 'Notikumu nosauc lietvārds (sanāksme, seminārs, nometne) ar apzīmētājiem pirms tā un nosaukumu pēdiņās aiz tā.',
  examples: {
    match: {
      '5. martā Salaspilī notika sociālo dienestu tīkla sanāksme.': 'sociālo dienestu tīkla sanāksme',
      'Visi piedalījās seminārā “Sargāsim sargātājus”.': 'seminārs “Sargāsim sargātājus”',
      'Kandavā 7. jūnijā bija ikgadējā metodiskā sanāksme.': 'ikgadējā metodiskā sanāksme',
      'Speciālisti maijā bija pieredzes apmaiņas braucienā.': 'pieredzes apmaiņas brauciens',
    },
    reject: [
      'Dienests rīko seminārus un nometnes.',
      'Skola un diena sākas agri.',
      '5. martā Madonā, Saieta laukumā 1, atver telpas.',
      '5. martā Valkā, Semināra\n• ielā 9, atver telpas.',
    ],
  },
  find: (doc, found) => {
    const mentions: EventMention[] = [];
    for (const [i, token] of doc.tokens.entries()) {
      const known = token.kind === 'word' ? eventNouns.get(token.lower) : undefined;
      if (known && stands(doc, i, known.noun)) mentions.push(mentionAt(doc, found, i, known.noun, known.readings));
    }
    return mentions;
  },
};

/**
 * Whether what the noun needs before it is there: a «diena» is an event only behind «informatīvā» or the like. «Saieta
 * laukums» and «Semināra iela» are places.
 */
function stands(doc: SegmentedArticle, i: number, { behind }: EventNoun): boolean {
  const before = doc.tokens[i - 1];
  // a broken line may have a mark of a list in the midst of an address
  const after = doc.tokens.slice(i + 1).find(({ text }) => text !== '•')?.lower ?? '';
  if (eventWords.venue.has(after) || timeWords('street').has(after)) return false;
  if (behind.length === 0) return true;
  return before?.sentence === doc.tokens[i]?.sentence && behind.some((start) => before?.lower.startsWith(start));
}

function mentionAt(
  doc: SegmentedArticle,
  found: readonly Mention[],
  head: number,
  noun: EventNoun,
  readings: readonly HeadReading[],
): EventMention {
  const reading = readings.find(({ number }) => number === (noun.pluralOnly ? 'plural' : 'singular')) ?? readings[0];
  const first = attributesBefore(doc, found, head);
  const before = doc.tokens.slice(first, head + 1).map(({ text }) => text);
  const quoted = quotedIn(doc).get(head + 1);
  const words = lowerStart(
    doc,
    first,
    head,
    reading ? nominativePhrase(before, before.length - 1, noun, reading) : before,
    noun,
    reading,
  );
  const title = quoted && wording(doc, quoted.inside.first, quoted.inside.last);
  const named = quoted ? `${words.join(' ')} ${wording(doc, quoted.first, quoted.last)}` : words.join(' ');
  return {
    kind: 'event',
    ...spanOf(doc, first, quoted?.last ?? head + 1),
    name: named.replace(/\s+([,)])/gu, '$1').replace(/\(\s+/gu, '('),
    type: noun.type,
    head: noun.lemma,
    ...(title ? { title } : {}),
    rule: nounPhrase.id,
    confidence: title ? 0.9 : first < head ? 0.85 : 0.75,
  };
}

/**
 * A capital that only opens the sentence is none of the name: that of the head, of an adjective that agrees with it, or of
 * a word that the article also writes small.
 */
function lowerStart(
  doc: SegmentedArticle,
  first: number,
  head: number,
  words: readonly string[],
  noun: EventNoun,
  reading: HeadReading | undefined,
): readonly string[] {
  const token = doc.tokens[first] as Token;
  if (!token.capital || token.caps || doc.sentences[token.sentence]?.first !== first) return words;
  const own =
    first === head ||
    (reading && agreeing(words.slice(), words.length - 1, { ...reading, case: 'nominative' }, noun.gender)[0]) ||
    doc.tokens.some(({ text }) => text === token.lower);
  const [opening = '', ...rest] = words;
  return own ? [opening.charAt(0).toLowerCase() + opening.slice(1), ...rest] : words;
}

const verb: MentionRule = {
  id: 'event.verb',
  why: 'Darbības vārds «tiksies», «pulcējās» ar dienu un vietu arī ir notikums, lai gan lietvārda nav.',
  examples: {
    match: { 'Dienestu vadītāji tiksies 12. decembrī Jūrmalā.': 'tikšanās' },
    reject: ['Viņi reizēm tikās pie upes.', '12. decembrī Jūrmalā tikās uz semināru “Kopā”.'],
  },
  find: (doc, found) => {
    const mentions: EventMention[] = [];
    for (const [i, token] of doc.tokens.entries()) {
      const known = token.kind === 'word' ? eventVerbs.get(token.lower) : undefined;
      if (!known || !hasDateAndPlace(found, token.sentence) || hasNoun(doc, token.sentence)) continue;
      const { lemma, type } = known;
      mentions.push({
        kind: 'event',
        ...spanOf(doc, i, i + 1),
        name: lemma,
        type,
        head: lemma,
        rule: verb.id,
        confidence: 0.6,
      });
    }
    return mentions;
  },
};

const hasDateAndPlace = (found: readonly Mention[], sentence: number): boolean =>
  ['date', 'municipality'].every((kind) =>
    found.some((mention) => mention.sentence === sentence && mention.kind === kind),
  );

function hasNoun(doc: SegmentedArticle, index: number): boolean {
  const sentence = doc.sentences[index];
  if (!sentence) return false;
  for (let i = sentence.first; i < sentence.last; i++) {
    const known = eventNouns.get(doc.tokens[i]?.lower ?? '');
    if (known && stands(doc, i, known.noun)) return true;
  }
  return false;
}

/** Rules that find events, in the order in which they win. */
export const eventRules: readonly MentionRule[] = [nounPhrase, verb];
