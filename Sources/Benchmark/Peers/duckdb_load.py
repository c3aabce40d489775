"""Makes a DuckDB file of rows in the columns of UCDP GED, in the form that suits DuckDB: typed, with stored months.

    python3 duckdb_load.py ROWS.csv FILE
"""

import sys

import duckdb

rows, file = sys.argv[1:]
connection = duckdb.connect(file, config={"memory_limit": "4GB", "preserve_insertion_order": False})
# Names that repeat become numbers with a dictionary.
connection.execute(
    f"""
    CREATE TEMP TABLE given AS
    SELECT
        CAST(id AS BIGINT) AS id,
        CASE type_of_violence WHEN 3 THEN 'attack' ELSE 'battle.clash' END AS type,
        CAST(make_timestamp(CAST(date_start AS BIGINT) * 1000000) AS DATE) AS date_start,
        CAST(make_timestamp(CAST(date_end AS BIGINT) * 1000000) AS DATE) AS date_end,
        CAST(where_prec AS UTINYINT) AS place_level, where_coordinates AS place, adm_2 AS admin2, adm_1 AS admin1,
        country, latitude, longitude,
        source_original AS source, source_office AS publisher, side_a AS actor, side_b AS target,
        CAST(low AS INTEGER) AS count_low, CAST(best AS INTEGER) AS count, CAST(high AS INTEGER) AS count_high,
        source_headline AS title, source_article AS quote
    FROM read_csv('{rows}', header = true, types = {{
        'type_of_violence': 'DOUBLE', 'source_original': 'VARCHAR', 'source_office': 'VARCHAR',
        'source_headline': 'VARCHAR', 'source_article': 'VARCHAR', 'adm_1': 'VARCHAR', 'adm_2': 'VARCHAR'}})
    """
)
names = ["type", "admin1", "country", "source", "publisher", "actor", "target"]
for name in names:
    connection.execute(
        f"CREATE TYPE {name}_name AS ENUM (SELECT DISTINCT {name} FROM given WHERE {name} IS NOT NULL ORDER BY 1)"
    )
enums = ", ".join(f"CAST({name} AS {name}_name) AS {name}" for name in names)
connection.execute(
    f"""
    CREATE TABLE events AS
    SELECT * REPLACE ({enums}), year(date_start) AS year,
        CAST(year(date_start) * 12 + month(date_start) - 1 AS INTEGER) AS month
    FROM given
    """
)
connection.close()
