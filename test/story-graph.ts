import type { Extraction } from '../pipeline/0-contract/types.js';
import { article, extraction, fact, institution, municipality, person, project, statedCount } from './builders.js';

/**
 * Three articles that tell of one pilot: planned; begun, with one that declined, another that came and a new head; and a
 * project after the reform of 2021 in which the municipalities that hold those of the pilot take part.
 */
export function storyExtractions(): Extraction[] {
  return [planned(), begun(), afterReform()];
}

export const STORY = {
  plan: 'Alojas novads un Salacgrīvas novads no 1. aprīļa piedalīsies pilotā “Tilts mājās”.',
  part: 'Pilots “Tilts mājās” ir daļa no projekta “Mājas”, tajā ir trīs pašvaldības.',
  quote: '“Sāksim pavasarī,” saka Alojas novada Sociālā dienesta vadītāja Ilze Bite.',
  about: 'Ilzes Bites teiktā ir maz, un Kaspars Kalns par Ilzi Biti runā labi.',
  began: 'Alojas novads un Kocēnu novads pilotā “Tilts mājās” piedalās kopš 1. aprīļa.',
  declined: 'Salacgrīvas novads no pilota “Tilts mājās” atteicās.',
  former: 'I. Bite uzsver, ka līdz 31. martam Alojas novada Sociālo dienestu vadīja Jānis Ozols.',
  now: 'Kaspars Kalns, Kocēnu novada domes speciālists, tam nepiekrīt.',
  later: 'Limbažu novads un Valmieras novads piedalās projektā “Durvis”.',
} as const;

const PILOT = 'project-tilts-majas';
const ALOJA = 'novads-alojas-2009';
const KOCENI = 'novads-kocenu-2010';
const SALACGRIVA = 'novads-salacgrivas-2009';
const SERVICE = 'institution-alojas-novada-socialais-dienests';
const COUNCIL = 'institution-kocenu-novada-dome';

const service = (of: Parameters<typeof institution>[0], words: string) =>
  institution(of, SERVICE, 'Alojas novada Sociālais dienests', [words], { owner: ALOJA });

function planned(): Extraction {
  const { plan, part, quote, about } = STORY;
  const of = article('pilots-sola.txt', ['Pilots sola', plan, part, quote, about], { published: '2019-03-01' });
  const joins = (id: string) =>
    fact(of, 'PARTICIPATES_IN', id, PILOT, [plan], { when: '2019-04-01', status: 'planned' });
  return extraction(
    of,
    [
      municipality(of, ALOJA, 'Alojas novads', ['Alojas novads']),
      municipality(of, SALACGRIVA, 'Salacgrīvas novads', ['Salacgrīvas novads']),
      project(of, PILOT, 'Tilts mājās', ['pilotā “Tilts mājās”', 'Pilots “Tilts mājās”'], {
        type: 'pilot',
        partOf: 'project-majas',
      }),
      project(of, 'project-majas', 'Mājas', ['projekta “Mājas”']),
      service(of, 'Alojas novada Sociālā dienesta'),
      person(of, 'person-ilze-bite', 'Ilze Bite', ['Ilze Bite', 'Ilzes Bites', 'Ilzi Biti']),
      person(of, 'person-kaspars-kalns', 'Kaspars Kalns', ['Kaspars Kalns'], { gender: 'masculine' }),
    ],
    [joins(ALOJA), joins(SALACGRIVA), fact(of, 'HEADS', 'person-ilze-bite', SERVICE, [quote], { role: 'vadītāja' })],
    [statedCount(of, 'trīs pašvaldības', 3)],
  );
}

function begun(): Extraction {
  const { began, declined, former, now } = STORY;
  const of = article('pilots-sacies.txt', ['Pilots sācies', began, declined, former, now], { published: '2019-06' });
  const joined = (id: string) =>
    fact(of, 'PARTICIPATES_IN', id, PILOT, [began], { when: '2019-04-01/..', status: 'takes part' });
  return extraction(
    of,
    [
      municipality(of, ALOJA, 'Alojas novads', ['Alojas novads']),
      municipality(of, KOCENI, 'Kocēnu novads', ['Kocēnu novads']),
      municipality(of, SALACGRIVA, 'Salacgrīvas novads', ['Salacgrīvas novads']),
      project(of, PILOT, 'Tilts mājās', ['pilotā “Tilts mājās”'], { type: 'pilot' }),
      service(of, 'Alojas novada Sociālo dienestu'),
      institution(of, COUNCIL, 'Kocēnu novada dome', ['Kocēnu novada domes'], { owner: KOCENI }),
      person(of, 'person-ilze-bite', 'Ilze Bite', ['I. Bite']),
      person(of, 'person-janis-ozols', 'Jānis Ozols', ['Jānis Ozols'], { gender: 'masculine' }),
      person(of, 'person-kaspars-kalns', 'Kaspars Kalns', ['Kaspars Kalns'], { gender: 'masculine' }),
    ],
    [
      joined(ALOJA),
      joined(KOCENI),
      fact(of, 'PARTICIPATES_IN', SALACGRIVA, PILOT, [declined], { status: 'declined' }),
      fact(of, 'HEADS', 'person-janis-ozols', SERVICE, [former], { when: '2019-03-31', status: 'ended' }),
      fact(of, 'WORKS_AT', 'person-kaspars-kalns', COUNCIL, [now], { role: 'speciālists' }),
    ],
  );
}

function afterReform(): Extraction {
  const of = article('durvis.txt', ['Durvis', STORY.later], { published: '2022-05-05' });
  const joined = (id: string) => fact(of, 'PARTICIPATES_IN', id, 'project-durvis', [STORY.later], { confidence: 0.6 });
  return extraction(
    of,
    [
      municipality(of, 'novads-limbazu-2021', 'Limbažu novads', ['Limbažu novads']),
      municipality(of, 'novads-valmieras-2021', 'Valmieras novads', ['Valmieras novads']),
      project(of, 'project-durvis', 'Durvis', ['Durvis']),
    ],
    [joined('novads-limbazu-2021'), joined('novads-valmieras-2021')],
  );
}
