"""Reads a file that left the page with programs that know nothing of the explorer, and prints what it holds as JSON.

    read_back.py csv|xlsx|json|csvw|datapackage|svg|png|pdf FILE
"""

import csv
import io
import json
import pathlib
import struct
import sys
import tempfile
import warnings
import zipfile
import zlib
from xml.etree import ElementTree


def read_csv(path):
    data = path.read_bytes()
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    return {"bom": data.startswith(b"\xef\xbb\xbf"), "header": rows[0], "rows": rows[1:]}


def read_xlsx(path):
    import openpyxl

    # A warning is what a spreadsheet would ask about.
    warnings.simplefilter("error")
    # By its content: a download has no name yet.
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    sheets = {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets
    }
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    return {
        "sheets": sheets,
        "formulas": sum(cell.data_type == "f" for cell in cells),
        "errors": sum(cell.data_type == "e" for cell in cells),
        "frozen": [sheet.freeze_panes for sheet in book.worksheets],
    }


def read_json(path):
    return json.loads(path.read_bytes().decode("utf-8"))


def read_csvw(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    described = {}
    for name, data in files.items():
        if not name.endswith("-metadata.json"):
            continue
        for table in json.loads(data)["tables"]:
            rows = list(csv.reader(io.StringIO(files[table["url"]].decode("utf-8"), newline=""), strict=True))
            described[table["url"]] = {
                "context": json.loads(data)["@context"],
                "columns": [column["name"] for column in table["tableSchema"]["columns"]],
                "header": rows[0],
                "rows": rows[1:],
            }
    return described


def read_datapackage(path):
    import frictionless

    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
        package = frictionless.Package(str(pathlib.Path(folder, "datapackage.json")))
        report = package.validate()
        return {
            "valid": report.valid,
            "errors": [str(row) for row in report.flatten(["resourceName", "type", "message"])],
            "rows": {resource.name: len(resource.read_rows()) for resource in package.resources},
        }


def read_svg(path):
    root = ElementTree.fromstring(path.read_bytes())
    space = "{http://www.w3.org/2000/svg}"
    texts = ["".join(text.itertext()) for text in root.iter(f"{space}text")]
    return {
        "tag": root.tag,
        "size": [float(root.get("width")), float(root.get("height"))],
        "title": root.findtext(f"{space}title"),
        "description": root.findtext(f"{space}desc"),
        "texts": texts,
        "scripts": sum(1 for node in root.iter() if node.tag in (f"{space}script", f"{space}image")),
    }


def read_png(path):
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, kinds, pixels = 8, [], b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert zlib.crc32(kind + body) == checksum
        kinds.append(kind.decode())
        pixels += body if kind == b"IDAT" else b""
        at += 12 + length
    width, height = struct.unpack(">II", data[16:24])
    return {"size": [width, height], "kinds": kinds, "bytes": len(zlib.decompress(pixels))}


def read_pdf(path):
    import pypdf

    return {"pages": [page.extract_text() for page in pypdf.PdfReader(path).pages]}


if __name__ == "__main__":
    kind, file = sys.argv[1:]
    print(json.dumps(globals()[f"read_{kind}"](pathlib.Path(file)), ensure_ascii=True, default=str))
