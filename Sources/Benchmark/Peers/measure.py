"""Running commands and what they took."""

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Cost:
    """What a command took: seconds on the clock, seconds of the processor, megabytes at most."""

    wall: float
    cpu: float
    memory: float
    # The same without the start of the program, where it tells.
    inner_wall: float = 0
    inner_cpu: float = 0


def run(command, output=os.devnull):
    """Runs a command with its output in a file; from its start to its end."""
    with open(output, "wb") as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0)
        told = err.read().decode()
        if process.returncode != 0:
            raise SystemExit(f"{command} ended with {process.returncode}: {told[-2000:]}")
    cost = Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    if "duckdb_copy.py" in str(command):
        cost.inner_wall, cost.inner_cpu = map(float, told.split()[-2:])
    return cost


def medians(costs):
    """The median of each figure; the most memory of all."""
    return Cost(
        *(statistics.median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu")),
        max(cost.memory for cost in costs),
        *(statistics.median(getattr(cost, name) for cost in costs) for name in ("inner_wall", "inner_cpu")),
    )


def side_by_side(commands, rounds):
    """Runs commands in turn, so that all meet the same other work; a first round is not counted."""
    costs = [[] for _ in commands]
    for number in range(rounds + 1):
        for position, (command, output) in enumerate(commands):
            cost = run(command, output)
            if number > 0:
                costs[position].append(cost)
    return [medians(each) for each in costs]
