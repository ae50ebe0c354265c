// How many entities of each kind articles name, and how many claims there are.
MATCH (x:Person) RETURN 'person' AS kind, count(x) AS entities
UNION ALL
MATCH (x:Municipality) WHERE EXISTS { (x)<-[:MENTIONS]-(:Article) } RETURN 'municipality' AS kind, count(x) AS entities
UNION ALL
MATCH (x:Institution) RETURN 'institution' AS kind, count(x) AS entities
UNION ALL
MATCH (x:Project) RETURN 'project' AS kind, count(x) AS entities
UNION ALL
MATCH (x:Event) RETURN 'event' AS kind, count(x) AS entities
UNION ALL
MATCH (x:Date) RETURN 'date' AS kind, count(x) AS entities
UNION ALL
MATCH (x:Claim) RETURN 'claim' AS kind, count(x) AS entities
