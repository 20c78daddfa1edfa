"""What the three engines' scripts share: the statements of public/sql, the clock, memory from /proc, the last line."""

import json
import os
import threading
import time
from pathlib import Path

SQL = Path(__file__).parents[2] / "public/sql"
# Threads of DataFusion, and executors of one task each: both have the same cores.
CORES = 2


def statements(*names):
    """The statements of these files, in order and as they stand there."""
    for name in names:
        for text in (SQL / name).read_text(encoding="utf-8").split(";\n"):
            if text.strip():
                yield text.strip().removesuffix(";")


class timed:
    """A clock for a `with` block: `seconds` once it is over."""

    def __enter__(self):
        self.began = time.monotonic()
        return self

    def __exit__(self, *_):
        self.seconds = time.monotonic() - self.began

    def now(self):
        return time.monotonic() - self.began


def peak(pid):
    """The most memory a process had at any time, in bytes; None once it is gone."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


class Written:
    """What is written below a folder while it is watched, in bytes: files that are gone again count too."""

    def __init__(self, folder):
        self.folder = folder
        self.sizes = {}
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        while not self.over.wait(0.05):
            self.look()

    def look(self):
        for parent, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.join(parent, name)
                try:
                    self.sizes[path] = max(os.path.getsize(path), self.sizes.get(path, 0))
                except OSError:
                    # It was removed since its folder was read.
                    pass

    def end(self):
        """Bytes of every file at its largest."""
        self.over.set()
        self.thread.join()
        return sum(self.sizes.values())


def told(**what):
    """The script's last line, which run.py reads."""
    print(json.dumps(what), flush=True)
