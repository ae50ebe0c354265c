import { t } from '../language.js';
import { links, place } from '../place.js';

/** To the other pages of a long list; the address keeps which one it is. Nothing where there is one page only. */
export function Pages({ page, pages }: { page: number; pages: number }) {
  if (pages < 2) return null;
  const { path, params } = place.value;
  const to = (other: number): string =>
    links.to(path, { ...Object.fromEntries(params), page: other === 1 ? undefined : other });
  const link = (other: number, rel: 'prev' | 'next', text: string) =>
    other < 1 || other > pages ? (
      <span class="soft">{text}</span>
    ) : (
      <a href={to(other)} rel={rel} class="button">
        {text}
      </a>
    );
  return (
    <nav class="pages" aria-label={t('pages')}>
      {link(page - 1, 'prev', t('pages.before'))}
      <span>{t('pages.at', { page, pages })}</span>
      {link(page + 1, 'next', t('pages.next'))}
    </nav>
  );
}

/** Which page the address names, from 1. */
export const pageIn = (params: URLSearchParams): number => {
  const page = Number(params.get('page') ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
};
