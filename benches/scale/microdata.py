"""Millions of made-up payments and cases, the same at every run: the tables of public/sql/microdata.sql as folders of CSV
files, three payments a case. Places, programmes and days are those of tests/microdata/generate.py, which makes its rows
one by one and would take half an hour for as many."""

import json
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

sys.path.insert(0, str(Path(__file__).parents[2] / "tests/microdata"))
import generate  # noqa: E402

PLACES = np.array(generate.PLACES)
PROGRAMMES = np.array(list(generate.PROGRAMMES))
FIELDS = np.array([field for field, _ in generate.PROGRAMMES.values()])
TYPICAL = np.array([fen for _, fen in generate.PROGRAMMES.values()])
SERVICES = np.array(list(generate.SERVICES))
SERVICE_FIELDS = np.array(list(generate.SERVICES.values()))
FIRST = np.datetime64(generate.FIRST, "D")
# Payments a person, as there.
EACH = 4
# Files a table, so that each executor has several and one that is killed half-way leaves some undone.
FILES = 8


def days(rng, rows):
    return FIRST + rng.integers(0, generate.DAYS, rows).astype("timedelta64[D]")


def payments(rng, rows, all_rows):
    """Some rows of the table payments, and their amount in fen together."""
    person = rng.integers(0, max(all_rows // EACH, 1), rows)
    programme = rng.integers(0, len(PROGRAMMES), rows)
    fen = rng.integers(1, 2 * TYPICAL[programme])
    table = {
        "person": pa.array(person, pa.int32()),
        # A person lives in one place.
        "place": PLACES[person * 7919 % len(PLACES)],
        "programme": PROGRAMMES[programme],
        "domain": FIELDS[programme],
        "paid_on": days(rng, rows),
        "amount": pa.array(fen / 100).cast(pa.decimal128(12, 2)),
    }
    return pa.table(table), int(fen.sum())


def cases(rng, rows, first):
    """Some rows of the table cases, numbered from `first`; one in ten is open, with nothing in closed_on."""
    service = rng.integers(0, len(SERVICES), rows)
    opened = days(rng, rows)
    closed = opened + rng.integers(0, 200, rows).astype("timedelta64[D]")
    return pa.table({
        "id": pa.array(np.arange(first, first + rows), pa.int32()),
        "place": PLACES[rng.integers(0, len(PLACES), rows)],
        "service": SERVICES[service],
        "domain": SERVICE_FIELDS[service],
        "opened_on": opened,
        "closed_on": pa.array(closed, mask=rng.random(rows) >= 0.9),
    })


def parts(rows):
    """How many rows each file gets: as many as the others, or one more."""
    return [rows // FILES + (file < rows % FILES) for file in range(FILES)]


def put(table, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    # Quotes stand where they are needed alone, and nothing at all for a case that is not closed.
    csv.write_csv(table, path, csv.WriteOptions(quoting_style="none"))


def write(folder, rows):
    """Writes both tables into a folder and gives what they hold: rows of each, fen paid, bytes. What an earlier run wrote
    of as many rows is taken as it is."""
    stamp = folder / "rows.json"
    if stamp.exists() and json.loads(stamp.read_text())["rows"] == rows:
        return json.loads(stamp.read_text())
    paid, opened, fen, first = rows - rows // 4, rows // 4, 0, 0
    for file, (of_payments, of_cases) in enumerate(zip(parts(paid), parts(opened))):
        rng = np.random.default_rng([20_180_101, file])
        table, more = payments(rng, of_payments, paid)
        fen += more
        put(table, folder / f"payments/{file}.csv")
        put(cases(rng, of_cases, first), folder / f"cases/{file}.csv")
        first += of_cases
    size = sum(path.stat().st_size for path in folder.glob("*/*.csv"))
    told = {"rows": rows, "payments": paid, "cases": opened, "fen": fen, "bytes": size}
    stamp.write_text(json.dumps(told) + "\n")
    return told
