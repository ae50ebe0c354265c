import { Stop } from '../pipeline/0-contract/errors.js';
import { type Candidate, matchEntity } from './ask-entities.js';
import { ENTITY_TYPES, type EntityType, type Query, type QueryColumn, type QueryParameter } from './queries.js';
import type { GraphStore, Row } from './store.js';

export interface Answer {
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly Row[];
  /** How names were understood where they were not typed as they are stored. */
  readonly understood: readonly Understood[];
}

export interface Understood {
  readonly parameter: string;
  readonly typed: string;
  /** The name that it was taken for. */
  readonly as: string;
  /** What else it might have meant, less well. */
  readonly others: readonly Candidate[];
}

/**
 * Puts one question, reading only.
 * @param typed parameter → its value as a person typed it; what is absent takes its default
 * @throws Stop for a parameter that is unknown, missing or mistyped, and for a name that fits nothing or several things
 */
export async function ask(
  store: GraphStore,
  query: Query,
  typed: Readonly<Record<string, string | undefined>>,
): Promise<Answer> {
  for (const name of Object.keys(typed)) {
    if (!query.parameters.some((parameter) => parameter.name === name)) {
      throw new Stop(`${query.name} takes no --${name}`);
    }
  }
  const params: Record<string, unknown> = {};
  const understood: Understood[] = [];
  for (const parameter of query.parameters) {
    const value = typed[parameter.name] ?? parameter.default;
    if (value === undefined) throw new Stop(`--${parameter.name} is missing: ${parameter.what}`);
    if (typed[parameter.name] === undefined && value === ANY) {
      params[parameter.name] = null;
    } else if (isEntityType(parameter.type)) {
      const match = await matchEntity(store, parameter.type, value);
      params[parameter.name] = match.value;
      if (match.name !== value || match.others.length > 0) {
        understood.push({ parameter: parameter.name, typed: value, as: match.name, others: match.others });
      }
    } else {
      params[parameter.name] = plainValue(parameter, value);
    }
  }
  return { columns: query.columns, rows: await store.read(query.cypher, params), understood };
}

/** The default that stands for null. */
const ANY = 'any';

const isEntityType = (type: QueryParameter['type']): type is EntityType =>
  (ENTITY_TYPES as readonly string[]).includes(type);

function plainValue({ name, type }: QueryParameter, value: string): string | number {
  const text = value.trim();
  const wrong = (expected: string): never => {
    throw new Stop(`--${name} is «${value}», expected ${expected}`);
  };
  switch (type) {
    case 'integer':
      return /^[+-]?\d+$/u.test(text) ? Number(text) : wrong('a whole number');
    case 'decimal':
      return /^[+-]?\d+(?:[.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : wrong('a number, as 0.8');
    case 'date':
      return dayOf(text, name === LAST) ?? wrong('a date, as 2019-05-16, 16.05.2019, 2019-05 or 2019');
    default:
      return value;
  }
}

/** The parameter that takes a month or a year for its last day, not its first. */
const LAST = 'until';

/** ISO date, of a month or year its first or last day; undefined when there is no such day. */
function dayOf(text: string, last: boolean): string | undefined {
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
