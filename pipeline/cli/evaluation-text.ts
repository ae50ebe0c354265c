import type { Calibration } from '../evaluate/calibration.js';
import { SURE } from '../evaluate/calibration.js';
import type { ArticleErrors, Evaluation } from '../evaluate/evaluate.js';
import type { RuleScore, Score } from '../evaluate/figures.js';
import type { Scored } from '../evaluate/score.js';
import { counted } from './output.js';

/** What is shown beside the table of types. */
export interface Shown {
  readonly errors?: boolean;
  readonly rules?: boolean;
  readonly calibration?: boolean;
}

const NAME = 24;
const COLUMN = 13;

const row = (name: string, cells: readonly (string | number)[]): string =>
  [name.padEnd(NAME), ...cells.map((cell) => String(cell).padStart(COLUMN))].join('').trimEnd();
const share = (value: number): string => value.toFixed(3);

/** An evaluation as text for a terminal. */
export function evaluationText(evaluation: Evaluation, { errors, rules, calibration }: Shown): string {
  const { scores } = evaluation;
  const line = ({ type, precision, recall, f1, asked }: Score, indent = ''): string =>
    row(indent + type, [share(precision), share(recall), share(f1), asked]);
  const parts = [
    [
      counted(evaluation.articles, 'annotated article'),
      '',
      row('', ['precision', 'recall', 'F1', 'asked']),
      ...scores.types.map((score) => line(score)),
      ...scores.relations.map((score) => line(score, '  ')),
      row('  mean of these', ['', '', share(scores.meanOfRelations), '']),
    ],
    ...(errors ? [evaluation.errors.flatMap(errorLines)] : []),
    ...(rules ? [ruleLines(evaluation.rules)] : []),
    ...(calibration
      ? [
          calibrationLines('mentions', evaluation.calibration.mentions),
          calibrationLines('facts', evaluation.calibration.facts),
          calibrationLines('facts, left out', evaluation.calibration.factsLeftOut),
        ]
      : []),
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function errorLines({ article, type, missed, extra }: ArticleErrors): string[] {
  const by = ({ made }: Scored): string =>
    [...new Set(made.map(({ rule, confidence }) => `${rule} ${confidence.toFixed(2)}`))].join(', ');
  return [
    ...missed.map(({ what }) => `${article}  ${type}  missed  ${what}`),
    ...extra.map((one) => `${article}  ${type}  wrong   ${one.what}  (${by(one)})`),
  ];
}

function ruleLines(rules: readonly RuleScore[]): string[] {
  const widest = Math.max(NAME, ...rules.map(({ rule }) => rule.length + 2));
  const cells = (values: readonly (string | number)[]): string =>
    values.map((value) => String(value).padStart(COLUMN)).join('');
  return [
    'rule'.padEnd(widest) + cells(['right', 'wrong', 'share right']),
    ...rules.map(
      ({ rule, right, wrong }) => rule.padEnd(widest) + cells([right, wrong, share(right / (right + wrong))]),
    ),
  ];
}

function calibrationLines(what: string, { bins, surePrecision, sureShare }: Calibration): string[] {
  return [
    row(`${what} by confidence`, ['right', 'wrong', 'share right']),
    ...bins
      .filter(({ right, wrong }) => right + wrong > 0)
      .map(({ from, right, wrong }) =>
        row(`  from ${from.toFixed(2)}`, [right, wrong, share(right / (right + wrong))]),
      ),
    `  at ${SURE} or more: ${share(surePrecision)} are right (target .950); ${share(sureShare)} of the right ones are (target .600)`,
  ];
}
