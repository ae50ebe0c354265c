import { fold } from '../0-contract/fold.js';
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
import { clausesOf, covers, isInstitution, isProject, listBelow, projectAt, refersBack } from './scene.js';
import { type Trigger, triggersIn } from './triggers.js';

type InstitutionHere = Located & { entity: Institution };
type ProjectHere = Located & { entity: Project };

/** Types of institutions that pay and do not carry out. */
const PAYS = new Set(['fund', 'european institution']);

/** Words that may stand between an owner in the genitive and its project, besides plain adjectives and participles. */
const MAX_BETWEEN = 9;

/** `Labklājības ministrijas īstenotā ESF projekta “…”`: institutions in the genitive right before a project. */
function ownersOf(context: RelateContext, sentence: Sentence, project: ProjectHere): InstitutionHere[] {
  const { tokens } = context.doc;
  const owners: InstitutionHere[] = [];
  let at = project.mention.first;
  for (const located of context.inSentence(sentence.index).filter(isInstitution).toReversed()) {
    const { last, first } = located.mention;
    // «Rīgas plānošanas reģiona deinstitucionalizācijas projekts»: the owner begins the name of an untitled project
    if (
      first === project.mention.first &&
      last < project.mention.last &&
      /projekt[\p{L}]*$/u.test(project.mention.text)
    ) {
      owners.push(located);
      continue;
    }
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

/** A definite adjective or participle (`īstenotā`, `finansētajā`), a word for a project or its programme, a number. */
const ATTRIBUTE =
  /(?:[tšngklj](?:ais|ā|o|ajā|ajam|ie|ajos|ajiem|os|ās|ajai|ajām|ajās))$|^(?:pilot|apakš)?(?:projekt|programm|pasākum|aktivitā)/u;
const onlyAttributes = (tokens: RelateContext['doc']['tokens']): boolean =>
  tokens.every(({ kind, text, lower, gap }) => {
    if (gap === Gap.paragraph) return false;
    if (kind === 'mark') return /^[“”„"«»‟().]$/u.test(text);
    return kind === 'number' || ATTRIBUTE.test(lower);
  });

/** An abbreviation (ESF, LM) has one form for all cases. */
const isAbbreviation = ({ mention }: Located): boolean => /^[\p{Lu}+]+$/u.test(mention.text);
const isNominative = (located: Located): boolean =>
  isAbbreviation(located) ||
  [located.entity.name, ...located.entity.aliases].some((name) => fold(name) === fold(located.mention.text));
const isGenitive = (located: Located): boolean => isAbbreviation(located) || !isNominative(located);

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
  const alone = trigger.alone || refersBack(context, sentence, trigger.first);
  const found = projectAt(context, sentence, trigger.first, alone);
  if (!found) return undefined;
  const { project, near } = found;
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

/** Institutions of a sentence that are not part of a project's title. */
function institutionsIn(context: RelateContext, sentence: Sentence): InstitutionHere[] {
  const here = context.inSentence(sentence.index);
  return here
    .filter(isInstitution)
    .filter((located) => !here.some((other) => isProject(other) && covers(other, located)));
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
  const end = triggersIn(context, sentence).find(({ first }) => first >= trigger.last)?.first ?? sentence.last;
  const items = end === sentence.last ? listBelow(context, sentence, isInstitution) : [];
  return [
    ...institutionsIn(context, sentence).filter(
      ({ mention: { first } }) =>
        first >= trigger.last && first < end && first - trigger.last <= reach(context, trigger, first),
    ),
    ...items.flatMap((item) => institutionsIn(context, item)),
  ];
}

/** `Kopā ar mums: …` thanks those who helped the writer, at the end of a page. */
const WITH_US = new Set(['mums', 'jums', 'viņiem', 'viņu', 'viņām']);

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
      .filter(({ relation, last }) => relation === type && !WITH_US.has(context.doc.tokens[last]?.lower ?? ''))
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
    triggered(funder, 'FUNDS', context, ({ entity }, trigger) => trigger.anyone || PAYS.has(entity.type)),
};

const GIFTS =
  /^(?:līdz)?(?:finansējum|ieguldījum|atbalst|līdzek|līdzekļ|naud|grant|dotācij)(?:s|a|am|u|ā|i|iem|us|os|ai|as|ām|is|ļi|ļus|ļiem|ļu)?$/u;

/** `Eiropas Sociālā fonda ieguldījums projektā`; `ar Islandes finanšu instrumenta atbalstu`. */
const gift: FactRule = {
  id: 'project.gift',
  why: 'A fund in the genitive before «finansējums», «atbalsts», «ieguldījums» pays for the project at hand.',
  examples: {
    match: {
      'Eiropas Sociālā fonda ieguldījums projektā “Sirdssilta aprūpe” ir miljons eiro.':
        'Eiropas Sociālais fonds → Sirdssilta aprūpe',
    },
    reject: ['Labklājības ministrijas atbalsts projektam “Sirdssilta aprūpe” bija padoms.'],
  },
  find: (context) =>
    context.doc.sentences.flatMap((sentence) =>
      institutionsIn(context, sentence)
        .filter((located) => PAYS.has(located.entity.type) && GIFTS.test(wordAfter(context, located)))
        .flatMap((located) => {
          const found = projectAt(context, sentence, located.mention.last, true);
          if (!found) return [];
          const sentences = [sentence.index, ...(found.near ? [] : [found.sentence])];
          return make(context, gift, 'FUNDS', located, found.project, sentences, found.near ? 0.9 : 0.75);
        }),
    ),
};

/** The word after a name, what stands in brackets left out: `Eiropas Sociālā fonda (ESF) finansējums`. */
function wordAfter({ doc: { tokens } }: RelateContext, { mention }: Located): string {
  let next = mention.last;
  if (tokens[next]?.text === '(') next = tokens.findIndex(({ text }, i) => i > next && text === ')') + 1;
  return tokens[next]?.lower ?? '';
}

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
export const supportFactRules: readonly FactRule[] = [owner, implementer, funder, gift, partner];
