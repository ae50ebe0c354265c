import { z } from 'zod';
import { Stop } from '../../0-contract/errors.js';
import type { MentionRule } from '../../0-contract/rule.js';
import type { DateMention, SegmentedArticle, Sentence } from '../../0-contract/types.js';
import { readYaml } from '../../0-contract/yaml.js';
import { compile } from '../../0-latvian/pattern.js';
import { tenseOf } from '../../0-latvian/time-words.js';
import { anchorOf } from './anchor.js';
import { maskOf, masksOf, NEEDS, patternLists } from './lists.js';
import { type DateValueName, dateValues, type FoundDate, type Reading } from './values.js';

const text = z.string().min(1);
const value = z.union([z.string(), z.number()]).transform(String);
const DateRules = z.strictObject({
  parts: z.record(text, text),
  exclude: z.array(z.strictObject({ why: text, pattern: text })),
  rules: z.array(
    z.strictObject({
      id: z.string().regex(/^date\.[a-z0-9-]+$/u),
      why: z.string().min(15),
      needs: z.array(z.enum(NEEDS)).min(1),
      pattern: text,
      value: z.enum(Object.keys(dateValues) as [DateValueName, ...DateValueName[]]),
      confidence: z.number().min(0).max(1),
      lower: z.literal(true).optional(),
      examples: z.strictObject({
        match: z.record(text, z.union([value, z.array(value)])),
        reject: z.array(text).min(1),
        published: text.optional(),
      }),
    }),
  ),
});
type DateRuleData = z.infer<typeof DateRules>['rules'][number];

const data = readYaml('rules/dates.yaml', DateRules);

const PART = /(?<!\{)\{(\p{Ll}[\p{L}\d]*)\}(?!\})/gu;

/** Puts the parts into a pattern, `{day}`; lists, `{{month}}`, are left to `compile`. */
function withParts(source: string): string {
  return source.replace(PART, (_, name: string) => {
    const part = data.parts[name];
    if (part === undefined)
      throw new Stop(`data/rules/dates.yaml: unexpected {${name}} in «${source}», expected a part`);
    return withParts(part);
  });
}
const pattern = (source: string): RegExp => compile(withParts(source), patternLists);

const excluded = data.exclude.map(({ pattern: source }) => pattern(source));

/** Rules that find dates, read from `data/rules/dates.yaml`; of overlapping matches the longest wins. */
export const dateRules: readonly MentionRule[] = data.rules.map(ruleOf);

function ruleOf(rule: DateRuleData): MentionRule {
  const regexp = pattern(rule.pattern);
  const needs = maskOf(rule.needs);
  const { match, reject, published } = rule.examples;
  return {
    id: rule.id,
    why: rule.why,
    examples: { match, reject, ...(published === undefined ? {} : { published }) },
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
    for (const found of words.matchAll(regexp)) {
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
        if (mention && !isExcluded(words, mention.start - sentence.start, mention.end - sentence.start))
          mentions.push(mention);
      }
    }
  }

  function mentionOf(
    doc: SegmentedArticle,
    sentence: Sentence,
    start: number,
    end: number,
    { value: iso, weekday, sameYear }: FoundDate,
  ): DateMention | undefined {
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

function isExcluded(words: string, start: number, end: number): boolean {
  return excluded.some((regexp) =>
    [...words.matchAll(regexp)].some((found) => found.index < end && start < found.index + found[0].length),
  );
}
