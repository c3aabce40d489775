-- The day on which an article was last changed, as it says itself: no date in its text is counted from it.
ALTER TABLE article ADD COLUMN modified INTEGER; -- day number: days since 1970-01-01

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
    date(article.modified * 86400, 'unixepoch') AS modified,
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
WHERE event.superseded = 0 AND event.repeats IS NULL;

INSERT INTO migration (version, name) VALUES (14, '0014_add_modified');
PRAGMA user_version = 14;
