#!/usr/bin/env python3
"""Reads articles with dateline on the workers of a Spark cluster, stores what they read, and compares.

    python3 spark.py ARTICLES.jsonl [--program dateline] [--master local-cluster[2,1,1024]] [--parts 8]

The same articles are read by one process on this machine. The two databases must be equal, row for row, but for the
times at which articles were stored. Needs Java 17 and `pip install pyspark`.
"""

import argparse
import glob
import os
import sqlite3
import subprocess
import sys
import tempfile
import time

from pyspark.sql import SparkSession


def extract_on_cluster(program, articles, folder, master, parts):
    """Gives the seconds that the cluster took, without its start, and how many lines it wrote."""
    session = SparkSession.builder.master(master).appName('dateline').getOrCreate()
    context = session.sparkContext
    context.parallelize(range(parts), parts).map(lambda number: number + 1).count()
    start = time.monotonic()
    # 2 says that lines could not be read; each is named in the worker's log.
    command = f"sh -c '{program} extract --jobs 1 --with-articles; [ $? -eq 0 -o $? -eq 2 ]'"
    lines = context.textFile(articles, parts).pipe(command, checkCode=True)
    lines.saveAsTextFile(folder)
    seconds = time.monotonic() - start
    written = context.textFile(folder).count()
    session.stop()
    return seconds, written


def extract_here(program, articles, output, jobs):
    start = time.monotonic()
    with open(articles, 'rb') as source, open(output, 'wb') as target:
        subprocess.run([program, 'extract', '--with-articles', '--jobs', str(jobs)], stdin=source, stdout=target,
                       check=True)
    return time.monotonic() - start


def store(program, database, files):
    start = time.monotonic()
    subprocess.run([program, 'ingest', '--events', *files, '--db', database], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def rows(path):
    """Every row of every table, without times and without what SQLite keeps for searching words."""
    database = sqlite3.connect(path)
    tables = [name for name, in database.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'evidence_search%' AND name <> 'migration' ORDER BY name")]
    for table in tables:
        columns = [row[1] for row in database.execute(f'PRAGMA table_info({table})') if row[1] != 'ingested']
        order = ', '.join(str(number + 1) for number in range(len(columns)))
        for row in database.execute(f'SELECT {", ".join(columns)} FROM {table} ORDER BY {order}'):
            yield table, row


def compare(first, second):
    """How many rows there are; ends the program where they differ."""
    count = 0
    others = rows(second)
    for row in rows(first):
        if row != next(others, None):
            sys.exit(f'The databases differ: {row}')
        count += 1
    if next(others, None) is not None:
        sys.exit('The databases differ: the cluster has fewer rows')
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('articles')
    parser.add_argument('--program', default='dateline')
    parser.add_argument('--master', default='local-cluster[2,1,1024]')
    parser.add_argument('--parts', type=int, default=8)
    options = parser.parse_args()
    articles = os.path.abspath(options.articles)
    with open(articles, 'rb') as file:
        number = sum(1 for _ in file)
    with tempfile.TemporaryDirectory() as folder:
        here = os.path.join(folder, 'here.jsonl')
        one = extract_here(options.program, articles, here, 1)
        spark, written = extract_on_cluster(
            options.program, articles, os.path.join(folder, 'read'), options.master, options.parts)
        again = extract_here(options.program, articles, here, 1)
        one = min(one, again)
        parts = sorted(glob.glob(os.path.join(folder, 'read', 'part-*')))
        stored = store(options.program, os.path.join(folder, 'cluster.sqlite'), parts)
        store(options.program, os.path.join(folder, 'here.sqlite'), [here])
        compared = compare(os.path.join(folder, 'cluster.sqlite'), os.path.join(folder, 'here.sqlite'))
    print(f'{number} articles, {written} lines from {options.parts} parts')
    print(f'one process with one job: {one:.1f} s, {number / one:.0f} articles a second')
    print(f'{options.master}: {spark:.1f} s, {number / spark:.0f} articles a second, {one / spark:.2f} times as fast')
    print(f'stored from its {len(parts)} files in {stored:.1f} s: {compared} rows, the same as from one process')


if __name__ == '__main__':
    main()
