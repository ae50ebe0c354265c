import type { CheerioAPI } from 'cheerio';
import type { Selectors } from '../0-contract/types.js';
import { fieldDate } from './any-date.js';
import { type AnyNode, squeeze } from './tree.js';

/** What a source's selectors find on a page; absent what they do not find there. */
export interface Selected {
  readonly title?: string | undefined;
  /** ISO. */
  readonly date?: string | undefined;
  readonly author?: string | undefined;
  /** In the order of the page, none within another; empty without a selector. */
  readonly body: readonly AnyNode[];
}

export function selected($: CheerioAPI, { title, date, author, body }: Selectors = {}): Selected {
  const first = (selector: string | undefined): string | undefined => {
    if (!selector) return undefined;
    const element = $(selector).first();
    return squeeze(element.attr('datetime') ?? element.attr('content') ?? element.text()) || undefined;
  };
  const when = first(date);
  const found = new Set<AnyNode>(body ? $(body).toArray() : []);
  const isWithin = (node: AnyNode): boolean => {
    for (let { parent } = node; parent; parent = parent.parent) if (found.has(parent)) return true;
    return false;
  };
  return {
    title: first(title),
    date: when && fieldDate(when),
    author: first(author),
    body: [...found].filter((node) => !isWithin(node)),
  };
}
