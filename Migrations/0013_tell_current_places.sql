-- The index of places also tells which events stand, so that those at some places are found without their rows. It has
-- the days as they are stored: SQLite reads the row where an index has one that it reckons.

-- An import that was cut off has dropped the index, and noted to make it again.
DROP INDEX IF EXISTS event_place_day;
UPDATE import_run
SET indexes = replace(indexes, 'CREATE INDEX event_place_day ON event (place, day, date_end, type);', '')
WHERE indexes IS NOT NULL;
CREATE INDEX event_place_day ON event (place, date_start, date_end, type, superseded, repeats);

INSERT INTO migration (version, name) VALUES (13, '0013_tell_current_places');
PRAGMA user_version = 13;
