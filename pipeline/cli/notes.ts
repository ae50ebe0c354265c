import type { Note, Notes } from '../0-contract/notes.js';
import { say } from './output.js';

const lineOf = ({ where, message }: Note): string => `${where}: ${message}`;

/** Tells what went wrong: errors always, warnings unless asked to be quiet. */
export function tellNotes(notes: Notes, quiet = false): void {
  for (const note of notes.all) {
    if (note.level === 'error' || !quiet) say(lineOf(note));
  }
}
