import { opening } from '../data.js';
import { t } from '../language.js';

const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000);

/** That the graph is being opened, and how far that is by the last time. */
export function Opening() {
  if (opening.value === undefined) return null;
  const { since, lasts } = opening.value;
  return (
    <div class="opening">
      <span role="status">{t('opening')}</span>
      <progress aria-label={t('opening')} {...(lasts === null ? {} : { value: since, max: Math.max(lasts, since) })} />
      <span aria-hidden="true">
        {seconds(since)} s{lasts === null ? '' : `; ${t('opening.before', { seconds: seconds(lasts) })}`}
      </span>
    </div>
  );
}
