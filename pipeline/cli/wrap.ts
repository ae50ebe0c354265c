/** Width in a terminal of Latvian text: one column a letter, whether its accent is a character of its own or not. */
export const widthOf = (text: string): number => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;

/** Breaks a text into lines of at most `width`: at spaces, a longer word behind a `.`, `_`, `-` or `/` of its own, else anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).flatMap((part) => pieces(part, width))) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const letters = [...word.normalize('NFC')];
  const parts: string[] = [];
  while (letters.length > width) {
    const at = letters.slice(0, width).findLastIndex((letter) => /[._/-]/u.test(letter)) + 1;
    parts.push(letters.splice(0, at > 0 ? at : width).join(''));
  }
  return [...parts, letters.join('')];
}
