import { fold } from '../0-contract/fold.js';
import type { Located, RelateContext } from '../0-contract/rule.js';
import type { Fact, Institution, Project, RelationType, Sentence, Status } from '../0-contract/types.js';
import { factOf } from './facts.js';
import { covers, isInstitution, isProject } from './scene.js';

/** What the rules of IMPLEMENTS, FUNDS and PARTNER_OF share. */
export type InstitutionHere = Located & { entity: Institution };

/** Types of institutions that pay and do not carry out. */
export const PAYS = new Set(['fund', 'european institution']);

/** An abbreviation (ESF, LM) has one form for all cases. */
export const isAbbreviation = ({ mention }: Located): boolean => /^[\p{Lu}+]+$/u.test(mention.text);
export const isNominative = (located: Located): boolean =>
  isAbbreviation(located) ||
  [located.entity.name, ...located.entity.aliases].some(
    // «Aģentūra īsteno …»: the noun alone
    (name) => fold(name) === fold(located.mention.text) || isLastWord(located.mention.text, name),
  ) ||
  // «nodibinājums “Viļķenes fonds”», known by what stands in quotes
  /^(?:biedrība|nodibinājums|fonds|aģentūra|centrs|uzņēmums) [“„”«"]/u.test(located.mention.text);
const isLastWord = (text: string, name: string): boolean =>
  !/\s/u.test(text) && name.split(' ').at(-1)?.toLowerCase() === text.toLowerCase();

/** Institutions of a sentence that are not part of a project's title. */
export function institutionsIn(context: RelateContext, sentence: Sentence): InstitutionHere[] {
  const here = context.inSentence(sentence.index);
  return here
    .filter(isInstitution)
    .filter((located) => !here.some((other) => isProject(other) && covers(other, located)));
}

export function make(
  context: RelateContext,
  rule: string,
  type: RelationType,
  institution: InstitutionHere,
  project: Project,
  sentences: readonly number[],
  confidence: number,
  status?: Status,
): Fact {
  return factOf(context, {
    type,
    from: institution.entity.id,
    to: project.id,
    sentences,
    rule,
    confidence,
    status,
  });
}
