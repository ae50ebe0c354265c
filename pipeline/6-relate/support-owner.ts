import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import { Gap, type Project, type Sentence } from '../0-contract/types.js';
import { isInstitution, isProject, pastBracket, projectAt } from './scene.js';
import { type InstitutionHere, institutionsIn, isAbbreviation, isNominative, make, PAYS } from './support-scene.js';

type ProjectHere = Located & { entity: Project };

/** Words that may stand between an owner in the genitive and its project, besides plain adjectives and participles. */
const MAX_BETWEEN = 9;
/** The same with a number between. */
const MAX_WITH_NUMBER = 20;

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
    const numbered = tokens.slice(last, at).some(({ lower }) => lower === 'nr');
    if (last > at || at - last > (numbered ? MAX_WITH_NUMBER : MAX_BETWEEN)) continue;
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
const onlyAttributes = (tokens: RelateContext['doc']['tokens']): boolean => {
  const led = tokens.findIndex(({ lower }) => LED.test(lower));
  return tokens.every(({ kind, text, lower, gap, capital }, i) => {
    if (gap === Gap.paragraph) return false;
    if (isInNumber(tokens, i)) return true;
    if (kind === 'mark') return /^[“”„"«»‟().]$/u.test(text);
    // «reģiona vadītā deinstitucionalizācijas projekta»: behind «vadītā» stands what kind of project it is
    return kind === 'number' || ATTRIBUTE.test(lower) || (led !== -1 && i > led && !capital && KIND.test(lower));
  });
};
/** «projekta Nr. 9.2.2.2/16/I/001 “…”»: behind «Nr.» to the title. */
const isInNumber = (tokens: RelateContext['doc']['tokens'], i: number): boolean => {
  const from = tokens.findIndex(({ lower }) => lower === 'nr');
  return (
    from !== -1 &&
    i >= from &&
    tokens.slice(from, i + 1).every(({ text }) => /^(?:[\p{Lu}\d]+|nr|Nr|[./-])$/u.test(text))
  );
};
const LED = /^(?:īsteno|vadī|realizē|koordinē|uzsāk|rīko)t(?:ā|ais|o|ajā|ajam|ie|ajos|ajiem)$/u;
const KIND = /(?:as|es|[^s]u|ju)$/u;

const isGenitive = (located: Located): boolean => isAbbreviation(located) || !isNominative(located);

/** «sadarbības partneris Labklājības ministrijas projektam “…”»: whose project it is is no partner of it. */
export const owns = (context: RelateContext, located: InstitutionHere): boolean => {
  const sentence = context.doc.sentences[located.mention.sentence];
  return (
    sentence !== undefined &&
    context
      .inSentence(sentence.index)
      .filter(isProject)
      .some((project) => ownersOf(context, sentence, project).some(({ mention }) => mention === located.mention))
  );
};

export const owner: FactRule = {
  id: 'project.owner',
  why: 'An institution in the genitive before «projekts» owns it: a fund pays for it, any other carries it out.',
  examples: {
    match: {
      'Labklājības ministrijas projekta “Sirdssilta aprūpe” ietvaros notika mācības.':
        'Labklājības ministrija → Sirdssilta aprūpe',
      'Eiropas Sociālā fonda projekts “Sirdssilta aprūpe” sākās maijā.': 'Eiropas Sociālais fonds → Sirdssilta aprūpe',
      'Tas notiek Eiropas Sociālā fonda projekta Nr. 9.2.2.2/16/I/001 “Sirdssilta aprūpe” ietvaros.':
        'Eiropas Sociālais fonds → Sirdssilta aprūpe',
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
              owner.id,
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

/** Words that say how the gift is given. */
const HOW = /^(?:finansiāl|daļēj)(?:s|a|u|ā|o|ais)$/u;
const GIFTS =
  /^(?:līdz)?(?:finansējum|ieguldījum|atbalst|līdzek|līdzekļ|naud|grant|dotācij)(?:s|a|am|u|ā|i|iem|us|os|ai|as|ām|is|ļi|ļus|ļiem|ļu)?$/u;

/** `Eiropas Sociālā fonda ieguldījums projektā`; `ar Islandes finanšu instrumenta atbalstu`. */
export const gift: FactRule = {
  id: 'project.gift',
  why: 'A fund in the genitive before «finansējums», «atbalsts», «ieguldījums» pays for the project at hand.',
  examples: {
    match: {
      'Eiropas Sociālā fonda ieguldījums projektā “Sirdssilta aprūpe” ir miljons eiro.':
        'Eiropas Sociālais fonds → Sirdssilta aprūpe',
      'Projektu “Sirdssilta aprūpe” īsteno ar Sabiedrības integrācijas fonda finansiālu atbalstu.':
        'Sabiedrības integrācijas fonds → Sirdssilta aprūpe',
      'Projekts “Sirdssilta aprūpe” ir ilgs. No Eiropas Sociālā fonda nāks 85 % izmaksu.':
        'Eiropas Sociālais fonds → Sirdssilta aprūpe',
      'Projektu “Sirdssilta aprūpe” īsteno ar Labklājības ministrijas finansējumu.':
        'Labklājības ministrija → Sirdssilta aprūpe',
    },
    reject: [
      'Labklājības ministrijas atbalsts projektam “Sirdssilta aprūpe” bija padoms.',
      'Projekts “Sirdssilta aprūpe” turpinās, jāiesniedz pieteikums Eiropas Sociālā fonda atbalstam.',
    ],
  },
  find: (context) =>
    context.doc.sentences.flatMap((sentence) =>
      institutionsIn(context, sentence)
        .filter((located) => gives(context, located))
        .flatMap((located) => {
          const found = projectAt(context, sentence, located.mention.last, true);
          if (!found) return [];
          const sentences = [sentence.index, ...(found.near ? [] : [found.sentence])];
          return make(context, gift.id, 'FUNDS', located, found.project, sentences, found.near ? 0.9 : 0.75);
        }),
    ),
};

/** Whether the money or help of an institution is spoken of; of others than funds only `ar ministrijas finansējumu`. */
export function gives(context: RelateContext, located: InstitutionHere): boolean {
  const given = wordAfter(context, located);
  const { tokens } = context.doc;
  if (isAskedFor(context, located)) return false;
  // «No Eiropas Sociālā fonda nāks 85 % izmaksu»
  if (PAYS.has(located.entity.type) && /^nā(?:k|ks|ca)$/u.test(given))
    return tokens[located.mention.first - 1]?.lower === 'no';
  return PAYS.has(located.entity.type)
    ? GIFTS.test(given)
    : /^(?:līdz)?finansējumu$/u.test(given) && tokens[located.mention.first - 1]?.lower === 'ar';
}

/** `jāiesniedz pieteikums Eiropas Sociālā fonda atbalstam`: it is not given yet. */
const isAskedFor = ({ doc: { tokens } }: RelateContext, { mention: { first } }: Located): boolean =>
  tokens.slice(Math.max(0, first - 4), first).some(({ lower }) => /^(?:pietei[ck]|pretend|cer$|cerot$)/u.test(lower));

/** The word after a name, what stands in brackets left out: `Eiropas Sociālā fonda (ESF) finansējums`. */
function wordAfter({ doc: { tokens } }: RelateContext, { mention }: Located): string {
  const next = pastBracket(tokens, mention.last);
  return tokens[HOW.test(tokens[next]?.lower ?? '') ? next + 1 : next]?.lower ?? '';
}
