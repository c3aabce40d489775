"""Chooses from a DuckDB file what the benchmark asks for, and prints it as JSON.

The same rows give the same questions, of middling frequency.

    python3 duckdb_pick.py FILE
"""

import collections
import json
import sys

import duckdb

connection = duckdb.connect(sys.argv[1], read_only=True)


def one(sql):
    return connection.execute(sql).fetchone()


# A region whose name is no other place's.
(region,) = one(
    """
    SELECT admin1 FROM events
    WHERE admin1 IS NOT NULL
    GROUP BY 1
    HAVING count(DISTINCT country) = 1 AND count(*) FILTER (admin2 = admin1::VARCHAR) = 0
        AND admin1::VARCHAR NOT IN (SELECT place FROM events WHERE place_level <= 2)
        AND admin1::VARCHAR NOT IN (SELECT DISTINCT country::VARCHAR FROM events)
    ORDER BY count(*) DESC LIMIT 1 OFFSET 10
    """
)
towns = connection.execute(
    """
    SELECT latitude, longitude FROM events WHERE place_level <= 2 AND abs(longitude) < 178 AND abs(latitude) < 60
    GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT 101
    """
).fetchall()
(country,) = one("SELECT country FROM events GROUP BY 1 ORDER BY count(*) DESC LIMIT 1 OFFSET 1")
(source,) = one("SELECT source FROM events WHERE source IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1 OFFSET 4")
words = collections.Counter()
for (text,) in connection.execute("SELECT quote FROM events WHERE id <= 20000 ORDER BY id").fetchall():
    words.update(word.strip('.,"').lower() for word in text.split())
frequent = sorted((word for word in words if len(word) > 3), key=lambda word: (-words[word], word))
latitude, longitude = towns[20]
print(
    json.dumps(
        {
            "region": region,
            "country": country,
            "source": source,
            "words": [frequent[200], frequent[400]],
            # West, south, east, north.
            "box": [round(middle + side, 3) for side in (-0.3, 0.3) for middle in (longitude, latitude)],
            "point": list(towns[100]),
        }
    )
)
