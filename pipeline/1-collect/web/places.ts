import type { Source, Start } from './sources.js';

/** The address at which a start begins, or its addresses. */
export const startAddresses = (start: Start): readonly string[] =>
  start.urls ?? [start.feed ?? start.sitemap ?? start.listing ?? ''];

const withoutWww = (host: string): string => host.toLowerCase().replace(/^www\./u, '');

/** Whether a source's articles may lie at an address: on the host of one of its starts, below it, or on one of `hosts`. */
export function belongsTo(source: Pick<Source, 'start' | 'hosts'>, url: URL): boolean {
  const own = [...source.start.flatMap(startAddresses).map((address) => new URL(address).host), ...source.hosts];
  const host = withoutWww(url.host);
  return own.map(withoutWww).some((name) => host === name || host.endsWith(`.${name}`));
}

/** Whether an address is one of an article, as far as `only` and `never` tell. */
export const isWanted = ({ only, never }: Pick<Start, 'only' | 'never'>, url: string): boolean =>
  (only === undefined || only.some((part) => url.includes(part))) && !never?.some((part) => url.includes(part));

const CONSENT = /consent|cookie|sikdat|s%C4%ABkdat|gdpr|piekri[st]/iu;

/** Why a redirect of an article is not followed: it leads away, or to a page that wants something first. */
export function whyNotFollow(source: Pick<Source, 'start' | 'hosts'>, from: string, to: URL): string | undefined {
  if (!belongsTo(source, to))
    return `leads to another site (${to.host}); left alone, hosts: of the source would allow it`;
  if (CONSENT.test(to.pathname) && !CONSENT.test(from)) return 'leads to a page that asks for cookies; left alone';
  return undefined;
}

/** An article that is no more often leads to the front page. */
export const isFrontPage = (address: string): boolean =>
  new URL(address).pathname.replace(/\/(?:lv|index\.\w+)?\/?$/iu, '') === '';
