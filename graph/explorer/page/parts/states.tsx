import type { MatrixCell, State } from '../../api.js';
import { told } from '../language.js';

/** One sign a state, so that colour is not all that tells them apart; what is only planned has its own. */
export const SIGNS: Readonly<Record<State | 'planned', string>> = {
  ...{ joined: '●', planned: '◐', declined: '✕', mentioned: '○', uncovered: '' },
};
export const signOf = (cell: MatrixCell | undefined): string =>
  SIGNS[cell?.status === 'planned' ? 'planned' : (cell?.state ?? 'uncovered')];

export const StatesLegend = () => (
  <p class="states">
    {(['joined', 'planned', 'declined', 'mentioned', 'uncovered'] as const).map((state) => (
      <span key={state}>
        <span class={`sign ${state === 'planned' ? 'joined' : state}`}>{SIGNS[state]}</span> {told('state', state)}
      </span>
    ))}
  </p>
);
