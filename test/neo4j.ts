import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { stop } from '../graph/local/server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the Neo4j of this test run, and the process that outlives all test files. */
    neo4j: { readonly folder: string; readonly until: number };
  }
}

/** Set up once for all test files: says where their Neo4j is to be; the first that needs it starts it. */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'saites-neo4j-'));
  project.provide('neo4j', { folder, until: process.pid });
  return async () => {
    await stop(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
