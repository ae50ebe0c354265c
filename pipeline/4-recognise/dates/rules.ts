import type { MentionRule } from '../../0-contract/rule.js';
import type { DateMention, SegmentedArticle, Sentence } from '../../0-contract/types.js';
import { tenseOf } from '../../0-latvian/time-words.js';
import { anchorOf } from './anchor.js';
import { type DateRuleData, dateRuleData, matchesOf } from './data.js';
import { maskOf, masksOf } from './lists.js';
import type { FoundDate, Reading } from './reading.js';
import { dateValues } from './values.js';

/** Rules that find dates, read from `data/rules/dates.txt`; of overlapping matches the longest wins. */
export const dateRules: readonly MentionRule[] = dateRuleData.rules.map(ruleOf);

function ruleOf(rule: DateRuleData): MentionRule {
  const { regexp } = rule;
  const needs = maskOf(rule.needs);
  return {
    id: rule.id,
    why: rule.why,
    examples: rule.examples,
    find(doc) {
      const mentions: DateMention[] = [];
      const masks = masksOf(doc);
      for (const sentence of doc.sentences) {
        if (((masks[sentence.index] ?? 0) & needs) === needs) find(doc, sentence, mentions);
      }
      return mentions;
    },
  };

  function find(doc: SegmentedArticle, sentence: Sentence, mentions: DateMention[]): void {
    const words = doc.article.text.slice(sentence.start, sentence.end);
    for (const found of matchesOf(regexp, words)) {
      if (rule.lower && /^\p{Lu}/u.test(found.groups?.months ?? '')) continue;
      for (const date of dateValues[rule.value](readingOf(doc, sentence, found))) {
        const [from, to] = date.span ?? [0, found[0].length];
        const mention = mentionOf(
          doc,
          sentence,
          sentence.start + found.index + from,
          sentence.start + found.index + to,
          date,
        );
        if (!isExcluded(doc, sentence, mention)) mentions.push(mention);
      }
    }
  }

  function mentionOf(
    doc: SegmentedArticle,
    sentence: Sentence,
    start: number,
    end: number,
    { value: iso, weekday, sameYear }: FoundDate,
  ): DateMention {
    let first = sentence.first;
    while (first < sentence.last && (doc.tokens[first]?.end ?? 0) <= start) first++;
    let last = first;
    while (last < sentence.last && (doc.tokens[last]?.start ?? 0) < end) last++;
    return {
      kind: 'date',
      start,
      end,
      text: doc.article.text.slice(start, end),
      first,
      last,
      sentence: sentence.index,
      rule: rule.id,
      confidence: rule.confidence,
      value: iso,
      ...(weekday === undefined ? {} : { weekday }),
      ...(sameYear ? { sameYear } : {}),
    };
  }
}

function readingOf(doc: SegmentedArticle, sentence: Sentence, found: RegExpExecArray): Reading {
  return {
    groups: found.groups ?? {},
    length: found[0].length,
    at(group) {
      const indices = found.indices?.groups?.[group];
      return indices && [indices[0] - found.index, indices[1] - found.index];
    },
    get anchor() {
      return anchorOf(doc, sentence);
    },
    get tense() {
      return tenseOf(doc.tokens.slice(sentence.first, sentence.last).map((token) => token.lower));
    },
  };
}

const exclusions = dateRuleData.exclude.map(({ needs, regexp }) => ({ needs: maskOf(needs), regexp }));

/** Overlaps a name or a number that only looks like a date. */
function isExcluded(doc: SegmentedArticle, sentence: Sentence, { start, end }: DateMention): boolean {
  const holds = masksOf(doc)[sentence.index] ?? 0;
  return exclusions.some(
    ({ needs, regexp }) =>
      (holds & needs) === needs &&
      matchesOf(regexp, doc.article.text.slice(sentence.start, sentence.end)).some(
        ({ index, 0: words }) => sentence.start + index < end && start < sentence.start + index + words.length,
      ),
  );
}
