import { Gap, type SegmentedArticle, type Sentence, type Token } from '../../0-contract/types.js';
import { bringsNovads, isStateCity, novadsHas, placePrepositions } from '../../0-latvian/places.js';
import type { Known } from './evidence.js';
import type { Item, Run } from './scan.js';

/** Whether the bare name of a town or village stands for its novads. */
export const standsForNovads = (doc: SegmentedArticle, run: Run, item: Item, about: Known): boolean =>
  isTownOfNovads(doc, run, item) || isOfNamedNovads(doc, run, item, about);

/** *Pašvaldību tīklam pievienojas Gulbene, Alūksne un Ape*: a list of towns, not as venues, where the talk is of novadi. */
function isTownOfNovads(doc: SegmentedArticle, run: Run, item: Item): boolean {
  if (item.name?.cases.has('locative') || (item.name?.cases.size === 1 && item.name.cases.has('genitive')))
    return false;
  const towns = run.items.filter(({ name, head }) => name && !head && !name.cases.has('locative'));
  const isActor = item.name?.cases.has('nominative') || item.name?.cases.has('dative');
  if (towns.length < 2 && !isActor) return false;
  const isCue = towns.length < 2 ? bringsNovads.alone : bringsNovads.inList;
  const sentence = doc.sentences[(doc.tokens[item.token] as Token).sentence];
  if (!sentence) return false;
  const has = ({ first, last }: Sentence): boolean =>
    doc.tokens
      .slice(first, last)
      .some((token) => token.kind === 'word' && !token.capital && token.gap !== Gap.none && isCue(token.lower));
  const previous = doc.sentences[sentence.index - 1];
  // «Pieteikušās 12 pašvaldības. Centrus plāno Ērgļi, Lubāna un Valka»: three and more who do something
  const goesOn =
    towns.length > 2 &&
    towns.every(({ name }) => name?.cases.has('nominative')) &&
    previous?.paragraph === sentence.paragraph &&
    /^\p{Ll}/u.test(doc.tokens[run.items[0]?.token ? run.items[0].token - 1 : 0]?.text ?? '');
  return has(sentence) || (goesOn && previous !== undefined && has(previous));
}

/**
 * *Limbaži gan atteicās*, in an article that names Limbažu novads and not the town of Limbaži: who acts is the novads. A
 * village gives its name to the novads in any case but the locative, a town where no preposition makes it a place.
 */
function isOfNamedNovads({ tokens }: SegmentedArticle, run: Run, { name, token, end }: Item, about: Known): boolean {
  if (!name || name.cases.has('locative') || isStateCity(name.place)) return false;
  if (!about.novadi.has(name.place) || about.towns.has(name.place)) return false;
  // «…, Cēsis, Cēsu novads»: an address
  if (run.items.some((other) => other.token === end + 1 && other.name?.place === name.place)) return false;
  if (name.place.cities.length === 0) return true;
  const [before, next] = [tokens[token - 1], tokens[end]];
  if (placePrepositions.has(before?.lower ?? '')) return false;
  // «Kuldīgas pusē», «Aknīstes vietā», but «Kuldīgas slimnīca»
  if (name.cases.has('genitive')) return next?.kind === 'word' && novadsHas(next.lower);
  return name.cases.has('nominative') || name.cases.has('dative');
}
