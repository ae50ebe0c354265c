import { type AnyNode, type Element, isElement, isInlineName } from './tree.js';

/** What is in an element but for the elements left out. */
export interface Measure {
  /** Characters, white space not counted. */
  readonly chars: number;
  /** Of these, within links. */
  readonly linked: number;
  /** Of these, in running text: stretches of a sentence or more that are not mostly links. */
  readonly running: number;
  /** The running text weighed by how near it stands: whole in the element and its children, half below those, and so on. */
  readonly score: number;
  /** Runs on in a line of text, and holds nothing that does not. */
  readonly inline: boolean;
}

/** Characters (without white space) below which a stretch of text is no sentence. */
const SENTENCE = 50;
/** Weights of running text by how many elements are between it and the one that is scored. */
const WEIGHTS = [1, 1, 0.5, 0.25, 0.15, 0.1];

/** Scripts in which a sign is a syllable or a word. */
const SYLLABLES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Characters without white space; a sign that is a syllable counts for two letters. */
function lengthOf(text: string): number {
  const { length } = text.replace(/\s+/gu, '');
  return length > 0 && SYLLABLES.test(text) ? 2 * length : length;
}

/**
 * Measures every element of a tree in one pass, so that the time grows with the page's size and not with its shape.
 * @param isOut elements that count as empty
 */
export function measure(root: AnyNode, isOut: (element: Element) => boolean): Map<AnyNode, Measure> {
  const found = new Map<AnyNode, Measure>();
  const walk = (node: AnyNode, inLink: boolean): { readonly of: Measure; readonly near: number[] } => {
    const near = WEIGHTS.map(() => 0);
    let chars = 0;
    let linked = 0;
    let running = 0;
    let inline = !isElement(node) || isInlineName(node.name);
    if (node.type === 'text') {
      chars = lengthOf(node.data);
      linked = inLink ? chars : 0;
    } else if ('children' in node && !(isElement(node) && isOut(node))) {
      const here = inLink || (isElement(node) && node.name === 'a' && node.attribs.href !== undefined);
      const run = { chars: 0, linked: 0 };
      const runs: number[] = [];
      const endRun = (): void => {
        if (run.chars >= SENTENCE && run.linked * 2 < run.chars) runs.push(run.chars - run.linked);
        run.chars = 0;
        run.linked = 0;
      };
      for (const child of node.children) {
        const { of, near: below } = walk(child, here);
        chars += of.chars;
        linked += of.linked;
        if (of.inline) {
          run.chars += of.chars;
          run.linked += of.linked;
          continue;
        }
        inline = false;
        endRun();
        running += of.running;
        for (let i = 1; i < near.length; i++) near[i] = (near[i] as number) + (below[i - 1] as number);
      }
      if (!inline) {
        endRun();
        const own = runs.reduce((sum, length) => sum + length, 0);
        running += own;
        near[0] = own;
      }
    }
    const density = chars === 0 ? 0 : linked / chars;
    const score = near.reduce((sum, length, i) => sum + length * (WEIGHTS[i] as number), 0) * (1 - density);
    const of = { chars, linked, running, score, inline };
    if (node.type !== 'text') found.set(node, of);
    return { of, near };
  };
  walk(root, false);
  return found;
}
