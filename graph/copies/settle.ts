import type { ArticleRows } from '../rows.js';
import { runFile } from '../statements.js';
import type { Row, Run } from '../store.js';
import { wordingsOf } from './print.js';
import { areAlike, type Publication, storiesOf } from './stories.js';

const ids = (of: Iterable<string>): { id: string }[] => [...new Set(of)].sort().map((id) => ({ id }));

/** An article as it stands in the graph. */
interface Standing extends Publication {
  readonly story: string;
  /** Absent where it is no copy. */
  readonly alike: number | null;
}

export interface Stories {
  /** Article → its story, of articles that are copies or have copies; more may be in it. */
  readonly of: ReadonlyMap<string, string>;
  /** Articles that the batch did not write and that are of another story than before. */
  readonly moved: readonly string[];
}

const printsIn = (load: readonly ArticleRows[]): Publication[] =>
  load.map(({ article }) => article as unknown as Publication);

/**
 * Settles which articles are copies of which, once a batch has removed and written its articles. Only articles that share a
 * wording with one of the batch are looked at, and the stories of these.
 * @param versions the articles of the batch that were there before, with `story`, `copied` and `print`
 */
export async function settleStories(
  run: Run,
  load: readonly ArticleRows[],
  versions: readonly Row[],
): Promise<Stories> {
  const prints = printsIn(load);
  const worded = prints.flatMap(({ id, print }) =>
    print === null ? [] : wordingsOf(print).map((wording) => ({ article: id, wording })),
  );
  worded.sort((a, b) => (a.wording < b.wording ? -1 : 1));
  const before = versions.flatMap(({ print }) => (print === null ? [] : wordingsOf(print as string)));
  const [, , shared] = await Promise.all([
    runFile(run, 'wordings', worded),
    runFile(run, 'remove-wordings', ids(before)),
    runFile(run, 'shared-wordings', ids(worded.map(({ wording }) => wording))),
  ]);
  const sharing = shared.map(({ articles }) => articles as string[]);
  const near = new Map((await standing(run, 'prints', sharing.flat())).map((one) => [one.id, one]));
  const beside = new Map(prints.map(({ id }) => [id, new Set<string>()]));
  for (const articles of sharing)
    for (const id of articles) for (const other of articles) if (other !== id) beside.get(id)?.add(other);
  const pairs = prints.flatMap((one) =>
    [...(beside.get(one.id) ?? [])].flatMap((id) => {
      const other = near.get(id);
      return other !== undefined && areAlike(one, other) ? [[one.id, other.story]] : [];
    }),
  );
  const left = versions.filter(({ copied }) => copied === true).map(({ story }) => story as string);
  const region = await standing(run, 'story-members', [...pairs.flat(), ...left]);
  const stories = storiesOf(region);
  const changed = region.flatMap(({ id, story, alike }) => {
    const now = stories.get(id);
    const likeness = now === undefined || now.story === id ? null : now.alike;
    return now === undefined || (now.story === story && likeness === alike)
      ? []
      : [{ id, ...now, moved: now.story !== story }];
  });
  await runFile(run, 'stories', changed);
  const loaded = new Set(prints.map(({ id }) => id));
  return {
    of: new Map(region.map(({ id }) => [id, stories.get(id)?.story as string])),
    moved: changed.filter(({ id, moved }) => moved && !loaded.has(id)).map(({ id }) => id),
  };
}

const standing = async (run: Run, file: string, of: readonly string[]): Promise<Standing[]> =>
  (await runFile(run, file, ids(of))) as unknown as Standing[];
