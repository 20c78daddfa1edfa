// Parquet and Arrow in the browser: over byte ranges, counted by the server; from memory; damaged.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { parquetModule, startRanges } from "./ranges.mjs";

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

let server;
test.beforeEach(async ({ page }) => {
  server = await startRanges();
  await page.goto(server.root);
  // Cells as text by column, as the explorer would show them.
  await page.evaluate(async ({ code, wasm }) => {
    const { boot, readTyped } = await import(code);
    boot({ module: await WebAssembly.compileStreaming(fetch(wasm)) });
    window.read = async (source, options) => {
      const progress = [];
      try {
        const result = await readTyped(source, { base: location.href, onProgress: (step) => progress.push(step), ...options });
        const text = ({ kind, codes, values }, row) => (kind === "number" ? (Number.isNaN(values[row]) ? "" : String(values[row])) : (values[codes[row]] ?? ""));
        const cells = Object.fromEntries(result.columns.map((column) => [column.name, Array.from({ length: result.rows }, (_, row) => text(column, row))]));
        return { ...result, columns: undefined, cells, progress };
      } catch (error) {
        return { error: { code: error.code, message: error.message } };
      }
    };
  }, parquetModule());
});
test.afterEach(() => server.stop());

const read = (page, url, options = {}) => page.evaluate(([url, options]) => window.read({ url }, options), [url, options]);
const bytes = () => server.sent.reduce((sum, { from, to }) => sum + to - from, 0);
const sum = (cells) => cells.reduce((total, cell) => total + Number(cell), 0);

test("of a dataset only the needed parts, columns and row groups are fetched", async ({ page }) => {
  const all = await read(page, "/formats/observations/datapackage.json");
  expect([all.rows, all.notices, all.problems]).toEqual([14400, [], []]);
  expect(Object.keys(all.cells)).toEqual(["place", "indicator", "stage", "value", "count", "domain", "year"]);
  const whole = bytes();
  expect(all.fetched.bytes - whole).toBeLessThan(4096);
  expect(all.progress.at(-1)).toMatchObject({ step: "read" });

  server.sent.length = 0;
  const wanted = { columns: ["value", "year"], where: { year: { from: 2020, to: 2021 }, domain: { in: ["health"] }, place: { in: ["county-120"] } } };
  const some = await read(page, "/formats/observations/datapackage.json", { wanted });
  const at = (row) => all.cells.place[row] === "county-120" && all.cells.domain[row] === "health" && all.cells.year[row] !== "2019";
  expect(some.cells.value).toEqual(all.cells.value.filter((_, row) => at(row)));
  expect(some.rows).toBe(20);
  const parts = new Set(server.sent.map(({ path }) => path.match(/domain=.*?\/year=\d+/)[0]));
  expect([...parts].sort()).toEqual(["domain=health/year=2020", "domain=health/year=2021"]);
  expect(server.sent.every(({ status }) => status === 206)).toBe(true);
  console.log(`bytes sent: ${bytes()} of ${whole}`);
  expect(bytes()).toBeLessThan(whole / 4);
});

test("a server that knows no ranges is read whole, and says so", async ({ page }) => {
  server.ranges = false;
  const wanted = { columns: ["count"], where: { year: { in: ["2019"] } } };
  const whole = await read(page, "/formats/observations/datapackage.json", { wanted });
  expect([whole.rows, whole.notices]).toEqual([4800, ["no_ranges"]]);
  expect(server.sent.map(({ status }) => status)).toEqual([200, 200]);
});

test("files in every form hold the same cells, from the site and from memory", async ({ page }) => {
  const forms = ["none", "snappy", "gzip", "zstd", "lz4", "plain"].map((codec) => `cells-${codec}.parquet`);
  const [first, ...others] = [...forms, "cells.arrow", "cells.arrows", "cells-lz4.arrow", "cells-zstd.arrow"];
  const expected = await read(page, `/formats/${first}`);
  expect(expected.rows).toBe(60);
  expect(expected.problems).toHaveLength(1);
  for (const name of others) expect((await read(page, `/formats/${name}`)).cells, name).toEqual(expected.cells);
  const content = [...readFileSync(file("tests/fixtures/formats/arrow/cells-zstd.parquet"))];
  const held = await page.evaluate((content) => window.read({ bytes: new Uint8Array(content) }, { name: "a.parquet" }), content);
  const blob = await page.evaluate((content) => window.read({ blob: new Blob([new Uint8Array(content)]) }, { name: "a.parquet" }), content);
  expect(held.cells).toEqual(expected.cells);
  expect(blob.cells).toEqual(expected.cells);
});

test("what cannot be read is an error with a code", async ({ page }) => {
  const content = [...readFileSync(file("tests/fixtures/formats/arrow/cells-zstd.parquet"))];
  const cut = await page.evaluate((content) => window.read({ bytes: new Uint8Array(content.slice(0, -9)) }, { name: "cut.parquet" }), content);
  expect(cut.error.code).toBe("format");
  expect(cut.error.message).toContain("cut.parquet");
  expect((await read(page, "/formats/none.parquet")).error.code).toBe("not_found");
  expect((await read(page, "https://example.com/a.parquet")).error.code).toBe("elsewhere");
  expect((await read(page, "/formats/cells-zstd.parquet", { maxBytes: 100 })).error.code).toBe("too_large");
  expect((await read(page, "/formats/cells-zstd.parquet", { wanted: { columns: ["vale"] } })).error.message).toContain("vale");
});

test("what the SQL made of microdata comes out as counted", async ({ page }) => {
  test.skip(!existsSync(file("target/microdata/expected.csv")), "the suite 'SQL over microdata' has not run");
  const [header, ...lines] = readFileSync(file("target/microdata/expected.csv"), "utf8").trim().split("\n").map((line) => line.split(","));
  const of = (name) => lines.map((cells) => cells[header.indexOf(name)]);
  const all = await read(page, "/microdata/datapackage.json");
  expect(all.rows).toBe(lines.length);
  expect(sum(all.cells.count)).toBe(sum(of("count")));
  const key = (cells, row) => ["place", "period", "indicator", "stage", "unit"].map((name) => cells[name][row]).join();
  const found = new Map(all.cells.place.map((_, row) => [key(all.cells, row), Number(all.cells.value[row])]));
  const columns = Object.fromEntries(header.map((name) => [name, of(name)]));
  expect(found).toEqual(new Map(lines.map((_, row) => [key(columns, row), Number(columns.value[row])])));
});
