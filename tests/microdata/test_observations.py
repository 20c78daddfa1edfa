"""The SQL of public/sql, run by Apache DataFusion over made-up microdata, against a computation that knows no SQL.

    tools/setup/python.sh -m unittest discover -v -s tests/microdata

Leaves target/microdata/observations, the partitioned dataset with its descriptor, and target/microdata/expected.csv,
what it should hold, for the explorer's own readers to be tested on.
"""

import csv
import json
import os
import shutil
import sys
import unittest
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq
from datafusion import SessionConfig, SessionContext
from pyarrow import dataset

import generate

ROOT = Path(__file__).parents[2]
SQL = ROOT / "public/sql"
FOLDER = ROOT / "target/microdata"
COLUMNS = ["place", "period", "indicator", "domain", "stage", "unit", "value", "count"]

sys.path.insert(0, str(SQL))
from describe import describe  # noqa: E402


def aggregate():
    """Runs the SQL as the README does, from the folder that holds the microdata."""
    # One thread, one file a partition, rows in order.
    session = SessionContext(SessionConfig().with_target_partitions(1))
    for name in ["datafusion.sql", "observations.sql", "write.sql"]:
        for text in (SQL / name).read_text().split(";\n"):
            if text.strip():
                # Small row groups, for what is tested of them.
                session.sql(text.replace("'100000'", "'200'")).collect()


def expected():
    """The observations by plain counting, amounts in whole fen."""
    fen, rows, persons = defaultdict(int), defaultdict(int), defaultdict(set)
    for person, place, programme, domain, paid_on, amount in generate.payments():
        key = place, paid_on.year, programme, domain
        fen[key] += amount
        rows[key] += 1
        persons[key].add(person)
    found = {}
    for (place, year, programme, domain), amount in fen.items():
        key = place, year, programme, domain
        found[place, year, programme, domain, "completed", "yuan"] = amount / 100, rows[key]
        found[place, year, f"{programme}_persons", domain, "completed", "person"] = float(len(persons[key])), rows[key]
    opened = defaultdict(int)
    for _, place, service, domain, opened_on, closed_on in generate.cases():
        opened[place, opened_on.year, service, domain, "completed" if closed_on else "in_progress", "case"] += 1
    found.update({key: (float(count), count) for key, count in opened.items()})
    return found


class Observations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(FOLDER, ignore_errors=True)
        generate.write(FOLDER / "microdata")
        before = os.getcwd()
        os.chdir(FOLDER)
        try:
            aggregate()
        finally:
            os.chdir(before)
        describe(FOLDER / "observations")
        cls.expected = expected()
        with open(FOLDER / "expected.csv", "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows([*key, *values] for key, values in sorted(cls.expected.items()))
        files = [str(path) for path in sorted(FOLDER.glob("observations/*/*/*.parquet"))]
        cls.rows = dataset.dataset(files, format="parquet", partitioning="hive").to_table().to_pylist()

    def test_every_observation_is_as_counted(self):
        found = {tuple(str(row[name]) for name in COLUMNS[:6]): (float(row["value"]), row["count"]) for row in self.rows}
        self.assertEqual(len(found), len(self.rows), "an observation stands there twice")
        self.assertEqual(found, {tuple(map(str, key)): values for key, values in self.expected.items()})

    def test_nothing_of_a_person_is_left(self):
        self.assertEqual(set(self.rows[0]), set(COLUMNS))

    def test_counts_stand_for_every_row_of_microdata(self):
        counts = defaultdict(int)
        for row in self.rows:
            counts[row["unit"]] += row["count"]
        self.assertEqual(counts, {"yuan": generate.PAYMENTS, "person": generate.PAYMENTS, "case": generate.CASES})

    def test_parts_are_partitioned_ordered_and_listed(self):
        descriptor = json.loads((FOLDER / "observations/datapackage.json").read_text())
        paths = descriptor["resources"][0]["path"]
        self.assertEqual(len(paths), 36)
        self.assertTrue(any(path.startswith("domain=health/period=2021/") for path in paths))
        for path in paths:
            file = pq.ParquetFile(FOLDER / "observations" / path)
            places = file.read(["place"])["place"].to_pylist()
            self.assertEqual(places, sorted(places))
            self.assertTrue(file.metadata.row_group(0).column(0).is_stats_set)


if __name__ == "__main__":
    unittest.main()
