import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { finished, seedsOf, targetOf } from "./fuzz-seeds.mjs";

test("a file is a seed of the target that reads its kind", () => {
  const names = ["a.csv", "a.csv.gz", "a.ndjson", "a.XLS", "a.ods", "a.zip", "p.parquet", "a.px", "make.py", "README", "csv"];
  assert.deepEqual(names.map(targetOf), ["csv", "csv", "json", "workbook", "workbook", "zip", "parquet", "document", undefined, undefined, undefined]);
});

test("links and a whole package are made from the repository", () => {
  const seeds = seedsOf(fileURLToPath(new URL("..", import.meta.url)));
  assert.ok(seeds.filter(([target]) => target === "link").length > 4);
  for (const target of ["document", "sheet"]) assert.ok(seeds.some(([name]) => name === target), target);
  const whole = String(seeds.filter(([target]) => target === "package").at(-1)[1]).split("\0");
  assert.ok(JSON.parse(whole[0]).resources.length > 5);
  assert.ok(whole.slice(1).some((table) => table.startsWith("observations\nid,")));
});

test("libFuzzer's last lines tell runs and memory", () => {
  assert.deepEqual(finished("stat::number_of_executed_units: 1234\nstat::peak_rss_mb:  99\n"), { runs: 1234, peak: 99 });
  assert.deepEqual(finished("nothing"), { runs: 0, peak: 0 });
});
