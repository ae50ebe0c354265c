import type { Holding } from '../../api.js';
import { language, t, timesIn } from '../language.js';

/** `no` takes the genitive, `līdz` the dative. */
type Case = 'nominative' | 'genitive' | 'dative';

/** `janvāris` → `janvāra`, `janvārim`; `jūnijs` → `jūnija`, `jūnijam` */
function monthIn(month: string, wanted: Case): string {
  if (wanted === 'nominative') return month;
  const stem = month.replace(/i?s$/u, '');
  if (!month.endsWith('is')) return `${stem}${wanted === 'genitive' ? 'a' : 'am'}`;
  return wanted === 'genitive' ? `${stem.replace(/l$/u, 'ļ')}a` : `${stem}im`;
}

const YEAR: Readonly<Record<Case, string>> = { nominative: 'gads', genitive: 'gada', dative: 'gadam' };

/** A day as the reader's language writes it, no more exact than it is: `2019. gada maijs`, `May 2019`. */
export function dayText(day: string | null, wanted: Case = 'nominative'): string {
  if (day === null || day === '') return '';
  const [year, month, date] = day.split('-').map(Number);
  if (!/^\d{4}(?:-\d{2}){0,2}$/u.test(day) || year === undefined) return day;
  const latvian = language.value === 'lv';
  if (month === undefined) return latvian && wanted !== 'nominative' ? `${year}. ${YEAR[wanted]}` : day;
  const at = Date.UTC(year, month - 1, date ?? 1);
  const write = (options: Intl.DateTimeFormatOptions): string => timesIn({ ...options, timeZone: 'UTC' }).format(at);
  if (date !== undefined) return write({ year: 'numeric', month: 'short', day: 'numeric' });
  if (!latvian) return write({ year: 'numeric', month: 'long' });
  return `${year}. gada ${monthIn(write({ month: 'long' }), wanted)}`;
}

/** `no 2019. gada maija`, `2019–2021` */
export function spanText({ since, until }: Pick<Holding, 'since' | 'until'>): string {
  if (since === null && until === null) return '';
  if (since === until) return dayText(since);
  if (until === null) return t('since', { day: dayText(since, 'genitive') });
  if (since === null) return t('until', { day: dayText(until, 'dative') });
  return `${dayText(since)} – ${dayText(until)}`;
}
