import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { Stop } from '../0-contract/errors.js';
import type { RuleCard } from '../0-contract/rule.js';
import { counted, print, say, width } from './output.js';
import type { GlobalOptions } from './settings.js';
import { wrap } from './wrap.js';

/** `saites rules` */
export const rulesCommand = (): Command => {
  const command = new Command('rules')
    .summary('list the rules, or check them and the files of data/')
    .description(
      'Lists all rules by which mentions and facts are found, each with its reason. data/RULES.md says how to change what they know.',
    )
    .addHelpText('after', '\nExamples:\n  saites rules\n  saites rules check\n  SAITES_DATA=my-data saites rules check')
    .action(() => list(command.optsWithGlobals<GlobalOptions>()));
  const check: Command = command
    .command('check')
    .summary('check every file of data/ and run the examples of all rules')
    .description(
      'Reads every file of data/ and says file and line of what is wrong; then runs the examples of all rules.',
    )
    .action(() => checkRules(check.optsWithGlobals<GlobalOptions>()));
  return command;
};

async function list({ json }: GlobalOptions): Promise<void> {
  const { allRules, findsWhat } = await import('../evaluate/examples.js');
  if (json) {
    print(
      JSON.stringify(
        allRules.map((rule) => ({ id: rule.id, finds: findsWhat(rule), why: rule.why })),
        null,
        2,
      ),
    );
    return;
  }
  for (const kind of ['mentions', 'facts'] as const) {
    const rules = allRules.filter((rule) => findsWhat(rule) === kind);
    print(`${kind === 'facts' ? '\n' : ''}${counted(rules.length, 'rule')} that find ${kind}\n`);
    for (const rule of rules) print(brief(rule));
  }
}

const brief = ({ id, why }: RuleCard): string =>
  [id, ...wrap(why, Math.min(width(), 110) - 4).map((line) => `    ${line}`)].join('\n');

async function checkRules({ quiet }: GlobalOptions): Promise<void> {
  const faults = await dataFaults();
  if (faults.length > 0) throw new Stop(faults.join('\n'));
  const { allRules, examplesOf, foundIn, holds } = await import('../evaluate/examples.js');
  const failed: string[] = [];
  let run = 0;
  for (const rule of allRules) {
    for (const example of examplesOf(rule)) {
      run++;
      const found = foundIn(rule, example);
      if (holds(example, found)) continue;
      const [wanted, got] = [example.expected, found].map((names) => (names.length > 0 ? names.join('; ') : 'nothing'));
      failed.push(`${rule.id}: «${example.text}»\n    expected ${wanted}\n    found    ${got}`);
    }
  }
  for (const failure of failed) say(failure);
  if (!quiet) {
    const verdict = failed.length === 0 ? 'all hold' : counted(failed.length, 'fails', 'fail');
    print(`data/ is readable; ${counted(run, 'example')} of ${counted(allRules.length, 'rule')}: ${verdict}`);
  }
  if (failed.length > 0) process.exitCode = 1;
}

/** Every stage reads its part of data/ when it is loaded, so each module is loaded by itself: one fault hides no other. */
async function dataFaults(): Promise<string[]> {
  const pipeline = join(dirname(fileURLToPath(import.meta.url)), '..');
  const modules = readdirSync(pipeline)
    .filter((folder) => /^\d-/u.test(folder))
    .flatMap((folder) =>
      readdirSync(join(pipeline, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.js'))
        .map((name) => join(pipeline, folder, name)),
    );
  const faults = new Set<string>();
  for (const module of modules) {
    try {
      await import(pathToFileURL(module).href);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      faults.add(error.message);
    }
  }
  return [...faults];
}
