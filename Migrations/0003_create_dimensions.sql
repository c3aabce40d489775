-- What events refer to by number: types, weapons, places, sources and parties.

-- The event types of the taxonomy: a root and, mostly, a kind below it.
CREATE TABLE event_type (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> '' AND code NOT GLOB '*[^a-z.]*')
) STRICT;

INSERT INTO event_type (id, code) VALUES
    (1, 'attack'),
    (2, 'attack.airstrike'),
    (3, 'attack.drone'),
    (4, 'attack.missile'),
    (5, 'attack.shelling'),
    (6, 'attack.barrage'),
    (7, 'attack.launch'),
    (8, 'attack.debris'),
    (9, 'attack.explosive'),
    (10, 'attack.direct'),
    (11, 'attack.sabotage'),
    (12, 'attack.unconventional'),
    (13, 'battle.clash'),
    (14, 'battle.offensive'),
    (15, 'battle.control'),
    (16, 'interception.airdefence'),
    (17, 'interception.disrupted'),
    (18, 'evacuation.movement'),
    (19, 'evacuation.order'),
    (20, 'displacement.flight'),
    (21, 'detention.capture'),
    (22, 'detention.abduction'),
    (23, 'detention.release'),
    (24, 'posture.mobilisation'),
    (25, 'posture.security'),
    (26, 'truce.ceasefire');

-- Weapons by dotted codes; what the taxonomy does not list is added, without a name, when it is met.
CREATE TABLE weapon (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> '' AND code NOT GLOB '*[^a-z0-9_.]*'),
    name TEXT
) STRICT;

INSERT INTO weapon (id, code, name) VALUES
    (1, 'uav', 'drone'),
    (2, 'uav.oneway', 'one-way attack drone'),
    (3, 'uav.oneway.shahed', 'Shahed, Geran'),
    (4, 'uav.oneway.other', 'other one-way attack drone'),
    (5, 'uav.fpv', 'first-person-view drone'),
    (6, 'uav.bomber', 'bomber drone'),
    (7, 'uav.recon', 'reconnaissance drone'),
    (8, 'usv', 'sea drone'),
    (9, 'missile', 'missile'),
    (10, 'missile.ballistic', 'ballistic missile'),
    (11, 'missile.ballistic.tochka', 'Tochka-U'),
    (12, 'missile.ballistic.iskander', 'Iskander-M'),
    (13, 'missile.ballistic.kn23', 'KN-23, KN-24'),
    (14, 'missile.ballistic.atacms', 'ATACMS'),
    (15, 'missile.ballistic.other', 'other ballistic missile'),
    (16, 'missile.aeroballistic', 'aeroballistic missile'),
    (17, 'missile.aeroballistic.kinzhal', 'Kinzhal'),
    (18, 'missile.cruise', 'cruise missile'),
    (19, 'missile.cruise.kh101', 'Kh-101, Kh-555'),
    (20, 'missile.cruise.kalibr', 'Kalibr'),
    (21, 'missile.cruise.iskander_k', 'Iskander-K'),
    (22, 'missile.cruise.kh22', 'Kh-22, Kh-32'),
    (23, 'missile.cruise.storm_shadow', 'Storm Shadow, SCALP'),
    (24, 'missile.cruise.other', 'other cruise missile'),
    (25, 'missile.air', 'air-launched guided missile'),
    (26, 'missile.sam_ground', 'air-defence missile fired at the ground'),
    (27, 'rocket', 'rocket'),
    (28, 'rocket.himars', 'HIMARS and M270 rockets'),
    (29, 'rocket.mlrs', 'multiple rocket launcher'),
    (30, 'rocket.thermobaric', 'heavy flamethrower'),
    (31, 'artillery', 'artillery'),
    (32, 'mortar', 'mortar'),
    (33, 'tank', 'tank fire'),
    (34, 'bomb', 'bomb'),
    (35, 'bomb.glide', 'glide bomb'),
    (36, 'bomb.free', 'other air-dropped bomb'),
    (37, 'aircraft', 'aircraft'),
    (38, 'aircraft.plane', 'plane'),
    (39, 'aircraft.helicopter', 'helicopter'),
    (40, 'ied', 'improvised explosive device'),
    (41, 'mine', 'mine'),
    (42, 'carbomb', 'car bomb'),
    (43, 'suicide_vest', 'suicide vest'),
    (44, 'grenade', 'grenade'),
    (45, 'smallarms', 'small arms'),
    (46, 'sniper', 'sniper rifle'),
    (47, 'antitank', 'anti-tank weapon'),
    (48, 'blade', 'blade'),
    (49, 'fire', 'fire'),
    (50, 'vehicle', 'vehicle'),
    (51, 'airdefence', 'air defence'),
    (52, 'cbrn', 'chemical, biological, radiological or nuclear'),
    (53, 'cyber', 'cyber'),
    (54, 'unknown', 'not stated');

-- Places with their parents. One row for each distinct place as the gazetteer gave it.
CREATE TABLE place (
    id                INTEGER PRIMARY KEY,
    name              TEXT NOT NULL,
    level             TEXT NOT NULL CHECK (level IN
        ('site', 'place', 'near', 'admin2', 'admin1', 'area', 'country', 'sea', 'unknown')),
    admin2            TEXT,
    admin1            TEXT,
    country           TEXT REFERENCES country (code),
    latitude          REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude         REAL CHECK (longitude BETWEEN -180 AND 180),
    geonameid         INTEGER,
    admin2_geonameid  INTEGER,
    admin1_geonameid  INTEGER,
    country_geonameid INTEGER,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE INDEX place_name ON place (name);
CREATE INDEX place_country ON place (country, admin1, admin2);

-- Who says it. The article's own voice is no source.
CREATE TABLE source (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL CHECK (name <> ''),
    kind    TEXT NOT NULL CHECK (kind IN
        ('belligerent_military', 'belligerent_government', 'local_authority', 'emergency_service',
         'police_prosecutor', 'hospital', 'state_media', 'news_agency', 'national_media', 'local_media',
         'military_blogger', 'osint_group', 'social_media', 'witness', 'ngo', 'igo_un', 'foreign_government',
         'intelligence', 'analyst', 'company_utility', 'unnamed', 'narrator')),
    country TEXT REFERENCES country (code)
) STRICT;

CREATE UNIQUE INDEX source_name ON source (name, kind, ifnull(country, ''));
CREATE INDEX source_country ON source (country) WHERE country IS NOT NULL;

-- Who did it or to whom it was done, as the text says.
CREATE TABLE party (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

INSERT INTO migration (version, name) VALUES (3, '0003_create_dimensions');
PRAGMA user_version = 3;
