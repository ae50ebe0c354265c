import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Stop } from './errors.js';

/**
 * What a YAML text says, checked.
 * @param where names the file in errors
 * @throws Stop `graph/schema.yaml:12: unexpected …`, one line for each fault
 */
export function checkYaml<T>(text: string, where: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(text.normalize('NFC'), { lineCounter: lines });
  const at = (offset: number): string => `${where}:${lines.linePos(offset).line}`;
  const [fault] = document.errors;
  if (fault)
    throw new Stop(
      `${at(fault.pos[0])}: ${fault.message.split('\n')[0]?.replace(/ at line \d+, column \d+:$/u, '')}; look at the indents, dashes and quotes there`,
    );
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const key = issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
    return `${at(offsetOf(document, issue.path))}: ${issue.message}${key}`;
  });
  throw new Stop(faults.join('\n'));
}

/** Where the innermost part of a path that exists begins. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (node !== null && typeof node === 'object' && 'range' in node) {
      const { range } = node as { range?: [number, number, number] | null };
      if (range) return range[0];
    }
  }
  return 0;
}
