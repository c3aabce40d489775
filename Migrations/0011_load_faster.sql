-- What makes loads with many places and words faster.

-- Regions and boxes are written by the program beside their places: a trigger for each row of a bulk load costs more.
DROP TRIGGER place_inserted;

-- A place is looked up before it is stored, and many bear the same name.
DROP INDEX place_name;
CREATE INDEX place_name ON place (name, latitude);

-- The words of a batch are gathered in memory (8 MB), and what was written of former ones is merged less often.
INSERT INTO evidence_search (evidence_search, rank) VALUES ('hashsize', 8388608), ('automerge', 8);

INSERT INTO migration (version, name) VALUES (11, '0011_load_faster');
PRAGMA user_version = 11;
