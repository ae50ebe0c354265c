import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { chooseRelease } from '../../graph/local/jdk.js';
import { mavenTrouble } from '../../graph/local/tools.js';
import { Stop } from '../0-contract/errors.js';
import { contactSetting } from './collect-settings.js';
import { counted, print, width } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';
import { wrap } from './wrap.js';

interface Finding {
  readonly what: string;
  readonly found: string;
  /** How to mend it; absent where nothing is wrong. */
  readonly advice?: string;
  /** Without it nothing works. */
  readonly needed: boolean;
}

/** `saites doctor` */
export const doctorCommand = (): Command => {
  const command = new Command('doctor')
    .summary('what is configured, what is missing and how to get it')
    .description(
      'Looks at the configuration, the store, Node, Java and Maven, and says what is missing and how to get it.',
    )
    .addHelpText('after', '\nExamples:\n  saites doctor\n  NEO4J_URI=bolt://localhost:7687 saites doctor')
    .action(() => doctor(command.optsWithGlobals<GlobalOptions>()));
  return command;
};

async function doctor(options: GlobalOptions): Promise<void> {
  const findings = [
    node(),
    configuration(options),
    await store(options),
    await collecting(),
    tool('Java', await javaTrouble()),
    tool('Maven', await mavenTrouble()),
  ];
  const wrong = findings.filter(({ needed, advice }) => needed && advice !== undefined);
  if (options.json) print(JSON.stringify(findings, null, 2));
  else {
    const column = Math.max(...findings.map(({ what }) => what.length)) + 2;
    const room = width() - column - 4;
    for (const { what, found, needed, advice } of findings) {
      const mark = advice === undefined ? 'ok' : needed ? '!!' : '--';
      const lines = [...wrap(found, room), ...(advice === undefined ? [] : wrap(`→ ${advice}`, room))];
      for (const [i, line] of lines.entries())
        print(`${i === 0 ? mark : '  '}  ${(i === 0 ? what : '').padEnd(column)}${line}`);
    }
    const waiting = findings.some(({ needed, advice }) => !needed && advice !== undefined);
    print(
      wrong.length === 0
        ? `\nNothing is wrong.${waiting ? ' What is marked -- can wait until you need it.' : ''}`
        : `\nMend what is marked !! (${wrong.map(({ what }) => what).join(', ')}), then run saites doctor again.`,
    );
  }
  if (wrong.length > 0) process.exitCode = 2;
}

/** As in `engines` of package.json. */
const LEAST_NODE = [20, 18, 1] as const;

function node(): Finding {
  const parts = process.versions.node.split('.').map(Number);
  const differs = LEAST_NODE.findIndex((least, i) => parts[i] !== least);
  const old = differs >= 0 && (parts[differs] ?? 0) < (LEAST_NODE[differs] ?? 0);
  return {
    what: 'Node.js',
    found: `${process.versions.node} (${LEAST_NODE.join('.')} or newer is needed)`,
    needed: true,
    ...(old ? { advice: 'get a newer one from nodejs.org' } : {}),
  };
}

function configuration(options: GlobalOptions): Finding {
  const config = storeConfig(options, true);
  const from = existsSync('.env') ? '; the file .env of this folder was read' : '';
  const found =
    config.kind === 'neo4j'
      ? `in the Neo4j at ${config.uri}, user ${config.username ?? 'none'}, password ${config.password ? 'set' : 'not set'}, database ${config.database ?? 'the default'}${from}`
      : `in the folder ${config.folder}, without a server (in a Neo4j when NEO4J_URI is set)${from}`;
  return { what: 'graph', found, needed: true };
}

async function store(options: GlobalOptions): Promise<Finding> {
  const { openStore } = await import('../../graph/open.js');
  const config = storeConfig(options, true);
  const empty = config.kind === 'embedded' && !existsSync(config.folder);
  if (empty)
    return {
      ...{ what: 'content', found: 'there is no graph yet', needed: false },
      advice: 'load articles: saites run my-articles/, or saites run for those that come with the program',
    };
  try {
    const open = await openStore(config);
    try {
      const [row] = await open.read('MATCH (article:Article) RETURN count(article) AS articles');
      return {
        what: 'content',
        found: `${await open.version()} answers, ${counted(Number(row?.articles), 'article')}`,
        needed: true,
      };
    } finally {
      await open.close();
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { what: 'content', found: 'does not answer', advice: error.message, needed: true };
  }
}

async function collecting(): Promise<Finding> {
  const { contactOf, readSources } = await import('../1-collect/web/sources.js');
  const finding = { what: 'collecting', needed: false };
  try {
    const file = readSources();
    const on = file.sources.filter(({ enabled }) => enabled).length;
    const found = `${counted(on, 'source')} of ${file.sources.length} switched on`;
    try {
      return { ...finding, found: `${found}, contact ${contactOf(file, contactSetting())}` };
    } catch (error) {
      return { ...finding, found, advice: (error as Error).message };
    }
  } catch (error) {
    return { ...finding, found: 'data/sources.yaml cannot be read', advice: (error as Error).message };
  }
}

const javaTrouble = (): Promise<string | undefined> =>
  chooseRelease().then(
    () => undefined,
    (error: Error) => error.message,
  );

const tool = (what: string, trouble: string | undefined): Finding => ({
  what,
  found: trouble === undefined ? 'there, for saites neo4j start' : 'not usable; only saites neo4j start needs it',
  needed: false,
  ...(trouble === undefined ? {} : { advice: trouble }),
});
