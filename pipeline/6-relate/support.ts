import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import {
  type Fact,
  Gap,
  type Institution,
  type Project,
  type RelationType,
  type Sentence,
} from '../0-contract/types.js';
import { factOf } from './facts.js';
import { clausesOf, distance, isInstitution, isProject, projectAt } from './scene.js';
import { type Trigger, triggersIn } from './triggers.js';

type InstitutionHere = Located & { entity: Institution };
type ProjectHere = Located & { entity: Project };

/** Types of institutions that pay and do not carry out. */
const PAYS = new Set(['fund', 'eu']);

/** Words that may stand between an owner in the genitive and its project, besides plain adjectives and participles. */
const MAX_BETWEEN = 9;

/** `Labklājības ministrijas īstenotā ESF projekta “…”`: institutions in the genitive right before a project. */
function ownersOf(context: RelateContext, sentence: Sentence, project: ProjectHere): InstitutionHere[] {
  const { tokens } = context.doc;
  const owners: InstitutionHere[] = [];
  let at = project.mention.first;
  for (const located of context.inSentence(sentence.index).filter(isInstitution).toReversed()) {
    const { last, first } = located.mention;
    if (first > project.mention.first && last <= project.mention.last) continue;
    if (last > at || at - last > MAX_BETWEEN) continue;
    if (!onlyAttributes(tokens.slice(last, at))) break;
    // at least the word «projekts» stands between, or the title would be the institution's own
    if (at === project.mention.first && at === last) break;
    if (!isGenitive(located)) break;
    owners.push(located);
    at = first;
  }
  return owners;
}

const NOT_ATTRIBUTES = new Set([
  'un',
  'vai',
  'ar',
  'par',
  'no',
  'kas',
  'ko',
  'kurš',
  'kura',
  'ir',
  'bija',
  'tika',
  'tiek',
  'lai',
]);
const onlyAttributes = (tokens: RelateContext['doc']['tokens']): boolean =>
  tokens.every(
    ({ kind, text, lower, gap }) =>
      gap < Gap.paragraph && (kind !== 'mark' || /^[“”„"«»‟().]$/u.test(text)) && !NOT_ATTRIBUTES.has(lower),
  );

/** Differs from its nominative, or does not decline (ESF, LM). */
const isGenitive = ({ mention, entity }: Located): boolean =>
  mention.text.toLowerCase() !== entity.name.toLowerCase() || /^[\p{Lu}+]+$/u.test(mention.text);

const owner: FactRule = {
  id: 'project.owner',
  why: 'An institution in the genitive before «projekts» owns it: a fund pays for it, any other carries it out.',
  examples: {
    match: {
      'Labklājības ministrijas projekta “Sirdssilta aprūpe” ietvaros notika mācības.':
        'Labklājības ministrija → Sirdssilta aprūpe',
      'Eiropas Sociālā fonda projekts “Sirdssilta aprūpe” sākās maijā.': 'Eiropas Sociālais fonds → Sirdssilta aprūpe',
    },
    reject: [
      'Labklājības ministrija piedalās projektā “Sirdssilta aprūpe”.',
      'Labklājības ministrijas pārstāvji runāja par projektu “Sirdssilta aprūpe”.',
    ],
  },
  find: (context) =>
    context.doc.sentences.flatMap((sentence) =>
      context
        .inSentence(sentence.index)
        .filter(isProject)
        .flatMap((project) =>
          ownersOf(context, sentence, project).map((institution) =>
            make(
              context,
              owner,
              PAYS.has(institution.entity.type) ? 'FUNDS' : 'IMPLEMENTS',
              institution,
              project.entity,
              [sentence.index],
              0.9,
            ),
          ),
        ),
    ),
};

function make(
  context: RelateContext,
  rule: FactRule,
  type: RelationType,
  institution: InstitutionHere,
  project: Project,
  sentences: readonly number[],
  confidence: number,
  trigger?: Trigger,
): Fact {
  const status = type === 'IMPLEMENTS' && trigger?.status ? trigger.status : undefined;
  return factOf(context, {
    type,
    from: institution.entity.id,
    to: project.id,
    sentences,
    rule: rule.id,
    confidence,
    status,
  });
}

/** What a trigger of a sentence joins: the institutions on its side and the project at hand. */
function joined(
  context: RelateContext,
  sentence: Sentence,
  trigger: Trigger,
): { institutions: InstitutionHere[]; project: Project; sentences: number[]; near: boolean } | undefined {
  const found = projectAt(context, sentence, trigger.first, trigger.alone);
  if (!found) return undefined;
  const clause = clausesOf(context, sentence).find(([from, to]) => from <= trigger.first && trigger.first < to) ?? [
    sentence.first,
    sentence.last,
  ];
  const here = context
    .inSentence(sentence.index)
    .filter(isInstitution)
    .filter(({ mention }) => clause[0] <= mention.first && mention.last <= clause[1]);
  const institutions =
    trigger.side === 'object'
      ? here.filter(
          ({ mention }) =>
            mention.first >= trigger.last &&
            distance({ mention } as Located, trigger.last - 1) <= reach(context, trigger, mention.first),
        )
      : here.filter((located) => located.mention.last <= trigger.first && !isGenitive(located)).slice(-2);
  return {
    institutions,
    project: found.project,
    sentences: [sentence.index, ...(found.near ? [] : [found.sentence])],
    near: found.near,
  };
}

/** A colon opens a list of any length; otherwise what follows must follow soon. */
const reach = ({ doc }: RelateContext, trigger: Trigger, to: number): number =>
  doc.tokens.slice(trigger.last, to).some(({ text }) => text === ':') ? 80 : 12;

function triggered(
  rule: FactRule,
  type: RelationType,
  context: RelateContext,
  fits: (located: InstitutionHere, trigger: Trigger, project: Project) => boolean,
): Fact[] {
  return context.doc.sentences.flatMap((sentence) =>
    triggersIn(context.doc, sentence)
      .filter(({ relation }) => relation === type)
      .flatMap((trigger) => {
        const found = joined(context, sentence, trigger);
        if (!found) return [];
        return found.institutions
          .filter((located) => fits(located, trigger, found.project))
          .map((located) =>
            make(context, rule, type, located, found.project, found.sentences, found.near ? 0.9 : 0.75, trigger),
          );
      }),
  );
}

const implementer: FactRule = {
  id: 'project.implementer',
  why: 'A verb of carrying out joins an institution in the nominative and a project.',
  examples: {
    match: {
      'Labklājības ministrija īsteno projektu “Sirdssilta aprūpe”.': 'Labklājības ministrija → Sirdssilta aprūpe',
      'Projektu “Sirdssilta aprūpe” īsteno Rīgas plānošanas reģions.': 'Rīgas plānošanas reģions → Sirdssilta aprūpe',
    },
    reject: ['Labklājības ministrija finansē projektu “Sirdssilta aprūpe”.'],
  },
  find: (context) => triggered(implementer, 'IMPLEMENTS', context, ({ entity }) => !PAYS.has(entity.type)),
};

const funder: FactRule = {
  id: 'project.funder',
  why: 'A verb or noun of paying joins an institution and a project; the project may be named in an earlier sentence.',
  examples: {
    match: {
      'Projektu “Sirdssilta aprūpe” finansē Eiropas Sociālais fonds.': 'Eiropas Sociālais fonds → Sirdssilta aprūpe',
      'Sākas projekts “Sirdssilta aprūpe”. Projekts ir saņēmis finansējumu no Eiropas Sociālā fonda.':
        'Eiropas Sociālais fonds → Sirdssilta aprūpe',
    },
    reject: ['Labklājības ministrija īsteno projektu “Sirdssilta aprūpe”.'],
  },
  find: (context) =>
    triggered(
      funder,
      'FUNDS',
      context,
      ({ entity }, trigger) => PAYS.has(entity.type) || trigger.side === 'subject' || entity.type === 'ministry',
    ),
};

const partner: FactRule = {
  id: 'project.partner',
  why: 'The words «partneri», «sadarbībā ar» announce institutions that share a project.',
  examples: {
    match: {
      'Projekta “Sirdssilta aprūpe” partneri ir biedrība “Saulgrieži” un Kuldīgas novada Sociālais dienests.':
        'Kuldīgas novada Sociālais dienests → Sirdssilta aprūpe',
    },
    reject: ['Projektu “Sirdssilta aprūpe” finansē Eiropas Sociālais fonds.'],
  },
  find: (context) => triggered(partner, 'PARTNER_OF', context, ({ entity }) => !PAYS.has(entity.type)),
};

/** IMPLEMENTS, FUNDS and PARTNER_OF. */
export const supportFactRules: readonly FactRule[] = [owner, implementer, funder, partner];
