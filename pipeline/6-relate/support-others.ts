import type { Located, RelateContext } from '../0-contract/rule.js';
import type { Sentence } from '../0-contract/types.js';
import { isProject } from './scene.js';
import type { Trigger } from './triggers.js';

// What has the words of carrying out, paying or sharing, and says it of something else.

/** `centrs, ko vada biedrība`: what is led stands right before the relative, and it is no project. */
export function leadsOther(
  { doc: { tokens }, inSentence }: RelateContext,
  sentence: Sentence,
  { first }: Trigger,
): boolean {
  if (!/^(?:ko|kuru)$/u.test(tokens[first]?.lower ?? '')) return false;
  let end = first - 1;
  if (tokens[end - 1]?.text === ')') end = tokens.findLastIndex(({ text }, i) => i < end && text === '(');
  while (/^[”“"»]$/u.test(tokens[end - 1]?.text ?? '')) end--;
  return !inSentence(sentence.index).some((located) => isProject(located) && located.mention.last === end);
}

/** `telpu remontu apmaksāja fonds`: what is paid for is said, and it is no project and no money. */
export const paysForOther = ({ doc: { tokens } }: RelateContext, { relation, first }: Trigger): boolean => {
  const paid = tokens[first - 1]?.lower ?? '';
  return (
    relation === 'FUNDS' &&
    /maksā|sedz|seg[st]/u.test(tokens[first]?.lower ?? '') &&
    /.{4}u$/u.test(paid) &&
    !COSTS.test(paid)
  );
};
const COSTS = /projekt|pilot|program|pasākum|daļu|izdevum|finansējum|līdzekļ|naudu/u;

/** `iecerējis būt partneris biedrībai “Saule”`: whose project it is stands in the dative. */
export const isHost = (
  { doc: { tokens } }: RelateContext,
  { relation, last }: Trigger,
  { mention }: Located,
): boolean =>
  relation === 'PARTNER_OF' && mention.first === last && /(?:[aeī]i|am|im)$/u.test(tokens[last]?.lower ?? '');

/** `biedrība rīko projektu, kurā tai ir divi partneri`: who has partners is none. */
export const hasThem = ({ doc: { tokens } }: RelateContext, { relation, side, first }: Trigger): boolean =>
  relation === 'PARTNER_OF' &&
  side === 'subject' &&
  /^(?:tai|tam|tiem|tām|viņiem|mums)$/u.test(tokens[first - 1]?.lower ?? '');

/** `Kopā ar mums: …` thanks those who helped the writer, at the end of a page. */
const US = new Set(['mums', 'jums', 'viņiem', 'viņu', 'viņām']);
export const isWithUs = ({ doc: { tokens } }: RelateContext, { last }: Trigger): boolean =>
  tokens[last - 1]?.lower === 'ar' && US.has(tokens[last]?.lower ?? '');
