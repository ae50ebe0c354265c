import { fold } from '../../pipeline/0-contract/fold.js';
import type { EntityKind } from '../../pipeline/0-contract/types.js';
import type { Rulings } from '../identity/decide.js';
import { isComparedKind, type Known, unique } from '../identity/known.js';
import type { Forms } from '../sum-entities.js';
import type { Correction } from './corrections.js';
import { fitsKind } from './kinds.js';
import { isPartedBy, naturalKey } from './parting.js';

/** Whom corrections are about. */
export interface Corrected {
  readonly all: readonly Correction[];
  /** Blocks that corrections give a key, so that the keys which one of them names are looked at together. */
  blocksOf(known: Known): string[];
  /** What corrections rule of some keys. */
  rulingsOf(known: readonly Known[]): Rulings;
  /** Those that give an entity names or a kind, by its keys and their blocks. */
  renamings(
    keys: readonly string[],
    blocks: readonly string[],
  ): {
    readonly name?: string;
    readonly aliases: readonly string[];
    readonly is?: Correction['is'];
  };
  /** Whether a key is what a correction made of a name in some articles only. */
  isWithinArticles(key: string): boolean;
  /** Where the corrections stand that made a key. */
  whereOf(key: string): string[];
  /** Why keys are what people rule them to be, in words. */
  reasonsOf(keys: readonly string[]): string[];
  /** Whether any gives names another key. */
  readonly parts: boolean;
  /** Corrections with a name that is none of these keys'. @param known of one correction's block */
  misses(correction: Correction, known: readonly Known[]): readonly string[];
  /** The correction by which a name is somebody else in an article, or of another kind. @param named with its natural key */
  partingOf(named: NamedThing, article: ClaimNamed['article']): Correction | undefined;
  /** Names as people type them, folded. */
  folded(names: readonly string[]): string[];
  /** The correction that rejects a claim, or makes of an end of it what it cannot be said of. @param claim as the article names its ends */
  rejectionOf(claim: ClaimNamed): Correction | undefined;
}

export interface NamedThing {
  readonly key: string;
  readonly kind: EntityKind;
  readonly name: string;
}

export interface ClaimNamed {
  readonly type: string;
  readonly subject: NamedThing;
  readonly object?: NamedThing;
  readonly article: { readonly id: string; readonly url?: string | null; readonly title: string };
}

export const blockOf = ({ id }: Correction): string => `ruled ${id}`;

/** Whether an article is meant by what people type: its id, address or title. */
const isArticle = (typed: string, { id, url, title }: ClaimNamed['article']): boolean =>
  [id, url ?? '', title].some((one) => fold(one) === fold(typed));

/** Whether one key is what a correction made of the other. */
const partsTwo = (correction: Correction, a: string, b: string): boolean =>
  naturalKey(a) === naturalKey(b) && isPartedBy(a, correction) !== isPartedBy(b, correction);

/** Names in all case forms, folded, as `forms` gives them. */
export function correctedBy(all: readonly Correction[], forms: Forms): Corrected {
  const ruling = all.filter(({ action }) => action !== 'reject');
  const typed = new Set(ruling.flatMap(({ names }) => names.map(fold)));
  const written = ({ key, kind, name }: NamedThing): Set<string> =>
    new Set([fold(name), ...forms({ id: key, kind, name, aliases: [] })]);
  // not by its aliases: «Sociālais dienests» is that of many
  const formsOfName = ({ key, kind, said }: Known): Set<string> =>
    new Set(unique(said.map(({ says }) => says.name)).flatMap((name) => [...written({ key, kind, name })]));
  const fits = (correction: Correction, name: string, known: Known): boolean => {
    const kind = correction.is?.kind ?? correction.kind;
    if (kind !== undefined && kind !== known.kind) return false;
    return isPartedBy(known.key, correction) || formsIn(known).has(fold(name));
  };
  const formsOf = new Map<Known, Set<string>>();
  const formsIn = (known: Known): Set<string> => {
    const before = formsOf.get(known);
    const forms = before ?? formsOfName(known);
    if (before === undefined) formsOf.set(known, forms);
    return forms;
  };
  const keysOf = (correction: Correction, name: string, known: readonly Known[]): Known[] =>
    known.filter((one) => fits(correction, name, one));

  /** A name of another kind is one with those that the rules take for that kind. */
  const ofOneKind = (correction: Correction, known: readonly Known[]) => {
    const all = keysOf(correction, correction.names[0] ?? '', known).map(({ key }) => key);
    const now = all.filter((key) => isPartedBy(key, correction));
    const others = all.filter((key) => naturalKey(key) === key);
    const { because } = correction;
    return now.flatMap((a) => [...now, ...others].filter((b) => b !== a).map((b) => ({ a, b, because })));
  };

  return {
    all,
    parts: all.some(({ articles, is }) => articles !== undefined || is !== undefined),
    blocksOf(known) {
      if (typed.size === 0) return [];
      return ruling
        .filter(({ names, ...rest }) => names.some((name) => fits({ names, ...rest }, name, known)))
        .map(blockOf);
    },
    rulingsOf(all) {
      const known = all.filter(({ kind }) => isComparedKind(kind));
      const pairs = (action: Correction['action']) =>
        ruling
          .filter((correction) => correction.action === action)
          .flatMap((correction) => {
            const [first = [], second = []] = correction.names.map((name) => keysOf(correction, name, known));
            return first.flatMap((a) =>
              second
                .filter(
                  (b) => b.kind === a.kind && (correction.articles === undefined || partsTwo(correction, a.key, b.key)),
                )
                .map((b) => ({ a: a.key, b: b.key, because: correction.because })),
            );
          });
      const ofKinds = ruling.filter(({ is }) => is !== undefined).flatMap((correction) => ofOneKind(correction, known));
      return { same: [...pairs('same'), ...ofKinds], apart: pairs('not-same').filter(({ a, b }) => a !== b) };
    },
    misses: (correction, known) => correction.names.filter((name) => keysOf(correction, name, known).length === 0),
    renamings(keys, blocks) {
      const of = (action: Correction['action']): Correction[] =>
        ruling.filter((correction) => correction.action === action && blocks.includes(blockOf(correction)));
      const name = of('rename').at(-1)?.gives[0];
      const is = of('kind-of').findLast(
        (one) => one.articles === undefined || keys.some((key) => isPartedBy(key, one)),
      )?.is;
      return {
        ...(name === undefined ? {} : { name }),
        aliases: of('alias').flatMap(({ gives }) => gives),
        ...(is === undefined ? {} : { is }),
      };
    },
    isWithinArticles: (key) => all.some((one) => one.articles !== undefined && isPartedBy(key, one)),
    whereOf: (key) => all.filter((one) => isPartedBy(key, one)).map(({ where }) => where),
    reasonsOf: (keys) =>
      unique(all.filter((one) => keys.some((key) => isPartedBy(key, one))).map(({ because }) => because)),
    partingOf(named, article) {
      let forms: ReadonlySet<string> | undefined;
      const isMeant = ({ names, kind, is }: Correction): boolean => {
        if (kind !== undefined && kind !== named.kind) return false;
        if (is === undefined ? !isComparedKind(named.kind) : is.kind === named.kind) return false;
        forms ??= written(named);
        return names.every((name) => forms?.has(fold(name)));
      };
      return (
        ruling.find((one) => one.articles?.some((typed) => isArticle(typed, article)) && isMeant(one)) ??
        // a municipality of the register stays one in other articles, so these have to be told
        ruling.find(
          (one) => one.is !== undefined && one.articles === undefined && named.kind !== 'municipality' && isMeant(one),
        )
      );
    },
    folded: (names) => unique(names.map(fold)),
    rejectionOf({ type, subject, object, article }) {
      const unfit = (correction: Correction): boolean =>
        correction.is !== undefined &&
        ((isPartedBy(subject.key, correction) && !fitsKind(type, 'from', subject.kind)) ||
          (object !== undefined && isPartedBy(object.key, correction) && !fitsKind(type, 'to', object.kind)));
      return all.find(({ fact, ...correction }) => {
        if (unfit(correction)) return true;
        if (fact === undefined || fact.relation !== type) return false;
        if (fact.article !== undefined && !isArticle(fact.article, article)) return false;
        if (!written(subject).has(fold(fact.subject))) return false;
        return fact.object === undefined || (object !== undefined && written(object).has(fold(fact.object)));
      });
    },
  };
}

export const NOTHING_CORRECTED: Corrected = correctedBy([], () => []);
