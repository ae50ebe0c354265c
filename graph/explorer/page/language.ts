import { signal } from '@preact/signals';
import { LANGUAGES, type Language } from '../choices.js';
import english from './texts/en.json';
import latvian from './texts/lv.json';

export type TextKey = keyof typeof english;

const TEXTS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en: english, lv: latvian };
const KEPT = 'saites-language';

const inBrowser = typeof window !== 'undefined';

function atFirst(): Language {
  if (!inBrowser) return 'en';
  const asked = new URLSearchParams(window.location.search).get('lang') ?? window.localStorage.getItem(KEPT);
  return LANGUAGES.find((one) => one === (asked ?? navigator.language.slice(0, 2))) ?? 'en';
}

export const language = signal<Language>(atFirst());

/** For days and numbers. */
const locale = (): string => (language.value === 'en' ? 'en-GB' : 'lv-LV');

export function speak(chosen: Language): void {
  language.value = chosen;
  window.localStorage.setItem(KEPT, chosen);
}

/** Keeps what is made for a language and some options: making one of Intl takes as long as thousands of uses. */
function kept<Options extends object, Made>(make: (locale: string, options: Options) => Made) {
  const made = new Map<string, Made>();
  return (options: Options): Made => {
    const key = `${locale()} ${JSON.stringify(options)}`;
    const known = made.get(key) ?? make(locale(), options);
    made.set(key, known);
    return known;
  };
}

/** Writes times in the reader's language. */
export const timesIn = kept(
  (where: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(where, options),
);
const numbersIn = kept((where: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(where, options));
const pluralsIn = kept((where: string, options: Intl.PluralRulesOptions) => new Intl.PluralRules(where, options));

/** `12 345` */
export const numberText = (number: number): string => numbersIn({}).format(number);

/** A text of texts/LANGUAGE.json; `{name}` in it is replaced. */
export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return TEXTS[language.value][key].replace(/\{(\p{L}+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** A text whose key is put together from data; what has none is shown as it is. */
export const told = (group: string, name: string): string =>
  (TEXTS[language.value] as Readonly<Record<string, string>>)[`${group}.${name}`] ?? name;

/** `key.one` for 1, in Latvian for 21 and 101 too; else `key.many`. */
export function counted(key: string, count: number): string {
  const form = pluralsIn({}).select(count) === 'one' ? 'one' : 'many';
  return told(key, form)
    .replace('{n} ', `${numberText(count)}\u00A0`)
    .replace('{n}', numberText(count));
}
