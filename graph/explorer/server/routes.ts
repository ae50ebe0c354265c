import { existsSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { Stop } from '../../../pipeline/0-contract/errors.js';
import { readCorrections } from '../../corrections/corrections.js';
import { type Corrections, correctionInput } from '../../corrections/file.js';
import { diff } from '../../history/diff.js';
import { readRuns } from '../../history/runs.js';
import { spanOf } from '../../history/span.js';
import type { Rulings } from '../../identity/decide.js';
import { ENTITY_TYPES, readQueries } from '../../queries.js';
import { type Question, rulingsIn, undecided } from '../../review.js';
import type { GraphStore } from '../../store.js';
import type { Forms } from '../../sum-entities.js';
import { BOUNDARIES, type ReviewUnderWay } from '../api.js';
import { readArticle } from '../read/article.js';
import { readEntity } from '../read/entity.js';
import { readAmong, readAround, readWhole } from '../read/graph.js';
import { readCell, readMatrix } from '../read/matrix.js';
import { readOverview } from '../read/overview.js';
import { readReviewPage, readReviewQuestion } from '../read/review.js';
import { readTimeline } from '../read/timeline.js';
import type { Search } from '../search/search.js';
import { doneWithin, TIME_LIMIT, within } from './limits.js';
import { answerCsv, answerGraph, answerQuestion, questions } from './questions.js';
import type { Memory } from './remember.js';

export interface Served {
  readonly store: GraphStore;
  readonly search: Search;
  /** Of answers about the whole graph; who serves makes it forget when the graph was changed. */
  readonly memory: Memory;
  readonly corrections: Corrections;
  readonly correctionsFile: string;
  readonly forms: Forms;
  /** Today, an ISO date. */
  readonly today: () => string;
}

const id = z.string().min(1).max(2000);
const ids = z
  .string()
  .max(200_000)
  .transform((text) => JSON.parse(text) as unknown)
  .pipe(z.array(id).max(2000));
const confidence = z.coerce.number().min(0).max(1).default(0);
const FORMS = {
  search: z.strictObject({ q: z.string().max(300) }),
  complete: z.strictObject({ type: z.enum(ENTITY_TYPES), q: z.string().max(300) }),
  one: z.strictObject({ id }),
  matrix: z.strictObject({ boundaries: z.enum(BOUNDARIES).default('then') }),
  cell: z.strictObject({ municipality: id, project: id, boundaries: z.enum(BOUNDARIES).default('then') }),
  around: z.strictObject({ ids, confidence, rows: z.coerce.number().int().min(1).max(4000).default(300) }),
  among: z.strictObject({ ids }),
  whole: z.strictObject({ most: z.coerce.number().int().min(1).max(5000).default(1000) }),
  review: z.strictObject({
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    /** Milliseconds to wait for it before it is told how far it is. */
    wait: z.coerce.number().int().min(0).max(TIME_LIMIT).default(TIME_LIMIT),
  }),
  question: z.record(z.string().max(100), z.string().max(500)),
} as const;

/** The names that a question's parameter offers. */
const OFFERED = 12;

/** The JSON interface: everything that it is sent is checked, and it only reads. */
export function routes({ store, search, memory, corrections, correctionsFile, forms, today }: Served): Hono {
  const api = new Hono();
  const queries = readQueries();

  /** @throws Stop for what is not as it should be */
  function input<T>(context: Context, schema: z.ZodType<T>): T {
    const result = schema.safeParse(context.req.query());
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new Stop(`${issue?.path.join('.') || 'request'}: ${issue?.message ?? 'unexpected'}`);
  }
  const found = (context: Context, answer: object | undefined): Response =>
    answer === undefined ? context.json({ error: 'there is no such entry in this graph' }, 404) : context.json(answer);

  /** An answer about the whole graph. */
  async function whole(context: Context, name: string, read: () => Promise<object>): Promise<Response> {
    context.header('Content-Type', 'application/json');
    return context.body(await within(memory.of(name, read)));
  }

  // for its header, which says whether the graph was changed
  api.get('/state', (context) => context.json({}));
  api.get('/overview', (context) => whole(context, 'overview', () => readOverview(store)));
  api.get('/search', async (context) => context.json(await within(search.search(input(context, FORMS.search).q))));
  api.get('/complete', async (context) => {
    const { type, q } = input(context, FORMS.complete);
    if (type === 'article') {
      const { articles } = await within(search.search(q));
      return context.json(articles.slice(0, OFFERED).map(({ title }) => ({ name: title })));
    }
    const names = await within(search.names());
    const fits = names.find(q, 3 * OFFERED, ({ kind }) => (type === 'entity' ? kind !== 'date' : kind === type));
    const different = [
      ...new Map(fits.map((one) => [one.name, { name: one.name, type: one.type || one.kind }])).values(),
    ];
    return context.json(different.slice(0, OFFERED));
  });
  api.get('/entity', async (context) => found(context, await within(readEntity(store, input(context, FORMS.one).id))));
  api.get('/article', async (context) =>
    found(context, await within(readArticle(store, input(context, FORMS.one).id))),
  );
  api.get('/matrix', (context) => {
    const { boundaries } = input(context, FORMS.matrix);
    return whole(context, `matrix ${boundaries}`, () => readMatrix(store, boundaries));
  });
  api.get('/cell', async (context) => {
    const { municipality, project, boundaries } = input(context, FORMS.cell);
    return context.json(await within(readCell(store, municipality, project, boundaries)));
  });
  api.get('/timeline', (context) => whole(context, 'timeline', () => readTimeline(store)));
  api.get('/graph/around', async (context) => {
    const { ids: of, confidence: least, rows } = input(context, FORMS.around);
    return context.json(await within(readAround(store, of, least, rows)));
  });
  api.get('/graph/among', async (context) =>
    context.json(await within(readAmong(store, input(context, FORMS.among).ids))),
  );
  api.get('/graph/whole', async (context) =>
    context.json(await within(readWhole(store, input(context, FORMS.whole).most))),
  );
  api.get('/questions', (context) => context.json(questions()));
  api.get('/questions/:name', async (context) => {
    const [name, form] = (context.req.param('name') ?? '').split('.', 2);
    const query = queries.find((one) => one.name === name);
    if (!query) return context.json({ error: `there is no question ${name}` }, 404);
    const names = await within(search.names());
    const answer = await within(answerQuestion(store, names, query, input(context, FORMS.question)));
    if (form === 'csv') {
      context.header('Content-Type', 'text/csv; charset=utf-8');
      context.header('Content-Disposition', `attachment; filename="${query.name}.csv"`);
      // with the mark by which spreadsheets know UTF-8
      return context.body(`\uFEFF${answerCsv(answer)}`);
    }
    return context.json(form === 'graph' ? await within(answerGraph(store, names, answer)) : answer);
  });
  api.get('/runs', async (context) => context.json(await within(readRuns(store))));
  api.get('/runs/:id', async (context) =>
    context.json(await within(spanOf(store, context.req.param('id')).then((span) => diff(store, span)))),
  );
  /** Share of the names that is compared, 0 to 1. */
  let compared = 0;
  /** All that is too close to call, as JSON; a correction that no run has followed changes nothing of it. */
  async function undecidedNow(): Promise<string> {
    const ruled = readCorrections(existsSync(correctionsFile) ? correctionsFile : undefined);
    const rulings = await memory.of(`rulings ${JSON.stringify(ruled)}`, () => rulingsIn(store, ruled, forms));
    return memory.of(`review ${rulings}`, () =>
      undecided(store, JSON.parse(rulings) as Rulings, (share) => {
        compared = share;
      }),
    );
  }
  /** In a large graph all names are compared for a while: how far that is, is told meanwhile. */
  async function reviewed(wait: number, read: (all: Question[]) => Promise<object | undefined>) {
    const all = await doneWithin(undecidedNow(), wait);
    if (all === undefined) return { compared } satisfies ReviewUnderWay;
    return within(read(JSON.parse(all) as Question[]));
  }
  api.get('/review', async (context) => {
    const { page, wait } = input(context, FORMS.review);
    const read = async (all: Question[]) => readReviewPage(store, all, page, await search.names());
    return context.json(await reviewed(wait, read));
  });
  api.get('/review/question', async (context) => {
    const { id: asked } = input(context, FORMS.one);
    const read = async (all: Question[]) => readReviewQuestion(store, all, asked, await search.names());
    return found(context, await reviewed(TIME_LIMIT, read));
  });
  api.get('/corrections', (context) => context.json(corrections.list()));
  api.post('/corrections', async (context) => {
    const sent = correctionInput.safeParse(await context.req.json());
    if (!sent.success) throw new Stop(sent.error.issues[0]?.message ?? 'unexpected correction');
    return context.json(corrections.add(sent.data, today()));
  });
  api.delete('/corrections/:id', (context) => {
    corrections.remove(context.req.param('id'));
    return context.json({});
  });
  api.all('*', (context) => context.json({ error: 'there is nothing at this address' }, 404));
  api.onError((error, context) => {
    const people = error instanceof Stop || error instanceof SyntaxError;
    return context.json(
      { error: people ? error.message : `the store could not answer: ${error.message.split('\n')[0]}` },
      people ? 400 : 500,
    );
  });
  return api;
}
