/** Query parameters that only say how a reader came: campaign and click marks. */
const TRACKING = /^(?:utm_.*|fbclid|gclid|yclid|mc_[ce]id|igshid)$/u;

/**
 * One spelling for one page: https, host without `www.`, no fragment, no campaign marks, no slash at the end.
 * @returns undefined when it is not an http(s) address
 */
export function normaliseAddress(address: string, base?: string): string | undefined {
  const url = parseAddress(address, base);
  if (!url) return undefined;
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : '';
  const port = url.port === '' ? '' : `:${url.port}`;
  return `https://${url.hostname.replace(/^www\./u, '')}${port}${url.pathname.replace(/\/+$/u, '')}${search}`;
}

/** @returns undefined when it is not an http(s) address */
export function parseAddress(address: string, base?: string): URL | undefined {
  if (!URL.canParse(address.trim(), base)) return undefined;
  const url = new URL(address.trim(), base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}
