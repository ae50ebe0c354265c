import { readList } from '../0-contract/lists.js';
import { Phrases } from './phrases.js';
import type { Element } from './tree.js';

const BESIDE = new Phrases(readList('pages/beside.txt'));
const COMMENTS = new Phrases(readList('pages/comments.txt'));
const FOLDED = new Phrases(readList('pages/folded.txt'));
const PASSED_OVER = new Phrases(readList('pages/not-beside.txt'));
const CALLOUT = new Phrases(readList('pages/callouts.txt'));
const MARGIN = new Phrases(readList('pages/margins.txt'));
const BODY = new Phrases(readList('pages/article-body.txt'));
/** `has-sidebar`, `no-comments`: said of what is elsewhere. */
const OF_OTHERS = new Set(['has', 'have', 'with', 'without', 'no', 'is', 'enable', 'enabled', 'show', 'shows', 'not']);

/** `articleBody share-bar` → `[[article, body], [share, bar]]`, of an element's classes and its id. */
const namesOf = (names: string): string[][] =>
  names
    .split(/\s+/u)
    .map((name) =>
      name
        .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1-')
        .toLowerCase()
        .split(/[^\p{L}\d]+/u)
        .filter((word) => word !== ''),
    )
    .map(withoutPassedOver)
    .filter((words) => words.length > 0 && !OF_OTHERS.has(words[0] as string));

function withoutPassedOver(words: string[]): string[] {
  const at = words.findIndex((_, i) => PASSED_OVER.at(words, i) > 0);
  return at < 0 ? words : [...words.slice(0, at), ...words.slice(at + PASSED_OVER.at(words, at))];
}

/** Programs for documentation make the id of a heading, or of the section below it, from the heading's words. */
const isNamedByHeading = ({ name, attribs }: Element): boolean =>
  /^h[1-6]$/u.test(name) || (name === 'section' && attribs.class === undefined) || attribs.class === 'section';

export interface ClassWords {
  readonly beside: boolean;
  /** What readers say about the article. */
  readonly comments: boolean;
  /** A note that is a part of the article. */
  readonly callout: boolean;
  /** Shown when a reader asks for it. */
  readonly folded: boolean;
  readonly margin: boolean;
  readonly body: boolean;
}
const NOTHING: ClassWords = {
  beside: false,
  comments: false,
  callout: false,
  folded: false,
  margin: false,
  body: false,
};

/** What the classes and ids of a page's elements say; each name is looked at once. */
export function classWords(): (element: Element) => ClassWords {
  const known = new Map<string, ClassWords>();
  return (element) => {
    const { class: classes = '' } = element.attribs;
    const id = isNamedByHeading(element) ? '' : (element.attribs.id ?? '');
    if (classes === '' && id === '') return NOTHING;
    const key = `${classes}\n${id}`;
    let words = known.get(key);
    if (!words) {
      const names = namesOf(key);
      const say = (phrases: Phrases): boolean => names.some((name) => name.some((_, i) => phrases.at(name, i) > 0));
      words = {
        beside: say(BESIDE),
        comments: say(COMMENTS),
        callout: say(CALLOUT),
        folded: say(FOLDED),
        margin: say(MARGIN),
        body: say(BODY),
      };
      known.set(key, words);
    }
    return words;
  };
}
