import { fold } from '../0-contract/fold.js';
import { territories } from '../0-contract/territory-table.js';
import type { EntityKind, Gender } from '../0-contract/types.js';
import { declineAdjective, declineNoun, type Form } from './declension.js';
import { formsOf, placeForms } from './territories.js';

/** What must be known of an entity to write down its names in all cases. */
export interface Named {
  /** Of a municipality: that of `data/territories`. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** `masculine` or `feminine`, of a person. */
  readonly gender?: string;
}

/**
 * What people may type to find an entity: its name and aliases in all case forms, folded (`fold`). The first is the
 * folded name.
 */
export function searchForms(entity: Named): string[] {
  const forms = new Set<string>([fold(entity.name)]);
  for (const name of [entity.name, ...entity.aliases]) {
    forms.add(fold(name));
    for (const form of inflected(entity, name)) forms.add(fold(form));
  }
  forms.delete('');
  return [...forms];
}

function inflected(entity: Named, name: string): string[] {
  switch (entity.kind) {
    case 'person':
      return personForms(name, entity.gender);
    case 'municipality':
      return municipalityForms(name, entity.id);
    case 'institution':
      return institutionForms(name);
    default:
      return [];
  }
}

const singular = (forms: readonly Form[]): Form[] => forms.filter(({ number }) => number === 'singular');

/** Form of each case; a word that is not declined has the one. */
type ByCase = ReadonlyMap<string, string>;

const byCase = (forms: readonly Form[]): ByCase => new Map(forms.map((form) => [form.case, form.form]));

/** Puts parts together case by case: `Annai Kalniņai`. */
function together(parts: readonly (string | ByCase)[], separator: string): string[] {
  const cases = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [...part.keys()])));
  return ['nominative', ...cases].map((grammaticalCase) =>
    parts
      .map((part) => (typeof part === 'string' ? part : (part.get(grammaticalCase) ?? part.get('nominative') ?? '')))
      .join(separator),
  );
}

function personForms(name: string, gender: string | undefined): string[] {
  const words = name.split(/(?<=[\s.-])|(?=[\s-])/u);
  const last = words.at(-1) ?? '';
  const guessed: Gender =
    gender === 'feminine' || (gender !== 'masculine' && /[ae]$/u.test(last)) ? 'feminine' : 'masculine';
  return together(
    words.map((word) =>
      /^\p{Lu}\p{Ll}+$/u.test(word) ? byCase(singular(declineNoun(word, { gender: guessed }))) : word,
    ),
    '',
  );
}

/** All cases, and for a novads its centre too: `Tukums`, `Tukumā`. */
function municipalityForms(name: string, id: string): string[] {
  const territory = territories.get(id);
  const forms = territory?.name === name ? formsOf(id) : [];
  const [owner = ''] = name.split(' novads');
  return territory?.kind === 'novads' ? [...forms, ...centreForms(owner)] : forms;
}

/** Genitive → nominative of a place name, by their endings; some have two. */
const NOMINATIVES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=pil)s$/u, ['s']],
  [/us$/u, ['us']],
  [/as$/u, ['a']],
  [/es$/u, ['e']],
  [/u$/u, ['i', 'is']],
  [/a$/u, ['s']],
];

/** The centre of a novads (`Tukuma` → Tukums in all cases), unless that is a city of its own, as Rēzekne is. */
function centreForms(genitive: string): string[] {
  const [ending, nominatives] = NOMINATIVES.find(([pattern]) => pattern.test(genitive)) ?? [];
  if (!ending || !nominatives) return [];
  const centres = nominatives.map((nominative) => genitive.replace(ending, nominative));
  return centres.some((centre) => cities().has(centre))
    ? []
    : centres.flatMap((centre) => placeForms(centre).map(({ form }) => form));
}

let cityNames: ReadonlySet<string> | undefined;
const cities = (): ReadonlySet<string> => {
  cityNames ??= new Set(
    [...territories.values()]
      .filter(({ kind }) => kind === 'republikas pilsēta' || kind === 'valstspilsēta')
      .map(({ name }) => name),
  );
  return cityNames;
};

/**
 * The head noun is declined with the adjectives that agree with it; owner and quoted name stay. The head is the last
 * word before a quoted name, else the last word: `Rīgas domes Labklājības departaments`, `iestāde “Sociālais dienests”`.
 */
function institutionForms(name: string): string[] {
  const quote = name.search(/\s*[“”„"«]/u);
  const [front, back] = quote > 0 ? [name.slice(0, quote), name.slice(quote)] : [name, ''];
  const words = front.split(' ');
  const head = words.pop() ?? '';
  if (!/\p{Ll}$/u.test(head)) return [name];
  const forms = singular(declineNoun(head));
  const gender = forms[0]?.gender ?? 'masculine';
  const agreeing = gender === 'masculine' ? /ais$/u : /ā$/u;
  const parts = words.map((word) =>
    agreeing.test(word)
      ? byCase(singular(declineAdjective(word.replace(/ā$/u, 'ais'))).filter((form) => form.gender === gender))
      : word,
  );
  return together([...parts, byCase(forms)], ' ').map((form) => form + back);
}
