import { KINDS, type Kind } from '../../api.js';
import type { Filter } from '../graph/scene.js';
import { t, told } from '../language.js';
import { change } from '../place.js';

/** What the address says is to be shown. */
export function filterIn(params: URLSearchParams): Filter {
  const year = (name: string): number | undefined => {
    const value = Number(params.get(name));
    return value > 0 ? value : undefined;
  };
  const without = new Set((params.get('without') ?? '').split(' '));
  return {
    kinds: new Set(KINDS.filter((kind) => !without.has(kind))),
    confidence: Math.min(1, Math.max(0, Number(params.get('confidence') ?? 0) || 0)),
    from: year('from'),
    to: year('to'),
  };
}

/** Kinds, which are also the legend of the colours, confidence and years. */
export function Filters({ of, present }: { of: Filter; present: ReadonlySet<Kind> }) {
  const without = KINDS.filter((kind) => !of.kinds.has(kind));
  return (
    <fieldset class="filters">
      <legend class="unseen">{t('graph.filters')}</legend>
      {KINDS.filter((kind) => present.has(kind)).map((kind) => (
        <label key={kind} class="check">
          <input
            type="checkbox"
            checked={of.kinds.has(kind)}
            onChange={() =>
              change({
                without: (of.kinds.has(kind) ? [...without, kind] : without.filter((one) => one !== kind)).join(' '),
              })
            }
          />{' '}
          <span class={`dot ${kind}`} /> {told('kinds', kind)}
        </label>
      ))}
      <label>
        {t('graph.confidence')}{' '}
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          value={of.confidence}
          onInput={(event) =>
            change({ confidence: event.currentTarget.value === '0' ? undefined : event.currentTarget.value })
          }
        />{' '}
        <output>{of.confidence.toFixed(2)}</output>
      </label>
      <label>
        {t('graph.from')}{' '}
        <input
          type="number"
          min="1990"
          max="2100"
          value={of.from ?? ''}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('graph.to')}{' '}
        <input
          type="number"
          min="1990"
          max="2100"
          value={of.to ?? ''}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}
