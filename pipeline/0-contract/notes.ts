/** A problem with one article or one line of input: told to the user, never a reason to stop the rest. */
export interface Note {
  readonly level: 'warning' | 'error';
  /** Where: a file, `file.jsonl:12`, an article's id. */
  readonly where: string;
  /** What was wrong and what to do, one line, no full stop needed. */
  readonly message: string;
}

/** Collects problems in the order they come. */
export class Notes {
  readonly all: Note[] = [];

  warn(where: string, message: string): void {
    this.all.push({ level: 'warning', where, message });
  }

  error(where: string, message: string): void {
    this.all.push({ level: 'error', where, message });
  }

  get errors(): Note[] {
    return this.all.filter((note) => note.level === 'error');
  }
}
