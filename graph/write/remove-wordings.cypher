// Removes wordings that no article has any more.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (wording:Wording {id: row.id})
WHERE NOT (wording)<-[:WORDED]-()
DELETE wording
