import { Stop } from '../pipeline/0-contract/errors.js';
import { type Candidate, matchEntity } from './ask-entities.js';
import { sourcesOf } from './evidence.js';
import {
  ENTITY_TYPES,
  type EntityType,
  optionOf,
  type Query,
  type QueryColumn,
  type QueryParameter,
} from './queries.js';
import { TooMuch } from './reading.js';
import type { GraphStore, Parameters, Row } from './store.js';

export interface Answer {
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly Row[];
  /** How names were understood where they were not typed as they are stored. */
  readonly understood: readonly Understood[];
  /**
   * Of each row, every sentence that it rests on: article, title, published, url, sentence, evidence, start, end; none where
   * they were not asked for.
   */
  readonly sources: readonly (readonly Row[])[];
  /** What the query was put with. */
  readonly parameters: Parameters;
}

export interface Understood {
  readonly parameter: string;
  readonly typed: string;
  /** The name that it was taken for. */
  readonly as: string;
  /** What else it might have meant, less well. */
  readonly others: readonly Candidate[];
}

/** Parameter → its value as a person typed it; what is absent takes its default. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** What every question is asked for in vain, unless it takes it, with why. */
const WITHOUT: Readonly<Record<string, string>> = {
  on: 'what it tells is not of a day',
  boundaries: 'it does not list municipalities that take part',
};

/** Why a question does not take a parameter that others take; undefined where it does. */
export const refusalOf = ({ name, parameters, without }: Query, parameter: string): string | undefined =>
  WITHOUT[parameter] === undefined || parameters.some((one) => one.name === parameter)
    ? undefined
    : `${name} takes no --${parameter}: ${without[parameter] ?? WITHOUT[parameter]}`;

/** What is wrong with the parameters as far as can be told without the graph; undefined when nothing is. */
export function parameterFault(query: Query, typed: Typed): string | undefined {
  const { name, parameters } = query;
  const unknown = Object.keys(typed).find((key) => !parameters.some((parameter) => parameter.name === key));
  if (unknown !== undefined) return refusalOf(query, unknown) ?? `${name} takes no --${unknown}`;
  for (const parameter of parameters) {
    const text = typed[parameter.name] ?? parameter.default;
    if (text === undefined) return `--${parameter.name} is missing: ${parameter.what}`;
    if (text.trim() === '') return `--${parameter.name} is empty: ${parameter.what}`;
    if (isEntityType(parameter.type) || isAny(parameter, typed)) continue;
    if (parameter.choices && !parameter.choices.includes(text.trim()))
      return `--${parameter.name} is «${text}», expected one of ${parameter.choices.join(', ')}`;
    if (plainValue(parameter, text) === undefined)
      return `--${parameter.name} is «${text}», expected ${EXPECTED[parameter.type]}`;
  }
  return undefined;
}

/**
 * Puts one question, reading only.
 * @param evidence whether to give the sentences that rows rest on
 * @throws Stop for a parameter that is unknown, missing or mistyped, for a name that fits nothing or several things, and for
 * more sentences than anybody can hold
 */
export async function ask(
  store: GraphStore,
  query: Query,
  typed: Typed,
  { evidence = false }: { readonly evidence?: boolean } = {},
): Promise<Answer> {
  const fault = parameterFault(query, typed);
  if (fault !== undefined) throw new Stop(fault);
  const params: Record<string, unknown> = {};
  const understood: Understood[] = [];
  for (const parameter of query.parameters) {
    const { name, type } = parameter;
    const text = typed[name] ?? parameter.default ?? '';
    if (isAny(parameter, typed)) {
      params[name] = null;
    } else if (isEntityType(type)) {
      const match = await matchEntity(store, type, text);
      params[name] = match.value;
      if (match.name !== text || match.others.length > 0) {
        understood.push({ parameter: name, typed: text, as: match.name, others: match.others });
      }
    } else {
      params[name] = plainValue(parameter, text);
    }
  }
  const shown = query.columns.filter(({ type }) => type !== 'evidence');
  const listed = query.columns.find(({ type }) => type === 'evidence')?.name;
  params.evidence = false;
  const read = async (): Promise<readonly Row[]> => {
    try {
      return await store.read(query.cypher, params);
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error;
      const less = narrowing(query.parameters.filter((parameter) => isAny(parameter, typed)));
      throw new Stop(`${error.message}: ${less === '' ? 'put it to a smaller graph' : `ask for less with ${less}`}`);
    }
  };
  let rows = await read();
  if (evidence && listed !== undefined && query.evidence) {
    refuseMany(rows, listed, query);
    params.evidence = true;
    rows = await read();
  }
  return {
    columns: shown,
    rows: rows.map((row) => Object.fromEntries(shown.map(({ name }) => [name, row[name] ?? null]))),
    sources: rows.map((row) => (evidence ? sourcesOf(row, listed === undefined ? undefined : row[listed]) : [])),
    understood,
    parameters: params,
  };
}

/** Sentences in one answer: what a spreadsheet holds, and some 4 GB of memory. */
const MOST_SENTENCES = 1_000_000;

function refuseMany(rows: readonly Row[], listed: string, { parameters }: Query): void {
  const sentences = rows.reduce((sum, { [listed]: count }) => sum + (typeof count === 'number' ? count : 0), 0);
  if (sentences <= MOST_SENTENCES) return;
  throw new Stop(
    `--evidence would give ${sentences.toLocaleString('en')} sentences, at most ${MOST_SENTENCES.toLocaleString('en')} fit: ask for fewer with ${narrowing(parameters)}`,
  );
}

/** Options that an answer gets smaller by. */
const narrowing = (parameters: Query['parameters']): string =>
  parameters
    .filter(({ name }) => name !== 'boundaries')
    .map(optionOf)
    .join(' or ');

/** The default that stands for null. */
const ANY = 'any';

const isEntityType = (type: QueryParameter['type']): type is EntityType =>
  (ENTITY_TYPES as readonly string[]).includes(type);

const isAny = (parameter: QueryParameter, typed: Typed): boolean =>
  typed[parameter.name] === undefined && parameter.default === ANY;

const EXPECTED: Readonly<Record<Exclude<QueryParameter['type'], EntityType>, string>> = {
  text: 'a text',
  integer: 'a whole number',
  decimal: 'a number, as 0.8',
  date: 'a date, as 2019-05-16, 16.05.2019, 2019-05 or 2019',
};

/** The value for the query; undefined when it is mistyped. */
function plainValue({ name, type, choices }: QueryParameter, value: string): string | number | undefined {
  const text = value.trim();
  switch (type) {
    case 'integer':
      return /^[+-]?\d+$/u.test(text) ? Number(text) : undefined;
    case 'decimal':
      return /^[+-]?\d+(?:[.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : undefined;
    case 'date':
      return dayOf(text, name === LAST);
    default:
      return choices ? text : value;
  }
}

/** The parameter that takes a month or a year for its last day, not its first. */
const LAST = 'until';

/** ISO date, of a month or year its first or last day; undefined when there is no such day. */
export function dayOf(text: string, last: boolean): string | undefined {
  const latvian = /^(?<day>\d{1,2})\.\s*(?<month>\d{1,2})\.\s*(?<year>\d{4})\.?$/u.exec(text);
  const { year, month, day } =
    (latvian ?? /^(?<year>\d{4})\.?(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/u.exec(text))?.groups ?? {};
  if (year === undefined) return undefined;
  const given = { month: Number(month ?? (last ? 12 : 1)), day: Number(day ?? (last ? 0 : 1)) };
  // day 0 of the next month is the last of this one
  const date = new Date(Date.UTC(Number(year), given.month - (given.day === 0 ? 0 : 1), given.day));
  const exists = given.month >= 1 && given.month <= 12 && (day === undefined || date.getUTCDate() === given.day);
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
