import type { EntityAnswer, EntityFact, EntityRef } from '../../api.js';
import { t, told } from '../language.js';
import { entityLink } from './basics.js';

/** How many stand around the middle; the rest is left to the graph view. */
const AROUND = 16;
const SIZE = { width: 640, height: 340 } as const;

/** A small picture of an entity and those with which it shares the best supported facts. */
export function Neighbours({ of }: { of: EntityAnswer }) {
  const around = strongest(of).sort((a, b) => order(a.other) - order(b.other));
  if (around.length === 0) return null;
  const middle = { x: SIZE.width / 2, y: SIZE.height / 2 };
  return (
    <svg class="neighbours" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="group" aria-label={t('entity.around')}>
      {around.map(({ other, facts }, i) => {
        const to = spot(i, around.length);
        const label = { x: middle.x + (to.x - middle.x) * 0.56, y: middle.y + (to.y - middle.y) * 0.56 };
        return (
          <g key={other.id}>
            <line
              {...{ x1: middle.x, y1: middle.y, x2: to.x, y2: to.y }}
              class={facts.some(({ status }) => status === 'declined' || status === 'ended') ? 'over' : undefined}
            />
            {around.length <= 8 ? (
              <text class="edge" x={label.x} y={label.y} text-anchor="middle">
                {told('fact', facts[0]?.type ?? '')}
              </text>
            ) : null}
          </g>
        );
      })}
      {around.map(({ other }, i) => {
        const { x, y, right } = spot(i, around.length);
        return (
          <a key={other.id} href={entityLink(other.id)}>
            <circle cx={x} cy={y} r={5.5} class={other.kind} />
            <text x={x + (right ? 9 : -9)} y={y + 4} text-anchor={right ? 'start' : 'end'}>
              {short(other.name)}
            </text>
          </a>
        );
      })}
      <circle cx={middle.x} cy={middle.y} r={9} class={of.kind} />
    </svg>
  );
}

function strongest(of: EntityAnswer): { other: EntityRef; facts: EntityFact[] }[] {
  const by = new Map<string, { other: EntityRef; facts: EntityFact[] }>();
  for (const fact of of.facts) {
    const { other } = fact;
    const known = by.get(other.id);
    if (known) known.facts.push(fact);
    else if (by.size < AROUND) by.set(other.id, { other, facts: [fact] });
  }
  return [...by.values()];
}

const ORDER: readonly string[] = ['municipality', 'institution', 'person', 'project', 'event', 'date'];
const order = ({ kind }: EntityRef): number => ORDER.indexOf(kind);

/** To the left and to the right in a bow, so that no name stands over another. */
function spot(i: number, of: number): { x: number; y: number; right: boolean } {
  const left = Math.ceil(of / 2);
  const right = i >= left;
  const [place, places] = right ? [i - left, of - left] : [i, left];
  const y = SIZE.height * ((place + 0.5) / places);
  const up = (y - SIZE.height / 2) / (SIZE.height / 2);
  const far = 70 + 75 * Math.sqrt(1 - 0.9 * up * up);
  return { x: SIZE.width / 2 + (right ? far : -far), y, right };
}

const short = (name: string): string => (name.length <= 26 ? name : `${name.slice(0, 25).trimEnd()}…`);
