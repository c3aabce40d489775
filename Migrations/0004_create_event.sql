-- Reported events: what was said to have happened, when, where, by whom, how many, and says who.

CREATE TABLE event (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,        -- a number is never given twice
    article        INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    type           INTEGER NOT NULL REFERENCES event_type (id),
    date_start     INTEGER,                                  -- day numbers: days since 1970-01-01;
    date_end       INTEGER,                                  -- NULL where open or unknown
    date_precision TEXT NOT NULL CHECK (date_precision IN
        ('T', 'P', 'D', 'N', 'R', 'W', 'M', 'Y', 'A', 'O', 'I', 'U')),
    date_method    TEXT NOT NULL CHECK (date_method IN
        ('explicit', 'weekday', 'relative', 'computed', 'same_paragraph', 'same_event', 'publication',
         'unresolved')),
    place          INTEGER REFERENCES place (id),
    source         INTEGER REFERENCES source (id),           -- NULL: the article's own voice
    status         TEXT NOT NULL CHECK (status IN
        ('confirmed', 'reported', 'claimed', 'alleged', 'denied', 'unverified')),
    actor          INTEGER REFERENCES party (id),
    target         INTEGER REFERENCES party (id),
    leading_count  INTEGER,                                  -- the ordinal of the count that stands for it
    superseded     INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)), -- read in a former version
    -- The day under which the event is grouped and sorted.
    day            INTEGER GENERATED ALWAYS AS (coalesce(date_start, date_end)) VIRTUAL,
    CHECK (date_start <= date_end)
) STRICT;

CREATE INDEX event_article ON event (article);
CREATE INDEX event_day ON event (day, type);
CREATE INDEX event_place_day ON event (place, day, type);
CREATE INDEX event_source ON event (source);
CREATE INDEX event_actor ON event (actor);

-- The words that an event was read from. Ranges are bytes of the article's body.
CREATE TABLE evidence (
    event         INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    sentence      INTEGER NOT NULL,
    start         INTEGER NOT NULL CHECK (start >= 0),
    "end"         INTEGER NOT NULL CHECK ("end" >= start),
    trigger_start INTEGER NOT NULL CHECK (trigger_start >= 0),
    trigger_end   INTEGER NOT NULL CHECK (trigger_end >= trigger_start),
    date_text     TEXT,
    place_text    TEXT,
    source_text   TEXT,
    quote         TEXT NOT NULL
) STRICT;

-- The numbers given for an event, as ranges that keep their qualifiers.
CREATE TABLE event_count (
    event         INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    ordinal       INTEGER NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN
        ('killed', 'injured', 'casualties', 'missing', 'captured', 'surrendered', 'detained', 'abducted',
         'released', 'evacuated', 'displaced', 'returned', 'trapped', 'rescued', 'affected', 'launched',
         'intercepted', 'jammed', 'hit', 'missed', 'fate_unknown', 'equipment_destroyed', 'buildings',
         'settlements', 'without_power', 'attacks', 'clashes', 'depth_km', 'area_km2', 'troops', 'regions')),
    unit          TEXT NOT NULL CHECK (unit IN
        ('person', 'civilian', 'soldier', 'militant', 'child', 'woman', 'household', 'drone', 'missile',
         'rocket', 'bomb', 'shell', 'aircraft', 'helicopter', 'ship', 'vehicle', 'building', 'settlement',
         'munition', 'kilometre', 'region')),
    subject_group TEXT NOT NULL CHECK (subject_group IN
        ('unspecified', 'civilian', 'military', 'child', 'woman', 'medic')),
    low           INTEGER,                                   -- NULL: open or unknown
    best          INTEGER,                                   -- the number as said
    high          INTEGER,                                   -- NULL: open or unknown
    qualifier     TEXT NOT NULL CHECK (qualifier IN
        ('exact', 'at_least', 'more_than', 'at_most', 'less_than', 'about', 'nearly', 'between', 'couple',
         'few', 'tens', 'dozens', 'scores', 'hundreds', 'thousands', 'millions', 'none', 'some', 'unknown')),
    scope         TEXT NOT NULL CHECK (scope IN ('event', 'period', 'running_total')),
    as_of         INTEGER,                                   -- day number
    is_part       INTEGER NOT NULL CHECK (is_part IN (0, 1)), -- of another count of the same event
    -- The event's own figure of its kind and class of units, which sums add up: the first number given that is no
    -- part, no running total and no other source's.
    is_figure     INTEGER NOT NULL CHECK (is_figure IN (0, 1)),
    source        INTEGER REFERENCES source (id),            -- where it is not the event's own
    source_text   TEXT,
    text          TEXT NOT NULL,
    start         INTEGER NOT NULL CHECK (start >= 0),
    "end"         INTEGER NOT NULL CHECK ("end" >= start),
    PRIMARY KEY (event, ordinal),
    CHECK (low <= high),
    CHECK (is_figure = 0 OR (is_part = 0 AND scope <> 'running_total' AND source IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX event_count_source ON event_count (source) WHERE source IS NOT NULL;

-- Weapons used, or shot down in an interception.
CREATE TABLE event_weapon (
    event   INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    weapon  INTEGER NOT NULL REFERENCES weapon (id),
    text    TEXT NOT NULL,
    PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_weapon_weapon ON event_weapon (weapon);

-- Further places that the text lists for the same event.
CREATE TABLE event_place (
    event   INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    place   INTEGER NOT NULL REFERENCES place (id),
    text    TEXT NOT NULL,
    PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_place_place ON event_place (place);

-- Why each field is as it is: the rule that filled it and the words that it read.
CREATE TABLE event_reason (
    event   INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    field   TEXT NOT NULL CHECK (field IN
        ('type', 'date', 'place', 'source', 'status', 'actor', 'target', 'weapon', 'count')),
    rule    TEXT NOT NULL CHECK (rule <> ''),
    start   INTEGER CHECK (start >= 0),
    "end"   INTEGER CHECK ("end" >= start),
    PRIMARY KEY (event, ordinal),
    CHECK ((start IS NULL) = ("end" IS NULL))
) STRICT, WITHOUT ROWID;

-- The words of the evidence, for --text.
CREATE VIRTUAL TABLE evidence_search USING fts5 (
    quote, content = 'evidence', content_rowid = 'event', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER evidence_inserted AFTER INSERT ON evidence BEGIN
    INSERT INTO evidence_search (rowid, quote) VALUES (new.event, new.quote);
END;

CREATE TRIGGER evidence_deleted AFTER DELETE ON evidence BEGIN
    INSERT INTO evidence_search (evidence_search, rowid, quote) VALUES ('delete', old.event, old.quote);
END;

CREATE TRIGGER evidence_updated AFTER UPDATE OF quote ON evidence BEGIN
    INSERT INTO evidence_search (evidence_search, rowid, quote) VALUES ('delete', old.event, old.quote);
    INSERT INTO evidence_search (rowid, quote) VALUES (new.event, new.quote);
END;

INSERT INTO migration (version, name) VALUES (4, '0004_create_event');
PRAGMA user_version = 4;
