-- What millions of events need, and events that come from structured datasets.

-- The regions in which places lie or which they are, so that a name is found without reading every place.
CREATE TABLE region (
    id      INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('country', 'admin1', 'admin2', 'area', 'town')),
    name    TEXT NOT NULL,
    country TEXT NOT NULL DEFAULT '',
    admin1  TEXT NOT NULL DEFAULT '',
    admin2  TEXT NOT NULL DEFAULT '',
    key     TEXT,                    -- the folded words it is found by; NULL until the program has given it
    UNIQUE (kind, name, country, admin1, admin2)
) STRICT;

CREATE INDEX region_key ON region (key);

-- The first-level region that the place is or lies in.
ALTER TABLE place ADD COLUMN region INTEGER REFERENCES region (id);

CREATE INDEX place_region ON place (region);

-- Where places are, for boxes and circles.
CREATE VIRTUAL TABLE place_box USING rtree (place, south, north, west, east);

INSERT OR IGNORE INTO region (kind, name, country)
SELECT 'country', name, ifnull(country, '') FROM place WHERE level = 'country';

INSERT OR IGNORE INTO region (kind, name, country)
SELECT 'admin1', ifnull(admin1, name), ifnull(country, '') FROM place
WHERE admin1 IS NOT NULL OR level = 'admin1';

INSERT OR IGNORE INTO region (kind, name, country, admin1)
SELECT
    'admin2', ifnull(admin2, name), ifnull(country, ''),
    coalesce(admin1, CASE WHEN level = 'admin1' THEN name END, '')
FROM place WHERE admin2 IS NOT NULL OR level = 'admin2';

INSERT OR IGNORE INTO region (kind, name, country, admin1, admin2)
SELECT
    CASE WHEN level IN ('site', 'place', 'near') THEN 'town' ELSE 'area' END, name, ifnull(country, ''),
    ifnull(admin1, ''), ifnull(admin2, '')
FROM place WHERE level IN ('site', 'place', 'near', 'area', 'sea', 'unknown');

UPDATE place SET region = (
    SELECT region.id FROM region
    WHERE kind = 'admin1' AND region.name = ifnull(place.admin1, place.name)
        AND region.country = ifnull(place.country, '') AND region.admin1 = '' AND region.admin2 = ''
) WHERE admin1 IS NOT NULL OR level = 'admin1';

INSERT INTO place_box SELECT id, latitude, latitude, longitude, longitude FROM place WHERE latitude IS NOT NULL;

CREATE TRIGGER place_inserted AFTER INSERT ON place BEGIN
    INSERT OR IGNORE INTO region (kind, name, country)
    SELECT 'country', new.name, ifnull(new.country, '') WHERE new.level = 'country';

    INSERT OR IGNORE INTO region (kind, name, country)
    SELECT 'admin1', ifnull(new.admin1, new.name), ifnull(new.country, '')
    WHERE new.admin1 IS NOT NULL OR new.level = 'admin1';

    INSERT OR IGNORE INTO region (kind, name, country, admin1)
    SELECT
        'admin2', ifnull(new.admin2, new.name), ifnull(new.country, ''),
        coalesce(new.admin1, CASE WHEN new.level = 'admin1' THEN new.name END, '')
    WHERE new.admin2 IS NOT NULL OR new.level = 'admin2';

    INSERT OR IGNORE INTO region (kind, name, country, admin1, admin2)
    SELECT
        CASE WHEN new.level IN ('site', 'place', 'near') THEN 'town' ELSE 'area' END, new.name,
        ifnull(new.country, ''), ifnull(new.admin1, ''), ifnull(new.admin2, '')
    WHERE new.level IN ('site', 'place', 'near', 'area', 'sea', 'unknown');

    UPDATE place SET region = (
        SELECT region.id FROM region
        WHERE kind = 'admin1' AND region.name = ifnull(new.admin1, new.name)
            AND region.country = ifnull(new.country, '') AND region.admin1 = '' AND region.admin2 = ''
    ) WHERE id = new.id AND (new.admin1 IS NOT NULL OR new.level = 'admin1');

    INSERT INTO place_box
    SELECT new.id, new.latitude, new.latitude, new.longitude, new.longitude WHERE new.latitude IS NOT NULL;
END;

-- The first index also answers which events touch some days at some places, the second which touch some days.
DROP INDEX event_place_day;
DROP INDEX event_day;
CREATE INDEX event_place_day ON event (place, day, date_end, type);
CREATE INDEX event_day ON event (day, date_end, type);

-- Events whose day does not tell within a year which days they touch.
CREATE INDEX event_long ON event (id)
    WHERE date_start IS NULL OR date_end IS NULL OR date_end - date_start > 366;

-- Structured datasets. The rows of one stand under one article without a text.
CREATE TABLE dataset (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE CHECK (name <> ''),
    format  TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id)
) STRICT;

-- Each import of a file: what it did, or, without an end, that it was cut off.
CREATE TABLE import_run (
    id        INTEGER PRIMARY KEY,
    dataset   INTEGER NOT NULL REFERENCES dataset (id),
    file      TEXT NOT NULL,
    started   INTEGER NOT NULL DEFAULT (unixepoch()), -- seconds since 1970
    ended     INTEGER,
    added     INTEGER NOT NULL DEFAULT 0,
    changed   INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    removed   INTEGER NOT NULL DEFAULT 0,
    rejected  INTEGER NOT NULL DEFAULT 0,
    indexes   TEXT                                    -- the indexes dropped for a bulk load, to be made again
) STRICT;

CREATE INDEX import_run_dataset ON import_run (dataset);

-- Which row of a dataset an event is.
CREATE TABLE origin (
    event    INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    dataset  INTEGER NOT NULL REFERENCES dataset (id),
    original ANY NOT NULL,                            -- the dataset's own id
    hash     INTEGER NOT NULL,                        -- of the row's bytes
    run      INTEGER NOT NULL REFERENCES import_run (id) -- the last import that had it
) STRICT;

CREATE UNIQUE INDEX origin_original ON origin (dataset, original);

-- The address that a row of a dataset gives as its own.
ALTER TABLE evidence ADD COLUMN url TEXT;

-- Columns of up to 65,536 events each, packed, for what is counted over everything. A segment holds the events whose
-- numbers shifted right by 16 bits are its own, up to a last one; later ones are read from their rows. Changing an
-- event drops its segment, so that a stored one is always true.
CREATE TABLE segment (
    number INTEGER NOT NULL,
    field  INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    data   BLOB NOT NULL,
    PRIMARY KEY (number, field)
) STRICT;

CREATE TRIGGER event_updated AFTER UPDATE ON event BEGIN
    DELETE FROM segment WHERE number = old.id >> 16;
END;

CREATE TRIGGER event_deleted AFTER DELETE ON event BEGIN
    DELETE FROM segment WHERE number = old.id >> 16;
END;

CREATE TRIGGER event_count_updated AFTER UPDATE ON event_count BEGIN
    DELETE FROM segment WHERE number = old.event >> 16;
END;

CREATE TRIGGER event_count_deleted AFTER DELETE ON event_count BEGIN
    DELETE FROM segment WHERE number = old.event >> 16;
END;

CREATE TRIGGER event_weapon_updated AFTER UPDATE ON event_weapon BEGIN
    DELETE FROM segment WHERE number = old.event >> 16;
END;

CREATE TRIGGER event_weapon_deleted AFTER DELETE ON event_weapon BEGIN
    DELETE FROM segment WHERE number = old.event >> 16;
END;

CREATE TRIGGER event_place_updated AFTER UPDATE ON event_place BEGIN
    DELETE FROM segment WHERE number = old.event >> 16;
END;

CREATE TRIGGER event_place_deleted AFTER DELETE ON event_place BEGIN
    DELETE FROM segment WHERE number = old.event >> 16;
END;

-- What segments hold of articles and places.
CREATE TRIGGER article_updated AFTER UPDATE OF publisher ON article BEGIN
    DELETE FROM segment WHERE number IN (SELECT id >> 16 FROM event WHERE article = new.id);
END;

CREATE TRIGGER place_updated AFTER UPDATE OF country, region ON place
WHEN old.country IS NOT new.country OR (old.region IS NOT NULL AND old.region IS NOT new.region) BEGIN
    DELETE FROM segment WHERE number IN (SELECT id >> 16 FROM event WHERE place = new.id);
END;

-- The words of the evidence are written by the program beside the evidence: a trigger for each row of a bulk load
-- costs more.
DROP TRIGGER evidence_inserted;

-- The view again, with a row's own address and its dataset's id.
DROP VIEW events;

CREATE VIEW events AS
SELECT
    event.id,
    event_type.code AS type,
    date(event.date_start * 86400, 'unixepoch') AS date_start,
    date(event.date_end * 86400, 'unixepoch') AS date_end,
    event.date_precision,
    place.name AS place,
    place.admin2,
    place.admin1,
    place.country,
    place.latitude,
    place.longitude,
    place.level AS place_level,
    source.name AS source,
    event.status,
    actor.name AS actor,
    target.name AS target,
    (
        SELECT group_concat(code, ';')
        FROM (
            SELECT weapon.code FROM event_weapon JOIN weapon ON weapon.id = event_weapon.weapon
            WHERE event_weapon.event = event.id ORDER BY event_weapon.ordinal
        )
    ) AS weapons,
    coalesce(leading.best, leading.low, leading.high) AS count,
    leading.low AS count_low,
    leading.high AS count_high,
    leading.unit AS count_unit,
    leading.kind AS count_kind,
    leading.qualifier AS count_qualifier,
    leading.scope AS count_scope,
    (
        SELECT CASE WHEN count(low) = count(*) THEN sum(low) END FROM event_count
        WHERE event = event.id AND kind = 'killed' AND is_figure = 1
        AND unit IN ('person', 'civilian', 'soldier', 'militant', 'child', 'woman')
    ) AS killed_low,
    (
        SELECT CASE WHEN count(high) = count(*) THEN sum(high) END FROM event_count
        WHERE event = event.id AND kind = 'killed' AND is_figure = 1
        AND unit IN ('person', 'civilian', 'soldier', 'militant', 'child', 'woman')
    ) AS killed_high,
    (
        SELECT CASE WHEN count(low) = count(*) THEN sum(low) END FROM event_count
        WHERE event = event.id AND kind = 'injured' AND is_figure = 1
        AND unit IN ('person', 'civilian', 'soldier', 'militant', 'child', 'woman')
    ) AS injured_low,
    (
        SELECT CASE WHEN count(high) = count(*) THEN sum(high) END FROM event_count
        WHERE event = event.id AND kind = 'injured' AND is_figure = 1
        AND unit IN ('person', 'civilian', 'soldier', 'militant', 'child', 'woman')
    ) AS injured_high,
    (
        SELECT sum(coalesce(best, low, high)) FROM event_count
        WHERE event = event.id AND kind = 'launched' AND is_figure = 1
    ) AS launched,
    (
        SELECT sum(coalesce(best, low, high)) FROM event_count
        WHERE event = event.id AND kind = 'intercepted' AND is_figure = 1
    ) AS intercepted,
    (
        SELECT sum(coalesce(best, low, high)) FROM event_count
        WHERE event = event.id AND kind = 'evacuated' AND is_figure = 1
        AND unit IN ('person', 'civilian', 'soldier', 'militant', 'child', 'woman')
    ) AS evacuated,
    article.path AS article,
    publisher.name AS publisher,
    date(article.published * 86400, 'unixepoch') AS published,
    ifnull(evidence.url, article.url) AS url,
    evidence.quote,
    article.extractor,
    event.type_confidence,
    event.date_confidence,
    event.place_confidence,
    event.source_confidence,
    event.weapon_confidence,
    event.count_confidence,
    origin.original AS original_id
FROM event
JOIN event_type ON event_type.id = event.type
JOIN article ON article.id = event.article
JOIN evidence ON evidence.event = event.id
LEFT JOIN place ON place.id = event.place
LEFT JOIN source ON source.id = event.source
LEFT JOIN party AS actor ON actor.id = event.actor
LEFT JOIN party AS target ON target.id = event.target
LEFT JOIN publisher ON publisher.id = article.publisher
LEFT JOIN event_count AS leading ON leading.event = event.id AND leading.ordinal = event.leading_count
LEFT JOIN origin ON origin.event = event.id
WHERE event.superseded = 0;

INSERT INTO migration (version, name) VALUES (8, '0008_grow_to_millions');
PRAGMA user_version = 8;
