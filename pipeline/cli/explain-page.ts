import type { Nested } from '../0-contract/nest.js';
import type { EntityKind } from '../0-contract/types.js';
import { pageStyle } from './explain-style.js';
import {
  detailsOf,
  type Explanation,
  type NumberedFact,
  nestedMentions,
  sure,
  type Told,
  type ToldSentence,
} from './explanation.js';

const KINDS: readonly EntityKind[] = ['person', 'municipality', 'institution', 'project', 'date', 'event'];

/** Text of an article is data: it is shown, never run. */
export const escaped = (text: string): string => text.replace(/[&<>"']/gu, (mark) => `&#${mark.charCodeAt(0)};`);

/** One page with the articles, complete in itself: no script, no foreign resource. */
export function explanationPage(explanations: readonly Explanation[], refused: boolean): string {
  const title = explanations.length === 1 ? (explanations[0] as Explanation).article.title : 'Articles explained';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} – saites explain</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${explanations.map((one, i) => articleHtml(one, `a${i + 1}`, refused)).join('\n')}
</main>
</body>
</html>
`;
}

/** @param id begins the ids of the article's sentences and facts */
function articleHtml({ article, sentences }: Explanation, id: string, refused: boolean): string {
  const facts = sentences.flatMap((told) => told.facts);
  const source = [article.source, article.published].filter((part) => part !== undefined).join(', ');
  return `<article>
<h1 lang="${escaped(article.language)}">${escaped(article.title)}</h1>
${source ? `<p class="source">${escaped(source)}</p>\n` : ''}<p class="legend" aria-label="Legend">${KINDS.map((kind) => `<mark class="${kind}">${kind}</mark>`).join(' ')} <span class="noise">page noise, not read</span></p>
<p class="hint">Point at a mark, or move to it with the Tab key, to see its name, its rule and how sure the rule is (0 to 1). Small numbers lead to the facts that a sentence says.</p>
<div class="text" lang="${escaped(article.language)}">${textHtml(article.text, sentences, id)}</div>
<h2>Facts</h2>
${facts.length > 0 ? factsHtml(facts, id) : '<p>None.</p>'}
${refused ? refusedHtml(sentences, id) : ''}</article>`;
}

/** The whole stored text: what lies between sentences is noise, or space. */
function textHtml(text: string, sentences: readonly ToldSentence[], id: string): string {
  let at = 0;
  let out = '';
  for (const told of sentences) {
    const { start, end, index } = told.sentence;
    out += between(text.slice(at, start));
    out += `<span class="sentence" id="${id}-s${index}">${markedHtml(text, start, end, nestedMentions(told.mentions))}${told.facts.map(({ number }) => `<a class="number" href="#${id}-f${number}">${number}</a>`).join('')}</span>`;
    at = end;
  }
  return out + between(text.slice(at));
}

const between = (text: string): string =>
  text.trim() === '' ? escaped(text) : `<span class="noise">${escaped(text)}</span>`;

function markedHtml(
  text: string,
  from: number,
  to: number,
  nodes: readonly Nested<Told>[],
  outside: readonly string[] = [],
): string {
  let at = from;
  let out = '';
  for (const { told, start, end, inside } of nodes) {
    const { mention, entity } = told;
    const line = `${entity.kind}: ${entity.name} · ${mention.rule} · ${sure(mention.confidence)}`;
    // what a mark lies in is told with it, since only one note is shown
    const lines = [line, ...outside];
    out += escaped(text.slice(at, start));
    out += `<mark class="${entity.kind}" tabindex="0" data-tip="${escaped(lines.join('\n in '))}">${markedHtml(text, start, end, inside, lines)}</mark>`;
    at = end;
  }
  return out + escaped(text.slice(at, to));
}

function factsHtml(facts: readonly NumberedFact[], id: string): string {
  const row = ({ number, fact, from, to }: NumberedFact): string => {
    const sentences = fact.evidence.map(
      ({ sentence, text }) => `<a href="#${id}-s${sentence}" lang="lv">${escaped(text.replace(/\s+/gu, ' '))}</a>`,
    );
    const cells = [
      ['#', `<div>${number}</div>`],
      ['From', `<span class="${from.kind}">${escaped(from.name)}</span>`],
      [
        'Fact',
        `<div><code>${fact.type}</code>${detailsOf(fact) ? `<br><small>${escaped(detailsOf(fact))}</small>` : ''}</div>`,
      ],
      ['To', `<span class="${to.kind}">${escaped(to.name)}</span>`],
      ['Rule', `<div>${escaped(fact.rule)} ${sure(fact.confidence)}</div>`],
      ['Sentences', `<div>${sentences.join('<br>')}</div>`],
    ];
    return `<tr id="${id}-f${number}">${cells.map(([head, cell]) => `<td data-head="${head}">${cell}</td>`).join('')}</tr>`;
  };
  return `<table>
<thead><tr><th scope="col">#</th><th scope="col">From</th><th scope="col">Fact</th><th scope="col">To</th><th scope="col">Rule, confidence</th><th scope="col">Sentences</th></tr></thead>
<tbody>
${facts.map(row).join('\n')}
</tbody>
</table>`;
}

function refusedHtml(sentences: readonly ToldSentence[], id: string): string {
  const rows = sentences.flatMap(({ refused }) =>
    refused.map(({ mention, why, instead }) => {
      const cells = [
        ['Words', `<a href="#${id}-s${mention.sentence}" lang="lv">${escaped(mention.text)}</a>`],
        ['Kind', `<div>${mention.kind}</div>`],
        ['Rule', `<div>${escaped(mention.rule)} ${sure(mention.confidence)}</div>`],
        ['Why not', `<div>${escaped(instead ? `${why}: «${instead.text}», ${instead.rule}` : why)}</div>`],
      ];
      return `<tr>${cells.map(([head, cell]) => `<td data-head="${head}">${cell}</td>`).join('')}</tr>`;
    }),
  );
  if (rows.length === 0) return '<h2>Tried and refused</h2>\n<p>Nothing.</p>\n';
  return `<h2>Tried and refused</h2>
<table>
<thead><tr><th scope="col">Words</th><th scope="col">Kind</th><th scope="col">Rule, confidence</th><th scope="col">Why not</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
`;
}
