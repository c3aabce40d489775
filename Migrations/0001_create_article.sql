-- Articles, as they were read, and what was read in them without becoming an event.
--
-- Every file here also applies with the sqlite3 shell, in the order of the numbers:
--     cat Migrations/*.sql | sqlite3 -bail dateline.sqlite

-- "DATL": marks the file as a database of Dateline.
PRAGMA application_id = 1145132108;

-- The migrations that this database has.
CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    applied INTEGER NOT NULL DEFAULT (unixepoch()) -- seconds since 1970
) STRICT;

-- The outlets that print articles.
CREATE TABLE publisher (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

-- One version of an article. A changed text is a new row; the former one then names its successor.
CREATE TABLE article (
    id            INTEGER PRIMARY KEY,
    hash          BLOB NOT NULL UNIQUE CHECK (length(hash) = 32), -- SHA-256 of the content
    path          TEXT NOT NULL,
    url           TEXT,
    publisher     INTEGER REFERENCES publisher (id),
    published     INTEGER,                                        -- day number: days since 1970-01-01
    title         TEXT,
    language      TEXT,
    version       INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    superseded_by INTEGER REFERENCES article (id) CHECK (superseded_by <> id),
    extractor     TEXT NOT NULL,                                  -- the version that read its events
    ingested      INTEGER NOT NULL DEFAULT (unixepoch()),         -- seconds since 1970
    body          TEXT NOT NULL
) STRICT;

CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
CREATE INDEX article_path ON article (path);
CREATE INDEX article_publisher ON article (publisher);
CREATE INDEX article_superseded_by ON article (superseded_by) WHERE superseded_by IS NOT NULL;

-- What looked like an event, a date, a place or a number and was not taken, with the reason.
CREATE TABLE rejection (
    article  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    reason   TEXT NOT NULL CHECK (reason <> ''),
    sentence INTEGER NOT NULL,
    start    INTEGER NOT NULL CHECK (start >= 0),    -- bytes of the body
    "end"    INTEGER NOT NULL CHECK ("end" >= start),
    text     TEXT NOT NULL,
    PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

INSERT INTO migration (version, name) VALUES (1, '0001_create_article');
PRAGMA user_version = 1;
