import type { Extraction } from '../pipeline/0-contract/types.js';
import { article, extraction, fact, institution, municipality, person, project, statedCount } from './builders.js';

/**
 * Three articles that hold what the questions ask for: a pilot inside a project, a municipality that declined, a town beside
 * its novads, a city beside the novads of its name, an institution that takes part for its municipality, a date that
 * another sentence completes, a count that does not fit, and another one in another article, a beginning and an end told
 * apart in an article without a date.
 */
export function sampleExtractions(): Extraction[] {
  return [pilotBegins(), newMembers(), undated()];
}

export const PILOT_BEGINS = 'https://zinas.example/pilots-sakas';
export const NEW_MEMBERS = 'jauni-dalibnieki.txt';

export const SENTENCES = {
  joined: 'Tukuma novads un Rēzekne no 16. maija piedalās pilotā “Soļi”.',
  part: 'Pilots “Soļi” ir daļa no projekta “Ceļš” Nr. 9.2.1.1/15/I/001.',
  behind: 'Projektu “Ceļš” īsteno Labklājības ministrija, to finansē Eiropas Sociālais fonds.',
  heads: 'Tukuma novada Sociālo dienestu vada Anna Liepkalne.',
  count: 'Pilotā ir 3 pašvaldības.',
  ends: 'Pilots beidzas 31. oktobrī.',
  declined: 'Ķekavas novads atteicās no pilota “Soļi”, kurā ir 4 pašvaldības.',
  late: 'Siguldas novads piedalās projektā “Ceļš”.',
  through: 'Projektā “Ceļš” piedalās arī Tukuma novada Sociālais dienests.',
  beside: 'Tukums gaida, Rēzeknes novads un speciālists Jānis Liepkalns, Siguldas novada dome, arī.',
  begun: 'Ādažu novads 2019. gadā sāka dalību projektā “Tilts”.',
  left: 'Ādažu novads projektu “Tilts” pameta 2020. gada 1. oktobrī.',
} as const;

const services = (of: Parameters<typeof institution>[0], words: string) =>
  institution(of, 'institution-tukuma-socialais-dienests', 'Tukuma novada Sociālais dienests', [words], {
    type: 'social-service',
    owner: 'novads-tukuma-2009',
  });

/** Two articles on projects of one number and other titles: only people can tell whether they are one. */
export function closeProjects(): Extraction[] {
  const started = (id: string, region: string, title: string, key: string): Extraction => {
    const of = article(id, [`${region} projekts`, `${region} sāk projektu “${title}”.`], { published: '2016-11-08' });
    return extraction(of, [project(of, key, title, [title], { number: '9.2.2.1/15/I/017' })], []);
  };
  return [
    started('zemgale.txt', 'Zemgale', 'Dzīve kopienā', 'project-dzive-kopiena'),
    started('kurzeme.txt', 'Kurzeme', 'Dzīvo savā krastā', 'project-dzivo-sava-krasta'),
  ];
}

function pilotBegins(): Extraction {
  const { joined, part, behind, heads, count, ends } = SENTENCES;
  const of = article(PILOT_BEGINS, ['Pilots sākas', joined, part, behind, heads, count, ends], {
    url: PILOT_BEGINS,
    published: '2019-05-20',
  });
  const takesPart = (id: string) =>
    fact(of, 'PARTICIPATES_IN', id, 'project-soli', [joined, ends], {
      when: '2019-05-16/2019-10-31',
      status: 'takes part',
      confidence: 0.9,
    });
  return extraction(
    of,
    [
      municipality(of, 'novads-tukuma-2009', 'Tukuma novads', ['Tukuma novads']),
      municipality(of, 'republikas-pilseta-rezekne-2009', 'Rēzekne', ['Rēzekne'], { type: 'republikas pilsēta' }),
      project(of, 'project-soli', 'Soļi', ['Soļi', 'Pilotā'], { type: 'pilot', partOf: 'project-cels' }),
      project(of, 'project-cels', 'Ceļš', ['Ceļš'], { number: '9.2.1.1/15/I/001' }),
      institution(of, 'institution-labklajibas-ministrija', 'Labklājības ministrija', ['Labklājības ministrija'], {
        aliases: ['LM'],
        type: 'ministry',
      }),
      institution(of, 'institution-eiropas-socialais-fonds', 'Eiropas Sociālais fonds', ['Eiropas Sociālais fonds']),
      services(of, 'Tukuma novada Sociālo dienestu'),
      person(of, 'person-anna-liepkalne', 'Anna Liepkalne', ['Anna Liepkalne']),
    ],
    [
      takesPart('novads-tukuma-2009'),
      takesPart('republikas-pilseta-rezekne-2009'),
      fact(of, 'IMPLEMENTS', 'institution-labklajibas-ministrija', 'project-cels', [behind]),
      fact(of, 'FUNDS', 'institution-eiropas-socialais-fonds', 'project-cels', [behind], { confidence: 0.6 }),
      fact(of, 'HEADS', 'person-anna-liepkalne', 'institution-tukuma-socialais-dienests', [heads], {
        role: 'vadītāja',
      }),
      fact(of, 'LOCATED_IN', 'institution-tukuma-socialais-dienests', 'novads-tukuma-2009', [heads]),
    ],
    [statedCount(of, '3 pašvaldības', 3, 2)],
  );
}

function newMembers(): Extraction {
  const { declined, late, through, beside } = SENTENCES;
  const of = article(NEW_MEMBERS, ['Jauni dalībnieki', declined, late, through, beside], { published: '2020-02' });
  return extraction(
    of,
    [
      municipality(of, 'novads-kekavas-2009', 'Ķekavas novads', ['Ķekavas novads']),
      municipality(of, 'novads-siguldas-2009', 'Siguldas novads', ['Siguldas novads']),
      municipality(of, 'pilseta-tukums-2009', 'Tukums', ['Tukums'], { type: 'pilsēta' }),
      municipality(of, 'novads-rezeknes-2009', 'Rēzeknes novads', ['Rēzeknes novads']),
      project(of, 'project-soli', 'Soļi', ['Soļi'], { type: 'pilot' }),
      project(of, 'project-cels', 'Ceļš', ['Ceļš']),
      services(of, 'Tukuma novada Sociālais dienests'),
      institution(of, 'institution-siguldas-novada-dome', 'Siguldas novada dome', ['Siguldas novada dome']),
      person(of, 'person-janis-liepkalns', 'Jānis Liepkalns', ['Jānis Liepkalns'], { gender: 'masculine' }),
    ],
    [
      fact(of, 'PARTICIPATES_IN', 'novads-kekavas-2009', 'project-soli', [declined], { status: 'declined' }),
      fact(of, 'PARTICIPATES_IN', 'novads-siguldas-2009', 'project-cels', [late], { confidence: 0.5 }),
      fact(of, 'PARTICIPATES_IN', 'institution-tukuma-socialais-dienests', 'project-cels', [through]),
      fact(of, 'WORKS_AT', 'person-janis-liepkalns', 'institution-siguldas-novada-dome', [beside], {
        role: 'speciālists',
      }),
    ],
    [statedCount(of, '4 pašvaldības', 4)],
  );
}

function undated(): Extraction {
  const { begun, left } = SENTENCES;
  const of = article('senas-zinas.txt', ['Senas ziņas', begun, left]);
  return extraction(
    of,
    [
      municipality(of, 'novads-adazu-2009', 'Ādažu novads', ['Ādažu novads']),
      project(of, 'project-tilts', 'Tilts', ['Tilts']),
    ],
    [
      fact(of, 'PARTICIPATES_IN', 'novads-adazu-2009', 'project-tilts', [begun], { when: '2019', status: 'began' }),
      fact(of, 'PARTICIPATES_IN', 'novads-adazu-2009', 'project-tilts', [left], {
        when: '2020-10-01',
        status: 'ended',
      }),
    ],
  );
}
