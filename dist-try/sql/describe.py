"""Writes the descriptor by which the explorer opens a dataset in parts: datapackage.json beside them.

    python3 describe.py observations

The folders `key=value` that an engine made hold the partition values. Needs nothing but Python.
"""

import json
import sys
from pathlib import Path

TYPES = {
    "place": "string", "period": "year", "indicator": "string", "domain": "string",
    "stage": "string", "unit": "string", "value": "number", "count": "integer",
}


def describe(folder):
    """Lists every part of the folder."""
    parts = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.parquet"))
    resource = {
        "name": folder.name,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "path": parts,
        "schema": {"fields": [{"name": name, "type": type} for name, type in TYPES.items()]},
    }
    descriptor = {"name": folder.name, "resources": [resource]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    describe(Path(sys.argv[1]))
