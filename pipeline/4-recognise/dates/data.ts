import { z } from 'zod';
import { readYaml } from '../../0-contract/yaml.js';
import { compile } from '../../0-latvian/pattern.js';
import { NEEDS, patternLists } from './lists.js';
import { type DateValueName, dateValues } from './values.js';

const text = z.string().min(1);
const value = z.union([z.string(), z.number()]).transform(String);
const needs = z.array(z.enum(NEEDS)).min(1);
const PART = /(?<!\{)\{(\p{Ll}[\p{L}\d]*)\}(?!\})/gu;

const DateFile = z.strictObject({
  parts: z.record(text, text),
  exclude: z.array(z.strictObject({ why: text, needs, pattern: text })),
  rules: z.array(
    z.strictObject({
      id: z.string().regex(/^date\.[a-z0-9-]+$/u),
      why: z.string().min(15),
      needs,
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

/** With each pattern compiled; a fault in one is told with its line. */
const DateRules = DateFile.transform(({ parts, exclude, rules }, context) => {
  const compiled = (pattern: string, path: (string | number)[]): RegExp => {
    try {
      return compile(withParts(pattern, parts), patternLists);
    } catch (error) {
      // RegExp quotes the whole pattern, with all its words, before it says what is wrong
      const message = (error as Error).message.replace(/^Invalid regular expression: .*: /su, 'pattern: ');
      context.addIssue({ code: 'custom', message, path });
      return z.NEVER;
    }
  };
  return {
    exclude: exclude.map((one, i) => ({ ...one, regexp: compiled(one.pattern, ['exclude', i, 'pattern']) })),
    rules: rules.map((rule, i) => ({ ...rule, regexp: compiled(rule.pattern, ['rules', i, 'pattern']) })),
  };
});
export type DateRuleData = z.infer<typeof DateRules>['rules'][number];

/** `data/rules/dates.yaml`, checked; what its fields mean stands at the head of that file. */
export const dateRuleData = readYaml('rules/dates.yaml', DateRules);

/** Puts the parts into a pattern, `{day}`; lists, `{{month}}`, are left to `compile`. */
function withParts(source: string, parts: Readonly<Record<string, string>>): string {
  return source.replace(PART, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) {
      throw new Error(`unexpected {${name}} in «${source}», expected one of ${Object.keys(parts).join(', ')}`);
    }
    return withParts(part, parts);
  });
}

/** All matches. Unlike `matchAll` it makes no copy of the pattern, which costs more than the match. */
export function matchesOf(regexp: RegExp, words: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  regexp.lastIndex = 0;
  for (let match = regexp.exec(words); match; match = regexp.exec(words)) found.push(match);
  return found;
}
