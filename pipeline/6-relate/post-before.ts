import { readList } from '../0-contract/lists.js';
import type { Located, RelateContext } from '../0-contract/rule.js';
import type { Institution, Sentence, Token } from '../0-contract/types.js';
import type { PostReading } from '../0-latvian/posts.js';
import { ofPronoun } from './post-copula.js';
import { agreeing, type Holding, isPerson, type PersonHere, placeBefore, postBefore } from './post-frames.js';
import { ministryOf } from './post-ministry.js';
import { isInstitution } from './scene.js';

/** `Saldus novada Sociālā dienesta direktore Anna Kalniņa`; `institution (vadītāja Anna Kalniņa)`. */
export function beforeName(context: RelateContext, sentence: Sentence, person: PersonHere): Holding[] {
  const { tokens } = context.doc;
  const people = context.inSentence(sentence.index).filter(isPerson);
  const start = sharedStart(tokens, people, person);
  const shared = start !== person.mention.first;
  const name = pastDegrees(tokens, start);
  const dashed = /^[–—:-]$/u.test(tokens[name - 1]?.text ?? '');
  const found = postBefore(tokens, sentence.first, dashed ? name - 1 : beforeSignature(tokens, name));
  if (!found) return [];
  // «dienesta speciālisti – Jānis Ozols un Ieva Liepa»: a dash parts a name only from a plural
  let post =
    (dashed ? undefined : agreeing(found.readings, person.entity)) ??
    (shared ? agreeing(found.readings, person.entity, true) : undefined) ??
    plural(found.readings, people.length);
  if (!post) return [];
  let { first } = found;
  const headed = beforeRank(tokens, sentence, found.first, post, person);
  if (headed) [post, first] = [headed.post, headed.first];
  const place =
    placeBefore(context, sentence.index, sentence.first, first) ??
    employerAfter(context, sentence, person) ??
    sameAsBefore(context, sentence, person, first) ??
    ofPronoun(context, sentence, first) ??
    ownMunicipality(context, first) ??
    onlyOfArticle(context, post) ??
    ministryOf(context, post);
  const holding = {
    person,
    post,
    first,
    last: name,
    sentences: [sentence.index],
    ...(place ? { place } : {}),
  };
  return [holding, ...earlierPosts(context, sentence, holding)];
}

/** `katedras vadītāja profesore Anna Kalniņa`: what she heads stands before her rank. */
function beforeRank(
  tokens: readonly Token[],
  sentence: Sentence,
  rank: number,
  { post }: PostReading,
  { entity }: PersonHere,
): { readonly post: PostReading; readonly first: number } | undefined {
  if (!/^(?:asociēt\S+ |viesu?)?(?:profesor|docent|lektor)/u.test(post)) return undefined;
  const found = postBefore(tokens, sentence.first, rank);
  const head = found && agreeing(found.readings, entity);
  return head?.last === rank && head.case === 'nominative' && head.relation === 'HEADS'
    ? { post: head, first: found?.first ?? rank }
    : undefined;
}

/** `psihiatre Anna Kalniņa (Rēzeknes slimnīca)`, `profesors Jānis Ozols no Rīgas Stradiņa universitātes`. */
export function employerAfter(
  context: RelateContext,
  sentence: Sentence,
  { mention }: PersonHere,
): Located | undefined {
  const { tokens } = context.doc;
  let next = mention.last;
  // «Pērs Bergs (Per Berg) no Oslo Universitātes»
  if (tokens[next]?.text === '(' && tokens[next + 1]?.capital) {
    const close = tokens.findIndex(({ text }, i) => i > next && text === ')');
    if (close < next + 6 && tokens[close + 1]?.lower === 'no') next = close + 1;
  }
  if (tokens[next]?.text === ',' && /^abi$|^abas$/u.test(tokens[next + 1]?.lower ?? '')) next += 2;
  const opening = tokens[next];
  if (opening?.text !== '(' && opening?.lower !== 'no') return undefined;
  const place = context
    .inSentence(sentence.index)
    .find((located) => isInstitution(located) && located.mention.first === next + 1);
  return place && (opening.lower === 'no' || tokens[place.mention.last]?.text === ')') ? place : undefined;
}

/** `Domes priekšsēdētāja (paraksts) A. Kalniņa` */
function beforeSignature(tokens: readonly Token[], name: number): number {
  if (tokens[name - 1]?.text !== ')') return name;
  const open = tokens.findLastIndex(({ text }, i) => i < name && text === '(');
  const signed = open > name - 6 && tokens.slice(open, name).some(({ lower }) => /^paraksts?$/u.test(lower));
  return signed ? open : name;
}

const ONLY: readonly { readonly post: RegExp; readonly types: ReadonlySet<string> }[] = [
  { post: /^deputāt(?:s|e)$/u, types: new Set(['council', 'parliament']) },
  { post: /^(?:domes )?priekšsēdētājas? vietnie(?:ks|ce)$/u, types: new Set(['council']) },
  { post: /^(?:valsts|parlamentār(?:ais|ā)) sekretār/u, types: new Set(['ministry']) },
];

/** `Deputāte Anna Kalniņa`, `valsts sekretāra vietnieks Jānis Ozols`: of the only council or ministry of the article. */
function onlyOfArticle({ entities }: RelateContext, { post }: PostReading): Located | undefined {
  const types = ONLY.find((only) => only.post.test(post))?.types;
  return onlyInstitution(entities, ({ type }) => types?.has(type) === true);
}

/** The only institution of an article that fits, by its first mention. */
function onlyInstitution(
  entities: RelateContext['entities'],
  fits: (institution: Institution) => boolean,
): Located | undefined {
  const [one, ...others] = entities.filter(
    (entity): entity is Institution => entity.kind === 'institution' && fits(entity),
  );
  const [mention] = one?.mentions ?? [];
  return one && mention && others.length === 0 ? { entity: one, mention } : undefined;
}

/** `direktors Jānis Ozols un viņa vietniece Anna Kalniņa`: where the one before holds a post. */
function sameAsBefore(
  context: RelateContext,
  sentence: Sentence,
  person: PersonHere,
  post: number,
): Located | undefined {
  const joint = context.doc.tokens[post - 1]?.lower ?? '';
  const before = context
    .inSentence(sentence.index)
    .filter(isPerson)
    .findLast(({ mention }) => mention.last <= post && mention.first < person.mention.first);
  if (!/^viņas?$/u.test(joint)) return undefined;
  return before ? beforeName(context, sentence, before)[0]?.place : undefined;
}

/** `pašvaldības būvinženieris Jānis Ozols`: of the only municipality's body of that name in the article. */
function ownMunicipality({ doc: { tokens }, entities }: RelateContext, post: number): Located | undefined {
  const [whose, word] = [tokens[post - 2], tokens[post - 1]];
  const other = whose?.kind === 'word' && (whose.capital || /(?:[ae]s|u)$/u.test(whose.lower));
  if (word?.lower !== 'pašvaldības' || (other && whose.sentence === word.sentence)) return undefined;
  return onlyInstitution(entities, ({ name }) => / pašvaldība$/u.test(name));
}

/** For the second of two who share a post (`speciālistes Anna Kalniņa un Ilze Ozola`), where the first name begins. */
function sharedStart(tokens: readonly Token[], people: readonly PersonHere[], person: PersonHere): number {
  const before = people.find(
    ({ mention }) => mention.last === person.mention.first - 1 && tokens[mention.last]?.lower === 'un',
  );
  return before ? before.mention.first : person.mention.first;
}

const DEGREES: ReadonlySet<string> = new Set(readList('lexicon/degrees.txt'));

/** Where the degrees and the «p. i.» begin that stand before token `name`, each with its stop. */
function pastDegrees(tokens: readonly Token[], name: number): number {
  let first = name;
  for (;;) {
    const stop = tokens[first - 1]?.text === '.' ? 1 : 0;
    const word = tokens[first - 1 - stop];
    // a letter is one only with its stop
    if (!word || !DEGREES.has(word.lower) || (stop === 0 && word.text.length < 3)) return first;
    first -= 1 + stop;
  }
}

const plural = (readings: readonly PostReading[], people: number): PostReading | undefined =>
  people > 1 ? readings.find(({ number }) => number === 'plural') : undefined;

const JOINING = new Set(['un', ',', 'arī']);

/** `domes deputāts un LPS komitejas priekšsēdētājs Jānis Ozols`: the posts joined before the one found. */
function earlierPosts(context: RelateContext, sentence: Sentence, holding: Holding): Holding[] {
  const { tokens } = context.doc;
  const start = holding.place?.mention.first ?? holding.first;
  let end = start;
  while (end > sentence.first && JOINING.has(tokens[end - 1]?.lower ?? '')) end--;
  if (tokens[end - 1]?.lower === 'kā') end--;
  if (tokens[end - 1]?.text === ',') end--;
  if (end === start) return [];
  const found = postBefore(tokens, sentence.first, end);
  const post = found && agreeing(found.readings, holding.person.entity);
  if (!found || !post || post.last !== end) return [];
  const place = placeBefore(context, sentence.index, sentence.first, found.first);
  if (!place) return [];
  return [{ person: holding.person, post, first: found.first, last: end, place, sentences: [sentence.index] }];
}
