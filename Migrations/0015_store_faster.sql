-- What makes storing many articles faster.

-- How many fingerprints an article has stands beside each, so that articles with too few in common need no look-up.
ALTER TABLE fingerprint RENAME TO former_fingerprint;

CREATE TABLE fingerprint (
    value      INTEGER NOT NULL,
    is_reprint INTEGER NOT NULL CHECK (is_reprint IN (0, 1)),
    article    INTEGER NOT NULL,
    marks      INTEGER NOT NULL,
    PRIMARY KEY (value, is_reprint, article)
) STRICT, WITHOUT ROWID;

INSERT INTO fingerprint (value, is_reprint, article, marks)
SELECT value, is_reprint, former_fingerprint.article, marks
FROM former_fingerprint JOIN printing ON printing.article = former_fingerprint.article
ORDER BY value, is_reprint, former_fingerprint.article;

DROP TABLE former_fingerprint;

-- The wording of evidence is only given where its story was printed more than once; NULL elsewhere.

-- Why each field is as it is, in one value for each event: [[field, rule, start, end], …], without a range where the rule
-- read no words; NULL where no rule did. A row for each was more than half of all rows.
ALTER TABLE evidence ADD COLUMN reasons TEXT CHECK (reasons IS NULL OR json_valid(reasons));

UPDATE evidence SET reasons = (
    SELECT json_group_array(json(
        CASE WHEN start IS NULL THEN json_array(field, rule) ELSE json_array(field, rule, start, "end") END
    ))
    FROM (SELECT * FROM event_reason WHERE event_reason.event = evidence.event ORDER BY ordinal)
) WHERE event IN (SELECT event FROM event_reason);

DROP TABLE event_reason;

CREATE VIEW event_reason AS
SELECT
    evidence.event,
    reason.key AS ordinal,
    json_extract(reason.value, '$[0]') AS field,
    json_extract(reason.value, '$[1]') AS rule,
    json_extract(reason.value, '$[2]') AS start,
    json_extract(reason.value, '$[3]') AS "end"
FROM evidence JOIN json_each(evidence.reasons) AS reason;

INSERT INTO migration (version, name) VALUES (15, '0015_store_faster');
PRAGMA user_version = 15;
