import type { ScaleTime } from 'd3-scale';
import { timesIn } from '../language.js';

/** A day of a fact as a number for a scale, milliseconds since 1970; of a month or a year its first or its last. */
export function dayNumber(day: string | null, last = false): number | undefined {
  const parts = /^(?<year>\d{4})(?:-(?<month>\d{2}))?(?:-(?<date>\d{2}))?/u.exec(day ?? '')?.groups;
  if (!parts) return undefined;
  const year = Number(parts.year);
  if (parts.month === undefined) return last ? Date.UTC(year, 11, 31) : Date.UTC(year, 0, 1);
  const month = Number(parts.month);
  if (parts.date === undefined) return last ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, 1);
  return Date.UTC(year, month - 1, Number(parts.date));
}

/** Where an axis of time has its marks: years, or months of a short time; with what stands there. */
export function ticksOf(
  scale: ScaleTime<number, number>,
  most: number,
): { readonly at: number; readonly text: string }[] {
  const [from, to] = scale.domain() as [Date, Date];
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  if (years < 2) return monthsOf(scale);
  const step = Math.ceil(years / most);
  const first = Math.ceil(from.getUTCFullYear() / step) * step;
  return Array.from({ length: Math.floor((to.getUTCFullYear() - first) / step) + 1 }, (_, i) => first + i * step)
    .map((year) => ({ at: scale(Date.UTC(year, 0, 1)), text: String(year) }))
    .filter(({ at }) => at >= (scale.range()[0] ?? 0));
}

/** Months that have room: each is written once, in figures. */
function monthsOf(scale: ScaleTime<number, number>): { readonly at: number; readonly text: string }[] {
  const [from, to] = scale.domain() as [Date, Date];
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth() + (from.getUTCDate() > 1 ? 1 : 0);
  const months = to.getUTCFullYear() * 12 + to.getUTCMonth() - first;
  const step = Math.ceil((months + 1) / MONTHS);
  const written = timesIn({ year: 'numeric', month: '2-digit', timeZone: 'UTC' });
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, i) => first + i * step)
    .map((month) => Date.UTC(Math.floor(month / 12), month % 12))
    .map((day) => ({ at: scale(day), text: written.format(day) }));
}
const MONTHS = 4;
