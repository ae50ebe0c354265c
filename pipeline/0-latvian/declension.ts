import type { Gender, GrammaticalCase } from '../0-contract/types.js';

/**
 * Declension of Latvian nouns and adjectives, from the nominative to all forms. Endings and softening after the standard
 * grammar (Latviešu valodas gramatika, LU LaVI 2013, §§ on deklinācijas and līdzskaņu mija).
 */
export type GrammaticalNumber = 'singular' | 'plural';

export interface Form {
  readonly form: string;
  readonly case: GrammaticalCase;
  readonly number: GrammaticalNumber;
  readonly gender: Gender;
}

type Endings = Partial<Record<GrammaticalCase, string>>;
const endings = (
  nominative: string,
  genitive: string,
  dative: string,
  accusative: string,
  locative: string,
): Endings => ({
  nominative,
  genitive,
  dative,
  accusative,
  locative,
});

/** `~` marks a softened stem. */
const NOUN: Record<string, { singular: Endings; plural: Endings }> = {
  '1': { singular: endings('s', 'a', 'am', 'u', 'ā'), plural: endings('i', 'u', 'iem', 'us', 'os') },
  '1š': { singular: endings('š', 'a', 'am', 'u', 'ā'), plural: endings('i', 'u', 'iem', 'us', 'os') },
  '2': { singular: endings('is', '~a', 'im', 'i', 'ī'), plural: endings('~i', '~u', '~iem', '~us', '~os') },
  // akmens, mēness, asmens: the genitive looks like the nominative
  '2s': { singular: endings('s', 's', 'im', 'i', 'ī'), plural: endings('~i', '~u', '~iem', '~us', '~os') },
  '3': { singular: endings('us', 'us', 'um', 'u', 'ū'), plural: endings('i', 'u', 'iem', 'us', 'os') },
  '4': { singular: endings('a', 'as', 'ai', 'u', 'ā'), plural: endings('as', 'u', 'ām', 'as', 'ās') },
  '5': { singular: endings('e', 'es', 'ei', 'i', 'ē'), plural: endings('es', '~u', 'ēm', 'es', 'ēs') },
  '6': { singular: endings('s', 's', 'ij', 'i', 'ī'), plural: endings('is', '~u', 'īm', 'is', 'īs') },
  // apspriešana is 4; apspriešanās: only these cases exist
  reflexive: {
    singular: { nominative: 'ās', genitive: 'ās', accusative: 'os' },
    plural: { nominative: 'ās', accusative: 'ās' },
  },
  ais: { singular: endings('ais', 'ā', 'ajam', 'o', 'ajā'), plural: endings('ie', 'o', 'ajiem', 'os', 'ajos') },
  ējais: {
    singular: endings('ējais', 'ējā', 'ējam', 'ējo', 'ējā'),
    plural: endings('ējie', 'ējo', 'ējiem', 'ējos', 'ējos'),
  },
  ā: { singular: endings('ā', 'ās', 'ajai', 'o', 'ajā'), plural: endings('ās', 'o', 'ajām', 'ās', 'ajās') },
  ējā: {
    singular: endings('ējā', 'ējās', 'ējai', 'ējo', 'ējā'),
    plural: endings('ējās', 'ējo', 'ējām', 'ējās', 'ējās'),
  },
};

export type Declension =
  | '1'
  | '1š'
  | '2'
  | '2s'
  | '3'
  | '4'
  | '5'
  | '6'
  | 'reflexive'
  | 'ais'
  | 'ējais'
  | 'ā'
  | 'ējā'
  | 'none';

const PAIRS: readonly (readonly [string, string])[] = [
  ['ll', 'ļļ'],
  ['nn', 'ņņ'],
  ['sn', 'šņ'],
  ['zn', 'žņ'],
  ['sl', 'šļ'],
  ['zl', 'žļ'],
  ['ln', 'ļņ'],
  ['dz', 'dž'],
  ['kst', 'kš'],
  ['b', 'bj'],
  ['p', 'pj'],
  ['m', 'mj'],
  ['v', 'vj'],
  ['f', 'fj'],
  ['t', 'š'],
  ['d', 'ž'],
  ['c', 'č'],
  ['s', 'š'],
  ['z', 'ž'],
  ['n', 'ņ'],
  ['l', 'ļ'],
];

/** Līdzskaņu mija: the stem as it stands before a softening ending (`lāc` → `lāč`, `egl` → `egļ`). */
export function soften(stem: string): string {
  for (const [hard, soft] of PAIRS) if (stem.endsWith(hard)) return stem.slice(0, -hard.length) + soft;
  return stem;
}

/** Words of the second declension that do not soften: viesis → viesa, tētis → tēta, and compounds of -astis, -matis. */
const SECOND_HARD = /(?:astis|matis|viesis|tētis)$/u;

/** Likewise of the sixth: valsts → valstu, Cēsis → Cēsu. */
const SIXTH_HARD = /(?:valsts?|acs|auss|balss|zoss|Cēs)$/u;

/** The declension of a nominative singular by its ending; the gender decides between 1 and 6 (-s) and for -a, -e. */
export function declensionOf(lemma: string, gender: Gender = 'masculine'): Declension {
  if (/ējais$/u.test(lemma)) return 'ējais';
  if (/ais$/u.test(lemma)) return 'ais';
  if (/šanās$/u.test(lemma)) return 'reflexive';
  if (/ējā$/u.test(lemma)) return 'ējā';
  if (/ā$/u.test(lemma)) return 'ā';
  if (/is$/u.test(lemma)) return '2';
  if (/us$/u.test(lemma)) return '3';
  if (/(?:mens|mēness)$/u.test(lemma)) return '2s';
  if (/š$/u.test(lemma)) return gender === 'masculine' ? '1š' : 'none';
  if (/s$/u.test(lemma)) return gender === 'feminine' ? '6' : '1';
  if (/a$/u.test(lemma)) return '4';
  if (/e$/u.test(lemma)) return '5';
  return 'none';
}

export interface DeclineOptions {
  /** Decides between the first and the sixth declension (-s), and the dative of -a and -e. */
  readonly gender?: Gender;
  readonly declension?: Declension;
  /** Keeps the stem as it is; given names of two syllables in -tis and -dis do (Gatis → Gata, Uldis → Ulda). */
  readonly hard?: boolean;
}

/** Forms of a noun. `lemma` is the nominative singular; for plurals without a singular use `declinePlural`. */
export function declineNoun(lemma: string, options: DeclineOptions = {}): Form[] {
  const { gender, declension = declensionOf(lemma, gender) } = options;
  const genderOf: Gender =
    gender ?? (['4', '5', '6', 'ā', 'ējā', 'reflexive'].includes(declension) ? 'feminine' : 'masculine');
  if (declension === 'none') {
    return [{ form: lemma, case: 'nominative', number: 'singular', gender: genderOf }];
  }
  const table = NOUN[declension] as { singular: Endings; plural: Endings };
  const stem = lemma.slice(0, lemma.length - (table.singular.nominative as string).length);
  const hard = options.hard || SECOND_HARD.test(lemma) || (declension === '6' && SIXTH_HARD.test(lemma));
  const soft = hard ? stem : soften(stem);
  const forms: Form[] = [];
  for (const number of ['singular', 'plural'] as const) {
    for (const [grammaticalCase, ending] of Object.entries(table[number])) {
      let form = ending.startsWith('~') ? soft + ending.slice(1) : stem + ending;
      // a man's surname in -a, -e: Kalvītim is rare, «Liepam», «Egle» → «Eglem»
      if (number === 'singular' && grammaticalCase === 'dative' && genderOf === 'masculine') {
        if (declension === '4') form = `${stem}am`;
        if (declension === '5') form = `${stem}em`;
      }
      forms.push({ form, case: grammaticalCase as GrammaticalCase, number, gender: genderOf });
    }
  }
  return forms;
}

const PLURALS: readonly (readonly [string, Declension, Gender])[] = [
  ['is', '6', 'feminine'],
  ['as', '4', 'feminine'],
  ['es', '5', 'feminine'],
  ['i', '1', 'masculine'],
];

/** Forms of a noun that has only a plural: Talsi, Cēsis, Ropaži. The stem of those in -i is soft already. */
export function declinePlural(lemma: string): Form[] {
  const [ending, declension, gender] = PLURALS.find(([nominative]) => lemma.endsWith(nominative)) ?? [];
  if (!ending || !declension || !gender) return [];
  const stem = lemma.slice(0, -ending.length);
  const soft = SIXTH_HARD.test(stem) ? stem : soften(stem);
  return Object.entries(NOUN[declension]?.plural ?? {}).map(([grammaticalCase, form]) => ({
    form: form.startsWith('~') ? soft + form.slice(1) : stem + form,
    case: grammaticalCase as GrammaticalCase,
    number: 'plural',
    gender,
  }));
}

/** Forms of an adjective or participle in both genders. `lemma`: masculine nominative, definite (-ais) or not (-s, -š). */
export function declineAdjective(lemma: string): Form[] {
  const definite = lemma.endsWith('ais');
  const soft = lemma.endsWith('ējais');
  const stem = lemma.slice(0, soft ? -5 : definite ? -3 : -1);
  const masculine: Declension = soft ? 'ējais' : definite ? 'ais' : lemma.endsWith('š') ? '1š' : '1';
  const feminine: Declension = soft ? 'ējā' : definite ? 'ā' : '4';
  const feminineLemma = stem + (soft ? 'ējā' : definite ? 'ā' : 'a');
  return [
    ...declineNoun(lemma, { gender: 'masculine', declension: masculine }),
    ...declineNoun(feminineLemma, { gender: 'feminine', declension: feminine }),
  ];
}
