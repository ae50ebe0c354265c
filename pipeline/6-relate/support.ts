import type { FactRule, RelateContext } from '../0-contract/rule.js';
import type { Fact, Project, RelationType, Sentence, Status } from '../0-contract/types.js';
import { isRefusal } from './joinings.js';
import { beforeName } from './post-before.js';
import { isPerson } from './post-frames.js';
import { clausesOf, isInstitution, isProject, listBelow, projectAt, refersBack } from './scene.js';
import { hasThem, isHost, isWithUs, leadsOther, paysForOther } from './support-others.js';
import { gift, gives, owner, owns } from './support-owner.js';
import { type InstitutionHere, institutionsIn, isNominative, make, PAYS } from './support-scene.js';
import { type Trigger, triggersIn } from './triggers.js';

/** What a trigger of a sentence joins: the institutions on its side and the project at hand. */
function joined(
  context: RelateContext,
  sentence: Sentence,
  trigger: Trigger,
): { institutions: InstitutionHere[]; project: Project; sentences: number[]; near: boolean } | undefined {
  const alone = trigger.alone || refersBack(context, sentence, trigger.first);
  const found = projectAt(context, sentence, trigger.first, alone);
  if (!found) return undefined;
  const { project, near } = found;
  if (paysForOther(context, trigger) || leadsOther(context, sentence, trigger)) return undefined;
  const inBrackets = bracketed(context, sentence, trigger);
  const institutions = inBrackets
    ? [inBrackets]
    : trigger.side === 'object'
      ? after(context, sentence, trigger)
      : before(context, sentence, trigger);
  return { institutions, project, near, sentences: [sentence.index, ...(near ? [] : [found.sentence])] };
}

/** `Valkas novada dome (vadošais partneris)`. */
function bracketed(context: RelateContext, sentence: Sentence, trigger: Trigger): InstitutionHere | undefined {
  const { tokens } = context.doc;
  if (tokens[trigger.first - 1]?.text !== '(' || tokens[trigger.last]?.text !== ')') return undefined;
  return institutionsIn(context, sentence).find(({ mention }) => mention.last === trigger.first - 1);
}

const RELATIVES = new Set(['ko', 'kuru', 'kurus', 'kuras', 'to', 'tos', 'kuriem']);

/** Those in the nominative before the trigger, in its clause; `projektu, ko atbalsta X` has its doer behind. */
function before(context: RelateContext, sentence: Sentence, trigger: Trigger): InstitutionHere[] {
  if (RELATIVES.has(context.doc.tokens[trigger.first - 1]?.lower ?? '')) return [];
  const clause = clausesOf(context, sentence).find(([from, to]) => from <= trigger.first && trigger.first < to);
  return institutionsIn(context, sentence)
    .filter(
      (located) => located.mention.first >= (clause?.[0] ?? sentence.first) && located.mention.last <= trigger.first,
    )
    .filter(isNominative)
    .slice(-2);
}

/** Those that follow the trigger soon; what stands after the next word that announces a relation belongs to that one. */
function after(context: RelateContext, sentence: Sentence, trigger: Trigger): InstitutionHere[] {
  const clause = clausesOf(context, sentence).find(([from, to]) => from <= trigger.first && trigger.first < to);
  const next = triggersIn(context, sentence).find(({ first }) => first >= trigger.last)?.first ?? sentence.last;
  const end = Math.min(next, clause?.[1] ?? sentence.last);
  const items = end === sentence.last ? listBelow(context, sentence, isInstitution) : [];
  return [
    ...institutionsIn(context, sentence).filter(
      (located) =>
        located.mention.first >= trigger.last &&
        located.mention.first < end &&
        located.mention.first - trigger.last <= reach(context, trigger, located.mention.first) &&
        !employs(context, sentence, located) &&
        !isHost(context, trigger, located),
    ),
    ...items.flatMap((item) => institutionsIn(context, item)),
  ];
}

/** `kopā ar būvniekiem iemūrēja domes priekšsēdētājs Jānis Ozols`: it only says who somebody is. */
const employs = (context: RelateContext, sentence: Sentence, located: InstitutionHere): boolean =>
  context.doc.tokens[located.mention.last]?.text !== '(' &&
  context
    .inSentence(sentence.index)
    .filter(isPerson)
    .some((person) =>
      beforeName(context, sentence, person).some(
        ({ place, first }) => place === located && first >= located.mention.last,
      ),
    );

/** A colon opens a list of any length; otherwise what follows must follow soon. */
const reach = ({ doc }: RelateContext, trigger: Trigger, to: number): number =>
  doc.tokens.slice(trigger.last, to).some(({ text }) => text === ':' || text === '–') ? 80 : 12;

function triggered(
  rule: FactRule,
  type: RelationType,
  context: RelateContext,
  fits: (located: InstitutionHere, trigger: Trigger, project: Project) => boolean,
): Fact[] {
  const telling = context.doc.sentences.filter(
    ({ index, last }) => context.inSentence(index).some(isInstitution) || context.doc.tokens[last - 1]?.text === ':',
  );
  return telling.flatMap((sentence) =>
    triggersIn(context, sentence)
      .filter((trigger) => trigger.relation === type && !isWithUs(context, trigger) && !hasThem(context, trigger))
      .flatMap((trigger) => {
        const found = joined(context, sentence, trigger);
        if (!found) return [];
        return found.institutions
          .filter((located) => fits(located, trigger, found.project))
          .map((located) =>
            make(
              context,
              rule.id,
              type,
              located,
              found.project,
              found.sentences,
              found.near ? 0.9 : 0.75,
              statusOf(context, sentence, trigger, located),
            ),
          );
      }),
  );
}

/** That of the words for carrying out; of a partner, that it refused or left: `partneru vidū bija arī X, taču tā … atteicās`. */
function statusOf(
  context: RelateContext,
  sentence: Sentence,
  { relation, status }: Trigger,
  { mention }: InstitutionHere,
): Status | undefined {
  if (relation === 'IMPLEMENTS') return status;
  if (relation !== 'PARTNER_OF') return undefined;
  const refusal = triggersIn(context, sentence).find(
    (other) => other.relation === 'PARTICIPATES_IN' && isRefusal(other) && other.first >= mention.last,
  );
  const other = context
    .inSentence(sentence.index)
    .some(
      ({ entity, mention: { first } }) =>
        (entity.kind === 'institution' || entity.kind === 'municipality') &&
        first >= mention.last &&
        first < (refusal?.first ?? 0),
    );
  return other ? undefined : refusal?.status;
}

const implementer: FactRule = {
  id: 'project.implementer',
  why: 'A verb of carrying out joins an institution in the nominative and a project.',
  examples: {
    match: {
      'Labklājības ministrija īsteno projektu “Sirdssilta aprūpe”.': 'Labklājības ministrija → Sirdssilta aprūpe',
      'Projektu “Sirdssilta aprūpe” īsteno Rīgas plānošanas reģions.': 'Rīgas plānošanas reģions → Sirdssilta aprūpe',
      'Tas notiek projektā “Sirdssilta aprūpe” (Nr. 9.2.2.1/15/I/002), ko vada Rīgas plānošanas reģions.':
        'Rīgas plānošanas reģions → Sirdssilta aprūpe',
      'Ministrija palīdz, Rīgas plānošanas reģions strādā, īstenojot projektu “Sirdssilta aprūpe”.':
        'Rīgas plānošanas reģions → Sirdssilta aprūpe',
    },
    reject: [
      'Labklājības ministrija finansē projektu “Sirdssilta aprūpe”.',
      'Projektu “Sirdssilta aprūpe” biedri īsteno ar Labklājības ministrijas finansējumu.',
      'Projekts “Sirdssilta aprūpe” palīdz pansionātam, ko vada Rīgas plānošanas reģions.',
    ],
  },
  find: (context) =>
    triggered(
      implementer,
      'IMPLEMENTS',
      context,
      (located, { side }) => (!PAYS.has(located.entity.type) || side === 'subject') && !gives(context, located),
    ),
};

/** `Aģentūra kopā ar pārvaldi … projektā “…”`: who stands in the nominative before those with whom it is done. */
function withPartners(context: RelateContext): Fact[] {
  return context.doc.sentences.flatMap((sentence) => {
    const triggers = triggersIn(context, sentence);
    const joins = triggers.some(({ relation }) => relation === 'PARTICIPATES_IN' || relation === 'IMPLEMENTS');
    const together = triggers.find(({ relation, alone }) => relation === 'PARTNER_OF' && !alone);
    const project = context.inSentence(sentence.index).find(isProject);
    if (joins || !together || !project) return [];
    const { tokens } = context.doc;
    const leader = institutionsIn(context, sentence).find(({ mention }) => mention.last === together.first);
    const others = institutionsIn(context, sentence).some(({ mention }) => mention.first === together.last);
    if (!leader || !others || PAYS.has(leader.entity.type) || !isNominative(leader)) return [];
    // «semināru par projektu rīkoja …»
    if (tokens.slice(sentence.first, sentence.last).some(({ lower }) => lower === 'par')) return [];
    return make(context, leads.id, 'IMPLEMENTS', leader, project.entity, [sentence.index], 0.85);
  });
}

const leads: FactRule = {
  id: 'project.implementer-with-partners',
  why: 'An institution in the nominative, «kopā ar» or «sadarbībā ar» others, and a project in the sentence: it carries it out.',
  examples: {
    match: {
      'Semināru rīkoja Latgales plānošanas reģions kopā ar Preiļu novada Sociālo dienestu projektā “Sirdssilta aprūpe”.':
        'Latgales plānošanas reģions → Sirdssilta aprūpe',
    },
    reject: [
      'Latgales plānošanas reģions kopā ar Preiļu novada Sociālo dienestu piedalās projektā “Sirdssilta aprūpe”.',
      'Latgales plānošanas reģions kopā ar Preiļu novada Sociālo dienestu stāstīja par projektu “Sirdssilta aprūpe”.',
    ],
  },
  find: withPartners,
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
    reject: [
      'Labklājības ministrija īsteno projektu “Sirdssilta aprūpe”.',
      'Sākas projekts “Sirdssilta aprūpe”. Telpu remontu apmaksāja Vītola fonds.',
      'Projektam “Sirdssilta aprūpe” novads atvēlējis 500 eiro, bet telpu remontu apmaksāja Vītola fonds.',
    ],
  },
  find: (context) =>
    triggered(funder, 'FUNDS', context, ({ entity }, trigger) => trigger.anyone || PAYS.has(entity.type)),
};

const partner: FactRule = {
  id: 'project.partner',
  why: 'The words «partneri», «sadarbībā ar» announce institutions that share a project.',
  examples: {
    match: {
      'Projekta “Sirdssilta aprūpe” partneri ir biedrība “Saulgrieži” un Kuldīgas novada Sociālais dienests.':
        'Kuldīgas novada Sociālais dienests → Sirdssilta aprūpe',
      'Biedrība “Saulgrieži” ir sadarbības partneris Labklājības ministrijas projektam “Sirdssilta aprūpe”.':
        'biedrība “Saulgrieži” → Sirdssilta aprūpe',
    },
    reject: [
      'Projektu “Sirdssilta aprūpe” finansē Eiropas Sociālais fonds.',
      'Kuldīga ir sadarbības partneris Labklājības ministrijas projektam “Sirdssilta aprūpe”.',
      'Ministrija sāk projektu “Sirdssilta aprūpe”, kurā tai ir divi partneri – skolas.',
      'Projektā “Sirdssilta aprūpe” dienests iecerējis būt partneris biedrībai “Saulgrieži”.',
      'Projektā “Sirdssilta aprūpe” kapsulu kopā ar būvniekiem iemūrēja Kuldīgas novada domes priekšsēdētājs Jānis Ozols.',
    ],
  },
  find: (context) =>
    triggered(partner, 'PARTNER_OF', context, (located) => !PAYS.has(located.entity.type) && !owns(context, located)),
};

/** IMPLEMENTS, FUNDS and PARTNER_OF. */
export const supportFactRules: readonly FactRule[] = [owner, implementer, leads, funder, gift, partner];
