"""The SQL of public/sql on Ballista: a scheduler and two executors, a process each, from the folder that holds microdata/.
Prints what it took as JSON. To be run by alone.sh.

    on_ballista.py FOLDER [SECONDS]

With SECONDS one of the executors is killed (signal 9) that long after the first statement began; the other one has to finish.
The scheduler misses a heartbeat after 180 seconds, which Python cannot set, takes the lost tasks back, and hands them out at
its next occasion: in 54.1.0 neither the loss nor an idle executor is one, so an idle cluster would wait for ever. A query of
one row every few seconds stands for the others who use a cluster.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from ballista import BallistaSessionContext

from ballista_process import EXECUTOR, SCHEDULER
from engine import Written, peak, statements, timed, told

# Tasks a stage: as many as there are files, so that the work is shared out and a part of it is lost with an executor.
PARTITIONS = 8
# A line of an executor's log, with the job.
FINISHED = re.compile(r"Finished task : \[TID \d+ (\w+)/")
# Seconds between two small queries.
EVERY = 5
# An executor each, as alone.sh makes them.
ADDRESSES = ["10.99.0.1", "10.99.0.2"]


def wait_for(address, port, process):
    """Until the process listens there."""
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex((address, port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"a process of Ballista does not listen on {address}:{port}: its log stands in ballista/")


class Cluster:
    """The processes, each with a folder of its own below `folder` for its log and, in shuffle/, what it writes for the others."""

    def __init__(self, folder):
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        self.processes = {}
        try:
            self.start("scheduler", ADDRESSES[0], SCHEDULER)
            for number, address in enumerate(ADDRESSES, 1):
                self.start(f"executor {number}", address, EXECUTOR)
        except BaseException:
            self.end()
            raise

    def start(self, name, address, port):
        place = self.place(name)
        (place / "shuffle").mkdir(parents=True)
        command = [sys.executable, Path(__file__).with_name("ballista_process.py"), name.split()[0], address]
        with open(place / "log.txt", "w") as log:
            process = subprocess.Popen(
                [str(word) for word in command], stdout=log, stderr=log, env={**os.environ, "TMPDIR": str(place / "shuffle")},
            )
        self.processes[name] = process
        wait_for(address, port, process)

    def place(self, name):
        return self.folder / name.replace(" ", "-")

    def executors(self):
        return [name for name in self.processes if name.startswith("executor")]

    def tasks(self, name=None):
        """How many tasks of the largest job an executor has finished, or all have, by their logs."""
        logs = {each: FINISHED.findall((self.place(each) / "log.txt").read_text(errors="replace")) for each in self.executors()}
        jobs = Counter(job for found in logs.values() for job in found)
        if not jobs:
            return 0
        job = jobs.most_common(1)[0][0]
        return logs[name].count(job) if name else jobs[job]

    def memory(self):
        return {name: peak(process.pid) for name, process in self.processes.items()}

    def end(self):
        for process in self.processes.values():
            process.kill()
            process.wait()


def kill(cluster, after, clock, what, over):
    """Kills the last executor, notes what it had done by then, and asks small queries until all is over."""
    time.sleep(max(after - clock.now(), 0))
    name = cluster.executors()[-1]
    process = cluster.processes[name]
    what.update(name=name, memory=peak(process.pid), tasks=cluster.tasks(), own_tasks=cluster.tasks(name))
    process.send_signal(signal.SIGKILL)
    what.update(seconds=clock.now())
    while not over.wait(EVERY):
        connect().sql("SELECT 1").collect()


def connect():
    settings = {"datafusion.execution.target_partitions": PARTITIONS}
    return BallistaSessionContext(f"df://{ADDRESSES[0]}:{SCHEDULER}", cluster_config=settings)


def main(folder, after=None):
    os.chdir(folder)
    killed, over = {}, threading.Event()
    with timed() as start:
        cluster = Cluster(Path("ballista").absolute())
    try:
        session = connect()
        written = [Written(cluster.place(name) / "shuffle") for name in cluster.executors()]
        with timed() as took:
            if after:
                threading.Thread(target=kill, args=(cluster, float(after), took, killed, over), daemon=True).start()
            for text in statements("datafusion.sql", "observations.sql", "write.sql"):
                session.sql(text).collect()
        over.set()
        memory = cluster.memory()
        if killed:
            memory[killed["name"]] = killed.pop("memory")
        shuffled = sum(each.end() for each in written)
        told(
            start=start.seconds, seconds=took.seconds, shuffled=shuffled, tasks=cluster.tasks(), memory=memory, killed=killed,
        )
    finally:
        cluster.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
