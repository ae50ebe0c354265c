import { ENTITY_TYPES, type Query, type QueryParameter } from '../queries.js';
import { schema } from '../schema.js';
import type { GraphStore } from '../store.js';
import { withValues } from './literal.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replace(/[&<>"]/gu, (character) => ESCAPES[character] as string);

/** Someone or something that much is said of, for each kind: what the guide asks about. */
export type Examples = Readonly<Record<string, string | undefined>>;

/** @returns by label the name (of an article the title) of the one most often spoken of; two persons, the second as `Other` */
export async function examplesOf(store: GraphStore): Promise<Examples> {
  const found: Record<string, string> = {};
  for (const label of ['Municipality', 'Project', 'Institution', 'Person', 'Event']) {
    const [row] = await store.read(
      `MATCH (who:${label})<-[:MENTIONS]-(article:Article)
       WITH who, count(article) AS articles
       OPTIONAL MATCH (who)<-[:SUBJECT|OBJECT]-(claim:Claim)
       WITH who, articles, count(claim) AS claims
       RETURN who.name AS name ORDER BY claims DESC, articles DESC, who.id LIMIT 1`,
    );
    if (typeof row?.name === 'string') found[label] = row.name;
  }
  const [row] = await store.read(
    `MATCH (article:Article)-[:CLAIMS]->(claim:Claim)
     WITH article, count(claim) AS claims
     RETURN article.title AS title ORDER BY claims DESC, article.id LIMIT 1`,
  );
  if (typeof row?.title === 'string') found.Article = row.title;
  return found;
}

const labelOf = (type: string): string => type.slice(0, 1).toUpperCase() + type.slice(1);

/** What the guide asks with; undefined when the graph holds nothing of the kind that a question needs. */
function valuesFor({ parameters }: Query, examples: Examples): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = { evidence: false };
  let entities = 0;
  for (const parameter of parameters) {
    const value = valueFor(parameter, examples, entities);
    if (parameter.type === 'entity') entities++;
    if (value === undefined) return undefined;
    values[parameter.name] = value;
  }
  return values;
}

function valueFor({ type, default: value }: QueryParameter, examples: Examples, entities: number): unknown {
  if (value === 'any') return null;
  if (value !== undefined) return type === 'integer' || type === 'decimal' ? Number(value) : value;
  if (type === 'entity') return entities === 0 ? examples.Municipality : (examples.Institution ?? examples.Person);
  if ((ENTITY_TYPES as readonly string[]).includes(type)) return examples[labelOf(type)];
  return type === 'date' ? '2000-01-01' : type === 'integer' || type === 'decimal' ? 1 : undefined;
}

const PICTURES: readonly { readonly title: string; readonly cypher: string; readonly of?: string }[] = [
  {
    title: 'Projects, and who takes part in them',
    cypher: 'MATCH path = (:Entity)-[:PARTICIPATES_IN]->(:Project) RETURN path LIMIT 100',
  },
  {
    title: 'People, and what they head or where they work',
    cypher: 'MATCH path = (:Person)-[:HEADS|WORKS_AT]->(:Entity) RETURN path LIMIT 100',
  },
  {
    title: 'Who stands behind a project',
    cypher: 'MATCH path = (:Entity)-[:IMPLEMENTS|FUNDS|PARTNER_OF]->(:Project) RETURN path LIMIT 100',
  },
  {
    title: 'All that is said of one municipality',
    of: 'Municipality',
    cypher: 'MATCH path = (m:Municipality)-[]-(:Entity) WHERE m.name = $name RETURN path LIMIT 100',
  },
  {
    title: 'From a fact to the sentences that say it',
    of: 'Project',
    cypher:
      'MATCH path = (a:Article)-[:CLAIMS]->(c:Claim)-[:OBJECT]->(p:Project), says = (c)-[:SUBJECT]->(:Entity) WHERE p.name = $name RETURN path, says LIMIT 50',
  },
];

const runnable = (title: string, cypher: string): string =>
  `<h4>${html(title)}</h4>\n<pre class="pre-scrollable code runnable">${html(cypher)}</pre>\n`;

const chip = (label: string): string =>
  `<span style="display:inline-block;width:0.9em;height:0.9em;border-radius:50%;background:${schema.labels[label]?.colour}"></span>`;

const slide = (title: string, body: string): string =>
  `<slide class="row-fluid">\n<div class="col-sm-12">\n<h3>${html(title)}</h3>\n${body}</div>\n</slide>\n`;

/**
 * A guide for Neo4j Browser (`:guide ADDRESS`): the model, and pictures and questions for a click, about what this graph speaks of
 * most.
 * @param style address of the style file
 */
export function guideText(queries: readonly Query[], examples: Examples, style: string): string {
  const known = Object.entries(schema.labels).filter(([, { base }]) => base !== undefined);
  const kept = Object.entries(schema.labels).filter(([label, { base }]) => base === undefined && label !== 'Entity');
  const rows = (labels: typeof known): string =>
    `<ul>${labels.map(([label, { why }]) => `<li>${chip(label)} <b>${label}</b> ${html(why)}</li>`).join('\n')}</ul>\n`;
  const relationships = (fact: boolean): string =>
    `<ul>${Object.entries(schema.relationships)
      .filter(([, one]) => one.fact === fact)
      .map(([type, { sentence }]) => `<li><code>${type}</code> ${html(sentence)}</li>`)
      .join('\n')}</ul>\n`;
  const pictures = PICTURES.filter(({ of }) => of === undefined || examples[of] !== undefined).map(
    ({ title, cypher, of }) =>
      runnable(
        of === undefined ? title : `${title}: ${examples[of]}`,
        withValues(cypher, { name: of && examples[of] }),
      ),
  );
  const questions = queries.flatMap((query) => {
    const values = valuesFor(query, examples);
    if (values === undefined) return [];
    const about = query.parameters
      .filter(({ type, default: value }) => value === undefined && (ENTITY_TYPES as readonly string[]).includes(type))
      .map(({ name }) => `«${values[name]}»`);
    const title = [query.title, ...about].join(' ');
    const cypher = html(withValues(query.cypher, values));
    return [`<p><a data-populate="${cypher}">${html(title)}</a><br>${html(query.what)}</p>\n`];
  });
  const half = Math.ceil(questions.length / 2);
  return [
    '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Saites</title></head>\n<body>\n',
    '<article class="guide"><carousel class="deck">\n',
    slide(
      'Colours and captions',
      `<p><a data-exec="style ${html(style)}">Apply the colours and captions</a> of this graph to Neo4j Browser (<code>:style reset</code> undoes it).</p>
<p>On the next pages, a click on a question asks it; a click on the Cypher of a picture puts it into the editor, where the blue arrow runs it.</p>
<h4>Whom and what articles speak of</h4>\n${rows(known)}`,
    ),
    slide(
      'How they hang together',
      `<p>What the articles together say; each is the sum of claims.</p>\n${relationships(true)}`,
    ),
    slide('Where it comes from', `${rows(kept)}${relationships(false)}`),
    slide('Pictures', pictures.join('')),
    slide('Questions', questions.slice(0, half).join('')),
    slide('More questions', questions.slice(half).join('')),
    '</carousel></article>\n</body>\n</html>\n',
  ].join('');
}
