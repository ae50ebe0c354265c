import { scaleUtc } from 'd3-scale';
import type { ClaimAnswer } from '../../api.js';
import { t } from '../language.js';
import { articleLink, relationText } from './basics.js';
import { dayText, spanText } from './day-text.js';
import { dayNumber, ticksOf } from './days.js';

const WIDTH = 640;
const ROW = 22;
const ROWS = 24;

interface Timed {
  readonly claim: ClaimAnswer;
  readonly from: number;
  readonly to: number;
  /** The day is that of publication, as the article tells none. */
  readonly published: boolean;
}

/** When what is told of an entity holds, one line a claim. A hollow mark is a day of publication. */
export function ClaimTimes({ of, of: claims, entity }: { of: readonly ClaimAnswer[]; entity: string }) {
  const timed = different(of)
    .flatMap(timesOf)
    .sort((a, b) => a.from - b.from)
    .slice(0, ROWS);
  if (timed.length < 2) return null;
  const scale = scaleUtc(
    [new Date(Math.min(...timed.map(({ from }) => from))), new Date(Math.max(...timed.map(({ to }) => to)))],
    [20, WIDTH * 0.44],
  ).nice();
  const height = timed.length * ROW + 28;
  return (
    <figure class="picture">
      <svg class="times" viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label={t('entity.timeline')}>
        {ticksOf(scale, 5).map(({ at, text }) => (
          <g key={at}>
            <line class="grid" x1={at} x2={at} y1={18} y2={height} />
            <text class="tick" x={at} y={12} text-anchor="middle">
              {text}
            </text>
          </g>
        ))}
        {timed.map(({ claim, from, to, published }, i) => {
          const y = 32 + i * ROW;
          const other = claim.subject.id === entity ? claim.object : claim.subject;
          return (
            <a key={claim.id} href={articleLink(claim.article.id, [claim.start, claim.end])}>
              <title>{`${published ? t('published') : ''} ${published ? dayText(claim.article.published) : spanText(claim)}`}</title>
              {to > from ? (
                <rect
                  x={scale(from)}
                  y={y - 5}
                  width={Math.max(4, scale(to) - scale(from))}
                  height={10}
                  rx={2}
                  class={other?.kind ?? 'project'}
                />
              ) : (
                <circle cx={scale(from)} cy={y} r={5} class={published ? 'hollow' : (other?.kind ?? 'project')} />
              )}
              <text x={WIDTH * 0.47} y={y + 4}>
                {clip(
                  (claim.subject.id === entity
                    ? [relationText(claim), other?.name]
                    : [claim.subject.name, relationText(claim)]
                  ).join(' '),
                )}
              </text>
            </a>
          );
        })}
      </svg>
      {claims.length > timed.length ? <figcaption class="soft small">{t('entity.timeline.some')}</figcaption> : null}
    </figure>
  );
}

const clip = (text: string): string => (text.length <= 48 ? text : `${text.slice(0, 47).trimEnd()}…`);

/** Claims that say the same of the same time are one. */
function different(claims: readonly ClaimAnswer[]): ClaimAnswer[] {
  const keyed = claims
    .filter(({ type }) => type !== 'LOCATED_IN')
    .map((claim): [string, ClaimAnswer] => [
      `${claim.fact} ${claim.since ?? ''} ${claim.until ?? ''} ${claim.status ?? ''}`,
      claim,
    ]);
  return [...new Map(keyed).values()];
}

function timesOf(claim: ClaimAnswer): Timed[] {
  const from = dayNumber(claim.since ?? claim.until);
  const to = dayNumber(claim.until ?? claim.since, true);
  if (from !== undefined && to !== undefined) {
    const open = claim.since !== null && claim.until === null;
    return [{ claim, from, to: open || claim.since === null ? from : to, published: false }];
  }
  const day = dayNumber(claim.article.published);
  return day === undefined ? [] : [{ claim, from: day, to: day, published: true }];
}
