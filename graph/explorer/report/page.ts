/** What the static report holds, page by page: what `report/` reads and `page/report/` renders. */
import type {
  ArticleAnswer,
  ArticleRef,
  Boundaries,
  EntityAnswer,
  EntityRef,
  Kind,
  MatrixAnswer,
  Overview,
  TimelineAnswer,
} from '../api.js';
import type { Language, Sort } from '../choices.js';

/** A list too long for one page is cut; each part has its file and what stands first in it. */
export interface Part {
  readonly file: string;
  readonly first: string;
}

export type Content =
  | { readonly view: 'home'; readonly data: Overview }
  | { readonly view: 'matrix'; readonly data: MatrixAnswer; readonly sort: Sort }
  | {
      readonly view: 'map';
      readonly data: MatrixAnswer;
      readonly year: Exclude<Boundaries, 'then'>;
      /** A topology of data/territories. */
      readonly boundary: object;
      /** Id of the project that colours it; empty for the number of participations. */
      readonly project: string;
    }
  | { readonly view: 'timeline'; readonly data: TimelineAnswer }
  | { readonly view: 'entity'; readonly data: EntityAnswer }
  | { readonly view: 'article'; readonly data: ArticleAnswer }
  | { readonly view: 'names'; readonly kind: Kind; readonly data: readonly Listed[]; readonly parts: readonly Part[] }
  | { readonly view: 'articles'; readonly data: readonly ArticleRef[]; readonly parts: readonly Part[] };

/** An entity in a list of names. */
export type Listed = EntityRef & { readonly articles: number };

/** @property file below the folder of a language, with `/` */
export type ReportPage = Content & { readonly file: string };

/** What the report was made from. */
export interface Made {
  /** The latest run; null for a graph without one. */
  readonly run: { readonly id: string; readonly startedAt: string; readonly command: string } | null;
  readonly articles: number;
  /** Of this program. */
  readonly version: string;
  /** That it is written in, the first being that of its first page. */
  readonly languages: readonly Language[];
}

export interface Site {
  readonly made: Made;
  /** File of a view below the folder of a language, with its anchor; undefined when the report has none. */
  fileOf(path: string, params: Readonly<Record<string, string | number | undefined>>): string | undefined;
  /** The municipalities of later boundaries in which one lies: a cell of theirs leads to what is said of it. */
  holdersOf(municipality: string): readonly string[];
}

/** What `npm run build` makes of `page/report/render.tsx`. */
export interface Renderer {
  /** A whole HTML document, without scripts. */
  render(page: ReportPage, language: Language, site: Site): string;
  /** The page of the folder itself, which leads to each language. */
  renderDoor(made: Made): string;
}
