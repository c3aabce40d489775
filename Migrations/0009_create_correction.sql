-- Corrections by hand. They lie over what the program reads, and stay when articles are read anew.

-- The events that somebody corrected or added, by what stays of them when their articles are read anew.
CREATE TABLE corrected_event (
    id            INTEGER PRIMARY KEY,
    event         INTEGER UNIQUE REFERENCES event (id) ON DELETE SET NULL, -- NULL: waits for its event
    hash          BLOB NOT NULL CHECK (length(hash) = 32),                 -- the article's, and
    url           TEXT,                                                    -- its address and path for later versions
    path          TEXT NOT NULL,
    dataset       TEXT,                                                    -- of an imported row, with its number there
    original      TEXT,
    type          TEXT NOT NULL CHECK (type <> ''),                        -- as the program read it
    quote         TEXT NOT NULL,
    start         INTEGER NOT NULL CHECK (start >= 0),                     -- the sentence's first byte of the body
    trigger_start INTEGER NOT NULL CHECK (trigger_start >= 0),
    trigger_end   INTEGER NOT NULL CHECK (trigger_end >= trigger_start),
    position      INTEGER NOT NULL CHECK (position >= 0),                  -- among the events of this trigger
    read          TEXT CHECK (read IS NULL OR json_valid(read)), -- the event as the program last read it
    CHECK ((dataset IS NULL) = (original IS NULL))
) STRICT;

CREATE INDEX corrected_event_hash ON corrected_event (hash);
CREATE INDEX corrected_event_url ON corrected_event (url) WHERE url IS NOT NULL;
CREATE INDEX corrected_event_path ON corrected_event (path);
CREATE INDEX corrected_event_origin ON corrected_event (dataset, original) WHERE dataset IS NOT NULL;

-- Each field that somebody set or cleared. Of several on one field the last one holds that was not taken back.
CREATE TABLE correction (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    key       TEXT NOT NULL UNIQUE CHECK (length(key) = 64), -- the same wherever the correction is taken
    target    INTEGER NOT NULL REFERENCES corrected_event (id) ON DELETE CASCADE,
    field     TEXT NOT NULL CHECK (field <> ''),             -- a field, a kind of count, 'deleted' or 'added'
    value     TEXT CHECK (value IS NULL OR json_valid(value)),                -- NULL: the field was cleared
    former    TEXT CHECK (former IS NULL OR json_valid(former)),               -- what stood there before
    author    TEXT NOT NULL CHECK (author <> ''),
    note      TEXT CHECK (note <> ''),
    made      INTEGER NOT NULL,                              -- milliseconds since 1970
    undone    INTEGER,                                       -- when it was taken back, and by whom
    undone_by TEXT CHECK (undone_by <> ''),
    CHECK ((undone IS NULL) = (undone_by IS NULL))
) STRICT;

CREATE INDEX correction_target ON correction (target, made);

INSERT INTO migration (version, name) VALUES (9, '0009_create_correction');
PRAGMA user_version = 9;
