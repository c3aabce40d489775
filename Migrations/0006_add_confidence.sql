-- How sure the fields of an event are. NULL: nothing stands in the field, or it was read before this was known.

ALTER TABLE event ADD COLUMN type_confidence TEXT CHECK (type_confidence IN ('low', 'medium', 'high'));
ALTER TABLE event ADD COLUMN date_confidence TEXT CHECK (date_confidence IN ('low', 'medium', 'high'));
ALTER TABLE event ADD COLUMN place_confidence TEXT CHECK (place_confidence IN ('low', 'medium', 'high'));
ALTER TABLE event ADD COLUMN source_confidence TEXT CHECK (source_confidence IN ('low', 'medium', 'high'));
ALTER TABLE event ADD COLUMN weapon_confidence TEXT CHECK (weapon_confidence IN ('low', 'medium', 'high'));
ALTER TABLE event ADD COLUMN count_confidence TEXT CHECK (count_confidence IN ('low', 'medium', 'high'));

-- The view again, with the new columns at its end.
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
    killed.low AS killed_low,
    killed.high AS killed_high,
    injured.low AS injured_low,
    injured.high AS injured_high,
    (
        SELECT sum(coalesce(best, low, high)) FROM event_count
        WHERE event = event.id AND kind = 'launched' AND is_figure = 1
    ) AS launched,
    (
        SELECT sum(coalesce(best, low, high)) FROM event_count
        WHERE event = event.id AND kind = 'intercepted' AND is_figure = 1
    ) AS intercepted,
    coalesce(evacuated.best, evacuated.low, evacuated.high) AS evacuated,
    article.path AS article,
    publisher.name AS publisher,
    date(article.published * 86400, 'unixepoch') AS published,
    article.url,
    evidence.quote,
    article.extractor,
    event.type_confidence,
    event.date_confidence,
    event.place_confidence,
    event.source_confidence,
    event.weapon_confidence,
    event.count_confidence
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
LEFT JOIN event_count AS killed
    ON killed.event = event.id AND killed.kind = 'killed' AND killed.is_figure = 1
    AND killed.unit IN ('person', 'civilian', 'soldier', 'militant', 'child', 'woman')
LEFT JOIN event_count AS injured
    ON injured.event = event.id AND injured.kind = 'injured' AND injured.is_figure = 1
    AND injured.unit IN ('person', 'civilian', 'soldier', 'militant', 'child', 'woman')
LEFT JOIN event_count AS evacuated
    ON evacuated.event = event.id AND evacuated.kind = 'evacuated' AND evacuated.is_figure = 1
    AND evacuated.unit IN ('person', 'civilian', 'soldier', 'militant', 'child', 'woman')
WHERE event.superseded = 0;

INSERT INTO migration (version, name) VALUES (6, '0006_add_confidence');
PRAGMA user_version = 6;
