"""The SQL of public/sql, run by Apache DataFusion over made-up microdata, against a computation that knows no SQL.

    tools/setup/python.sh -m unittest discover -v -s tests/microdata

Leaves target/microdata/observations, the partitioned dataset with its descriptor, and target/microdata/expected.csv,
what it should hold, for the explorer's own readers to be tested on.
"""

import csv
import json
import os
import shutil
import unittest
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq
from datafusion import SessionConfig, SessionContext
from pyarrow import dataset

import generate

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "target/microdata"
COLUMNS = ["place", "period", "indicator", "domain", "stage", "unit", "value", "count"]
TYPES = {"place": "string", "indicator": "string", "stage": "string", "unit": "string", "value": "number",
         "count": "integer", "domain": "string", "period": "year"}


def statements(name):
    """The statements of a file of public/sql."""
    return [text for text in (ROOT / "public/sql" / name).read_text().split(";\n") if text.strip()]


def aggregate():
    """Runs the SQL as the README does, from the folder that holds the microdata."""
    # One thread, one file a partition, rows in order.
    session = SessionContext(SessionConfig().with_target_partitions(1))
    query = (ROOT / "public/sql/observations.sql").read_text()
    for text in [*statements("datafusion.sql"), f"CREATE VIEW observations AS {query}", *statements("write.sql")]:
        session.sql(text).collect()


def describe(folder):
    """Names each part by its place and writes the descriptor that lists them."""
    parts = []
    for partition in sorted(path for path in folder.glob("*/*") if path.is_dir()):
        for number, path in enumerate(sorted(partition.glob("*.parquet"))):
            part = partition / f"part-{number}.parquet"
            path.rename(part)
            parts.append(part.relative_to(folder).as_posix())
    resource = {
        "name": "observations",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "path": parts,
        "schema": {"fields": [{"name": name, "type": type} for name, type in TYPES.items()]},
    }
    descriptor = {"name": "observations-from-microdata", "resources": [resource]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=2) + "\n")


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
        found = {tuple(str(row[name]) for name in COLUMNS[:6]): (row["value"], row["count"]) for row in self.rows}
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
        self.assertIn("domain=health/period=2021/part-0.parquet", paths)
        for path in paths:
            file = pq.ParquetFile(FOLDER / "observations" / path)
            places = file.read(["place"])["place"].to_pylist()
            self.assertEqual(places, sorted(places))
            self.assertTrue(file.metadata.row_group(0).column(0).is_stats_set)


if __name__ == "__main__":
    unittest.main()
