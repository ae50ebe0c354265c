import { createHash } from 'node:crypto';
import { type Territory, territories } from '../../pipeline/0-contract/territory-table.js';
import { runFile } from '../statements.js';
import type { GraphStore, Run } from '../store.js';
import { entityProperties } from '../sum.js';
import type { Forms } from '../sum-entities.js';
import { countedIn, isMunicipal, successions } from './boundaries.js';

/**
 * What is in the graph without any article: municipalities and rajoni of all times, what came after what, and what each is
 * counted in in the boundaries of another year. Pagasti and towns come with the articles that name them and get the same
 * edges then (`linkTerritories`).
 */

const REFERENCE = [...territories.values()].filter(isMunicipal);

const datesOf = ({ from, to }: Territory) => ({ validFrom: from ?? null, validUntil: to ?? null });

function nodeRow(unit: Territory, forms: Forms): { readonly [name: string]: unknown } {
  const { id, name, kind } = unit;
  const sum = { id, name, aliases: [], confidence: 1, keys: [id], type: kind };
  const searched = forms({ id, kind: 'municipality', name, aliases: [] });
  return { ...entityProperties('municipality', sum, [], [...searched]), ...datesOf(unit) };
}

/** Changes whenever something else would be written. */
const hashOf = (nodes: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([nodes, [...territories.values()]]))
    .digest('hex')
    .slice(0, 16);

/** Writes the reference territories, or what became of them since, unless they are in the graph as they are. */
export async function ensureReference(store: GraphStore, forms: Forms): Promise<void> {
  const nodes = REFERENCE.map((unit) => nodeRow(unit, forms));
  const mark = { id: 'territories', hash: hashOf(nodes) };
  const [known] = await runFile((cypher, params) => store.read(cypher, params), 'reference/mark', [mark]);
  if (known?.hash === mark.hash) return;
  await store.transact(async (run) => {
    // first of all, so that a second loader waits here
    await runFile(run, 'reference/set-mark', [mark]);
    if (known !== undefined) await runFile(run, 'reference/clear', [{ ids: REFERENCE.map(({ id }) => id) }]);
    await runFile(run, 'reference/municipalities', nodes);
    const others = await runFile(run, 'reference/named-parts', [{}]);
    await link(run, [...REFERENCE, ...unitsOf(others.map(({ id }) => id as string))]);
  });
}

/** Gives pagasti and towns among the entities of a batch their dates, PART_OF, COUNTED_IN and SUCCEEDED_BY. */
export async function linkTerritories(run: Run, ids: readonly string[]): Promise<void> {
  await link(
    run,
    unitsOf(ids).filter((unit) => !isMunicipal(unit)),
  );
}

const unitsOf = (ids: readonly string[]): Territory[] => ids.flatMap((id) => territories.get(id) ?? []);

async function link(run: Run, units: readonly Territory[]): Promise<void> {
  const parts = units.filter((unit) => !isMunicipal(unit));
  await runFile(
    run,
    'reference/parts',
    parts.map((unit) => ({ id: unit.id, whole: unit.parent, ...datesOf(unit) })),
  );
  await runFile(run, 'reference/counted-in', units.flatMap(countedIn));
  const steps = new Map(units.flatMap(successions).map((step) => [`${step.from} ${step.to}`, step]));
  await runFile(run, 'reference/succeeded-by', [...steps.values()]);
}
