import type { MatrixCell, State } from '../../api.js';
import { told } from '../language.js';

/** As it is shown: what is only planned is told apart from what is. */
type Shown = State | 'planned';
export const SHOWN: readonly Shown[] = ['joined', 'planned', 'declined', 'mentioned', 'uncovered'];
export const shownOf = (cell: MatrixCell | undefined): Shown =>
  cell?.status === 'planned' ? 'planned' : (cell?.state ?? 'uncovered');

/** One sign a state, so that colour is not all that tells them apart. */
const SIGNS: Readonly<Record<Shown, string>> = {
  ...{ joined: '●', planned: '◐', declined: '✕', mentioned: '○', uncovered: '' },
};
export const signOf = (cell: MatrixCell | undefined): string => SIGNS[shownOf(cell)];

export const StatesLegend = () => (
  <p class="states">
    {SHOWN.map((state) => (
      <span key={state}>
        <span class={`sign ${state === 'planned' ? 'joined' : state}`}>{SIGNS[state]}</span> {told('state', state)}
      </span>
    ))}
  </p>
);
