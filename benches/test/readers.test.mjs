// The CSV reader by hand against the table the text was made of, and on the corners of RFC 4180.
import assert from "node:assert/strict";
import test from "node:test";
import { makeCsv } from "../page/csv.js";
import { DIMENSIONS, makeTable } from "../page/data.js";
import * as js from "../readers/js.js";

test("reads back what was written", () => {
  const rows = 2000;
  const table = makeTable(rows);
  const { rows: found, columns } = js.read(makeCsv(rows));
  assert.equal(found, rows);
  for (const { key } of DIMENSIONS) {
    const column = columns.find(({ name }) => name === key);
    for (let row = 0; row < rows; row++) {
      const text = column.values[column.codes[row]];
      assert.equal(text.replace(", total", ""), table[key].values[table[key].codes[row]]);
    }
  }
  assert.deepEqual(columns.at(-1).values, table.value.values);
});

test("takes quotes, doubled quotes, line breaks in quotes, CRLF and odd numbers", () => {
  const text = 'name,value\r\n"a, ""b""",1.50\r\nplain,-2\r\n"two\nlines",1e3\r\n,\r\n';
  const { rows, columns } = js.read(new TextEncoder().encode(text));
  assert.equal(rows, 4);
  const [names, numbers] = columns;
  assert.deepEqual(Array.from(names.codes, (code) => names.values[code]), ['a, "b"', "plain", "two\nlines", ""]);
  assert.deepEqual([...numbers.values], [1.5, -2, 1000, NaN]);
});

test("more values than the first table of hashes holds", () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `name ${index % 9000},1`);
  const { columns } = js.read(new TextEncoder().encode(`name,value\n${lines.join("\n")}\n`));
  assert.equal(columns[0].values.length, 9000);
  assert.equal(columns[0].values[columns[0].codes[19_999]], "name 1999");
});
