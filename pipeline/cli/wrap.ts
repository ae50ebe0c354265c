/** Width in a terminal of Latvian text: one column a letter, whether its accent is a character of its own or not. */
export const widthOf = (text: string): number => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;

/** Breaks a text into lines of at most `width`, at spaces where there are any (an address is cut). */
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
  while (letters.length > 0) parts.push(letters.splice(0, width).join(''));
  return parts;
}
