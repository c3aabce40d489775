"""Runs one statement on a DuckDB file with one thread and writes its rows to standard output as CSV.

    python3 duckdb_copy.py FILE SQL

The last line of standard error is what the statement took without Python's and DuckDB's start: seconds on the clock and
of the processor.
"""

import sys
import time

import duckdb

file, sql = sys.argv[1:]
connection = duckdb.connect(file, read_only=True, config={"threads": 1})
clock, processor = time.perf_counter(), time.process_time()
connection.execute(f"COPY ({sql}) TO '/dev/stdout' (FORMAT csv, HEADER)")
print(time.perf_counter() - clock, time.process_time() - processor, file=sys.stderr)
