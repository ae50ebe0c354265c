import { readList } from '../0-contract/lists.js';
import { Phrases } from './phrases.js';
import type { Element } from './tree.js';

const BESIDE = new Phrases(readList('pages/beside.txt'));
const MARGIN = new Phrases(readList('pages/margins.txt'));
const BODY = new Phrases(readList('pages/article-body.txt'));
/** `has-sidebar`, `no-comments`: said of what is elsewhere. */
const OF_OTHERS = new Set(['has', 'have', 'with', 'without', 'no', 'is', 'enable', 'enabled', 'show', 'shows', 'not']);

/** `articleBody share-bar` → `[[article, body], [share, bar]]`, of an element's classes and its id. */
const namesOf = ({ attribs }: Element): string[][] =>
  `${attribs.class ?? ''} ${attribs.id ?? ''}`
    .split(/\s+/u)
    .map((name) =>
      name
        .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1-')
        .toLowerCase()
        .split(/[^\p{L}\d]+/u)
        .filter((word) => word !== ''),
    )
    .filter((words) => words.length > 0 && !OF_OTHERS.has(words[0] as string));

export interface ClassWords {
  readonly beside: boolean;
  readonly margin: boolean;
  readonly body: boolean;
}
const NOTHING: ClassWords = { beside: false, margin: false, body: false };

/** What the classes and ids of a page's elements say; each name is looked at once. */
export function classWords(): (element: Element) => ClassWords {
  const known = new Map<string, ClassWords>();
  return (element) => {
    const { class: classes = '', id = '' } = element.attribs;
    if (classes === '' && id === '') return NOTHING;
    const key = `${classes}\n${id}`;
    let words = known.get(key);
    if (!words) {
      const names = namesOf(element);
      const say = (phrases: Phrases): boolean => names.some((name) => name.some((_, i) => phrases.at(name, i) > 0));
      words = { beside: say(BESIDE), margin: say(MARGIN), body: say(BODY) };
      known.set(key, words);
    }
    return words;
  };
}
