import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { javaTrouble, mavenTrouble } from '../../graph/local/tools.js';
import { Stop } from '../0-contract/errors.js';
import { print } from './output.js';
import { type GlobalOptions, storeConfig } from './settings.js';

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
    tool('Java', await javaTrouble('java')),
    tool('Maven', await mavenTrouble()),
  ];
  if (options.json) print(JSON.stringify(findings, null, 2));
  else {
    const column = Math.max(...findings.map(({ what }) => what.length)) + 2;
    for (const { what, found, advice } of findings) {
      print(`${advice === undefined ? 'ok ' : '-- '} ${what.padEnd(column)}${found}`);
      if (advice !== undefined) print(`    ${' '.repeat(column)}${advice}`);
    }
  }
  if (findings.some(({ needed, advice }) => needed && advice !== undefined)) process.exitCode = 2;
}

/** As in `engines` of package.json. */
const LEAST_NODE = [20, 18, 1] as const;

function node(): Finding {
  const parts = process.versions.node.split('.').map(Number);
  const differs = LEAST_NODE.findIndex((least, i) => parts[i] !== least);
  const old = differs >= 0 && (parts[differs] ?? 0) < (LEAST_NODE[differs] ?? 0);
  return {
    what: 'Node',
    found: process.versions.node,
    needed: true,
    ...(old ? { advice: `get ${LEAST_NODE.join('.')} or newer from nodejs.org` } : {}),
  };
}

function configuration(options: GlobalOptions): Finding {
  const config = storeConfig(options, true);
  const from = existsSync('.env') ? ', .env of this folder read' : '';
  const found =
    config.kind === 'neo4j'
      ? `Neo4j at ${config.uri}, user ${config.username ?? 'none'}, password ${config.password ? 'set' : 'not set'}, database ${config.database ?? 'the default'}${from}`
      : `embedded store in ${config.folder} (Neo4j when NEO4J_URI is set)${from}`;
  return { what: 'configured', found, needed: true };
}

async function store(options: GlobalOptions): Promise<Finding> {
  const { openStore } = await import('../../graph/open.js');
  const config = storeConfig(options, true);
  const empty = config.kind === 'embedded' && !existsSync(config.folder);
  if (empty)
    return { what: 'store', found: 'no graph yet', advice: 'load articles: saites run my-articles/', needed: false };
  try {
    const open = await openStore(config);
    try {
      const [row] = await open.read('MATCH (article:Article) RETURN count(article) AS articles');
      return { what: 'store', found: `${await open.version()} answers, ${row?.articles} articles`, needed: true };
    } finally {
      await open.close();
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { what: 'store', found: 'does not answer', advice: error.message, needed: true };
  }
}

const tool = (what: string, trouble: string | undefined): Finding => ({
  what,
  found: trouble === undefined ? 'fit for a local Neo4j' : 'not usable',
  needed: false,
  ...(trouble === undefined ? {} : { advice: `${trouble}; only needed for \`saites neo4j start\`` }),
});
