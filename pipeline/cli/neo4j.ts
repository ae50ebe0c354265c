import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { RELEASE_NAMES, type ReleaseName } from '../../graph/local/releases.js';
import { favouritesCommand, guideCommand, styleCommand } from './neo4j-browser.js';
import { print, say } from './output.js';
import { type GlobalOptions, NEO4J_FOLDER } from './settings.js';

interface Neo4jOptions extends GlobalOptions {
  readonly folder: string;
  /** Of `start` only. */
  readonly release?: ReleaseName;
}

/** `saites neo4j` */
export const neo4jCommand = (): Command => {
  const command = new Command('neo4j')
    .summary('a Neo4j of your own, with Neo4j Browser')
    .description(
      'Starts, stops and shows a local Neo4j with Neo4j Browser, on this machine only. Needs Maven, which fetches 130 MB once, and a JDK: 17 to 21 for Neo4j 5.26, 21 to 25 for 2025.10. With Neo4j Desktop, Aura or Docker, set NEO4J_URI instead.',
    )
    .addHelpText(
      'after',
      `
Example:
  saites neo4j start                 prints NEO4J_URI=…; put that line into .env
  saites run my-articles/
  saites neo4j stop`,
    );
  const sub = (name: string, summary: string, work: (options: Neo4jOptions) => Promise<void>): void => {
    const action = new Command(name)
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
      .addOption(
        new Option('--folder <folder>', "the server's settings, data and log").default(NEO4J_FOLDER, 'data/out/neo4j'),
      )
      .addHelpText('after', `\nExamples:\n  saites neo4j ${name}\n  saites neo4j ${name} --folder my-neo4j`);
    if (name === 'start')
      action.addOption(
        new Option('--release <release>', 'which Neo4j; by default what a JDK is there for').choices(RELEASE_NAMES),
      );
    command.addCommand(action.action(() => work(action.optsWithGlobals<Neo4jOptions>())));
  };
  sub('start', 'start the server and say how to reach it', startServer);
  sub('stop', 'stop the server', stopServer);
  sub('status', 'say whether the server runs, and where', showServer);
  for (const sub of [guideCommand, styleCommand, favouritesCommand]) command.addCommand(sub());
  return command;
};

async function startServer({ folder, release, quiet, json }: Neo4jOptions): Promise<void> {
  const { start } = await import('../../graph/local/server.js');
  const { userCache } = await import('../../graph/local/provision.js');
  const server = await start({
    folder: resolve(folder),
    ...(release === undefined ? {} : { release }),
    cache: userCache(),
    tell: (message) => {
      if (!quiet) say(message);
    },
  });
  tellServer(server, json);
  if (!quiet && !json) say('Put the line NEO4J_URI=… into the file .env, and saites uses this server.');
}

async function stopServer({ folder, quiet }: Neo4jOptions): Promise<void> {
  const { stop } = await import('../../graph/local/server.js');
  const stopped = await stop(resolve(folder));
  if (!quiet) say(stopped ? 'The local Neo4j is stopped.' : 'No local Neo4j was running.');
}

async function showServer({ folder, json }: Neo4jOptions): Promise<void> {
  const { status } = await import('../../graph/local/server.js');
  const server = await status(resolve(folder));
  if (server) tellServer(server, json);
  else print(json ? 'null' : 'No local Neo4j is running; `saites neo4j start` starts one.');
}

function tellServer(
  { boltUri, browserUrl, pid }: { boltUri: string; browserUrl: string; pid: number },
  json = false,
): void {
  print(
    json
      ? JSON.stringify({ boltUri, browserUrl, pid }, null, 2)
      : [`NEO4J_URI=${boltUri}`, `Browser    ${browserUrl}`, `process    ${pid}`].join('\n'),
  );
}
