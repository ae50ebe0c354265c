import type { FactRule, Located, RelateContext } from '../0-contract/rule.js';
import type { Fact, Sentence, Status } from '../0-contract/types.js';
import { deciderOf, STANDS_FOR_OWNER } from './decisions.js';
import { factOf } from './facts.js';
import { type Joining, joiningsIn, refused } from './joinings.js';
import { isReporter, ownTrigger, participantsIn, reportedFrom, withoutSpeakers } from './participants.js';
import { clausesOf, isInstitution, isMunicipality, listBelow } from './scene.js';
import { periodOf } from './when.js';

function find(context: RelateContext): Fact[] {
  let joined: Joining | undefined;
  return context.doc.sentences.flatMap((sentence) => {
    const opensList = context.doc.tokens[sentence.last - 1]?.text === ':';
    const decider = deciderOf(context, sentence);
    const somebody = context.inSentence(sentence.index).some((here) => isMunicipality(here) || isInstitution(here));
    if (!opensList && !decider && !somebody) return [];
    const joinings = joiningsIn(context, sentence).map((joining) => refused(joining, joined));
    if (joinings.length === 0) return [];
    const clauses = clausesOf(context, sentence);
    const present = withoutSpeakers(context, sentence);
    const reported = reportedFrom(context, sentence);
    const listed = [...listBelow(context, sentence, isMunicipality), ...namedNext(context, sentence)];
    const facts = joinings.flatMap((joining) => {
      const own = present.filter(
        (located) =>
          ownTrigger(context, clauses, joinings, present, located) === joining &&
          !isReporter(located, reported, joining.trigger),
      );
      const doers = participantsIn(context, joining, own);
      if (doers.length > 0 || listed.length > 0) joined = joining;
      const council =
        (isInfinitive(context, joining) ? decider : undefined) ??
        (doers.length === 0 ? councilBehind(context, joining) : undefined);
      const unnamed = council?.entity.kind === 'institution' && council.entity.owner;
      return [
        ...factsFor(context, joining, unnamed ? [unnamed] : doers, unnamed ? [council.mention.sentence] : []),
        ...(joining === joinings.at(-1) ? listed : []).flatMap((item) =>
          factsFor(context, joining, participantsIn(context, joining, context.inSentence(item.index)), [item.index]),
        ),
      ];
    });
    return facts;
  });
}

/** `nepiedalīties`, `izstāties`: what is decided. */
const isInfinitive = ({ doc: { tokens } }: RelateContext, { trigger: { first } }: Joining): boolean =>
  /ties$/u.test(tokens[first]?.lower ?? '');

const THEM = new Set(['tās ir', 'tie ir', 'tās būs', 'tie būs', 'to vidū', 'starp tām', 'starp tiem']);

/** `… ar četrām pašvaldībām, kuras piedalīsies projektā. Tās ir Jelgava un Ogres novads.` */
function namedNext({ doc: { tokens, sentences } }: RelateContext, sentence: Sentence): Sentence[] {
  const next = sentences[sentence.index + 1];
  if (next?.paragraph !== sentence.paragraph) return [];
  const opening = tokens.slice(next.first, next.first + 2).map(({ lower }) => lower);
  const ofMunicipalities = tokens.slice(sentence.first, sentence.last).some(({ lower }) => PLURAL.test(lower));
  return THEM.has(opening.join(' ')) && ofMunicipalities ? [next] : [];
}
const PLURAL = /^(?:pašvaldīb(?:as|ām|u)|novad(?:i|iem|us|u)|pilsēt(?:as|ām|u)|pagast(?:i|iem|us|u))$/u;

const SELF = new Set(['novads', 'pašvaldība', 'pagasts']);

/** `Dome nolēma, ka novads piedalīsies`: the municipality is only called so; its council is in the sentence. */
function councilBehind(context: RelateContext, { sentence, trigger }: Joining): Located | undefined {
  const { tokens } = context.doc;
  const here = context.inSentence(sentence.index);
  const itself = tokens.findIndex(
    ({ lower }, i) =>
      i >= sentence.first &&
      i < trigger.first &&
      SELF.has(lower) &&
      !here.some(({ mention }) => mention.first <= i && i < mention.last),
  );
  if (itself === -1 || trigger.side !== 'subject') return undefined;
  return here.find(
    (located) =>
      isInstitution(located) && STANDS_FOR_OWNER.has(located.entity.type) && located.mention.last <= trigger.first,
  );
}

function factsFor(context: RelateContext, joining: Joining, ids: readonly string[], items: readonly number[]): Fact[] {
  const { sentence, trigger, project, named, near } = joining;
  const status: Status | undefined = trigger.status;
  const period = periodOf(context, sentence, project, trigger);
  return [...new Set(ids)].map((id) =>
    factOf(context, {
      type: 'PARTICIPATES_IN',
      from: id,
      to: project.id,
      status,
      when: period?.value,
      sentences: [...items, sentence.index, ...(near ? [] : [named]), ...(period?.sentences ?? [])],
      rule: rule.id,
      confidence: near ? 0.92 : 0.8,
    }),
  );
}

const rule: FactRule = {
  id: 'participation.verb',
  why: 'A verb of taking part, joining or leaving, with municipalities or their institutions and a project at hand.',
  examples: {
    match: {
      'Projektā “Sirdssilta aprūpe” piedalās Kuldīgas novads un Talsu novads.': [
        'Kuldīgas novads → Sirdssilta aprūpe',
        'Talsu novads → Sirdssilta aprūpe',
      ],
      'Sākas projekts “Sirdssilta aprūpe”. Pirmajā gadā piedalījās divas pašvaldības – Kuldīgas un Talsu novads.':
        'Talsu novads → Sirdssilta aprūpe',
      'Sākas projekts “Sirdssilta aprūpe”. Dome sēdē nolēma nogaidīt. Kuldīgas novads iesaistīsies maijā.':
        'Kuldīgas novads → Sirdssilta aprūpe',
      'No projekta “Sirdssilta aprūpe” izstājās Kuldīgas novads.': 'Kuldīgas novads → Sirdssilta aprūpe',
      'Sākas projekts “Sirdssilta aprūpe”. To 2020. gadā sāka Talsu un Saldus novads.':
        'Saldus novads → Sirdssilta aprūpe',
      'Pilotprojekts “Līdzās” notiks projekta “Sirdssilta aprūpe” ietvaros. Tajā piedalīsies Saldus novads.':
        'Saldus novads → Līdzās',
      'Sākas projekts “Sirdssilta aprūpe”. Tajā iesaistījušās Kuldīgas, Talsu un Saldus novadu pašvaldības.':
        'Saldus novads → Sirdssilta aprūpe',
      'Sākas projekts “Sirdssilta aprūpe”. Anketas tajā pilda divas pašvaldības – Kuldīgas un Talsu novads.': [
        'Kuldīgas novads → Sirdssilta aprūpe',
        'Talsu novads → Sirdssilta aprūpe',
      ],
      'Pilotprojektu “Sirdssilta aprūpe” kopš maija īsteno Talsu novads.': 'Talsu novads → Sirdssilta aprūpe',
      'Sākas projekts “Sirdssilta aprūpe”. Tajā jau ir Kuldīgas un Talsu novads.':
        'Kuldīgas novads → Sirdssilta aprūpe',
      'Sākas pilots “Līdzās”. Pilotprojektu rīko aģentūra, īstenojot projektu “Sirdssilta aprūpe”.\n\nIzraudzīts Talsu novads.':
        'Talsu novads → Līdzās',
      'Saldus un Talsu novada pašvaldība uzsāks pilotprojektu “Sirdssilta aprūpe”.': [
        'Saldus novads → Sirdssilta aprūpe',
        'Talsu novads → Sirdssilta aprūpe',
      ],
    },
    reject: [
      'Par projektu “Sirdssilta aprūpe” stāstīja Kuldīgas novadā.',
      'Kopš jūlija Ludzā un Dagdā darbojas projekta “Sirdssilta aprūpe” konsultāciju punkti.',
      'Kuldīgas novada domes priekšsēdētājs stāsta, ka projektā “Sirdssilta aprūpe” piedalās trīs skolas.',
      'Seminārā Kuldīgā piedalījās 30 cilvēki.',
      'Projekta “Sirdssilta aprūpe” vadītāja Anna Kalniņa stāsta, ka līgumi nav slēgti un Kuldīga nav minēta.',
      'Projektu “Sirdssilta aprūpe” apsprieda Kuldīgā, taču Talsu novads vēl domā, savukārt skolas pievienojas.',
      'Sākas projekts “Sirdssilta aprūpe”. Seminārs par projektu notika Kuldīgas novadā.',
      'Sākas projekts “Sirdssilta aprūpe”. Novadā darbojas arī Kuldīgas rajona invalīdu biedrība.',
      'Projektā “Sirdssilta aprūpe” piedalās trīs skolas, bet Kuldīgas novads vēl domā.',
      'Projektā “Sirdssilta aprūpe” piedalās trīs skolas: kā skaidroja direktore, tur palīdz biedrība “Saule”.',
      'Vienības darbosies projektā “Sirdssilta aprūpe”, ko Saldus slimnīca īsteno kopā ar Kuldīgas novada Sociālo dienestu.',
      'Sākas projekts “Sirdssilta aprūpe”. Tikšanos rīkoja Talsu novada pašvaldība, un tajā piedalījās 25 iedzīvotāji.',
      'Sākas projekts “Sirdssilta aprūpe”. Maijā Valmierā sprieda tīkla dalībnieki.',
      'Otrdien Saldū notika projekta “Sirdssilta aprūpe” (Nr. 9.2.2.1/15/I/003) uzraudzības padomes sēde.',
      'Projektu “Sirdssilta aprūpe” īsteno biedrība “Saule”, un tajā piedalās trīs skolas.',
    ],
  },
  find,
};

export const participationFactRules: readonly FactRule[] = [rule];
