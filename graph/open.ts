import { z } from 'zod';
import { Stop } from '../pipeline/0-contract/errors.js';
import { needCurrent } from './migrate.js';
import type { GraphStore } from './store.js';

/** An empty setting (`NEO4J_PASSWORD=`) counts as none. */
const setting = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === '' ? undefined : text));

const configSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('embedded'),
    /** The graph's own; made when it is missing. */
    folder: z.string().min(1, { error: 'expected the folder of the graph' }),
    /** Several processes may read together, and a graph that is not there is an error. */
    readOnly: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('neo4j'),
    uri: z.string().regex(/^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/./u, {
      error: 'expected NEO4J_URI to be neo4j://host:7687 or bolt://host:7687 (+s for an encrypted one)',
    }),
    username: setting,
    password: setting,
    database: setting,
    /** A graph of another version is an error. */
    readOnly: z.boolean().default(false),
  }),
]);
export type StoreConfig = z.input<typeof configSchema>;

/**
 * Opens the store that a configuration names.
 * @throws Stop when the configuration is wrong or the store cannot be reached
 */
export async function openStore(config: StoreConfig): Promise<GraphStore> {
  const store = await openAny(config);
  if (!config.readOnly) return store;
  try {
    await needCurrent(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openAny(config: StoreConfig): Promise<GraphStore> {
  const checked = configSchema.safeParse(config);
  if (!checked.success) throw new Stop(checked.error.issues.map(({ message }) => message).join('; '));
  const { data } = checked;
  // A driver takes up to a quarter of a second to start: only the one that is needed.
  if (data.kind === 'neo4j') {
    const { openNeo4j } = await import('./neo4j/neo4j.js');
    return openNeo4j(data);
  }
  const { openEmbedded } = await import('./embedded/embedded.js');
  return openEmbedded(data.folder, { readOnly: data.readOnly });
}
