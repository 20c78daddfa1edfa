// The table as CSV, and what every reader must get out of it.
import { DIMENSIONS, makeTable } from "./data.js";
import { timed, turn } from "./timing.js";

/** UTF-8 bytes with a header; every eighth indicator's name has a comma and is quoted, as RFC 4180 asks. */
export function makeCsv(rows) {
  const table = makeTable(rows);
  const encoder = new TextEncoder();
  const cells = DIMENSIONS.map(({ key }) => table[key].values.map((name, code) => encoder.encode(`${cellOf(key, name, code)},`)));
  const codes = DIMENSIONS.map(({ key }) => table[key].codes);
  const bytes = new Uint8Array(rows * 96 + 256);
  let at = encoder.encodeInto(`${[...DIMENSIONS.map(({ key }) => key), "value"].join()}\n`, bytes).written;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < codes.length; column++) {
      const cell = cells[column][codes[column][row]];
      bytes.set(cell, at);
      at += cell.length;
    }
    const number = String(table.value.values[row]);
    for (let index = 0; index < number.length; index++) bytes[at++] = number.charCodeAt(index);
    bytes[at++] = 10;
  }
  return bytes.slice(0, at);
}

const nameOf = (key, name, code) => (key === "indicator" && code % 8 === 0 ? `${name}, total` : name);

function cellOf(key, name, code) {
  const text = nameOf(key, name, code);
  return text.includes(",") ? `"${text}"` : text;
}

/**
 * Times of a reader. A reader is a module that exports `read(bytes)` → columns, and `summary(columns)` →
 * `{ rows, sum, counts: { column: { text: rows } } }`, which is outside the time.
 */
export async function measureReader(reader, rows, passes) {
  const bytes = makeCsv(rows);
  const times = { "csv ms": [], "csv MB/s": [] };
  let answers;
  for (let pass = 0; pass <= passes; pass++) {
    const own = bytes.slice();
    await turn();
    const { ms, value } = await timed(() => reader.read(own));
    if (pass > 0) {
      times["csv ms"].push(ms);
      times["csv MB/s"].push(bytes.length / 1000 / ms);
    }
    if (pass === passes) {
      const { rows, sum, counts } = await reader.summary(value);
      answers = { "csv rows": String(rows), "csv sum": [sum] };
      for (const { key } of DIMENSIONS) answers[`csv ${key}`] = Object.entries(counts[key]).sort(byText).join();
    }
    await reader.drop?.(value);
  }
  return { times, answers, bytes: bytes.length };
}

const byText = ([a], [b]) => (a < b ? -1 : 1);
