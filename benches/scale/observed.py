"""The observations that an engine wrote, and in what they differ from another's."""

from decimal import Decimal

from pyarrow import dataset

KEY = ["place", "period", "indicator", "domain", "stage", "unit"]


def rows(folder):
    """The rows of a dataset in parts `domain=…/period=…`, wherever an engine put how many files."""
    files = sorted(str(path) for path in folder.glob("domain=*/period=*/*.parquet"))
    parts = dataset.dataset(files, format="parquet", partitioning="hive", partition_base_dir=str(folder))
    return parts.to_table().to_pylist()


def by_key(rows):
    """Value and count by what they are of. An observation that stands there twice is an error."""
    found = {tuple(str(row[name]) for name in KEY): (Decimal(row["value"]), row["count"]) for row in rows}
    if len(found) != len(rows):
        raise ValueError(f"{len(rows) - len(found)} of {len(rows)} observations stand there twice")
    return found


def differences(found, wanted):
    """What is missing, too many or another figure, a line each."""
    for key in sorted(wanted.keys() | found.keys()):
        if found.get(key) != wanted.get(key):
            yield f"{' '.join(key)}: {found.get(key)} instead of {wanted.get(key)}"


def check_whole(found, microdata):
    """Whether the observations stand for every row and every fen of the microdata."""
    counts = {"yuan": 0, "person": 0, "case": 0}
    fen = 0
    for (*_, unit), (value, count) in found.items():
        counts[unit] += count
        fen += int(value * 100) if unit == "yuan" else 0
    wanted = {"yuan": microdata["payments"], "person": microdata["payments"], "case": microdata["cases"]}
    if counts != wanted:
        raise ValueError(f"the observations stand for {counts} rows instead of {wanted}")
    if fen != microdata["fen"]:
        raise ValueError(f"the observations come to {fen} fen instead of {microdata['fen']}")
