import type { CheerioAPI } from 'cheerio';
import { parseAddress } from '../0-contract/address.js';
import { readList } from '../0-contract/lists.js';
import { Phrases, wordsOf } from './phrases.js';

const WORDS = new Phrases(readList('pages/discussions.txt'));
/** Types of schema.org, in JSON-LD and microdata. */
const TYPES = /DiscussionForumPosting|QAPage/u;

/** Whether a page says of itself that it is a forum's thread or a question with its answers. */
export function isDiscussion($: CheerioAPI, address: string | undefined): boolean {
  if ($('[itemtype*="DiscussionForumPosting"], [itemtype*="QAPage"]').length > 0) return true;
  const types = $('script[type="application/ld+json"]')
    .toArray()
    .some((script) => TYPES.test($(script).text().slice(0, TYPE_WITHIN)));
  if (types) return true;
  const url = address === undefined ? undefined : parseAddress(address);
  const made = [
    $('meta[name="generator"]')
      .attr('content')
      ?.toLowerCase()
      .replace(/[^\p{L}]+/gu, ' '),
  ];
  const outermost = ['html', 'body'].flatMap((name) => `${$(name).attr('class') ?? ''} ${$(name).attr('id') ?? ''}`);
  // a part of an address, whole: an article's own words stand there too
  const parts = `${url?.hostname.replaceAll('.', '/') ?? ''}${url?.pathname.replace(/\.[a-z]+$/u, '') ?? ''}`.split(
    '/',
  );
  return [...parts, ...made, ...outermost.flatMap((names) => names.split(/\s+/u))].some((said) => isAll(said ?? ''));
}

/** Whether something is nothing but such a word, with a number or without. */
const isAll = (said: string): boolean => {
  const words = wordsOf(said.replace(/[^\p{L}]+/gu, ' '));
  return words.length > 0 && WORDS.at(words, 0) === words.length;
};

/** Characters of a JSON-LD block in which its type stands. */
const TYPE_WITHIN = 500;
