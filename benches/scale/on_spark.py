"""The SQL of public/sql on Apache Spark: a master and two workers with an executor each (local-cluster), from the folder that
holds microdata/. Prints what it took as JSON. To be run by alone.sh.

    on_spark.py FOLDER [SECONDS]

With SECONDS one of the executors is killed (signal 9) that long after the first statement began; the work has to be finished
all the same. Spark then starts another one on the same worker, by itself.
"""

import json
import os
import shutil
import signal
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pyspark
from pyspark.sql import SparkSession

from engine import CORES, peak, statements, timed, told

EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend"


def session(folder):
    """Two executors of one core and 2,048 MB; the driver has what a JVM takes by itself."""
    # An executor is started by the scripts of the installation.
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    return (
        SparkSession.builder.master(f"local-cluster[{CORES},1,2048]")
        .config("spark.executor.memory", "2048m")
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .config("spark.local.dir", str(folder / "shuffle"))
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )


def descendants(pid):
    """Processes that this one started, and those that they started, with their command lines."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name stands in brackets and may hold any sign.
            parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
        except OSError:
            pass
    found, known = {}, {pid}
    for child in sorted(parents):
        if child != pid and any(ancestor in known for ancestor in lineage(child, parents)):
            try:
                found[child] = Path(f"/proc/{child}/cmdline").read_bytes().decode().split("\0")
            except OSError:
                pass
    return found


def lineage(pid, parents):
    while pid in parents and pid != 1:
        pid = parents[pid]
        yield pid


def processes():
    """The JVMs by name, with their ids."""
    found = {}
    for pid, words in descendants(os.getpid()).items():
        if EXECUTOR in words:
            found[f"executor {int(words[words.index('--executor-id') + 1]) + 1}"] = pid
        elif "org.apache.spark.deploy.SparkSubmit" in words:
            found["driver, master and workers"] = pid
    return found


class Told:
    """What Spark's own interface tells of the application."""

    def __init__(self, spark):
        self.address = f"{spark.sparkContext.uiWebUrl}/api/v1/applications/{spark.sparkContext.applicationId}"

    def read(self, what):
        with urllib.request.urlopen(f"{self.address}/{what}", timeout=30) as answer:
            return json.load(answer)

    def shuffled(self):
        """Bytes written for other tasks, in every attempt of every stage."""
        return sum(stage["shuffleWriteBytes"] for stage in self.read("stages"))

    def tasks(self, executor=None):
        """Tasks finished, of one executor or all."""
        return sum(each["completedTasks"] for each in self.read("allexecutors") if executor in (None, each["id"]))


def wait_for_executors(told_by):
    for _ in range(600):
        if sum(each["id"] != "driver" and each["isActive"] for each in told_by.read("executors")) == CORES:
            return
        time.sleep(0.2)
    raise RuntimeError("Spark's executors did not come")


def kill(told_by, after, clock, what):
    """Kills an executor, and notes what it had done by then."""
    time.sleep(max(after - clock.now(), 0))
    name, pid = max(each for each in processes().items() if each[0].startswith("executor"))
    number = int(name.split()[1]) - 1
    what.update(name=name, memory=peak(pid), tasks=told_by.tasks(), own_tasks=told_by.tasks(str(number)))
    os.kill(pid, signal.SIGKILL)
    what.update(seconds=clock.now())


def main(folder, after=None):
    os.chdir(folder)
    place = Path("spark").absolute()
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    killed = {}
    with timed() as start:
        spark = session(place)
        told_by = Told(spark)
        wait_for_executors(told_by)
    with timed() as took:
        if after:
            threading.Thread(target=kill, args=(told_by, float(after), took, killed), daemon=True).start()
        for text in statements("spark.sql", "observations.sql", "write-spark.sql"):
            spark.sql(text.replace("${folder}", os.getcwd()))
    memory = {name: peak(pid) for name, pid in processes().items()}
    if killed:
        memory[f"{killed['name']}, killed"] = killed.pop("memory")
    told(
        start=start.seconds, seconds=took.seconds, shuffled=told_by.shuffled(), tasks=told_by.tasks(), memory=memory,
        killed=killed,
    )
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
