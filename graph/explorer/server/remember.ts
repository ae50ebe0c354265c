/** Characters of answers that are kept: some ten pictures of a large graph. */
const KEPT = 40_000_000;

/** Answers that read the whole graph, kept until it is changed. */
export interface Memory {
  /** The answer of that name as JSON; whoever asks while it is being read waits for the same. */
  of(name: string, read: () => Promise<object>): Promise<string>;
  forget(): void;
}

/** @param most characters to keep; the answers asked for longest ago go first */
export function memory(most = KEPT): Memory {
  let answers = new Map<string, { readonly text: Promise<string>; length: number }>();
  return {
    forget() {
      // what is still being read goes to those who wait, and to nobody later
      answers = new Map();
    },
    of(name, read) {
      const known = answers.get(name);
      if (known !== undefined) {
        answers.delete(name);
        answers.set(name, known);
        return known.text;
      }
      const now = answers;
      const one = { text: read().then((answer) => JSON.stringify(answer)), length: 0 };
      now.set(name, one);
      one.text.then(
        ({ length }) => {
          one.length = length;
          let sum = [...now.values()].reduce((all, { length: of }) => all + of, 0);
          for (const [oldest, { length: of }] of now) {
            if (sum <= most) break;
            sum -= of;
            now.delete(oldest);
          }
        },
        () => {
          if (now.get(name) === one) now.delete(name);
        },
      );
      return one.text;
    },
  };
}
