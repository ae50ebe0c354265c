import type { SourceReport } from '../1-collect/web/report.js';
import { counted, print, say } from './output.js';

/** `12 new, 1 changed, 30 unchanged, 2 copies, 1 vanished, 3 failed` */
export function tallyText(report: SourceReport): string {
  const { new: fresh, changed, unchanged, copies, vanished, failed, left } = report;
  const parts = [
    `${fresh.length} new${copies > 0 ? ` (${counted(copies, 'copy', 'copies')})` : ''}`,
    `${changed.length} changed`,
    `${unchanged} unchanged`,
    vanished.length > 0 ? `${vanished.length} vanished` : '',
    failed.length > 0 ? `${failed.length} failed` : '',
    left > 0 ? `${left} left for the next run` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Tells of one source: the line to standard output, what went wrong to standard error. */
export function tellSource(report: SourceReport, column: number, quiet: boolean): void {
  print(`${report.source.padEnd(column)}${tallyText(report)}`);
  for (const { url, reason, again } of report.failed)
    say(`${url}: ${reason}; ${again ? 'is asked for again' : 'is not asked for again'}`);
  if (quiet) return;
  for (const url of report.vanished) say(`${url}: is not there any more; what was collected of it stays`);
  for (const note of report.notes) say(`${report.source}: ${note}`);
}

/** For `--json`. */
export const reportJson = (report: SourceReport): object => ({ ...report, took: Number(report.took.toFixed(1)) });
