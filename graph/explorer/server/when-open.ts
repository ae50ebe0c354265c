import { Hono } from 'hono';
import type { ServerState } from '../api.js';
import { STATE } from './fresh.js';
import type { Figures } from './kept-overview.js';

/**
 * The JSON interface of a graph that is being opened: how far it is and the figures of the first page at once, everything
 * else as soon as it is open.
 * @param opened the interface of the open graph, at the same addresses
 * @param counted figures of this very graph, at once when they were kept
 * @param lasts milliseconds that opening took the last time
 */
export function whenOpen(opened: Promise<Hono>, counted: Promise<Figures>, lasts: number | null): Hono {
  const begun = performance.now();
  let open: Hono | undefined;
  opened.then(
    (api) => {
      open = api;
    },
    // told to whoever asks
    () => {},
  );
  const app = new Hono();
  app.get('/state', (context, next) => {
    if (open) return next();
    const opening = { since: Math.round(performance.now() - begun), lasts };
    return Promise.resolve(context.json({ opening } satisfies ServerState));
  });
  app.get('/overview', async (context, next) => {
    const figures = open ? undefined : await counted.catch(() => undefined);
    if (figures === undefined) return next();
    context.header(STATE, figures.state);
    return context.json(figures.overview);
  });
  app.all('*', async (context) => (open ?? (await opened)).fetch(context.req.raw, context.env));
  app.onError((error, context) => context.json({ error: error.message }, 503));
  return app;
}
