import { describe, expect, it } from 'vitest';
import { type Decision, decide, NO_RULINGS, type Rulings } from '../graph/identity/decide.js';
import type { KeySaying, Known, Post } from '../graph/identity/known.js';
import { renamedInstitutions } from '../graph/identity/renamed.js';
import type { Saying } from '../graph/rows.js';
import { slug } from '../pipeline/0-contract/fold.js';
import type { EntityKind } from '../pipeline/0-contract/types.js';

type Telling = Partial<Saying> & { readonly at?: string; readonly role?: string; readonly published?: string };

/** What an article says of a name. */
const said = (kind: EntityKind, article: string, name: string, { at, role, published, ...says }: Telling = {}) => {
  const posts: Post[] = at === undefined ? [] : [{ at, ...(role === undefined ? {} : { role }) }];
  const saying: KeySaying = {
    article,
    published: published ?? null,
    says: { name, aliases: [], confidence: 0.9, ...says },
    posts,
  };
  return { key: `${kind}-${slug(name)}`, kind, saying };
};
type Said = ReturnType<typeof said>;
const person = (article: string, name: string, more: Telling = {}): Said => said('person', article, name, more);
const body = (article: string, name: string, more: Telling = {}): Said =>
  said('institution', article, name, { type: 'agency', ...more });
const project = (article: string, name: string, more: Telling = {}): Said =>
  said('project', article, name, { type: 'project', ...more });

function knownOf(all: readonly Said[]): Known[] {
  const keys = new Map<string, Known & { said: KeySaying[] }>();
  for (const { key, kind, saying } of all) {
    const known = keys.get(key) ?? { key, kind, said: [] };
    known.said.push(saying);
    keys.set(key, known);
  }
  return [...keys.values()];
}

const decided = (all: readonly Said[], rulings: Rulings = NO_RULINGS): Decision =>
  decide(knownOf(all), rulings, renamedInstitutions());

/** Clusters of several keys, and how many questions are left, with the first words of each. */
function outcome(all: readonly Said[], rulings: Rulings = NO_RULINGS) {
  const { clusters, candidates } = decided(all, rulings);
  return {
    one: clusters.filter(({ keys }) => keys.length > 1).map(({ keys }) => keys),
    asked: candidates.map(({ question, sides }) => `${question}: ${sides.map(({ key }) => key).join(' | ')}`),
  };
}

const SERVICE = 'institution-tukuma-novada-socialais-dienests';
const OTHER_SERVICE = 'institution-ludzas-novada-socialais-dienests';
const TUKUMS = 'novads-tukuma-2009';
const LUDZA = 'novads-ludzas-2009';

describe('people', () => {
  it('takes initials for the only name that fits, when the institution is the same', () => {
    const all = [
      person('a', 'Jānis Priednieks', { at: SERVICE, role: 'vadītājs' }),
      person('b', 'J. Priednieks', { at: 'institution-tukuma-socialais-dienests' }),
      person('c', 'Janis Priednieks', { at: TUKUMS }),
    ];
    const { clusters, candidates } = decided(all);
    expect(clusters).toEqual([
      {
        id: 'person-janis-priednieks',
        keys: ['person-j-priednieks', 'person-janis-priednieks'],
        because: [
          '«J. Priednieks» is short for «Jānis Priednieks», the only one who fits; both at «tukuma socialais dienests»',
        ],
      },
    ]);
    expect(candidates).toEqual([]);
  });

  it.each<[string, Said[], string[]]>([
    [
      'nothing says that they are at one place',
      [person('a', 'Jānis Priednieks', { at: SERVICE }), person('b', 'J. Priednieks')],
      ['same: person-j-priednieks | person-janis-priednieks'],
    ],
    [
      'they are at other places',
      [person('a', 'Jānis Priednieks', { at: SERVICE }), person('b', 'J. Priednieks', { at: OTHER_SERVICE })],
      ['same: person-j-priednieks | person-janis-priednieks'],
    ],
    [
      'two people fit, even at one place',
      [
        person('a', 'Jānis Priednieks', { at: SERVICE }),
        person('a2', 'Juris Priednieks', { at: OTHER_SERVICE }),
        person('b', 'J. Priednieks', { at: SERVICE }),
      ],
      ['same: person-j-priednieks | person-janis-priednieks', 'same: person-j-priednieks | person-juris-priednieks'],
    ],
    [
      'one article names both',
      [person('a', 'Jānis Priednieks', { at: SERVICE }), person('a', 'J. Priednieks', { at: SERVICE })],
      ['same: person-j-priednieks | person-janis-priednieks'],
    ],
  ])('asks about initials when %s', (_, all, asked) => expect(outcome(all)).toEqual({ one: [], asked }));

  it('leaves initials of another gender or letter alone', () => {
    const all = [
      person('a', 'Jānis Priednieks', { at: SERVICE, gender: 'masculine' }),
      person('b', 'J. Priednieks', { at: SERVICE, gender: 'feminine' }),
      person('c', 'A. Priednieks', { at: SERVICE }),
    ];
    expect(outcome(all)).toEqual({ one: [], asked: [] });
  });

  it('takes a slip of the surname for one person in the same post only', () => {
    const right = person('a', 'Anna Liepkalne', { at: SERVICE, role: 'vadītāja' });
    const one = [['person-anna-liepkalne', 'person-anna-liepklane']];
    expect(outcome([right, person('b', 'Anna Liepklane', { at: SERVICE, role: 'vadītāja' })]).one).toEqual(one);
    expect(outcome([right, person('b', 'Anna Liepklane', { at: TUKUMS, role: 'deputāte' })])).toEqual({
      one: [],
      asked: ['same: person-anna-liepkalne | person-anna-liepklane'],
    });
    expect(outcome([right, person('b', 'Anna Liepklane', { at: LUDZA })])).toEqual({ one: [], asked: [] });
    expect(outcome([right, person('b', 'Anna Liepklane')])).toEqual({ one: [], asked: [] });
  });

  it('never takes a man for a woman, and asks where a form may be either', () => {
    const all = [
      person('a', 'Lauris Vanags', { at: SERVICE, gender: 'masculine' }),
      person('b', 'Laura Vanaga', { at: SERVICE, gender: 'feminine' }),
      person('c', 'Ilze Vanaga', { at: SERVICE, gender: 'feminine' }),
    ];
    expect(outcome(all)).toEqual({ one: [], asked: ['same: person-laura-vanaga | person-lauris-vanags'] });
  });

  it('asks about a second surname', () => {
    const all = [
      person('a', 'Dace Kļavniece', { at: SERVICE }),
      person('b', 'Dace Kļavniece-Birzgale', { at: SERVICE }),
      person('c', 'Dace Kļavniece-Krūmkalne', { at: OTHER_SERVICE }),
    ];
    expect(outcome(all).asked).toEqual(['same: person-dace-klavniece | person-dace-klavniece-birzgale']);
  });

  it('asks whether one name is two people when it has posts far apart at one time', () => {
    const at = (published: string): Said[] => [
      person('a', 'Jānis Priednieks', { at: SERVICE, published: '2019-03' }),
      person('a2', 'Jānis Priednieks', { at: TUKUMS, published: '2019-04' }),
      person('b', 'Jānis Priednieks', { at: OTHER_SERVICE, published }),
    ];
    expect(decided(at('2019-05')).candidates).toMatchObject([
      {
        question: 'apart',
        sides: [
          { key: 'person-janis-priednieks', articles: ['a', 'a2'] },
          { key: 'person-janis-priednieks', articles: ['b'] },
        ],
      },
    ]);
    expect(decided(at('2023')).candidates).toEqual([]);
  });
});

describe('institutions', () => {
  it.each<[string, Said[]]>([
    [
      'words that may be left out',
      [
        body('a', 'Saldus novada pašvaldības aģentūra “Sociālais dienests”', { owner: 'novads-saldus-2009' }),
        body('b', 'Saldus Sociālais dienests', { owner: 'novads-saldus-2021' }),
      ],
    ],
    [
      'a city of another rank',
      [
        body('a', 'Rīgas domes Labklājības departaments', { owner: 'valstspilseta-riga-2021' }),
        body('b', 'Rīgas Labklājības departaments', { owner: 'republikas-pilseta-riga-2009' }),
      ],
    ],
    [
      'an abbreviation that the other name spells out',
      [
        body('a', 'LM Metodikas un kontroles departaments', { type: 'department' }),
        body('b', 'Labklājības ministrijas Metodikas un kontroles departaments', { type: 'department' }),
      ],
    ],
    [
      'an abbreviation that an article introduces',
      [body('a', 'Sociālo pakalpojumu aģentūra', { aliases: ['SPA'] }), body('b', 'SPA')],
    ],
    [
      'a new name',
      [
        body('a', 'Latvijas Lauksaimniecības universitāte'),
        body('b', 'Latvijas Biozinātņu un tehnoloģiju universitāte'),
      ],
    ],
    [
      'a slip, with one owner',
      [
        body('a', 'Tukuma novada Sociālais dienests', { owner: TUKUMS }),
        body('b', 'Tukuma novada Sociālas dienests', { owner: TUKUMS }),
      ],
    ],
  ])('takes for one: %s', (_, all) =>
    expect(outcome(all)).toEqual({ one: [all.map(({ key }) => key).sort()], asked: [] }),
  );

  it.each<[string, Said[]]>([
    [
      'services of two municipalities',
      [
        body('a', 'Tukuma novada Sociālais dienests', { owner: TUKUMS }),
        body('b', 'Ludzas novada Sociālais dienests', { owner: LUDZA }),
      ],
    ],
    [
      'a city and the novads of its name',
      [
        body('a', 'Rēzeknes pilsētas Sociālais dienests', { owner: 'republikas-pilseta-rezekne-2009' }),
        body('b', 'Rēzeknes novada Sociālais dienests', { owner: 'novads-rezeknes-2009' }),
      ],
    ],
    [
      'council and administration',
      [body('a', 'Tukuma novada dome', { owner: TUKUMS }), body('b', 'Tukuma novada pašvaldība', { owner: TUKUMS })],
    ],
  ])('keeps apart: %s', (_, all) => expect(outcome(all)).toEqual({ one: [], asked: [] }));

  it('asks when two bodies are called by one abbreviation', () => {
    const all = [
      body('a', 'Sociālo pakalpojumu aģentūra', { aliases: ['SPA'] }),
      body('b', 'Skolu pārtikas apvienība', { aliases: ['SPA'] }),
      body('c', 'SPA'),
    ];
    expect(outcome(all)).toEqual({
      one: [],
      asked: [
        'same: institution-skolu-partikas-apvieniba | institution-spa',
        'same: institution-socialo-pakalpojumu-agentura | institution-spa',
      ],
    });
  });

  it('asks whose department of a common name is meant', () => {
    const all = ['a', 'b'].map((article) => body(article, 'Sociālās palīdzības nodaļa', { type: 'department' }));
    expect(outcome(all).asked).toEqual([
      'apart: institution-socialas-palidzibas-nodala | institution-socialas-palidzibas-nodala',
    ]);
  });
});

describe('projects', () => {
  it.each<[string, Said[]]>([
    ['a slip', [project('a', 'Mājas bez sliekšņiem'), project('b', 'Mājas bez sliekšniemm')]],
    [
      'a number in one',
      [project('a', 'Drošie soļi mājup', { number: '9.2.2.1/15/I/001' }), project('b', 'Drošie soli māijup')],
    ],
    [
      'a number alone',
      [
        project('a', 'Droši soļi', { number: '9.2.2.1/15/I/001' }),
        project('b', 'Projekts Nr. 9.2.2.1/15/I/001', { number: '9.2.2.1./15/i/001' }),
      ],
    ],
    [
      'a longer title with the same number',
      [
        project('a', 'Soli pa solim', { number: 'LLI-917' }),
        project('b', 'Soli pa solim: ceļš uz darbu', { number: 'LLI-917' }),
      ],
    ],
  ])('takes for one: %s', (_, all) =>
    expect(outcome(all)).toEqual({ one: [all.map(({ key }) => key).sort()], asked: [] }),
  );

  it('keeps apart what has other numbers, parts of a project, and measures that many carry out', () => {
    const all = [
      project('a', 'Atbalsts ģimenēm laukos', { number: '9.2.2.1/15/I/001' }),
      project('b', 'Atbalsts ģimenēm lauko', { number: '9.2.2.1/15/I/002' }),
      project('c', 'Mājas visiem, 1. kārta'),
      project('d', 'Mājas visiem, 2. kārta'),
      project('e', 'Viens', { number: '4.3.5.4' }),
      project('f', 'Cits', { number: '4.3.5.4' }),
      project('g', 'Blakus', { number: 'LLI-917', type: 'pilot' }),
      project('h', 'Līdzās', { number: 'LLI-917' }),
    ];
    expect(outcome(all)).toEqual({ one: [], asked: [] });
  });

  it('asks about one number with other titles, a title that goes on, and one title with two numbers', () => {
    const all = [
      project('a', 'Dzīve kopienā', { number: 'LLI-1' }),
      project('b', 'Dzīvo savā krastā', { number: 'LLI-1' }),
      project('c', 'Soli pa solim'),
      project('d', 'Soli pa solim: ceļš uz darbu'),
      project('e', 'Kopā', { number: 'LLI-2' }),
      project('f', 'Kopā', { number: 'LLI-3' }),
    ];
    expect(outcome(all).asked).toEqual([
      'same: project-dzive-kopiena | project-dzivo-sava-krasta',
      'apart: project-kopa | project-kopa',
      'same: project-soli-pa-solim | project-soli-pa-solim-cels-uz-darbu',
    ]);
  });

  it('does not join by way of a third what must stay apart', () => {
    const all = [
      project('a', 'Atbalsts ģimenēm laukos', { number: '9.2.2.1/15/I/001' }),
      project('b', 'Atbalsts ģimenēm laukoss'),
      project('c', 'Atbalsts ģimenēm laukosss', { number: '9.2.2.1/15/I/002' }),
    ];
    const { clusters, candidates } = decided(all);
    expect(clusters.map(({ keys }) => keys.length)).toEqual([1, 1, 1]);
    expect(candidates.map(({ because }) => because)).toEqual([
      [expect.stringMatching(/differ by a slip; but that would make one of «Atbalsts ģimenēm laukos» and/u)],
      [expect.stringMatching(/differ by a slip; but that would make one of/u)],
    ]);
  });
});

describe('rulings', () => {
  const [full, short] = ['person-janis-priednieks', 'person-j-priednieks'];
  const far = [person('a', 'Jānis Priednieks', { at: SERVICE }), person('b', 'J. Priednieks', { at: OTHER_SERVICE })];
  const near = [person('a', 'Jānis Priednieks', { at: SERVICE }), person('b', 'J. Priednieks', { at: SERVICE })];

  it('joins what people say is one, with their reason', () => {
    const ruled = decided(far, { same: [{ a: full, b: short, because: 'I. Kalve: asked him' }], apart: [] });
    expect(ruled).toEqual({
      clusters: [{ id: full, keys: [short, full], because: ['I. Kalve: asked him'] }],
      candidates: [],
    });
  });

  it('keeps apart what people say is not one, and asks no more', () =>
    expect(outcome(near, { same: [], apart: [{ a: short, b: full }] })).toEqual({ one: [], asked: [] }));

  it('joins names that are not like each other', () => {
    const all = [person('a', 'Zane Liepa'), person('b', 'Zane Ozola-Kalve')];
    const same = [{ a: 'person-zane-liepa', b: 'person-zane-ozola-kalve', because: 'married' }];
    expect(outcome(all, { same, apart: [] }).one).toEqual([['person-zane-liepa', 'person-zane-ozola-kalve']]);
  });

  it('does not follow rulings that contradict each other by way of a third', () => {
    const all = ['Anna Liepa', 'Berta Ozola', 'Cilda Kalve'].map((name, i) => person(String(i), name));
    const [a, b, c] = all.map(({ key }) => key) as [string, string, string];
    const same = [
      { a, b, because: 'one' },
      { a: b, b: c, because: 'two' },
    ];
    expect(outcome(all, { same, apart: [{ a, b: c }] }).one).toEqual([]);
  });
});

describe('order', () => {
  const all = [
    person('a', 'Jānis Priednieks', { at: SERVICE }),
    person('b', 'J. Priednieks', { at: SERVICE }),
    person('c', 'Jānis Preidnieks', { at: SERVICE }),
    person('d', 'Jānis Priednieks', { at: OTHER_SERVICE, published: '2020' }),
    person('e', 'Juris Priedkalns', { at: SERVICE, published: '2020' }),
    body('a', 'Tukuma novada Sociālais dienests', { owner: TUKUMS }),
    body('b', 'Tukuma Sociālais dienests', { owner: TUKUMS, aliases: ['SD'] }),
    body('c', 'Tukuma novada pašvaldības iestāde “Sociālais dienests”', { owner: 'novads-tukuma-2021' }),
    body('d', 'SD'),
    project('a', 'Mājas bez sliekšņiem', { number: 'LLI-5' }),
    project('b', 'Mājas bez sliekšniem'),
    project('c', 'Mājas bez sliekšņem', { number: 'LLI-6' }),
  ];

  it('never matters', () => {
    const expected = decided(all);
    expect(expected.clusters.filter(({ keys }) => keys.length > 1).length).toBe(2);
    let state = 42;
    const random = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % below;
    };
    for (let turn = 0; turn < 100; turn++) {
      const order = [...all];
      for (let i = order.length - 1; i > 0; i--) {
        const j = random(i + 1);
        [order[i], order[j]] = [order[j] as Said, order[i] as Said];
      }
      expect(decided(order)).toEqual(expected);
    }
  });
});
