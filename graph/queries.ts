import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import distance from 'natural/lib/natural/distance/index.js';
import { z } from 'zod';
import { Stop } from '../pipeline/0-contract/errors.js';
import { packageRoot } from '../pipeline/0-contract/root.js';
import { refuseWrites } from './reading.js';

/** Types whose values are names of entities, matched as people type them. */
export const ENTITY_TYPES = ['municipality', 'project', 'person', 'institution', 'event', 'entity', 'article'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

const PARAMETER_TYPES = ['text', 'integer', 'date', 'decimal', ...ENTITY_TYPES] as const;
/**
 * `evidence`: the sources of a row, each {article, title, published, url, sentence, evidence, start, end}; with $evidence only
 * where that is true, else how many they are, those of the same words counted apart.
 */
const COLUMN_TYPES = ['text', 'integer', 'date', 'decimal', 'list', 'evidence'] as const;

/** Options of every command, which a parameter must not hide. */
const RESERVED = ['known', 'store', 'quiet', 'json', 'format', 'browser', 'evidence', 'sheet', 'help', 'version'];

const parameterSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-zA-Z]*$/u, 'expected a name of ASCII letters, as in $project')
    .refine((name) => !RESERVED.includes(name), { error: 'is the name of an option of every command' }),
  type: z.enum(PARAMETER_TYPES),
  /** The only values that it takes, when they are told: `then|2009|2021|2025`. */
  choices: z
    .string()
    .transform((text) => text.split('|'))
    .optional(),
  /** `any` stands for null: no condition. */
  default: z.string().optional(),
  what: z.string(),
});
const columnSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z]*$/u, 'expected a name of ASCII letters, as in partOf'),
  type: z.enum(COLUMN_TYPES),
  what: z.string(),
});

export type QueryParameter = z.infer<typeof parameterSchema>;
/** `$partOf` → `--part-of`, as `saites ask` takes it. */
export const optionOf = ({ name }: Pick<QueryParameter, 'name'>): string =>
  `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

export type QueryColumn = z.infer<typeof columnSchema>;

/** How an answer stands in a sheet: each a column, with the columns that go with it. */
export interface Sheet {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: string;
}

/** A question: a file of `queries/`. */
export interface Query {
  /** File name without `.cypher`. */
  readonly name: string;
  readonly title: string;
  /** What it answers, a sentence or two. */
  readonly what: string;
  readonly parameters: readonly QueryParameter[];
  readonly columns: readonly QueryColumn[];
  /** Whether it gives sources only where `$evidence` is true; without it, always. */
  readonly evidence: boolean;
  /** Time parameters that it does not take (`on`, `boundaries`) → why, where that does not go without saying. */
  readonly without: Readonly<Record<string, string>>;
  /** Absent where it makes none. */
  readonly sheet?: Sheet;
  /** The whole file, header included, as it runs in Neo4j Browser too. */
  readonly cypher: string;
}

/** A parameter that no header tells of: it belongs to the column of sources. */
const EVIDENCE = 'evidence';

const PARAMETER =
  /^param \$(?<name>\S+) (?<type>\S+) (?:one of (?<choices>\S+) )?(?:\(default (?<default>[^)]+)\) )?(?<what>.+)$/u;
const SHEET = /^sheet (?<rows>[a-zA-Z ]+) \/ (?<columns>[a-zA-Z ]+) \/ (?<cells>[a-zA-Z]+)$/u;
const WITHOUT = /^without (?<name>on|boundaries): (?<why>.+)$/u;
const COLUMN = /^column (?<name>\S+) (?<type>\S+) (?<what>.+)$/u;

/** Cypher with comments, strings and quoted names blanked: only what the language itself says, lines kept. */
const bare = (cypher: string): string =>
  cypher.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`/gu, (text) =>
    text.replace(/[^\n]/gu, ' '),
  );

/** Names of the parameters that the Cypher itself uses. */
export const parametersUsed = (cypher: string): string[] => [
  ...new Set([...bare(cypher).matchAll(/\$([a-zA-Z][a-zA-Z0-9]*)/gu)].map((match) => match[1] as string)),
];

/**
 * Reads one question.
 * @param file for messages, and for the name: `municipalities-by-project.cypher`
 * @throws Stop with file and line when the header is not as it should be, or when the query writes
 */
export function parseQuery(file: string, cypher: string): Query {
  const lines = cypher.split(/\r?\n/u);
  const fail = (line: number, message: string): never => {
    throw new Stop(`${file}:${line}: ${message}`);
  };
  const checked = <T>(schema: z.ZodType<T>, value: unknown, line: number): T => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    return fail(line, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unexpected header'}`);
  };
  const body = lines.findIndex((line) => !line.startsWith('//'));
  const header = lines.slice(0, body < 0 ? lines.length : body).map((line) => line.slice(2).trim());
  const [title, what] = header;
  if (!title) fail(1, 'expected a title, `// Municipalities by project`');
  if (!what || /^(?:param|column) /u.test(what)) fail(2, 'expected a sentence that says what the query answers');
  const parameters: QueryParameter[] = [];
  const columns: QueryColumn[] = [];
  const without: Record<string, string> = {};
  let sheet: Sheet | undefined;
  for (const [index, text] of header.entries()) {
    if (index < 2) continue;
    const line = index + 1;
    const parameter = PARAMETER.exec(text);
    const column = COLUMN.exec(text);
    const { name, why } = WITHOUT.exec(text)?.groups ?? {};
    if (parameter) parameters.push(checked(parameterSchema, withoutUndefined(parameter.groups), line));
    else if (column) columns.push(checked(columnSchema, { ...column.groups }, line));
    else if (name !== undefined && why !== undefined) without[name] = why;
    else if (SHEET.test(text)) sheet = sheetOf(text);
    else fail(line, 'expected `// param $name type (default …) what it is` or `// column name type what it is`');
  }
  if (columns.length === 0) fail(header.length, 'expected a line `// column name type what it is` for each column');
  for (const [index, line] of bare(cypher).split('\n').entries()) {
    try {
      refuseWrites(line);
    } catch (error) {
      fail(index + 1, (error as Error).message);
    }
  }
  const evidence = columns.some(({ type }) => type === 'evidence');
  const all = parametersUsed(cypher);
  const used = all.filter((name) => name !== EVIDENCE || !evidence);
  const declared = parameters.map(({ name }) => name);
  for (const name of used)
    if (!declared.includes(name)) fail(1, `$${name} is used and has no line \`// param $${name} …\``);
  for (const name of sheet === undefined ? [] : [...sheet.rows, ...sheet.columns, sheet.cells])
    if (!columns.some((column) => column.name === name)) fail(1, `sheet: there is no column ${name}`);
  for (const name of Object.keys(without))
    if (declared.includes(name))
      fail(1, `$${name} is declared, and a line \`// without ${name}: …\` says that it is not taken`);
  for (const name of declared) if (!used.includes(name)) fail(1, `$${name} is declared and not used`);
  return {
    name: file.replace(/^.*[\\/]/u, '').replace(/\.cypher$/u, ''),
    title: title as string,
    what: what as string,
    parameters,
    columns,
    evidence: evidence && all.includes(EVIDENCE),
    without,
    ...(sheet === undefined ? {} : { sheet }),
    cypher,
  };
}

function sheetOf(text: string): Sheet {
  const { rows = '', columns = '', cells = '' } = SHEET.exec(text)?.groups ?? {};
  return { rows: rows.split(' '), columns: columns.split(' '), cells };
}

const withoutUndefined = (groups: Record<string, string | undefined> | undefined) =>
  Object.fromEntries(Object.entries(groups ?? {}).filter(([, value]) => value !== undefined));

/** All questions, by name. */
export function readQueries(folder = join(packageRoot, 'queries')): Query[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => parseQuery(`queries/${file}`, readFileSync(join(folder, file), 'utf8')));
}

/** The questions whose names are most like the one typed, nearest first. */
export const nearestQueries = (queries: readonly Query[], typed: string): Query[] =>
  queries
    .map((query) => ({ query, near: distance.JaroWinklerDistance(typed, query.name, { ignoreCase: true }) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, 3)
    .map(({ query }) => query);
