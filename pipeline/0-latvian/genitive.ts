import { declineNoun, declinePlural } from './declension.js';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/novads$/u, 'novada'],
  [/pagasts$/u, 'pagasta'],
  [/rajons$/u, 'rajona'],
];

/** The genitive of a territory's name, as it stands before what belongs to it: Saldus novads → Saldus novada, Cēsis → Cēsu. */
export function genitiveOfPlace(name: string): string {
  for (const [kind, genitive] of KINDS) if (kind.test(name)) return name.replace(kind, genitive);
  // Talsi, Cēsis, Līvāni have only a plural; Daugavpils, Jaunpils keep their form; Saldus is both
  const plural = /(?:[^o]i|ēsis)$/u.test(name);
  const forms = plural ? declinePlural(name) : /(?:pils|Saldus)$/u.test(name) ? [] : declineNoun(name);
  return forms.find((form) => form.case === 'genitive' && (plural || form.number === 'singular'))?.form ?? name;
}
