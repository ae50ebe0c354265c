import type { ArticleOutcome, LoadReport } from '../../graph/load.js';
import type { GraphStore } from '../../graph/store.js';
import type { Notes } from '../0-contract/notes.js';
import { factsText, kindsText } from './graph-text.js';
import { counted, print, say } from './output.js';
import type { GlobalOptions } from './settings.js';

const labelOf = (kind: string): string => (kind[0]?.toUpperCase() ?? '') + kind.slice(1);

/** `copies    12 of these articles, of 3 stories: what they say counts once` */
function copiesText({ copies }: LoadReport): string[] {
  const stories = new Set(copies.map(({ original }) => original)).size;
  const of = `${counted(copies.length, 'article')} of ${counted(stories, 'story', 'stories')}`;
  return copies.length === 0 ? [] : [`copies    ${of}; what copies say counts once`];
}

export const failureText = ({ id, message }: ArticleOutcome): string => `${id}: ${message}`;

/** Tells what a load did, and sets the exit code. `notes`: what went wrong before the articles came to the graph. */
export function tellLoad(report: LoadReport, notes: Notes, store: GraphStore, options: GlobalOptions): void {
  const failures = [
    ...notes.errors.map(({ where, message }) => `${where}: ${message}`),
    ...report.failed.map(failureText),
  ];
  if (failures.length > 0) process.exitCode = 1;
  if (options.json) {
    const { failed: _, counts, ...rest } = report;
    print(JSON.stringify({ ...rest, failed: failures, written: counts, store: store.address }, null, 2));
    return;
  }
  for (const failure of failures) say(failure);
  for (const line of report.withoutEffect) say(line);
  if (options.quiet) return;
  for (const { level, where, message } of notes.all) if (level === 'warning') say(`${where}: ${message}`);
  const nodes = Object.fromEntries(Object.entries(report.entities).map(([kind, count]) => [labelOf(kind), count]));
  const written = report.new + report.changed;
  print(
    [
      `articles  ${report.new} new, ${report.changed} changed, ${report.unchanged} unchanged, ${failures.length} failed`,
      ...(written > 0
        ? [`entities  ${kindsText(nodes)}`, `facts     ${factsText(report.facts)}`, ...copiesText(report)]
        : ['          nothing to write, the graph stays as it is']),
      `graph     ${store.address}`,
      `run       ${report.run}; saites diff says what it brought`,
      'ask       saites queries lists the questions; saites ask municipalities-by-project puts one',
    ].join('\n'),
  );
}
