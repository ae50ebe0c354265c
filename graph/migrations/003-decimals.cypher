// A whole number among confidences was written as an integer.
MATCH (one:Entity)
WHERE one.confidence IS NOT NULL
SET one.confidence = toFloat(one.confidence);

MATCH (one:Mention)
WHERE one.confidence IS NOT NULL
SET one.confidence = toFloat(one.confidence);

MATCH (one:Claim)
WHERE one.confidence IS NOT NULL
SET one.confidence = toFloat(one.confidence)
