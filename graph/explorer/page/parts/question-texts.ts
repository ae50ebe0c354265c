import type { Question } from '../../api.js';
import { language, told } from '../language.js';

export const titleOf = ({ name, title }: Question): string =>
  language.value === 'en' ? title : known('question', name, title);
export const whatOf = ({ name, what }: Question): string =>
  language.value === 'en' ? what : known('answers', name, what);
export const columnTitle = (name: string): string => known('column', name, words(name));

/** A text of our own, else what the file says. */
export function known(group: string, name: string, otherwise: string): string {
  const text = told(group, name);
  return text === name ? otherwise : text;
}

/** `secondTitle` → `second title` */
const words = (name: string): string => name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
