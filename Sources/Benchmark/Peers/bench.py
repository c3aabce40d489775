#!/usr/bin/env python3
"""Measures Dateline against DuckDB, the sqlite3 shell and sqlite-utils, and writes a page of the docs.

    python3 Sources/Benchmark/Peers/bench.py [--rows N] [--work FOLDER] [--output PAGE]

Builds the program as README.md says, installs the peers into a folder of their own, makes the rows with a fixed seed,
and compares every answer. Ratios are of processor seconds, user and system together, so that other work on the machine
matters little; the commands of a row run in turn. Ends with 1 when answers differ.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
from dataclasses import asdict

from measure import Cost, medians, run, side_by_side
from questions import answer, questions

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SMALL = 1_000_000  # rows of what is imported and exported against the peers
SMALLER = 100_000  # rows for sqlite-utils
# As many as Dateline has on the tables with a row for each event, and on what is looked for there.
INDEXES = ["id", "date_start", "where_coordinates", "source_original", "side_a", "type_of_violence"]


def main():
    options = arguments()
    work = pathlib.Path(options.work).resolve()
    if not options.keep:
        shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    program = pathlib.Path(options.program).resolve() if options.program else build("dateline")
    generator = pathlib.Path(options.generator).resolve() if options.generator else build("dateline-benchmark")
    python = peers(work)
    bench = Bench(work, program, generator, python, options)
    rows = bench.asking() + bench.starting() + bench.exporting() + bench.importing()
    page = bench.page(rows)
    if options.output:
        pathlib.Path(options.output).write_text(page, encoding="utf-8")
    print(page)
    if bench.differences:
        sys.exit("answers differ: " + ", ".join(bench.differences))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000_000, help="how many events (10000000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (5)")
    parser.add_argument("--import-rounds", type=int, default=3, help="how often imports are (3)")
    parser.add_argument("--work", default=ROOT / ".build" / "bench", help="a folder for the files: 3 GB a million rows")
    parser.add_argument("--keep", action="store_true", help="take what is in the folder already")
    parser.add_argument("--program", help="a dateline that is built already")
    parser.add_argument("--generator", help="a dateline-benchmark that is built already")
    parser.add_argument("--output", help="the page to write; always printed too")
    return parser.parse_args()


def build(product):
    flags = ["-c", "release", "--static-swift-stdlib", "-Xswiftc", "-static-executable"]
    subprocess.run(["swift", "build", *flags, "--product", product], cwd=ROOT, check=True, stdout=sys.stderr)
    folder = subprocess.run(
        ["swift", "build", *flags, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    return pathlib.Path(folder) / product


def peers(work):
    folder = work / "peers"
    if not (folder / "bin" / "sqlite-utils").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin" / "pip", "install", "-q", "duckdb", "sqlite-utils"], check=True)
    return folder / "bin" / "python"


class Bench:
    def __init__(self, work, program, generator, python, options):
        self.work, self.program, self.generator, self.python = work, program, generator, python
        self.options = options
        self.rows = options.rows
        self.small = min(SMALL, self.rows)
        self.smaller = min(SMALLER, self.rows)
        self.differences = []
        self.import_costs = {}

    # What is measured.

    def asking(self):
        """Rows of the table: what is asked of the whole."""
        database, duck = self.database(self.rows), self.duckdb()
        picked = json.loads(subprocess.check_output([self.python, HERE / "duckdb_pick.py", duck]))
        rows = []
        for question in questions(picked):
            self.say(question.name)
            ours, theirs = self.work / "ours.csv", self.work / "theirs.csv"
            mine, peer = side_by_side(
                [
                    ([self.program, *question.arguments, "--db", database], ours),
                    ([self.python, HERE / "duckdb_copy.py", duck, question.sql], theirs),
                ],
                self.options.rounds,
            )
            is_count = question.arguments[0] == "count"
            found, expected = answer(ours, is_count), answer(theirs, is_count)
            if found != expected:
                self.differences.append(
                    f"{question.name}: {len(found)} rows, {sum(found)}; DuckDB {len(expected)}, {sum(expected)}"
                )
            bars = []
            if question.ratio:
                bars.append((f"≤ {question.ratio} ×", mine.cpu <= question.ratio * peer.cpu))
            if question.seconds:
                bars.append((f"< {question.seconds * 1000:.0f} ms", mine.wall < question.seconds))
            rows.append(self.row(question.name, mine, "DuckDB", peer, bars, f"{len(found)} rows"))
        return rows

    def starting(self):
        """Rows: a question that nothing answers, and the first event of the whole."""
        self.say("start-up")
        database = self.database(self.rows)
        query = [self.program, "query", "--format", "csv", "--db", database]
        nothing, mine, peer = side_by_side(
            [
                ([*query, "--text", "nobodywrotethis"], os.devnull),
                ([*query, "--limit", "1"], os.devnull),
                (["sqlite3", "-readonly", "-csv", database, "SELECT * FROM events LIMIT 1"], os.devnull),
            ],
            self.options.rounds,
        )
        bars = [("< 3 ×", nothing.cpu < 3 * peer.cpu)]
        return [
            self.row("`query --text`, start-up: nothing found", nothing, "sqlite3", peer, bars, "0 rows"),
            self.row("`query --limit 1`", mine, "sqlite3", peer, [], "1 row"),
        ]

    def exporting(self):
        """A row: everything as CSV."""
        self.say("export")
        database = self.database(self.small)
        ours, theirs = self.work / "ours.csv", self.work / "theirs.csv"
        mine, peer = side_by_side(
            [
                ([self.program, "export", "--format", "csv", "--db", database], ours),
                (["sqlite3", "-readonly", "-csv", "-header", database, "SELECT * FROM events"], theirs),
            ],
            self.options.import_rounds,
        )
        self.compare("export", lines(ours), lines(theirs))
        bars = [("≤ 0.5 ×", mine.cpu <= 0.5 * peer.cpu)]
        row = self.row("`export --format csv`", mine, "sqlite3 -csv", peer, bars, f"{self.small} rows")
        for file in (ours, theirs):
            file.unlink()
        return [row]

    def importing(self):
        """Rows: imports, with indexes and text index."""
        rows = []
        database, peer_database = self.work / "import.sqlite", self.work / "peer.sqlite"
        for peer, count, rounds in [
            ("sqlite3", self.small, self.options.import_rounds), ("sqlite-utils", self.smaller, 1),
        ]:
            file = self.csv(count)
            commands = (self.shell_import if peer == "sqlite3" else self.utils_import)(file, peer_database)
            mine, theirs = [], []
            for _ in range(rounds):
                self.say(f"import against {peer}")
                mine.append(self.imported(file, database))
                remove(peer_database)
                theirs.append(total([run(command) for command in commands]))
            self.compare(f"import against {peer}", self.scalar(database, "SELECT count(*) FROM events"),
                         self.scalar(peer_database, "SELECT count(*) FROM rows"))
            self.check_indexes(database)
            mine, theirs = medians(mine), medians(theirs)
            share = 1.0 if peer == "sqlite3" else 0.2
            bars = [(f"≤ {share} ×", mine.cpu <= share * theirs.cpu)]
            name = "`import`, indexes and text index included"
            rows.append(self.row(name, mine, peer, theirs, bars, f"{count} rows"))
            remove(database)
            remove(peer_database)
        for count, cost in sorted(self.import_costs.items()):
            rows.append(self.row("`import` once", cost, None, None, [], f"{count} rows"))
        return rows

    # The files.

    def csv(self, count):
        file = self.work / f"rows-{count}.csv"
        if not file.exists():
            self.say(f"{count} rows")
            run([self.generator, "rows", "--rows", count, "--seed", 7], f"{file}.part")
            os.rename(f"{file}.part", file)
        return file

    def database(self, count):
        file, costs = self.work / f"dateline-{count}.sqlite", self.work / f"dateline-{count}.json"
        if not file.exists():
            self.say(f"import of {count} rows")
            part = self.work / "part.sqlite"
            cost = self.imported(self.csv(count), part)
            costs.write_text(json.dumps(asdict(cost)), encoding="utf-8")
            os.rename(part, file)
        if costs.exists():
            self.import_costs[count] = Cost(**json.loads(costs.read_text(encoding="utf-8")))
        return file

    def imported(self, file, database):
        remove(database)
        cost = run([self.program, "import", file, "--as", "ucdp-ged", "--db", database])
        # What is left to write stands in the file, so that it can be moved.
        self.scalar(database, "PRAGMA wal_checkpoint(TRUNCATE)")
        return cost

    def duckdb(self):
        file = self.work / f"duckdb-{self.rows}.db"
        if not file.exists():
            self.say("DuckDB's file")
            run([self.python, HERE / "duckdb_load.py", self.csv(self.rows), f"{file}.part"])
            os.rename(f"{file}.part", file)
        return file

    # The peers' imports.

    def shell_import(self, file, database):
        columns = file.open(encoding="utf-8").readline().strip().split(",")
        statements = [
            "CREATE TABLE rows (" + ", ".join(f'"{name}" TEXT' for name in columns) + ");",
            f".import --csv --skip 1 '{file}' rows",
            *(f"CREATE INDEX rows_{name} ON rows ({name});" for name in INDEXES),
            "CREATE VIRTUAL TABLE words USING fts5 (source_article, content = 'rows',"
            " tokenize = 'unicode61 remove_diacritics 2');",
            "INSERT INTO words (words) VALUES ('rebuild');",
        ]
        script = self.work / "import.sql"
        script.write_text("\n".join(statements) + "\n", encoding="utf-8")
        return [["sqlite3", "-bail", database, f".read '{script}'"]]

    def utils_import(self, file, database):
        tool = self.python.parent / "sqlite-utils"
        return [
            [tool, "insert", database, "rows", file, "--csv", "--silent"],
            *([tool, "create-index", database, "rows", name] for name in INDEXES),
            [tool, "enable-fts", database, "rows", "source_article", "--fts5", "--tokenize",
             "unicode61 remove_diacritics 2"],
        ]

    def check_indexes(self, database):
        count = self.scalar(
            database,
            "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('event', 'evidence', 'origin')"
            " AND sql NOT LIKE '% WHERE %'",
        )
        self.compare("number of indexes", count, len(INDEXES))

    # The page.

    def compare(self, name, ours, theirs):
        if ours != theirs:
            self.differences.append(f"{name}: {ours}, peer {theirs}")

    def scalar(self, database, sql):
        return int(subprocess.check_output(["sqlite3", database, sql], text=True).split("|")[0])

    def row(self, name, mine, peer_name, peer, bars, size):
        cells = [name, size, seconds(mine.cpu), seconds(mine.wall), f"{mine.memory:.0f} MB"]
        if peer:
            inner = f" ({seconds(peer.inner_cpu)})" if peer.inner_cpu else ""
            ratio = f"{mine.cpu / peer.cpu:.2f}" + (f" ({mine.cpu / peer.inner_cpu:.2f})" if peer.inner_cpu else "")
            cells += [peer_name, seconds(peer.cpu) + inner, f"{peer.memory:.0f} MB", ratio]
        else:
            cells += ["", "", "", ""]
        bars = bars + ([("< 400 MB", mine.memory < 400)])
        cells.append("; ".join(text if held else f"**{text} missed**" for text, held in bars))
        self.say(" | ".join(cells))
        return cells

    def page(self, rows):
        head = ["work", "size", "CPU", "clock", "memory", "peer", "its CPU", "its memory", "ratio of CPU", "bars"]
        table = "\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *rows])
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        return PAGE.format(
            number=self.rows,
            rows=f"{self.rows:,}",
            rounds=self.options.rounds,
            imports=self.options.import_rounds,
            table=table,
            date=datetime.datetime.now(datetime.timezone.utc).date(),
            machine=f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB of memory, Linux",
            versions=self.versions(),
            answers="All answers were the same." if not self.differences
            else "**Answers differed:** " + "; ".join(self.differences) + ".",
        )

    def versions(self):
        script = "import importlib.metadata as m; print(m.version('duckdb'), m.version('sqlite-utils'))"
        duck, utils = subprocess.check_output([self.python, "-c", script], text=True).split()
        shell = subprocess.check_output(["sqlite3", "--version"], text=True).split()[0]
        dateline = subprocess.check_output([self.program, "--version"], text=True).strip()
        python = platform.python_version()
        return f"Dateline {dateline}, DuckDB {duck}, sqlite3 {shell}, sqlite-utils {utils}, Python {python}"

    def say(self, words):
        print(f"{datetime.datetime.now():%H:%M:%S} {words}", file=sys.stderr, flush=True)


def total(costs):
    first = costs[0]
    for cost in costs[1:]:
        first.wall += cost.wall
        first.cpu += cost.cpu
        first.memory = max(first.memory, cost.memory)
    return first


def seconds(value):
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s" if value < 100 else f"{value:.0f} s"


def lines(file):
    with open(file, "rb") as bytes_of:
        return sum(block.count(b"\n") for block in iter(lambda: bytes_of.read(1 << 20), b""))


def remove(database):
    for end in ("", "-wal", "-shm"):
        pathlib.Path(f"{database}{end}").unlink(missing_ok=True)


PAGE = """\
# Benchmarks

What questions, imports and exports take beside other programs.

## Overview

`make bench ROWS={number}` makes {rows} invented events in the columns of UCDP GED, with a fixed seed, and measures
whole commands from their start to the last byte of their output, one thread against one. This page is what it wrote on
{date}, on {machine}: {versions}.

{table}

CPU is the time of the processor, user and system together; ratios are of it, since other work on the machine changes
the time on the clock. Figures are medians of {rounds}, those of imports and exports of {imports}; memory is the most.
DuckDB runs in Python with one thread on a file of its own with typed columns, names as enumerations and stored months;
in parentheses is its statement alone, without the start of Python and DuckDB, and the ratio to that. What sqlite3 and
sqlite-utils do has one table of text columns, then as many indexes as Dateline has on the tables with a row for each
event, and the same text index. {answers}
"""

if __name__ == "__main__":
    main()
