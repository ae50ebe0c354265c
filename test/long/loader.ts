import { writeSync } from 'node:fs';
import { load, type Pending } from '../../graph/load.js';
import { openStore } from '../../graph/open.js';
import type { GraphStore } from '../../graph/store.js';
import { searchForms } from '../../pipeline/0-latvian/forms.js';
import { extract } from '../../pipeline/run.js';
import { syntheticArticle } from '../bench/articles.js';

/**
 * A loader in a process of its own, to be killed or to run beside another: `node loader.js STORE COUNT [backwards]`, where
 * STORE is a folder or an address of Neo4j. Writes a line «writing» when a transaction begins and the id of each article
 * that is acknowledged, at once and past any buffer, so that whoever reads knows what was promised before the end.
 */

const [address = '', count = '0', order] = process.argv.slice(2);
const total = Number(count);
const tell = (line: string): void => void writeSync(1, `${line}\n`);

const opened = await openStore(
  address.includes('://') ? { kind: 'neo4j', uri: address } : { kind: 'embedded', folder: address },
);
const store: GraphStore = {
  ...opened,
  transact: (work) => {
    tell('writing');
    return opened.transact(work);
  },
};

function* articles(): Generator<Pending> {
  for (let k = 0; k < total; k++) {
    const article = syntheticArticle(order === 'backwards' ? total - 1 - k : k, total);
    yield { article, extract: () => extract(article) };
  }
}

await load(store, articles(), {
  forms: searchForms,
  now: '2026-11-22T10:00:00Z',
  rules: 'long',
  onArticle: ({ id, outcome, message }) => tell(`${outcome} ${id}${message === undefined ? '' : ` ${message}`}`),
});
await store.close();
tell('done');
