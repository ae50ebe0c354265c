import type { SegmentedArticle, Sentence } from '../../0-contract/types.js';
import { isoOf } from '../../0-latvian/calendar.js';

/** An item of a list of news begins with its own date, after a label at most: «Lasi arī: 08.08.2017. …». */
const ITEM_DATE = /^[^\d\n]{0,20}(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\.?(?!\d)/u;

const byParagraph = new WeakMap<SegmentedArticle, Map<number, string | undefined>>();

/**
 * The day from which «šogad» and «vakar» count: that with which the paragraph begins, else the publication date; ISO,
 * possibly partial.
 */
export function anchorOf(doc: SegmentedArticle, sentence: Sentence): string | undefined {
  const anchors = byParagraph.get(doc) ?? new Map<number, string | undefined>();
  byParagraph.set(doc, anchors);
  if (!anchors.has(sentence.paragraph)) anchors.set(sentence.paragraph, itemDate(doc, sentence.paragraph));
  return anchors.get(sentence.paragraph) ?? doc.article.published;
}

function itemDate(doc: SegmentedArticle, paragraph: number): string | undefined {
  const first = doc.sentences.find((sentence) => sentence.paragraph === paragraph);
  if (!first) return undefined;
  const match = ITEM_DATE.exec(doc.article.text.slice(first.start, first.start + 40));
  if (!match) return undefined;
  return isoOf({ year: Number(match[3]), month: Number(match[2]), day: Number(match[1]) }) ?? undefined;
}
