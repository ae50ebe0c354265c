import type { ComponentChildren } from 'preact';
import { inText, type Nested, nested } from '../../../../pipeline/0-contract/nest.js';
import type { ArticleAnswer, ClaimAnswer, MentionAnswer } from '../../api.js';
import { told } from '../language.js';
import { entityLink } from './basics.js';

/** What a stretch of the text is. */
type Told =
  | { readonly cited: true }
  | { readonly claims: readonly number[] }
  | { readonly mentions: readonly MentionAnswer[] };

interface Props {
  readonly of: ArticleAnswer;
  /** Offsets of what the address leads to. */
  readonly at?: readonly [number, number] | undefined;
  /** Number of the fact whose sentence stands out. */
  readonly shown?: number | undefined;
}

/** The stored text, character by character, with what was read in it. Text is data: it is never anything but text. */
export function ArticleText({ of, at, shown }: Props) {
  const spans = [
    ...(at === undefined ? [] : [{ start: at[0], end: at[1], told: { cited: true } as Told }]),
    ...sentences(of.claims).map(({ start, end, numbers }) => ({ start, end, told: { claims: numbers } as Told })),
    ...together(of.mentions),
  ].filter(({ start, end }) => end > start && end <= of.text.length);
  return (
    <div class="text" lang={of.language}>
      {pieces(of.text, 0, of.text.length, nested(spans.sort(inText)), shown, [])}
    </div>
  );
}

/** Facts by the words that say them, each with its number from 1. */
function sentences(claims: readonly ClaimAnswer[]): { start: number; end: number; numbers: number[] }[] {
  const all = new Map<string, { start: number; end: number; numbers: number[] }>();
  for (const [i, { start, end }] of claims.entries()) {
    const same = all.get(`${start} ${end}`);
    if (same) same.numbers.push(i + 1);
    else all.set(`${start} ${end}`, { start, end, numbers: [i + 1] });
  }
  return [...all.values()];
}

/** Mentions of the same words are one stretch. */
function together(mentions: readonly MentionAnswer[]) {
  const all = new Map<string, MentionAnswer[]>();
  for (const one of mentions) {
    const key = `${one.start} ${one.end}`;
    all.set(key, [...(all.get(key) ?? []), one]);
  }
  return [...all.values()].map((same) => {
    const [first] = same as [MentionAnswer];
    return { start: first.start, end: first.end, told: { mentions: same } as Told };
  });
}

function pieces(
  text: string,
  from: number,
  to: number,
  nodes: readonly Nested<Told>[],
  shown: number | undefined,
  outside: readonly MentionAnswer[],
): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  let at = from;
  for (const node of nodes) {
    out.push(text.slice(at, node.start), <Piece text={text} node={node} shown={shown} outside={outside} />);
    at = node.end;
  }
  out.push(text.slice(at, to));
  return out;
}

function Piece({
  text,
  node,
  shown,
  outside,
}: {
  text: string;
  node: Nested<Told>;
  shown: number | undefined;
  outside: readonly MentionAnswer[];
}) {
  const { told: what, start, end, inside } = node;
  if ('cited' in what) return <span class="cited">{pieces(text, start, end, inside, shown, outside)}</span>;
  if ('claims' in what)
    return (
      <span class={what.claims.includes(shown ?? 0) ? 'sentence shown' : 'sentence'}>
        {pieces(text, start, end, inside, shown, outside)}
        {what.claims.map((number) => (
          <a key={number} class="number" href={`#fact-${number}`}>
            {number}
          </a>
        ))}
      </span>
    );
  const [mention] = what.mentions as [MentionAnswer];
  const all = [...what.mentions, ...outside];
  const note = all.map(
    ({ entity, rule, confidence }) =>
      `${told('kind', entity.kind)}: ${entity.name} · ${rule} · ${confidence.toFixed(2)}`,
  );
  const content = pieces(text, start, end, inside, shown, all);
  // a link within a link is none: what lies inside another mention is marked, and told with it
  return outside.length > 0 ? (
    <mark class={mention.entity.kind} data-tip={note.join('\n')}>
      {content}
    </mark>
  ) : (
    <a class={`mark ${mention.entity.kind}`} href={entityLink(mention.entity.id)} data-tip={note.join('\n')}>
      {content}
    </a>
  );
}
