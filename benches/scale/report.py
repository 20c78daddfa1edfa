"""What a run took, as a page of Markdown."""

import os
import platform
from datetime import date
from importlib.metadata import version
from pathlib import Path

NAMES = {"datafusion": "DataFusion, one process", "ballista": "Ballista", "spark": "Spark"}
PACKAGES = {"datafusion": "DataFusion", "ballista": "Ballista", "pyspark": "Spark"}


def grouped(number):
    return f"{number:,}".replace(",", " ")


def megabytes(number):
    return "–" if number is None else f"{grouped(round(number / 1e6))} MB"


def named(key):
    engine, _, harmed = key.partition(", ")
    return NAMES[engine] + (", an executor killed" if harmed else "")


def machine():
    """Cores, processor and memory, as Linux tells them."""
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{os.cpu_count()} cores ({model}), {round(memory / 2**30)} GB of memory"


def table(head, lines):
    rule = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, rule, *lines])


def speeds(about, took):
    """Seconds, rows a second, the ratio, bytes between tasks and memory, a line a run."""
    base = took["datafusion"]["seconds"]
    for key, told in took.items():
        memory = [bytes for bytes in told["memory"].values() if bytes is not None]
        yield [
            named(key),
            f"{told['seconds']:.1f}",
            grouped(round(about["rows"] / told["seconds"])),
            "1" if key == "datafusion" else f"{told['seconds'] / base:.2g}",
            f"{told['start']:.1f}" if "start" in told else "–",
            str(told.get("tasks", "–")),
            megabytes(told.get("shuffled")),
            megabytes(sum(memory)),
            f"{told['load']:.1f}",
        ]


def memories(took):
    for key, told in took.items():
        yield [named(key), "; ".join(f"{name} {megabytes(bytes)}" for name, bytes in sorted(told["memory"].items()))]


def killings(took):
    for key, told in took.items():
        if killed := told.get("killed"):
            whole = took[key.partition(", ")[0]]
            yield [
                NAMES[key.partition(", ")[0]],
                f"{killed['name']}, by signal 9",
                f"{killed['seconds']:.1f} s",
                f"{killed['tasks']} of {whole['tasks']}, {killed['own_tasks']} by the one killed",
                f"{told['seconds']:.1f} s",
                f"{told['seconds'] - whole['seconds']:+.1f} s",
                f"{told['tasks']}",
            ]


REMARKS = """\
The engines read the statements as they stand in `public/sql`: `datafusion.sql` or `spark.sql`, `observations.sql`, `write.sql` or
`write-spark.sql`. Times are from the first statement until the last file is written; what a cluster took to start stands beside.
DataFusion has two threads, each cluster two executors with one task at a time: the same cores, which a cluster's scheduler or
driver shares. No run is repeated, so small differences mean nothing.

*Between tasks* is what executors wrote for one another: of Ballista the shuffle files, looked at 20 times a second, of Spark what
it tells of its stages. *Memory* is the peak of each process (`VmHWM`), added up; JVMs take what they are allowed.

A killed executor: Ballista's scheduler misses it after 180 seconds, which its Python package cannot set, and takes its tasks
back. It hands them out at its next occasion, and in 54.1.0 neither the loss nor an idle executor is one: a cluster that nobody
else uses would wait for ever (tried: nothing moved in five minutes). Here a query of one row every five seconds stands for the
others. Spark starts another executor on the same worker by itself.

Executors of Ballista's package listen on one port that cannot be chosen, so each has an address of its own in a network that is
made for the run (`benches/scale/alone.sh`). Not run: more than one machine, a network between them, data larger than memory,
and the programs `ballista-cli` and `spark-sql`.
"""

CROWDED = """\
 (**a shared machine**: other programs wanted its cores. Only ratios say something, and those roughly: there, a cluster's processes
  get more of the cores together than one process does)"""


def report(about, took):
    """The page. `about` is what microdata.write gives, `took` what each run told, by engine and `engine, killed`."""
    loads = [told["load"] for told in took.values()]
    head = f"""\
# The SQL beyond one machine

Written by `make scale`; nothing here is typed by hand.

- Date: {date.today()}
- Machine: {machine()}; load average {min(loads):.1f} to {max(loads):.1f} at the ends of the runs{CROWDED if max(loads) > os.cpu_count() + 2 else ""}
- {", ".join(f"{name} {version(package)}" for package, name in PACKAGES.items())}; Python {platform.python_version()}
- {grouped(about["rows"])} made-up rows ({grouped(about["payments"])} payments, {grouped(about["cases"])} cases), {megabytes(about["bytes"])} of CSV in {2 * 8} files
- {grouped(took["datafusion"]["observations"])} observations: of each run every one was compared with DataFusion's and is the same, value, count and place; those
  of DataFusion stand for every row and every fen of the microdata
"""
    measured = table(
        ["", "seconds", "rows a second", "times DataFusion's", "start, s", "tasks", "between tasks", "memory", "load"], speeds(about, took),
    )
    killed = list(killings(took))
    parts = [head, "## What it took", measured, "## Memory, process by process", table(["", "at most"], memories(took))]
    if killed:
        titles = ["", "killed", "after", "tasks done by then", "finished after", "than unharmed", "tasks run"]
        parts += ["## An executor killed half-way", table(titles, killed)]
    return "\n\n".join(part.strip("\n") for part in [*parts, REMARKS]) + "\n"
