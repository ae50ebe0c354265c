import { signal } from '@preact/signals';

/** What the address says: the view, and its state, so that a view can be sent or cited. */
export interface Place {
  /** `/entity` */
  readonly path: string;
  readonly params: URLSearchParams;
}

const inBrowser = typeof window !== 'undefined';

const read = (): Place =>
  inBrowser
    ? { path: window.location.pathname, params: new URLSearchParams(window.location.search) }
    : { path: '/', params: new URLSearchParams() };

export const place = signal<Place>(read());

export type Params = Readonly<Record<string, string | number | undefined>>;

const query = (params: Params): string => {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
};

/** Where a view is. */
export const addressOf = (path: string, params: Params = {}): string => `${path}${query(params)}`;

/** How a view is linked to. The static report has files instead, and for some views none: an empty text. */
export const links: { to: (path: string, params?: Params) => string } = { to: addressOf };

/** Goes to another view, or to another state of this one. */
export function go(to: string, { replace = false } = {}): void {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', to);
  const before = place.value;
  place.value = read();
  const turned = place.value.params.get('page') !== before.params.get('page');
  if (place.value.path !== before.path || turned) window.scrollTo(0, 0);
}

/** Changes some of the state of this view in the address. */
export function change(params: Params, { replace = true } = {}): void {
  const all = Object.fromEntries(place.value.params);
  go(addressOf(place.value.path, { ...all, ...params }), { replace });
}

/** Links of our own are followed without loading the page again. */
export function followLinks(): void {
  window.addEventListener('popstate', () => {
    place.value = read();
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = (event.target as Element).closest('a');
    if (link?.target !== '' || link.origin !== window.location.origin || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    if (url.pathname.startsWith('/api/') || (url.pathname === window.location.pathname && url.hash !== '')) return;
    event.preventDefault();
    go(`${url.pathname}${url.search}`);
  });
}
