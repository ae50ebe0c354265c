import type { MiddlewareHandler } from 'hono';
import type { GraphStore } from '../../store.js';
import { readWith } from '../read/cypher.js';

/** Every answer says in this header what state of the graph it is of. */
const STATE = 'Saites-Graph';

/** Milliseconds for which a state is taken to be the latest. */
const LASTS = 1000;

/**
 * Notices that the graph was changed, whoever changed it: every load, retraction or correction is a run.
 * @param onChange is told once for each change
 */
export function freshness(store: GraphStore, onChange: () => void): MiddlewareHandler {
  let state = '';
  let at = Number.NEGATIVE_INFINITY;
  async function look(): Promise<void> {
    at = performance.now();
    const [row] = await readWith(store, 'state');
    const now = `${row?.run ?? 'none'}/${row?.finished ?? ''}`;
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
