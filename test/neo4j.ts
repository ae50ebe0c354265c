import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { RELEASE_NAMES, type ReleaseName } from '../graph/local/releases.js';
import { stop } from '../graph/local/server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the Neo4j of this test run, the process that outlives all test files, and which release it is. */
    neo4j: { readonly folder: string; readonly until: number; readonly release: ReleaseName };
  }
}

/** Set up once for all test files: says where their Neo4j is to be; the first that needs it starts it. */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'saites-neo4j-'));
  // a project of the long run is named after the release that it is for
  const release = RELEASE_NAMES.find((name) => project.name.endsWith(name)) ?? '5.26';
  project.provide('neo4j', { folder, until: process.pid, release });
  return async () => {
    await stop(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
