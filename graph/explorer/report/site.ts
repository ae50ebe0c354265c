import { createHash } from 'node:crypto';
import type { Made, Site } from './page.js';

/** Ids that are good file names on every system. */
const PLAIN = /^[a-z0-9][a-z0-9-]{0,99}$/u;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

export const entityFile = (id: string): string => `entity/${PLAIN.test(id) ? id : hash(id)}.html`;
export const articleFile = (id: string): string => `article/${hash(id)}.html`;
export const matrixFile = (boundaries: string, sort: string): string =>
  boundaries === 'then' && sort === 'participation' ? 'matrix.html' : `matrix-${boundaries}-${sort}.html`;
export const mapFile = (year: string, project: string): string => {
  if (project !== '') return `map/${PLAIN.test(project) ? project : hash(project)}.html`;
  return year === '2021' ? 'map.html' : `map-${year}.html`;
};
/** @param part from 0 */
export const namesFile = (kind: string, part = 0): string => `names-${kind}${part === 0 ? '' : `-${part + 1}`}.html`;
export const articlesFile = (part = 0): string => `articles${part === 0 ? '' : `-${part + 1}`}.html`;

/** What the report has pages of. */
export interface Held {
  readonly entities: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Projects with a map of their own. */
  readonly maps: ReadonlySet<string>;
  readonly kinds: readonly string[];
  readonly holders: ReadonlyMap<string, readonly string[]>;
}

export function siteOf({ entities, articles, maps, kinds, holders }: Held, made: Made): Site {
  const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value));
  return {
    made,
    holdersOf: (municipality) => holders.get(municipality) ?? [],
    fileOf(path, params) {
      const id = text(params.id);
      switch (path) {
        case '/':
          return 'index.html';
        case '/matrix': {
          if (params.cell === undefined)
            return matrixFile(text(params.boundaries) || 'then', text(params.sort) || 'participation');
          const [municipality = '', project = ''] = text(params.cell).split(' ');
          if (!entities.has(project)) return undefined;
          // of what is only mentioned there is no fact
          return `${entityFile(project)}#${params.only === 'mentioned' ? 'articles' : `in-${municipality}`}`;
        }
        case '/map': {
          const project = text(params.project);
          return project === '' || maps.has(project) ? mapFile(text(params.boundaries) || '2021', project) : undefined;
        }
        case '/timeline':
          return 'timeline.html';
        case '/names': {
          const kind = text(params.kind) || kinds[0];
          return kind !== undefined && kinds.includes(kind) ? namesFile(kind) : undefined;
        }
        case '/articles':
          return articlesFile();
        case '/entity':
          return entities.has(id) ? entityFile(id) : undefined;
        case '/article':
          if (!articles.has(id)) return undefined;
          return `${articleFile(id)}${params.at === undefined ? '' : `#at-${params.at}`}`;
        default:
          return undefined;
      }
    },
  };
}
