"""Runs the SQL of public/sql over made-up microdata on Apache DataFusion, then on Ballista and Spark with two executors each, then
on both again with an executor killed half-way; compares every observation with DataFusion's, and writes a report.

    tools/scale.sh [--rows=20000000] [--on=ballista,spark] [--unharmed]

Without --rows the report is benches/SCALE.md, else target/scale/ROWS/SCALE.md; the logs stand beside it.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import microdata
from observed import by_key, check_whole, differences, rows
from report import report

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ROWS = 20_000_000
# Seconds that a run may take at most.
PATIENCE = 1800


def run(engine, folder, *more):
    """What an engine's script told last. Its dataset is made anew; what it says on its way goes to a log."""
    shutil.rmtree(folder / "observations", ignore_errors=True)
    command = [HERE / "alone.sh", sys.executable, HERE / f"on_{engine}.py", folder, *more]
    log = folder / f"{engine}{'-killed' if more else ''}.log"
    with open(log, "w") as said:
        done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=said, text=True, timeout=PATIENCE)
    if done.returncode:
        sys.exit(f"error: {engine} ended with {done.returncode}: {log} says why\n{log.read_text()[-2000:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    told["load"] = os.getloadavg()[0]
    return told


def checked(name, told, folder, wanted):
    """Compares what was written with what should be, and says so; ends the program where they differ."""
    found = by_key(rows(folder / "observations"))
    told["observations"] = len(found)
    wrong = list(differences(found, wanted if wanted is not None else found))
    if wrong:
        sys.exit(f"error: {name}: {len(wrong)} observations differ: {'; '.join(wrong[:5])}")
    killed = told.get("killed")
    if killed is not None and name.endswith("killed") and not 0 < killed.get("seconds", 0) < told["seconds"]:
        sys.exit(f"error: {name}: no executor was killed while it ran: {killed}")
    print(f"{name}: {told['seconds']:.1f} s, {len(found)} observations, all as they should be", flush=True)
    return found


def main(words):
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=None)
    options.add_argument("--on", default="ballista,spark")
    options.add_argument("--unharmed", action="store_true", help="kills nothing")
    options = options.parse_args(words)
    number = options.rows or ROWS
    folder = ROOT / f"target/scale/{number}"
    about = microdata.write(folder / "microdata", number)
    took = {"datafusion": run("datafusion", folder)}
    wanted = checked("datafusion", took["datafusion"], folder, None)
    check_whole(wanted, about)
    place = folder / "SCALE.md" if options.rows else ROOT / "benches/SCALE.md"
    for engine in options.on.split(","):
        took[engine] = run(engine, folder)
        checked(engine, took[engine], folder, wanted)
        if not options.unharmed:
            name = f"{engine}, killed"
            took[name] = run(engine, folder, took[engine]["seconds"] / 2)
            checked(name, took[name], folder, wanted)
        # What it took is kept, so that a report can be worded anew.
        (folder / "took.json").write_text(json.dumps({"about": about, "took": took}, indent=1) + "\n")
        place.write_text(report(about, took), encoding="utf-8")
    print(f"{place.relative_to(ROOT)} is written")


if __name__ == "__main__":
    main(sys.argv[1:])
