import type { GraphStore, Row } from '../../store.js';
import type { EntityRef, Holding, TimelineAnswer } from '../api.js';
import { readWith } from './cypher.js';
import { entityOf, holdingOf, textOf } from './values.js';

/** Projects with their time and those who take part in them with theirs; what has neither is left out. */
export async function readTimeline(store: GraphStore): Promise<TimelineAnswer> {
  const members = new Map<string, (EntityRef & Holding)[]>();
  const rows = await readWith(store, 'timeline-members');
  // the stores order what is missing each in its own way
  const key = ({ since, until, sortKey, id }: Row): string => [since ?? until ?? '9999', sortKey, id].join('\0');
  for (const row of rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const member = { ...entityOf(row.id, row.name, row.kind, row.type), ...holdingOf(row) };
    const project = String(row.project);
    members.set(project, [...(members.get(project) ?? []), member]);
  }
  const projects = await readWith(store, 'matrix-projects');
  return {
    projects: projects
      .map((row) => {
        const [since, until] = daysOf(textOf(row.period));
        return {
          ...entityOf(row.id, row.name, 'project', row.type),
          whole: textOf(row.whole),
          since: since ?? textOf(row.since),
          until: until ?? textOf(row.until),
          members: members.get(String(row.id)) ?? [],
        };
      })
      .filter(({ since, until, members: all }) => since !== null || until !== null || all.length > 0),
  };
}

/** Both ends of an ISO interval as the text gives it; one value is both. */
function daysOf(period: string | null): [string | null, string | null] {
  if (period === null) return [null, null];
  const [from = '', to] = period.split('/');
  const day = (text: string): string | null => (/^\d/u.test(text) ? text : null);
  return [day(from), day(to ?? from)];
}
