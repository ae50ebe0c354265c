import { styleText } from 'node:util';
import type { Nested } from '../0-contract/nest.js';
import type { EntityKind } from '../0-contract/types.js';
import { detailsOf, type Explanation, nestedMentions, sure, type Told, type ToldSentence } from './explanation.js';
import { counted } from './output.js';
import { widthOf } from './wrap.js';

export interface TextOptions {
  /** Colours of a terminal; plain marks without. */
  readonly colour: boolean;
  /** Also what was tried and refused. */
  readonly refused: boolean;
}

/** Letter of the plain mark, and colour. */
const MARKS: Readonly<Record<EntityKind, readonly [letter: string, style: Parameters<typeof styleText>[0]]>> = {
  person: ['P', ['bold', 'magenta']],
  municipality: ['M', ['bold', 'green']],
  institution: ['I', ['bold', 'cyan']],
  project: ['J', ['bold', 'yellow']],
  date: ['D', ['bold', 'blue']],
  event: ['E', ['bold', 'red']],
};

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

/** An explanation for a terminal or a file: each sentence with its marks, below it what was found and by which rule. */
export function explanationText({ article, sentences }: Explanation, options: TextOptions): string {
  const facts = sentences.reduce((sum, one) => sum + one.facts.length, 0);
  const legend = Object.entries(MARKS).map(([kind, [letter, style]]) =>
    options.colour ? styleText(style, kind) : `[${letter} ${kind}]`,
  );
  return [
    [article.title, article.published, article.url].filter(Boolean).join(', '),
    `${counted(sentences.length, 'sentence')}, ${counted(facts, 'fact')}; ${legend.join(' ')}`,
    ...sentences.map((told) => sentenceText(article.text, told, options)),
  ].join('\n\n');
}

function sentenceText(text: string, told: ToldSentence, { colour, refused }: TextOptions): string {
  const { sentence, mentions, facts, counts } = told;
  const dim = (line: string): string => (colour ? styleText('dim', line) : line);
  const rows = [
    ...mentions.map(({ mention, entity }) => [
      oneLine(mention.text),
      entity.kind,
      entity.name === oneLine(mention.text) ? '=' : entity.name,
      `${mention.rule} ${sure(mention.confidence)}`,
    ]),
    ...counts.map((count) => [
      oneLine(count.text),
      'count',
      `${count.value} claimed, ${count.found === undefined ? 'how many are named cannot be told' : `${count.found} named`}`,
      count.rule,
    ]),
  ];
  const refusals = refused
    ? told.refused.map(({ mention, why, instead }) => [
        oneLine(mention.text),
        mention.kind,
        `refused: ${why}${instead ? ` («${oneLine(instead.text)}», ${instead.rule})` : ''}`,
        `${mention.rule} ${sure(mention.confidence)}`,
      ])
    : [];
  return [
    marked(text, sentence.start, sentence.end, nestedMentions(mentions), colour),
    ...aligned(rows).map((line) => `    ${line}`),
    ...facts.flatMap(({ fact, from, to }) => {
      const details = detailsOf(fact);
      const style = (line: string): string => (colour ? styleText('bold', line) : line);
      return [
        `  ${style(`→ ${from.name} ${fact.type} ${to.name}`)}${details ? ` (${details})` : ''}  ${fact.rule} ${sure(fact.confidence)}`,
        ...fact.evidence.slice(1).map((more) => dim(`      with: “${oneLine(more.text)}”`)),
      ];
    }),
    ...aligned(refusals).map((line) => dim(`  × ${line}`)),
  ].join('\n');
}

/** The words between two offsets with their marks: `[M Ogres novadā]`. */
function marked(text: string, from: number, to: number, nodes: readonly Nested<Told>[], colour: boolean): string {
  const paint = (part: string, kind?: EntityKind): string =>
    colour && kind && part !== '' ? styleText(MARKS[kind][1], part) : part;
  const parts = (start: number, end: number, inside: readonly Nested<Told>[], kind?: EntityKind): string => {
    let out = '';
    let at = start;
    for (const node of inside) {
      const own = node.told.entity.kind;
      const words = parts(node.start, node.end, node.inside, own);
      out += paint(oneLine(text.slice(at, node.start)), kind) + (colour ? words : `[${MARKS[own][0]} ${words}]`);
      at = node.end;
    }
    return out + paint(oneLine(text.slice(at, end)), kind);
  };
  return parts(from, to, nodes);
}

/** Columns wider than this push what follows to the right instead of making room in every line. */
const WIDEST = 44;

/** Rows of cells as lines, the columns aligned. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.min(WIDEST, Math.max(...rows.map((row) => widthOf(row[i] as string)))),
  );
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] as number) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}
