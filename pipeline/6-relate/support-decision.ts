import type { FactRule, RelateContext } from '../0-contract/rule.js';
import type { Fact, Sentence } from '../0-contract/types.js';
import { deciderOf } from './decisions.js';
import { factOf } from './facts.js';
import { isProject } from './scene.js';

const PAY = new Set(['piešķirt', 'līdzfinansēt', 'finansēt', 'novirzīt', 'atvēlēt']);
const MONEY = /^(?:eiro|euro|eur|lat(?:us|iem|u)?|finansējum\p{L}*|līdzfinansējum\p{L}*|līdzek\p{L}*|naud\p{L}*)$/u;

/** `Dome nolēma: • piešķirt 3500 eiro biedrības projektam “…”`. */
function granted(context: RelateContext, sentence: Sentence): Fact[] {
  const words = context.doc.tokens.slice(sentence.first, sentence.last);
  if (!words.slice(0, 3).some(({ lower }) => PAY.has(lower)) || !words.some(({ lower }) => MONEY.test(lower)))
    return [];
  const council = deciderOf(context, sentence);
  const project = context.inSentence(sentence.index).find(isProject);
  if (!council || !project) return [];
  return [
    factOf(context, {
      type: 'FUNDS',
      from: council.entity.id,
      to: project.entity.id,
      sentences: [sentence.index, council.mention.sentence],
      rule: grant.id,
      confidence: 0.85,
    }),
  ];
}

const grant: FactRule = {
  id: 'project.grant',
  why: 'A council that decides to grant money to a project named in an item of its decisions pays for it.',
  examples: {
    match: {
      'Saldus novada dome nolēma:\n• piešķirt 500 eiro biedrības “Saulgrieži” projektam “Sirdssilta aprūpe”.':
        'Saldus novada dome → Sirdssilta aprūpe',
    },
    reject: [
      'Saldus novada dome nolēma:\n• atbalstīt projekta “Sirdssilta aprūpe” iesniegšanu.',
      'Lūdzam:\n• piešķirt 500 eiro projektam “Sirdssilta aprūpe”.',
    ],
  },
  find: (context) => context.doc.sentences.flatMap((sentence) => granted(context, sentence)),
};

/** FUNDS, said in a list of decisions. */
export const supportDecisionFactRules: readonly FactRule[] = [grant];
