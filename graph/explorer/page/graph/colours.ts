import { KINDS, type Kind } from '../../api.js';

export type Colours = Readonly<Record<Kind | 'text' | 'back' | 'line', string>>;

/** Colours as the style sheet has them, since a canvas does not know its variables. */
export function colours(): Colours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    const [r = 0, g = 0, b = 0] = (getComputedStyle(probe).color.match(/[\d.]+/gu) ?? []).map(Number);
    return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
  };
  const names = [
    ...KINDS.map((kind) => [kind, `${kind}-strong`]),
    ['text', 'text'],
    ['back', 'back'],
    ['line', 'edge'],
  ];
  const found = Object.fromEntries(names.map(([key, name]) => [key, read(name as string)]));
  probe.remove();
  return found as Colours;
}
