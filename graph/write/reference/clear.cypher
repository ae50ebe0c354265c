// Takes back what reference data said before; municipalities that are no longer in it go unless articles speak of them.
// $rows: [{ids}], those that stay
MATCH (:Municipality)-[link:SUCCEEDED_BY|COUNTED_IN|PART_OF]->(:Municipality)
DELETE link;

UNWIND $rows AS row
MATCH (unit:Municipality)
WHERE unit.reference = true AND NOT unit.id IN row.ids
REMOVE unit.reference, unit.from, unit.until;

MATCH (unit:Municipality)
WHERE unit.reference IS NULL
  AND NOT (unit)<-[:MENTIONS]-() AND NOT (unit)<-[:SUBJECT]-() AND NOT (unit)<-[:OBJECT]-()
DETACH DELETE unit
