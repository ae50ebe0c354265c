import { Command } from 'commander';
import type { Source } from '../1-collect/web/sources.js';
import { contactSetting } from './collect-settings.js';
import { counted, print, say } from './output.js';
import { programVersion } from './program-version.js';
import type { GlobalOptions } from './settings.js';
import { statusLine } from './status-line.js';

interface AddOptions extends GlobalOptions {
  readonly name?: string;
  readonly yes?: boolean;
}

/** `saites sources` */
export const sourcesCommand = (): Command => {
  const command = new Command('sources')
    .summary('the sites you follow: list them, add one, try one')
    .description('Lists the sites of data/sources.yaml: which are switched on, and which were tried.')
    .addHelpText(
      'after',
      '\nExamples:\n  saites sources\n  saites sources add https://www.example.lv\n  saites sources check example-lv',
    )
    .action(() => list(command.optsWithGlobals<GlobalOptions>()));
  command
    .command('list')
    .description('list the sites')
    .action(() => list(command.optsWithGlobals<GlobalOptions>()));
  const add = command
    .command('add')
    .description('find the feeds and sitemaps of a site, propose an entry for it and write it when you agree')
    .argument('<URL>', 'address of the site, or of its page of news')
    .option('--name <name>', 'what the source is called; made of the host unless given')
    .option('--yes', 'write the entry without asking')
    .action((url: string) => addSource(url, add.optsWithGlobals<AddOptions>()));
  const check = command
    .command('check')
    .description(
      'fetch one article of each source and show what would be taken; a source by which one is found is marked as tried',
    )
    .argument('[NAMES...]', 'names of sources; those that are switched on unless given')
    .action((names: string[]) => checkSources(names, check.optsWithGlobals<GlobalOptions>()));
  return command;
};

async function list({ json }: GlobalOptions): Promise<void> {
  const { readSources } = await import('../1-collect/web/sources.js');
  const { startAddresses } = await import('../1-collect/web/places.js');
  const { sources } = readSources();
  if (json) {
    print(JSON.stringify(sources, null, 2));
    return;
  }
  const column = Math.max(...sources.map(({ name }) => name.length), 0) + 2;
  for (const { name, enabled, tried, start } of sources) {
    const state = `${enabled ? 'on ' : 'off'}  ${tried === null ? 'not yet tried   ' : `tried ${tried}`}`;
    print(`${name.padEnd(column)}${state}  ${start.flatMap(startAddresses).join(' ')}`);
  }
  const on = sources.filter(({ enabled }) => enabled).length;
  say(
    `${counted(sources.length, 'source')}, ${on} switched on; try one with \`saites sources check NAME\`, switch it on by enabled: true in data/sources.yaml`,
  );
}

async function fetching() {
  const { contactOf, readSources } = await import('../1-collect/web/sources.js');
  const { Fetcher } = await import('../1-collect/web/fetcher.js');
  const file = readSources();
  const contact = contactOf(file, contactSetting());
  return { file, fetcher: new Fetcher({ contact, version: programVersion() }) };
}

async function addSource(url: string, { name, yes, json }: AddOptions): Promise<void> {
  const { proposeSource } = await import('../1-collect/web/propose.js');
  const { appendSource, entryText } = await import('../1-collect/web/sources-file.js');
  const { file, fetcher } = await fetching();
  try {
    const line = statusLine(json === true);
    line.show(`asking ${url} for its feeds and sitemaps`);
    const proposal = await proposeSource(url, file.sources, fetcher, name).finally(line.clear);
    if (json) print(JSON.stringify(proposal, null, 2));
    else print(entryText(proposal.entry));
    for (const note of proposal.notes) say(note);
    if (!yes && !(await isAgreed('Write this into data/sources.yaml? [y/N] '))) {
      say('nothing was written; --yes writes it, or copy it there');
      return;
    }
    appendSource(proposal.entry);
    say(`written; now try it: saites sources check ${proposal.entry.name}`);
  } finally {
    await fetcher.close();
  }
}

async function isAgreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const { createInterface } = await import('node:readline/promises');
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*(?:y|yes|j|jā)\s*$/iu.test(await asking.question(question));
  } finally {
    asking.close();
  }
}

async function checkSources(names: readonly string[], { json }: GlobalOptions): Promise<void> {
  const { chosenSources } = await import('../1-collect/web/sources.js');
  const { checkSource } = await import('../1-collect/web/check.js');
  const { markTried } = await import('../1-collect/web/sources-file.js');
  const { openReader } = await import('../reader.js');
  const { file, fetcher } = await fetching();
  const today = new Date();
  const line = statusLine(json === true);
  const reader = openReader();
  try {
    for (const source of chosenSources(file.sources, names)) {
      line.show(`asking ${source.name}, ${source.pause} s after each answer`);
      const found = await checkSource(source, fetcher, today, reader.clean).finally(line.clear);
      if ('article' in found) markTried(source.name, today.toISOString().slice(0, 10));
      else process.exitCode = 1;
      if (json) print(JSON.stringify({ source: source.name, ...found }));
      else print(checkText(source, found));
    }
  } finally {
    await reader.close();
    await fetcher.close();
  }
}

function checkText(
  source: Source,
  found: Awaited<ReturnType<typeof import('../1-collect/web/check.js')['checkSource']>>,
): string {
  const head = `${source.name}: names ${counted(found.named, 'article')}`;
  if (!('article' in found)) return `${head}; ${found.reason}`;
  const { url, title, published, publishedMethod, author, language, text } = found.article;
  return [
    head,
    `  address    ${url}`,
    `  title      ${title}`,
    `  published  ${published ?? 'unknown'} (${publishedMethod})`,
    `  author     ${author ?? 'unknown'}`,
    `  language   ${language}`,
    `  text       ${counted(text.length, 'letter')}: ${beginning(text)}`,
    ...found.notes.map((note) => `  note       ${note}`),
  ].join('\n');
}

const beginning = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= 160 ? line : `${line.slice(0, 100)} … ${line.slice(-50)}`;
};
