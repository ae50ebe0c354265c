// Who spoke for whom
// Whom articles quote or retell, and the institution, municipality or project whose post the same article gives that person. Only where the name is the subject of a verb of saying («saka Inga Sproģe», «Inga Sproģe uzsver») or stands before its noun («M. Ķezbera teiktā»); former and coming posts are left out.
// param $place entity (default any) an institution, municipality or project
// param $person person (default any) a person
// param $on date (default any) only posts held on this day; unknown ends are open
// param $confidence decimal (default 0) leave out posts below this confidence, 0 to 1
// column place text for whom
// column person text who spoke
// column role text the post
// column sentences integer in how many sentences of this article
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the first of these sentences
// column evidence list the words that give the post, where they are others
// column sources evidence every sentence, and the one that gives the post
MATCH (article:Article)-[:CLAIMS]->(claim:Claim)-[:SUBJECT]->(who:Person)
WHERE claim.type IN ['HEADS', 'WORKS_AT'] AND claim.confidence >= $confidence
  AND (claim.status IS NULL OR NOT claim.status IN ['ended', 'planned', 'declined'])
  AND ($on IS NULL OR ((claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))))
  AND ($person IS NULL OR $person IN [who.id, who.name])
MATCH (claim)-[:OBJECT]->(body:Entity)
WHERE $place IS NULL OR $place IN [body.id, body.name]
WITH article, who, body, claim
ORDER BY claim.start
WITH article, who, body, collect(claim) AS posts
WITH article, who, body, posts[0] AS post
MATCH (article)<-[:`IN`]-(mention:Mention)-[:OF]->(who)
WITH article, who, body, post, mention,
  substring(mention.sentence, 0, mention.start - mention.sentenceStart) AS before,
  substring(mention.sentence, mention.end - mention.sentenceStart) AS after,
  split(who.name, ' ') AS names,
  'apgalvo|apgalvoja|apliecina|apliecināja|atbild|atbildēja|atceras|atcerējās|atgādina|atgādināja|atklāj|atzina|atzīmē|atzīmēja|atzīst|bilda|bilst|brīdina|brīdināja|cer|domā|iebilda|iebilst|informē|informēja|jautā|jautāja|joko|jokoja|klāsta|klāstīja|komentē|komentēja|mudina|norāda|norādīja|pamato|pamatoja|papildina|papildināja|paskaidro|paskaidroja|pastāsta|pastāstīja|pauda|pauž|paziņo|paziņoja|piebilda|piebilst|piekrita|piekrīt|prognozē|rezumē|rezumēja|runā|runāja|sacīja|saka|secina|secināja|skaidro|skaidroja|sola|solīja|spriež|sprieda|stāsta|stāstīja|teic|teica|uzskata|uzskatīja|uzsver|uzsvēra|vaicā|vaicāja|vērtē|vērtēja|vēsta|vēstīja|ziņo|ziņoja' AS verbs
// A name in another case is not who speaks; a comma ends the clause of the verb.
WHERE (mention.text ENDS WITH names[size(names) - 1] AND (
    before =~ '(?s)(?:.*[^\\p{L}])?(?:' + verbs + ')\\s(?:[^,;:.!?]*[^,;:.!?\\p{L}])?'
    OR after =~ '(?s)\\s+(?:' + verbs + ')(?:[^\\p{L}].*)?'))
  OR after =~ '(?s)\\s+(?:teiktā|stāstītā|sacītā|domām|vārdiem|ieskatā|vērtējumā|priekšlikums|aprēķina)(?:[^\\p{L}].*)?'
WITH DISTINCT article, who, body, post, mention
ORDER BY mention.start
WITH article, who, body, post, collect({
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: mention.sentence, evidence: [], start: mention.sentenceStart, end: mention.sentenceEnd
}) AS words
RETURN
  body.name AS place,
  who.name AS person,
  post.role AS role,
  size(words) AS sentences,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  words[0].sentence AS sentence,
  CASE WHEN words[0].start <= post.start AND post.start < words[0].end THEN [] ELSE [post.sentence] END AS evidence,
  words + [{
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: post.sentence, evidence: post.evidence, start: post.start, end: post.end
  }] AS sources
ORDER BY body.sortKey, place, body.id, coalesce(article.published, ''), article.id, who.sortKey, who.id
