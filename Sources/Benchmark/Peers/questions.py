"""What is asked of both, the bars, and whether the answers are the same."""

import csv
import math
from dataclasses import dataclass

RADIUS = 6371.0088  # kilometres, the earth's
COLUMNS = "original_id,date_start,date_end,type,place,admin1,country,latitude,longitude,source,count,quote"
SELECT = f"SELECT {COLUMNS.replace('original_id', 'id')} FROM events"
ORDER = "ORDER BY date_start, id"


@dataclass
class Question:
    name: str
    # What `dateline` is given, without the database.
    arguments: list
    # What DuckDB is given.
    sql: str
    # The most that Dateline may take, as a part of what DuckDB takes; None where there is no such bar.
    ratio: float | None
    # The most seconds on the clock.
    seconds: float | None = None


def questions(picked):
    west, south, east, north = picked["box"]
    latitude, longitude = picked["point"]
    near = 50
    high = math.degrees(near / RADIUS)
    wide = high / math.cos(math.radians(abs(latitude) + high))
    # The box first, so that DuckDB leaves out what it can before it reckons distances.
    circle = (
        f"place_level <= 2 AND latitude BETWEEN {latitude - high} AND {latitude + high}"
        f" AND longitude BETWEEN {longitude - wide} AND {longitude + wide}"
        f" AND {2 * RADIUS} * asin(sqrt(pow(sin(radians(latitude - {latitude}) / 2), 2)"
        f" + cos(radians({latitude})) * cos(radians(latitude)) * pow(sin(radians(longitude - {longitude}) / 2), 2)))"
        f" <= {near}"
    )
    query = ["query", "--format", "csv", "--columns", COLUMNS]
    first, second = picked["words"]
    three = ["--region", picked["country"], "--type", "battle.clash", "--source", picked["source"]]
    return [
        Question(
            "`query`, one region and a month",
            query + ["--region", picked["region"], "--from", "2015-06", "--to", "2015-06"],
            f"{SELECT} WHERE admin1 = {text(picked['region'])} AND date_start <= DATE '2015-06-30'"
            f" AND date_end >= DATE '2015-06-01' {ORDER}",
            0.2,
            0.05,
        ),
        Question(
            "`query --bbox`",
            query + [f"--bbox={west},{south},{east},{north}"],
            f"{SELECT} WHERE place_level <= 2 AND latitude BETWEEN {south} AND {north}"
            f" AND longitude BETWEEN {west} AND {east} {ORDER}",
            0.2,
        ),
        Question(
            "`query --near --within 50km`",
            query + [f"--near={latitude},{longitude}", "--within", f"{near}km"],
            f"{SELECT} WHERE {circle} {ORDER}",
            0.2,
        ),
        counted("month,type", "month, type"),
        counted("country,year", "country, year"),
        counted("source", "source", 20),
        Question(
            "`count --by month,type`, three filters",
            ["count", "--by", "month,type", "--format", "csv"] + three,
            f"SELECT month, type, count(*) FROM events WHERE country = {text(picked['country'])}"
            f" AND type = 'battle.clash' AND source = {text(picked['source'])} GROUP BY ALL",
            1.0,
        ),
        Question(
            "`query --text`, two words",
            query + ["--text", f"{first} {second}"],
            f"{SELECT} WHERE regexp_matches(quote, '(?i)\\b{first}\\b') AND regexp_matches(quote, '(?i)\\b{second}\\b')"
            f" {ORDER}",
            None,
            0.3,
        ),
    ]


def counted(by, columns, top=None):
    limit = ["--limit", str(top)] if top else []
    # What is unknown comes last with Dateline, not among the first.
    known = f" WHERE {columns} IS NOT NULL" if top else ""
    order = f" ORDER BY count(*) DESC LIMIT {top}" if top else ""
    return Question(
        f"`count --by {by}`" + (f", the first {top}" if top else ""),
        ["count", "--by", by, "--format", "csv"] + limit,
        f"SELECT {columns}, count(*) AS events FROM events{known} GROUP BY ALL{order}",
        0.5,
    )


def text(value):
    return "'" + value.replace("'", "''") + "'"


def answer(path, is_count):
    """What tells two answers apart whatever the form: the ids of the rows, or the numbers counted, in order."""
    csv.field_size_limit(1 << 30)
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    return sorted(int(row[-1]) if is_count else int(row[0]) for row in rows)
