#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { Stop } from '../0-contract/errors.js';
import { askCommand } from './ask.js';
import { cleanCommand } from './clean.js';
import { collectCommand } from './collect.js';
import { correctCommand } from './correct.js';
import { diffCommand } from './diff.js';
import { doctorCommand } from './doctor.js';
import { evaluateCommand } from './evaluate.js';
import { explainCommand } from './explain.js';
import { exportCommand } from './export.js';
import { extractCommand } from './extract.js';
import { forgetCommand } from './forget.js';
import { loadCommand } from './load.js';
import { neo4jCommand } from './neo4j.js';
import { say } from './output.js';
import { programVersion } from './program-version.js';
import { queriesCommand } from './queries.js';
import { reportCommand } from './report.js';
import { retractCommand } from './retract.js';
import { reviewCommand } from './review.js';
import { rulesCommand } from './rules.js';
import { runCommand } from './run.js';
import { runsCommand } from './runs.js';
import { serveCommand } from './serve.js';
import { readEnvironmentFile } from './settings.js';
import { sourcesCommand } from './sources.js';
import { statusCommand } from './status.js';
import { watchCommand } from './watch.js';

/** Wrong usage or configuration. 0 is done, 1 that some articles failed. */
const WRONG_USAGE = 2;

// what reads the output may end before we do: `saites ask … | head`
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const commands = [
  runCommand,
  collectCommand,
  sourcesCommand,
  watchCommand,
  askCommand,
  queriesCommand,
  diffCommand,
  retractCommand,
  correctCommand,
  forgetCommand,
  reviewCommand,
  runsCommand,
  exportCommand,
  serveCommand,
  reportCommand,
  statusCommand,
  doctorCommand,
  extractCommand,
  explainCommand,
  evaluateCommand,
  rulesCommand,
  cleanCommand,
  loadCommand,
  neo4jCommand,
];

/** `saites export`, as one types it. */
const pathOf = (command: Command): string =>
  [command.parent && pathOf(command.parent), command.name()].filter(Boolean).join(' ');

/** Commander's own errors (an unknown option, a missing parameter) are thrown, so that they get our exit code. */
function throwing(command: Command): Command {
  command.exitOverride().configureOutput({
    outputError: (text, write) =>
      write(
        `${text
          .trimEnd()
          .replace(
            /^error: (?<what>unknown (?:command|option) .*)$/u,
            `saites: $<what>; ${pathOf(command)} --help lists them`,
          )
          .replace(/^error: /u, 'saites: ')}\n`,
      ),
  });
  for (const sub of command.commands) throwing(sub);
  return command;
}

try {
  readEnvironmentFile();
  const program = new Command('saites')
    .description('Latvian social-sector news as a graph: articles in, quoted facts out.')
    .version(programVersion())
    .option('--store <folder>', 'folder of the embedded graph (default data/out/graph, or SAITES_STORE)')
    .option('--quiet', 'print results and errors only')
    .option('--json', 'print results as JSON')
    .addHelpText(
      'after',
      `
The graph is in a folder, or in Neo4j when NEO4J_URI is set (NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE; a file
.env of the working folder is read).

Examples:
  saites run my-articles/
  saites ask municipalities-by-project
  saites queries

Exit codes: 0 done, 1 some articles failed (each is listed, the others are done), 2 wrong usage or configuration.`,
    );
  for (const command of commands) program.addCommand(command());
  await throwing(program).parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  // help and version end by an error too
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  if (error instanceof Stop) {
    say(`saites: ${error.message}`);
  } else if (process.env.SAITES_DEBUG) {
    say(`saites: ${(error as Error).stack ?? String(error)}`);
  } else {
    const [first] = String((error as Error).message ?? error).split('\n');
    say(`saites: ${first}; this is a fault of saites, SAITES_DEBUG=1 shows where`);
  }
  return WRONG_USAGE;
}
