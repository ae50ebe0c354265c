import type { Located, RelateContext } from '../0-contract/rule.js';
import type { Institution, Municipality, Project, Sentence } from '../0-contract/types.js';

/** What relation rules ask of a sentence again and again. */
export const isProject = (located: Located): located is Located & { entity: Project } =>
  located.entity.kind === 'project';
export const isInstitution = (located: Located): located is Located & { entity: Institution } =>
  located.entity.kind === 'institution';
export const isMunicipality = (located: Located): located is Located & { entity: Municipality } =>
  located.entity.kind === 'municipality';

export const covers = (outer: Located, inner: Located): boolean =>
  outer !== inner && outer.mention.start <= inner.mention.start && inner.mention.end <= outer.mention.end;

/** Tokens between a mention and a token, 0 where they touch or overlap. */
export const distance = ({ mention }: Located, token: number): number =>
  token < mention.first ? mention.first - token - 1 : token >= mention.last ? token - mention.last : 0;

/** The token at `i`, or the one behind the bracket that opens there: `Eiropas Sociālā fonda (ESF) finansējums`. */
export const pastBracket = (tokens: RelateContext['doc']['tokens'], i: number): number =>
  tokens[i]?.text === '(' ? tokens.findIndex(({ text }, at) => at > i && text === ')') + 1 : i;

const PRONOUNS = new Set(['to', 'tā', 'tajā', 'tam', 'tās', 'tai', 'tanī', 'šo', 'šajā', 'šim']);
const PROJECT_WORD = /^(?:pilot)?projekt(?:s|a|am|u|ā|i|iem|us|os)$/u;
/** How many paragraphs back a project may be named that a sentence goes on about. */
const REACH = 4;

/** Whether a word speaks of something named before: `Tajā piedalās …`, `To īsteno …`, or it opens the sentence. */
export const refersBack = ({ doc }: RelateContext, sentence: Sentence, token: number): boolean =>
  (token - sentence.first <= 1 && !saysWhere(doc.tokens, sentence, token)) ||
  PRONOUNS.has(doc.tokens[token - 1]?.lower ?? '') ||
  PRONOUNS.has(doc.tokens[sentence.first]?.lower ?? '') ||
  // «Projektu īstenoja …»
  PROJECT_WORD.test(doc.tokens[sentence.first]?.lower ?? '');

/** `Novadā darbojas …`: what happens in a place, not in a project. */
const saysWhere = (tokens: RelateContext['doc']['tokens'], { first }: Sentence, token: number): boolean => {
  const { lower = '' } = tokens[token - 1] ?? {};
  return token > first && /ā$/u.test(lower) && !PRONOUNS.has(lower) && !PROJECT_WORD.test(lower);
};

/** `Pilotprojekts “A” notiks projekta “B” ietvaros`: what is named as the whole of another is not gone on about. */
const isFrame = ({ entity }: { entity: Project }, here: readonly Located[]): boolean =>
  here.some((other) => isProject(other) && other.entity.partOf === entity.id);

/** An event that somebody can join; a council sits by itself. */
const mayBeJoined = ({ mention }: Located): boolean => mention.kind === 'event' && mention.head !== 'sēde';

/**
 * The project that a word of a sentence speaks of: the nearest one named in the sentence; where the word may stand
 * `alone`, the one last named before, in this paragraph or the two before it, or else the only one of the article. An
 * event named later than that project is what the sentence goes on about, and there is no project then, unless the
 * word is never said of events (`pastEvents`: one refuses a project, not a meeting).
 */
export function projectAt(
  context: RelateContext,
  sentence: Sentence,
  token: number,
  alone: boolean,
  pastEvents = false,
): { project: Project; sentence: number; near: boolean } | undefined {
  const here = context.inSentence(sentence.index).filter(isProject);
  const nearest = here.toSorted((a, b) => distance(a, token) - distance(b, token))[0];
  if (nearest) return { project: nearest.entity, sentence: sentence.index, near: true };
  if (!alone) return undefined;
  // «Projektu finansē …»: the word alone goes back further than a pronoun, and over events
  const says = ({ first, last }: Sentence): boolean =>
    context.doc.tokens.slice(first, last).some(({ lower }) => PROJECT_WORD.test(lower));
  let said = says(sentence);
  for (let i = sentence.index - 1; i >= 0; i--) {
    if (!said && sentence.paragraph - (context.doc.sentences[i]?.paragraph ?? 0) > REACH) break;
    const there = context.inSentence(i);
    const last = there.findLast(
      (located) => (isProject(located) && !isFrame(located, there)) || (!pastEvents && !said && mayBeJoined(located)),
    );
    if (last && !isProject(last)) return undefined;
    if (last) return { project: last.entity, sentence: i, near: false };
    // «Projektu īsteno … Tas ilgst …, un to finansē …»: that sentence spoke of it already
    said ||= says(context.doc.sentences[i] as Sentence);
  }
  const [only, ...others] = context.entities.filter(
    (entity): entity is Project => entity.kind === 'project' && entity.partOf === undefined,
  );
  if (!only || others.length > 0) return undefined;
  return { project: only, sentence: only.mentions[0]?.sentence ?? sentence.index, near: false };
}

/**
 * The lines of a list that a colon at the end of a sentence opens: bullets, or lines that begin with what is listed.
 */
export function listBelow(
  context: RelateContext,
  sentence: Sentence,
  listed: (located: Located) => boolean,
): Sentence[] {
  const { tokens, sentences } = context.doc;
  if (tokens[sentence.last - 1]?.text !== ':') return [];
  const items: Sentence[] = [];
  let bullets = false;
  for (const item of sentences.slice(sentence.index + 1)) {
    const first = context.inSentence(item.index).find(listed);
    const bullet = tokens[item.first]?.kind === 'mark';
    if (!first || first.mention.first > item.first + (bullet ? 4 : 2) || (bullets && !bullet)) break;
    bullets ||= bullet;
    items.push(item);
  }
  return items;
}

/** Words that set what follows against what was said. */
export const CONTRASTS: ReadonlySet<string> = new Set(['bet', 'savukārt', 'taču', 'turpretī', 'turpretim', 'kamēr']);

const EXPLAINING = new Set(['kā', 'tur', 'jo', 'tā', 'tas', 'viņi']);
/** `…: kā skaidro domē, tur palīdz biedrība`: what stands behind the colon is no list. */
export const explains = (tokens: RelateContext['doc']['tokens'], i: number): boolean =>
  tokens[i]?.text === ':' && EXPLAINING.has(tokens[i + 1]?.lower ?? '');

/** `Projektu īsteno biedrība, un tajā piedalās …` */
const goesOn = (tokens: RelateContext['doc']['tokens'], i: number): boolean =>
  tokens[i]?.lower === 'un' &&
  tokens[i - 1]?.text === ',' &&
  /^(?:tajā|tam|to|tanī)$/u.test(tokens[i + 1]?.lower ?? '');

/** Splits a sentence where a new clause begins with its own doer: `;`, `bet`, `savukārt`. Half-open token ranges. */
export function clausesOf({ doc }: RelateContext, sentence: Sentence): readonly (readonly [number, number])[] {
  const clauses: [number, number][] = [];
  let first = sentence.first;
  for (let i = sentence.first; i < sentence.last; i++) {
    const { text, lower } = doc.tokens[i] as { text: string; lower: string };
    if (i > first && (text === ';' || CONTRASTS.has(lower) || explains(doc.tokens, i) || goesOn(doc.tokens, i))) {
      clauses.push([first, i]);
      first = i;
    }
  }
  clauses.push([first, sentence.last]);
  return clauses;
}
