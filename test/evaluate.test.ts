import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Notes } from '../pipeline/0-contract/notes.js';
import { evaluationText } from '../pipeline/cli/evaluation-text.js';
import { readAnnotated } from '../pipeline/evaluate/annotated.js';
import { calibrationOf, type Judged } from '../pipeline/evaluate/calibration.js';
import { evaluated } from '../pipeline/evaluate/evaluate.js';
import { scoresByRule, scoresOf } from '../pipeline/evaluate/figures.js';
import { goldSchema } from '../pipeline/evaluate/gold.js';
import { score, type Tally } from '../pipeline/evaluate/score.js';
import { article, evidence, extraction, fact, municipality, person, project } from './builders.js';

const work = mkdtempSync(join(tmpdir(), 'saites-evaluate-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const text = article('a', ['Ādažu novads un Ogres novads piedalās projektā “Tuvāk”.', 'Par to stāsta Ieva Liepa.']);
const adazi = municipality(text, 'm-adazi', 'Ādažu novads', ['Ādažu novads']);
const ogre = municipality(text, 'm-ogre', 'Ogres novads', ['Ogres novads']);
const tuvak = project(text, 'p-tuvak', 'Tuvāk', ['“Tuvāk”']);
const ieva = person(text, 'ieva', 'Ieva Liepa', ['Ieva Liepa']);
const joined = [
  fact(text, 'PARTICIPATES_IN', 'm-adazi', 'p-tuvak', ['Ādažu novads']),
  fact(text, 'PARTICIPATES_IN', 'm-ogre', 'p-tuvak', ['Ādažu novads'], { rule: 'other', confidence: 0.95 }),
];
const found = extraction(text, [adazi, ogre, tuvak, ieva], joined);
const tallyOf = (gold: object, type: Tally['type']) =>
  score(goldSchema.parse(gold), found).find((tally) => tally.type === type) as Tally;
const names = (tally: Tally) => ({
  right: tally.right.map(({ what }) => what),
  missed: tally.missed.map(({ what }) => what),
  extra: tally.extra.map(({ what }) => what),
});

describe('score', () => {
  it('tells right, missed and extra entities, and what made them', () => {
    const tally = tallyOf({ municipalities: [{ name: 'Ādažu novads' }, { name: 'Ropažu novads' }] }, 'municipalities');
    expect(names(tally)).toEqual({ right: ['Ādažu novads'], missed: ['Ropažu novads'], extra: ['Ogres novads'] });
    expect(tally.right[0]?.made).toEqual([{ rule: 'test-municipality', confidence: 0.9 }]);
    expect(tally.missed[0]?.made).toEqual([]);
  });

  it('takes other names, case and quotes for the same, and counts what is debatable nowhere', () => {
    const gold = {
      projects: [{ name: '«tuvāk»' }],
      persons: [{ name: 'Eva Liepa', alt_name: 'Ieva Liepa' }],
      municipalities: [
        { name: 'Ādažu novads', optional: true },
        { name: 'Ogres novads', optional: true },
      ],
    };
    expect(names(tallyOf(gold, 'projects'))).toEqual({ right: ['Tuvāk'], missed: [], extra: [] });
    expect(names(tallyOf(gold, 'persons'))).toEqual({ right: ['Ieva Liepa'], missed: [], extra: [] });
    expect(names(tallyOf(gold, 'municipalities'))).toEqual({ right: [], missed: [], extra: [] });
  });

  it('compares facts by type and both ends', () => {
    const gold = {
      municipalities: [{ name: 'Ādažu novads' }, { name: 'Ogres novads' }],
      projects: [{ name: 'Tuvāk' }],
      relations: [
        { type: 'PARTICIPATES_IN', from: 'Ādažu novads', to: 'Tuvāk' },
        { type: 'IMPLEMENTS', from: 'Ogres novads', to: 'Tuvāk' },
      ],
    };
    const tally = tallyOf(gold, 'relations');
    expect(names(tally)).toEqual({
      right: ['PARTICIPATES_IN Ādažu novads → Tuvāk'],
      missed: ['IMPLEMENTS Ogres novads → Tuvāk'],
      extra: ['PARTICIPATES_IN Ogres novads → Tuvāk'],
    });
    expect(tally.extra[0]).toMatchObject({ relation: 'PARTICIPATES_IN', made: [{ rule: 'other', confidence: 0.95 }] });
    expect(scoresByRule([tally])).toEqual([
      { rule: 'other', right: 0, wrong: 1 },
      { rule: 'test-fact', right: 1, wrong: 0 },
    ]);
  });

  it('leaves the fact of a debatable entity out', () => {
    const gold = { municipalities: [{ name: 'Ogres novads', optional: true }] };
    expect(names(tallyOf(gold, 'relations')).extra).toEqual(['PARTICIPATES_IN Ādažu novads → Tuvāk']);
  });

  it('takes an interval, or both its ends, for the same dates', () => {
    const days = article('d', ['No 2024. gada 3. maija līdz 5. maijam, vēlāk 2024. gadā.']);
    const date = (value: string, words: string) => ({
      ...{ kind: 'date' as const, id: `date-${value}`, name: value, value, aliases: [], confidence: 1 },
      ...{ precision: 'day' as const, mentions: [{ ...mentionAt(words), kind: 'date' as const, value }] },
    });
    const mentionAt = (words: string) => ({
      ...evidence(days, words),
      ...{ first: 0, last: 1, rule: 'test-date', confidence: 0.9 },
    });
    const ends = extraction(days, [date('2024-05-03', '2024. gada 3. maija'), date('2024-05-05', '5. maijam')]);
    const gold = goldSchema.parse({
      dates: [
        {
          text: 'No 2024. gada 3. maija līdz 5. maijam',
          value: '2024-05-03/2024-05-05',
          alt_split: [
            ['2024. gada 3. maija', '2024-05-03'],
            ['5. maijam', '2024-05-05'],
          ],
        },
        { text: '2024. gadā', value: '2024' },
      ],
    });
    const tally = score(gold, ends).find(({ type }) => type === 'dates') as Tally;
    expect(names(tally)).toEqual({ right: ['2024-05-03 2024-05-05'], missed: ['2024. gadā (2024)'], extra: [] });
  });
});

describe('figures', () => {
  const one = (what: string, relation: 'HEADS' | 'FUNDS') => ({ what, relation, made: [] });
  const tally: Tally = {
    type: 'relations',
    right: [one('a', 'HEADS'), one('b', 'HEADS'), one('c', 'HEADS'), one('d', 'FUNDS')],
    missed: [one('e', 'HEADS')],
    extra: [one('f', 'HEADS'), one('g', 'FUNDS')],
  };

  it('gives each relation type, and the mean of those that are asked for often enough', () => {
    const { relations, meanOfRelations, types } = scoresOf([tally]);
    expect(relations.find(({ type }) => type === 'HEADS')).toEqual({
      type: 'HEADS',
      precision: 0.75,
      recall: 0.75,
      f1: 0.75,
      asked: 4,
    });
    expect(relations.find(({ type }) => type === 'FUNDS')).toMatchObject({ precision: 0.5, recall: 1, asked: 1 });
    expect(meanOfRelations).toBe(0.75);
    expect(types.find(({ type }) => type === 'relations')).toMatchObject({ precision: 4 / 6, recall: 0.8, asked: 5 });
  });

  it('counts bins of confidence', () => {
    const judged = (confidence: number, right: boolean): Judged => ({ article: 'a', rule: 'r', confidence, right });
    const { bins, surePrecision, sureShare } = calibrationOf([
      judged(0.4, false),
      judged(0.5, true),
      judged(0.9, true),
      judged(0.92, false),
      judged(1, true),
    ]);
    expect(bins.filter(({ right, wrong }) => right + wrong > 0)).toEqual([
      { from: 0, right: 0, wrong: 1 },
      { from: 0.5, right: 1, wrong: 0 },
      { from: 0.9, right: 1, wrong: 1 },
      { from: 0.95, right: 1, wrong: 0 },
    ]);
    expect([surePrecision, sureShare]).toEqual([2 / 3, 2 / 3]);
  });
});

describe('annotated articles', () => {
  const folder = (name: string, files: Record<string, string>): string => {
    const path = join(work, name);
    mkdirSync(path, { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
    return path;
  };
  const gold = JSON.stringify({ municipalities: [{ name: 'Ādažu novads' }, { name: 'Ogres novads' }] });
  const ARTICLE = 'Jaunumi\n\nSanāksme notika Ādažu novadā, piedalījās Ropažu novada pārstāvji.\n';

  it('are found by the stem of their file or the id of their line', async () => {
    const notes = new Notes();
    const path = folder('mixed', {
      'b.txt': ARTICLE,
      'more.jsonl': `${JSON.stringify({ id: 'a', text: ARTICLE })}\n`,
      'plain.txt': ARTICLE,
      'a.gold.json': gold,
      'b.gold.json': gold,
      'c.gold.json': gold,
    });
    const articles = await readAnnotated([path], path, notes);
    expect(articles.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(notes.all.map(({ message }) => message)).toEqual(['there is no article c to compare it with']);
  });

  it('are compared and shown with the rule of each error', async () => {
    const path = folder('one', { 'a.txt': ARTICLE, 'a.gold.json': gold });
    const evaluation = evaluated(await readAnnotated([path], path, new Notes()));
    const shown = evaluationText(evaluation, { errors: true, rules: true });
    expect(shown).toContain('1 annotated article\n');
    expect(shown).toMatch(/^municipalities +0\.500 +0\.500 +0\.500 +2$/mu);
    expect(shown).toContain('a  municipalities  missed  Ogres novads\n');
    expect(shown).toMatch(
      /^a {2}municipalities {2}wrong {3}Ropažu novads {2}\(municipality\.name-and-kind 0\.\d\d\)$/mu,
    );
    expect(shown).toMatch(/^municipality\.name-and-kind +1 +1 +0\.500$/mu);
    expect(evaluationText(evaluation, {})).not.toContain('Ropažu');
  });

  it.each([
    ['no gold', {}, /no NAME\.gold\.json in this folder/u],
    ['gold that is not JSON', { 'a.txt': ARTICLE, 'a.gold.json': '{' }, /a\.gold\.json: is not JSON/u],
    [
      'gold of another form',
      { 'a.txt': ARTICLE, 'a.gold.json': '{"persons": [{"nam": "Ieva"}]}' },
      /a\.gold\.json: persons\.0\.name: /u,
    ],
  ])('stop on %s', async (what, files, message) => {
    const path = folder(what, files as Record<string, string>);
    await expect(readAnnotated([path], path, new Notes())).rejects.toThrow(message);
  });
});
