import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { EvidenceFormat } from '../../graph/export/evidence.js';
import type { Scope } from '../../graph/export/scope.js';
import type { Separator } from '../../graph/export/tables.js';
import type { Sink, SinkFile } from '../../graph/export/values.js';
import type { GraphStore } from '../../graph/store.js';
import { exportFolder } from './export-folder.js';
import { textWriter } from './files.js';
import { say } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

interface ExportOptions extends GlobalOptions {
  readonly out: string;
  readonly all?: boolean;
  readonly separator: Separator;
  readonly format: EvidenceFormat;
}

/** `saites export` */
export function exportCommand(): Command {
  const command = new Command('export')
    .summary('write the graph for other programs')
    .description('Writes the graph to files for other programs. The same graph gives the same files, byte for byte.')
    .addHelpText(
      'after',
      `
Examples:
  saites export evidence --out evidence.csv
  saites export gexf --out graph.gexf
  saites export neo4j-admin --out import/`,
    );
  const all = new Option('--all', 'with articles, mentions and claims too, not only whom they speak of');
  const separator = new Option('--separator <name>', 'between columns; Excel with Latvian settings wants semicolon')
    .choices(['comma', 'semicolon', 'tab'])
    .default('comma');
  const sub = (
    name: string,
    summary: string,
    out: 'file' | 'folder',
    example: string,
    work: (store: GraphStore, options: ExportOptions) => Promise<void>,
    options: readonly Option[] = [],
  ): void => {
    const format = new Command(name)
      .summary(summary)
      .description(`Writes ${summary}.`)
      .requiredOption(
        `--out <${out}>`,
        out === 'file' ? 'file to write' : 'folder to write to: new, empty, or of an earlier export',
      )
      .addHelpText('after', `\nExample:\n  saites export ${name} ${example}`);
    for (const option of options) format.addOption(option);
    format.action(() => run(format.optsWithGlobals<ExportOptions>(), work));
    command.addCommand(format);
  };

  sub(
    'evidence',
    'a table of every fact with its sentence, article, offsets and rule, to cite and to check',
    'file',
    '--out evidence.csv',
    writeEvidence,
    [new Option('--format <format>', 'of the table').choices(['csv', 'jsonl', 'markdown']).default('csv'), separator],
  );
  sub(
    'csv',
    'tables for a spreadsheet, R or pandas: one a label, one a relationship type',
    'folder',
    '--out tables/',
    writeTables,
    [separator],
  );
  sub('gexf', 'GEXF 1.3 for Gephi, with dates for its timeline', 'file', '--out graph.gexf', writeGexf, [all]);
  sub('graphml', 'GraphML for yEd, Cytoscape, igraph, networkx', 'file', '--out graph.graphml', writeGraphml, [all]);
  sub(
    'turtle',
    'RDF in Turtle, by schema.org and FollowTheMoney, with the vocabulary beside it',
    'folder',
    '--out rdf/',
    writeTurtle,
    [all],
  );
  sub(
    'neo4j-admin',
    'CSV files and a script for neo4j-admin database import',
    'folder',
    '--out import/',
    writeNeo4jAdmin,
  );
  return command;
}

async function run(
  options: ExportOptions,
  work: (store: GraphStore, options: ExportOptions) => Promise<void>,
): Promise<void> {
  const { openStore } = await import('../../graph/open.js');
  const { undisturbed } = await import('../../graph/export/pages.js');
  const store = await openStore(storeConfig(options, true));
  try {
    await undisturbed(store, () => work(store, { ...options, out: resolve(options.out) }));
    if (!options.quiet) say(`written to ${options.out}`);
  } finally {
    await store.close();
  }
}

const scopeOf = ({ all }: ExportOptions): Scope => (all ? 'all' : 'domain');

async function intoFile(out: string, work: (file: SinkFile) => Promise<void>): Promise<void> {
  const file = textWriter(out);
  await work(file);
  await file.end();
}

async function writeEvidence(store: GraphStore, { out, format, separator }: ExportOptions): Promise<void> {
  const { exportEvidence } = await import('../../graph/export/evidence.js');
  await intoFile(out, (file) => exportEvidence(store, file, format, separator));
}

async function writeTables(store: GraphStore, { out, separator }: ExportOptions): Promise<void> {
  const { exportTables } = await import('../../graph/export/tables.js');
  await intoFolder(out, 'csv', (folder) => exportTables(store, folder, 'all', separator));
}

async function writeGexf(store: GraphStore, options: ExportOptions): Promise<void> {
  const { exportGexf } = await import('../../graph/export/gexf.js');
  await intoFile(options.out, (file) => exportGexf(store, file, scopeOf(options)));
}

async function writeGraphml(store: GraphStore, options: ExportOptions): Promise<void> {
  const { exportGraphml } = await import('../../graph/export/graphml.js');
  await intoFile(options.out, (file) => exportGraphml(store, file, scopeOf(options)));
}

async function writeTurtle(store: GraphStore, { out, all }: ExportOptions): Promise<void> {
  const { exportTurtle } = await import('../../graph/export/turtle.js');
  await intoFolder(out, 'turtle', (folder) => exportTurtle(store, folder, all ? 'all' : 'evidence'));
}

async function writeNeo4jAdmin(store: GraphStore, { out }: ExportOptions): Promise<void> {
  const { exportNeo4jAdmin } = await import('../../graph/export/neo4j-admin.js');
  await intoFolder(out, 'neo4j-admin', (folder) => exportNeo4jAdmin(store, folder));
}

async function intoFolder(out: string, format: string, work: (sink: Sink) => Promise<void>): Promise<void> {
  const folder = exportFolder(out, format);
  await work(folder);
  folder.finish();
}
