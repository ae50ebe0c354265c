/**
 * How long a site asks to be left alone, in milliseconds: seconds, or a time of HTTP, which is compared with the
 * server's own clock.
 * @param date of the answer; without it a time tells nothing
 * @returns undefined when it does not say
 */
export function retryAfter(header: string | undefined, date: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+\s*$/u.test(header)) return Number(header) * 1000;
  const wait = Date.parse(header) - Date.parse(date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
