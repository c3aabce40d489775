-- Segments with their events taken together, for what is counted over everything by few fields.

-- The columns are made again from the events when something is stored.
DROP TABLE segment;

-- Columns of up to 65,536 events each, packed. A segment holds the events whose numbers shifted right by 16 bits are its
-- own, up to a last one; later ones are read from their rows. Changing an event drops its segment, so that a stored one
-- is always true.
CREATE TABLE segment (
    number INTEGER NOT NULL,
    rollup INTEGER NOT NULL, -- 0: a row for each event; otherwise one for those alike in a few fields, and how many
    field  INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    data   BLOB NOT NULL,
    PRIMARY KEY (number, rollup, field)
) STRICT;

INSERT INTO migration (version, name) VALUES (12, '0012_add_rollups');
PRAGMA user_version = 12;
