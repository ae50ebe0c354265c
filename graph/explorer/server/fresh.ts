import type { MiddlewareHandler } from 'hono';
import type { GraphStore } from '../../store.js';
import { readWith } from '../read/cypher.js';

/** Every answer says in this header what state of the graph it is of. */
export const STATE = 'Saites-Graph';

/** Milliseconds for which a state is taken to be the latest. */
const LASTS = 1000;

/** The latest run and the latest end of one: another for each change of the graph. */
export async function stateOf(store: GraphStore): Promise<string> {
  const [row] = await readWith(store, 'state');
  return `${row?.run ?? 'none'}/${row?.finished ?? ''}`;
}

/**
 * Notices that the graph was changed, whoever changed it: every load, retraction or correction is a run.
 * @param since the state of the graph that something was read in before
 * @param onChange is told once for each change
 */
export function freshness(store: GraphStore, since: string | undefined, onChange: () => void): MiddlewareHandler {
  let state = since ?? '';
  let at = Number.NEGATIVE_INFINITY;
  async function look(): Promise<void> {
    at = performance.now();
    const now = await stateOf(store);
    if (state !== '' && now !== state) onChange();
    state = now;
  }
  return async (context, next) => {
    // a store that cannot be asked is told by the answer itself
    if (performance.now() - at > LASTS) await look().catch(() => {});
    await next();
    context.header(STATE, state);
  };
}
