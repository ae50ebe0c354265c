import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInMemory } from '../graph/embedded/embedded.js';
import { ensureSchema } from '../graph/schema.js';
import { statementsOf } from '../graph/statements.js';
import type { GraphStore } from '../graph/store.js';
import { packageRoot } from '../pipeline/0-contract/root.js';

/** What looks at all nodes of a label, and is run only when corrections, erasure or reference data ask for it, or once a run. */
const LOOK_AT_ALL: ReadonlySet<string> = new Set([
  'closed-namings',
  'forget',
  'keys-in-articles',
  'keys-named',
  'last-run',
  'others-named',
  'reference/clear',
  'reference/named-parts',
  'rejected-claims',
]);

const folder = join(packageRoot, 'graph', 'write');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.cypher'))
  .map((file) => file.split(sep).join('/').replace('.cypher', ''))
  .sort();

let store: GraphStore;
beforeAll(async () => {
  store = openInMemory();
  await ensureSchema(store);
});
afterAll(() => store.close());

/** The scans of a plan that no index serves: `NodeScan (article:Article)` without `[index: id]` in the filters above it. */
function fullScans(plan: string): string[] {
  const lines = plan.split('\n').map((line) => line.trim());
  return lines.filter((line, i) => {
    if (!/^NodeScan \(\w+:\w+\)/u.test(line)) return false;
    let above = i - 1;
    while (lines[above]?.startsWith('Filter') && !lines[above]?.includes('[index:')) above--;
    return !lines[above]?.startsWith('Filter');
  });
}

async function plansOf(file: string): Promise<string[]> {
  const plans: string[] = [];
  for (const cypher of statementsOf(`write/${file}`)) {
    const { result } = await store.transact((run) => run(`EXPLAIN ${cypher}`, { rows: [] }));
    plans.push(result.map(({ plan }) => plan as string).join('\n'));
  }
  return plans;
}

test.each(files.filter((file) => !LOOK_AT_ALL.has(file)))(
  'loading costs the same in a large embedded graph: %s finds its nodes by an index',
  async (file) => {
    expect((await plansOf(file)).flatMap(fullScans)).toEqual([]);
  },
);

test('a statement that looks at all articles is seen', async () => {
  const { result } = await store.transact((run) =>
    run(
      'EXPLAIN UNWIND $rows AS row MERGE (s:Source {id: row.source}) WITH row, s MATCH (a:Article {id: row.article}) RETURN a.id',
      {
        rows: [],
      },
    ),
  );
  expect(result.flatMap(({ plan }) => fullScans(plan as string))).toEqual(['NodeScan (a:Article)']);
});
