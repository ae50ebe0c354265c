import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Stop } from '../../pipeline/0-contract/errors.js';
import { fold } from '../../pipeline/0-contract/fold.js';
import { dataPath } from '../../pipeline/0-contract/root.js';
import { RELATION_TYPES } from '../../pipeline/0-contract/types.js';
import { checkYaml } from '../../pipeline/0-contract/yaml.js';
import { CHANGEABLE, type KindOf, kindNamed, kindNames, NO_DATE, territoryFault } from './kinds.js';

const text = z.string().trim().min(1);
const KINDS = ['person', 'institution', 'project'] as const;
const signed = {
  who: text,
  why: text,
  date: z.union([text, z.date()]).optional(),
  /** Where a name may be of several kinds. */
  kind: z.enum(KINDS).optional(),
};
const pair = z.tuple([text, text], { error: 'expected two names: [Jānis Priednieks, J. Priednieks]' });
const fact = z.strictObject({
  subject: text,
  relation: z.enum([...RELATION_TYPES, 'PERIOD']),
  object: text.optional(),
  /** Id, address or title; all articles where it is left out. */
  article: text.optional(),
});

/** Id, address or title; one or several. */
const articles = z.union([text, z.array(text).min(1)]).optional();

const kindOf = z
  .strictObject({
    ...{ who: text, why: text, date: signed.date },
    'kind-of': text,
    is: text.refine((name) => kindNamed(name) !== undefined, {
      error: ({ input }) =>
        input === 'date' ? NO_DATE : `unexpected «${input}», expected one of ${kindNames().join(', ')}`,
    }),
    /** What the rules take it for, where a name may be of several kinds. */
    kind: z
      .enum(CHANGEABLE, {
        error: ({ input }) =>
          input === 'date' ? NO_DATE : `unexpected «${input}», expected one of ${CHANGEABLE.join(', ')}`,
      })
      .optional(),
    /** Articles in which it is that; all where it is left out. */
    article: articles,
  })
  .superRefine(({ 'kind-of': name, is, kind, article }, context) => {
    const fault = (message: string): void => context.addIssue({ code: 'custom', message });
    const to = kindNamed(is)?.kind;
    const about = to === 'municipality' ? territoryFault(name) : undefined;
    if (about !== undefined) fault(about);
    if (article === undefined && kind === 'municipality')
      fault(`a municipality stays one in other articles; say with article: in which «${name}» is something else`);
    if (article !== undefined && kind === to)
      fault(`which type of ${kind} «${name}» is holds in all articles; leave out article`);
  });

const ACTIONS = {
  same: z.strictObject({ ...signed, same: pair }),
  'not-same': z.strictObject({
    ...signed,
    'not-same': pair,
    /** Where a name that the rules take for one is somebody else. */
    article: articles,
  }),
  reject: z.strictObject({ who: text, why: text, date: signed.date, reject: fact }),
  rename: z.strictObject({ ...signed, rename: text, to: text }),
  alias: z.strictObject({ ...signed, alias: text, add: z.union([text, z.array(text).min(1)]) }),
  'kind-of': kindOf,
} as const;
type Action = keyof typeof ACTIONS;
const NAMES = Object.keys(ACTIONS) as Action[];

const entry = z.record(z.string(), z.unknown()).transform((value, context) => {
  const found = NAMES.filter((action) => action in value);
  const [action] = found;
  if (action === undefined || found.length > 1) {
    context.addIssue({ code: 'custom', message: `expected one of ${NAMES.join(', ')}` });
    return z.NEVER;
  }
  const result = ACTIONS[action].safeParse(value);
  if (result.success) return { action, ...result.data };
  for (const issue of result.error.issues)
    context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] });
  return z.NEVER;
});

/** What people rule. Names are as they were typed. */
export interface Correction {
  /** The same for the same words, wherever they stand. */
  readonly id: string;
  /** `data/corrections.yaml:12`, for messages. */
  readonly where: string;
  readonly action: Action;
  /** Whom it is about. */
  readonly names: readonly string[];
  readonly kind?: (typeof CHANGEABLE)[number];
  /** Of `rename` the new name, of `alias` the further ones. */
  readonly gives: readonly string[];
  readonly fact?: z.infer<typeof fact>;
  /** Of `kind-of`: what it is. */
  readonly is?: KindOf;
  /** Of `not-same`: where the second name is somebody else than elsewhere; of `kind-of`: where it is that. As typed. */
  readonly articles?: readonly string[];
  /** `I. Kalve: the municipality's page names him in full` */
  readonly because: string;
}

/** The file that is read unless another is named. */
export const correctionsFile = (): string => dataPath('corrections.yaml');

/**
 * Reads corrections; none when the file is not there.
 * @throws Stop with file and line when an entry is not as it should be, or two contradict each other
 */
export function readCorrections(file = correctionsFile()): Correction[] {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && file === correctionsFile()) return [];
    throw new Stop(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); name another file`);
  }
  return parseCorrections(source, file === correctionsFile() ? 'data/corrections.yaml' : file);
}

/** @param where names the file in messages */
export function parseCorrections(source: string, where: string): Correction[] {
  const entries = checkYaml(source, where, z.array(entry).nullable()) ?? [];
  const lines = linesOf(source);
  const corrections = entries.map((one, i): Correction => {
    const { who, why } = one;
    return {
      id: createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 12),
      where: `${where}:${lines[i] ?? 1}`,
      action: one.action,
      because: `${who}: ${why}`,
      ...('kind' in one && one.kind !== undefined ? { kind: one.kind } : {}),
      ...partsOf(one),
    };
  });
  const twice = corrections.find((one, i) => corrections.findIndex(({ id }) => id === one.id) < i);
  if (twice) throw new Stop(`${twice.where}: stands in the file twice; remove one of them`);
  for (const same of corrections.filter(({ action }) => action === 'same')) {
    const against = corrections.find((other) => other.action === 'not-same' && pairOf(other) === pairOf(same));
    if (against) throw new Stop(`${same.where}: contradicts ${against.where}; remove one of them`);
  }
  for (const [i, one] of corrections.entries()) {
    const against = corrections.slice(i + 1).find((other) => sayOtherKinds(one, other));
    if (against) throw new Stop(`${one.where}: contradicts ${against.where}; remove one of them`);
  }
  return corrections;
}

const pairOf = ({ names }: Correction): string => names.map(fold).sort().join(' = ');

/** One that tells the articles goes before one that doesn't. */
const sayOtherKinds = (one: Correction, other: Correction): boolean =>
  one.is !== undefined &&
  other.is !== undefined &&
  fold(one.names[0] ?? '') === fold(other.names[0] ?? '') &&
  (one.kind === undefined || other.kind === undefined || one.kind === other.kind) &&
  (one.articles === undefined || other.articles === undefined
    ? one.articles === other.articles
    : one.articles.some((typed) => other.articles?.some((another) => fold(another) === fold(typed))));

function partsOf(one: z.infer<typeof entry>): Pick<Correction, 'names' | 'gives' | 'fact' | 'articles' | 'is'> {
  if ('same' in one) return { names: one.same, gives: [] };
  const articles = 'article' in one && one.article !== undefined ? { articles: [one.article].flat() } : {};
  if ('not-same' in one) return { names: one['not-same'], gives: [], ...articles };
  if ('rename' in one) return { names: [one.rename], gives: [one.to] };
  if ('alias' in one) return { names: [one.alias], gives: [one.add].flat() };
  if ('kind-of' in one) return { names: [one['kind-of']], gives: [], is: kindNamed(one.is) as KindOf, ...articles };
  return { names: [], gives: [], fact: one.reject };
}

/** The line of each entry. */
function linesOf(source: string): number[] {
  const counter = new LineCounter();
  const { contents } = parseDocument(source, { lineCounter: counter });
  if (!isSeq(contents)) return [];
  return contents.items.map((item) => (isMap(item) && item.range ? counter.linePos(item.range[0]).line : 1));
}
