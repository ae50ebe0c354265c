import type { SegmentedArticle } from '../../0-contract/types.js';
import { formsOfPart } from '../../0-latvian/name-forms.js';
import { normalised } from './context.js';
import type { FoundName } from './found-name.js';

/** «Vijas Ķemmeres un Rolanda Strauta»: names joined by a comma or a conjunction stand in the same case. */
export function coordinated(doc: SegmentedArticle, names: readonly FoundName[]): FoundName[] {
  return names.map((name, k) => {
    let { readings } = name.mention;
    for (const [other, from, to] of [
      [names[k - 1], names[k - 1]?.mention.last ?? 0, name.mention.first],
      [names[k + 1], name.mention.last, names[k + 1]?.mention.first ?? 0],
    ] as const) {
      if (!other || to - from !== 1 || !JOINING.has(doc.tokens[from]?.lower ?? '')) continue;
      if (other.mention.sentence !== name.mention.sentence) continue;
      readings = normalised(
        readings.map((reading) => ({ ...reading, weight: reading.weight * (0.2 + 3 * shareOf(other, reading.case)) })),
      );
    }
    return { ...name, mention: { ...name.mention, readings } };
  });
}

/** How sure the likeliest reading must be for the rest of the article not to be asked. */
const CLEAR = 0.98;

/** `Laura Vanaga` in an article that also says `Vanags` or `Laurim`: forms that only one reading has speak for it. */
export function supported(doc: SegmentedArticle, names: readonly FoundName[]): FoundName[] {
  let words: Set<string> | undefined;
  return names.map((name) => {
    const { readings } = name.mention;
    if ((readings[0]?.weight ?? 1) >= CLEAR || name.parsed.initials) return name;
    words ??= new Set(doc.tokens.filter((token) => token.capital).map((token) => token.text));
    const forms = readings.map(({ name: lemma, gender }) => {
      const parts = lemma.split(' ');
      const all = parts.flatMap((part, k) => [...formsOfPart(part, gender, k < parts.length - 1).values()].flat());
      return new Set(all);
    });
    const own = new Set(doc.tokens.slice(name.mention.first, name.mention.last).map((token) => token.text));
    const weighed = readings.map((reading, k) => {
      const only = [...(forms[k] ?? [])].some(
        (form) =>
          words?.has(form) &&
          !own.has(form) &&
          forms.every((others, n) => readings[n]?.name === reading.name || !others.has(form)),
      );
      return { ...reading, weight: reading.weight * (only ? 4 : 1) };
    });
    return { ...name, mention: { ...name.mention, readings: normalised(weighed) } };
  });
}

const JOINING = new Set([',', 'un', 'vai', 'jeb']);

const shareOf = ({ mention }: FoundName, grammaticalCase: string): number =>
  mention.readings.reduce((sum, reading) => sum + (reading.case === grammaticalCase ? reading.weight : 0), 0);
