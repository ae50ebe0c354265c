import { number, oneOf, text } from '../../0-contract/columns.js';
import { Stop } from '../../0-contract/errors.js';
import { type Field, readRecords } from '../../0-contract/records.js';
import type { RuleCard } from '../../0-contract/rule.js';
import { compile } from '../../0-latvian/pattern.js';
import { NEEDS, patternLists } from './lists.js';
import { type DateValueName, dateValues } from './values.js';

const FILE = 'rules/dates.txt';

interface Pattern {
  readonly needs: readonly (typeof NEEDS)[number][];
  readonly regexp: RegExp;
}
/** A rule of `data/rules/dates.txt`; what its fields mean stands at the head of that file. */
export interface DateRuleData extends RuleCard, Pattern {
  readonly value: DateValueName;
  readonly confidence: number;
  readonly lower: boolean;
}

const PART = /(?<!\{)\{(\p{Ll}[\p{L}\d]*)\}(?!\})/gu;
const KEYS = {
  exclude: ['exclude', 'needs', 'pattern'],
  rule: ['rule', 'why', 'needs', 'pattern', 'value', 'lower', 'confidence', 'published', 'match', 'reject'],
} as const;
const OPTIONAL = new Set(['lower', 'published']);
const OFTEN = new Set(['match', 'reject']);

const parts = new Map<string, string>();
const exclude: Pattern[] = [];
const rules: DateRuleData[] = [];
for (const record of readRecords(FILE)) {
  const { key = '' } = record[0] ?? {};
  if (key === 'part') for (const field of record) addPart(field);
  else if (key === 'exclude') exclude.push(patternOf(checked(record, 'exclude')));
  else rules.push(ruleOf(checked(record, 'rule')));
}
/** What `data/rules/dates.txt` holds, checked. */
export const dateRuleData: { readonly exclude: readonly Pattern[]; readonly rules: readonly DateRuleData[] } = {
  exclude,
  rules,
};

function fault(line: number, message: string): never {
  throw new Stop(`data/${FILE}:${line}: ${message}`);
}

/** What `read` makes of a field; what it objects to is told with the line. */
function readField<Value>({ line, key, text }: Field, read: (text: string) => Value): Value {
  try {
    return read(text);
  } catch (error) {
    return fault(line, `${key}: ${(error as Error).message}`);
  }
}

function addPart(field: Field): void {
  if (field.key !== 'part')
    fault(field.line, `unexpected «${field.key}» among the parts; leave a blank line before it`);
  const [, name, pattern] = /^(\p{Ll}[\p{L}\d]*)\s+(.+)$/u.exec(field.text) ?? [];
  if (name && pattern) parts.set(name, pattern);
  else fault(field.line, `unexpected «${field.text}», expected a name and a pattern`);
}

type Fields = ReadonlyMap<string, readonly [Field, ...Field[]]>;

/** The fields of a record by their key: all that its kind has, and no others. */
function checked(record: readonly Field[], kind: keyof typeof KEYS): Fields {
  const keys: readonly string[] = KEYS[kind];
  const fields = new Map<string, [Field, ...Field[]]>();
  for (const field of record) {
    const { line, key } = field;
    if (!keys.includes(key)) fault(line, `unexpected «${key}», expected one of ${keys.join(', ')}`);
    const before = fields.get(key);
    if (before && !OFTEN.has(key)) fault(line, `a second ${key}; leave a blank line before another rule`);
    if (before) before.push(field);
    else fields.set(key, [field]);
  }
  const missing = keys.find((key) => !fields.has(key) && !OPTIONAL.has(key));
  if (missing) fault(record[0]?.line ?? 0, `no ${missing} below «${record[0]?.text}»`);
  return fields;
}

function one(fields: Fields, key: string): Field {
  return (fields.get(key) as readonly [Field])[0];
}

function patternOf(fields: Fields): Pattern {
  return {
    needs: readField(one(fields, 'needs'), (text) => text.split(/\s+/u).map(oneOf(...NEEDS))),
    regexp: readField(one(fields, 'pattern'), (pattern) => {
      try {
        return compile(withParts(pattern), patternLists);
      } catch (error) {
        // RegExp quotes the whole pattern, with all its words, before it says what is wrong
        throw new Error((error as Error).message.replace(/^Invalid regular expression: .*: /su, ''));
      }
    }),
  };
}

function ruleOf(fields: Fields): DateRuleData {
  const lower = fields.get('lower')?.[0];
  const published = fields.get('published')?.[0].text;
  return {
    ...patternOf(fields),
    id: readField(one(fields, 'rule'), ruleId),
    why: readField(one(fields, 'why'), text(15)),
    value: readField(one(fields, 'value'), oneOf(...(Object.keys(dateValues) as DateValueName[]))),
    confidence: readField(one(fields, 'confidence'), number(0, 1)),
    lower: lower !== undefined && readField(lower, oneOf('yes')) === 'yes',
    examples: {
      match: Object.fromEntries((fields.get('match') ?? []).map((field) => readField(field, example))),
      reject: (fields.get('reject') ?? []).map(({ text }) => text),
      ...(published === undefined ? {} : { published }),
    },
  };
}

function ruleId(id: string): string {
  if (!/^date\.[a-z0-9-]+$/u.test(id)) throw new Error(`unexpected «${id}», expected date.words-with-hyphens`);
  return id;
}

/** `Sākas 16. maijā. → 2019-05-16`; several values with commas between. */
function example(text: string): [string, string[]] {
  const [words = '', values = ''] = text.split(/\s*→\s*/u);
  if (values === '') throw new Error(`unexpected «${text}», expected a text, → and a date`);
  return [words, values.split(/\s*,\s*/u)];
}

/** Puts the parts into a pattern, `{day}`; lists, `{{month}}`, are left to `compile`. */
function withParts(source: string): string {
  return source.replace(PART, (_, name: string) => {
    const part = parts.get(name);
    if (part === undefined) {
      throw new Error(`unexpected {${name}} in «${source}», expected one of ${[...parts.keys()].join(', ')}`);
    }
    return withParts(part);
  });
}

/** All matches. Unlike `matchAll` it makes no copy of the pattern, which costs more than the match. */
export function matchesOf(regexp: RegExp, words: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  regexp.lastIndex = 0;
  for (let match = regexp.exec(words); match; match = regexp.exec(words)) found.push(match);
  return found;
}
