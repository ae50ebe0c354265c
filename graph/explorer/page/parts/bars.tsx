import type { QuestionAnswer } from '../../api.js';
import { t } from '../language.js';
import { change, place } from '../place.js';
import { Choice } from './basics.js';

/** Rows shown; the rest is told by number. */
const BARS = 40;

/** How often each value of a column stands in the answer; days by year. */
export function Bars({ of, titleOf }: { of: QuestionAnswer; titleOf: (column: string) => string }) {
  const columns = of.columns.filter(({ name, type }) => type !== 'list' && !/sentence|url/iu.test(name));
  const first =
    columns.find(({ name }) => new Set(of.rows.map((row) => row[name])).size < of.rows.length) ?? columns[0];
  const column = columns.find(({ name }) => name === place.value.params.get('by_')) ?? first;
  if (!column) return null;
  const tally = new Map<string, number>();
  for (const row of of.rows) {
    const value = row[column.name];
    if (value === null || value === undefined || Array.isArray(value)) continue;
    const text = column.type === 'date' ? String(value).slice(0, 4) : String(value);
    tally.set(text, (tally.get(text) ?? 0) + 1);
  }
  const byTime = column.type === 'date';
  const all = [...tally].sort((a, b) => (byTime ? (a[0] < b[0] ? -1 : 1) : b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  const most = Math.max(1, ...all.map(([, count]) => count));
  return (
    <>
      <Choice
        label={t('chart.by')}
        value={column.name}
        options={columns.map(({ name }) => [name, titleOf(name)])}
        onChange={(name) => change({ by_: name })}
      />
      <table class="bars">
        <caption class="unseen">{t('chart.caption', { column: titleOf(column.name) })}</caption>
        <tbody>
          {all.slice(0, BARS).map(([value, count]) => (
            <tr key={value}>
              <th scope="row" lang="lv">
                {value}
              </th>
              <td>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * count) / most} height="8" />
                </svg>
              </td>
              <td class="figure">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > BARS ? <p class="soft">{t('and.more', { n: all.length - BARS })}</p> : null}
    </>
  );
}
