// What fuzz targets begin with: which file teaches which target, and inputs that no fixture is.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ENDINGS = {
  csv: ["csv", "tsv", "txt", "gz", "zst"],
  json: ["json", "ndjson", "jsonl"],
  workbook: ["xlsx", "xls", "xlsb", "ods"],
  zip: ["zip"],
  parquet: ["parquet", "arrow"],
};

/** The target that a file is a seed of, by its ending; none where it is none. */
export function targetOf(name) {
  const ending = name.split(".").pop().toLowerCase();
  return Object.keys(ENDINGS).find((target) => name.includes(".") && ENDINGS[target].includes(ending));
}

/** Links that have one of everything in them. */
const LINKS = [
  "v=1",
  "v=1&view=chart&f.domain=education,health&t.time=2019..2022&n.value=1..100&lang=en&theme=dark",
  "v=1&view=table&sort=-value,place&columns=place,value&sel=dezhou2021-schools-built",
  "v=1&view=compare&compare=pair&left=dezhou&right=weihai_etdz",
  "v=1&table=own.csv,72,crc32-0&view=timeline&step=2020",
  "#v=1&amp;view=ledger&q=%E6%95%99%E8%82%B2%20",
];

/** `[target, bytes]` of inputs that are made: links, and the package's descriptor with its tables behind it. */
export function seedsOf(root) {
  const folder = (path) => readdirSync(join(root, path)).filter((name) => name.endsWith(".csv"));
  const table = (path) => (name) => `${name.replace(/\.csv$/, "")}\n${readFileSync(join(root, path, name), "utf8")}`;
  const about = readFileSync(join(root, "public/data/datapackage.json"), "utf8");
  const valid = "tests/fixtures/packages/valid";
  const whole = [about, ...folder(valid).map(table(valid))].join("\0");
  return [...LINKS.map((link) => ["link", Buffer.from(link)]), ["package", Buffer.from(about)], ["package", Buffer.from(whole)]];
}

/** Runs and megabytes that libFuzzer's last lines tell. */
export function finished(output) {
  const number = (name) => Number(output.match(new RegExp(`${name}:\\s*(\\d+)`))?.[1] ?? 0);
  return { runs: number("stat::number_of_executed_units"), peak: number("stat::peak_rss_mb") };
}
