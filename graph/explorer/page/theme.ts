import { signal } from '@preact/signals';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'saites-theme';
const stored = (): Theme =>
  THEMES.find((one) => typeof window !== 'undefined' && one === window.localStorage.getItem(KEPT)) ?? 'auto';

export const theme = signal<Theme>(stored());

export function show(chosen: Theme): void {
  theme.value = chosen;
  window.localStorage.setItem(KEPT, chosen);
  apply();
}

export function apply(): void {
  document.documentElement.dataset.theme = theme.value;
}
