// benches/RESULTS.md: ratios first, then every number they come from.
import { demands, memoryOver } from "./demand.mjs";
import { median, p95 } from "./statistic.mjs";

const LABELS = {
  minsheng: "Minsheng",
  "js-scan": "JS scan",
  "js-cube": "JS cube",
  crossfilter2: "crossfilter2",
  duckdb: "DuckDB",
  "duckdb-cube": "DuckDB with cube",
  js: "JS by hand",
  udsv: "udsv",
};

const MEASURES = {
  "brush year": "brush step on year",
  "brush value": "brush step on the histogram",
  "cube year": "making the cube for year",
  "cube value": "making the cube for the histogram",
  filter: "filter change, seven views",
  sums: "sum by place × year",
  search: "substring filter",
  load: "loading from typed arrays",
};

/** Only a peer with a cube makes one. */
const WITH_CUBE = ["minsheng", "js-cube", "duckdb-cube"];

/** The whole document. */
export function report(run) {
  const sizes = Object.keys(run.tables).map(Number).sort((a, b) => b - a);
  const ratios = demands(run);
  return `${[
    "# Benchmark results",
    intro(run),
    `## Ratios at ${words(sizes[0])} rows`,
    ratioTable(ratios),
    "“Must” and “aim” are what the engine set out to reach; ratios are of medians, those of brush steps of 95th percentiles.",
    ...sizes.flatMap((rows) => [`## ${words(rows)} rows: times in ms, median (95th percentile)`, timeTable(run.tables[rows]), memoryTable(run, rows)]),
    `## How ours grows with the rows: medians in ms`,
    growthTable(run, sizes),
    `## CSV to columns: ${(run.csvBytes / 1e6).toFixed(0)} MB, ${words(run.options.csvRows)} rows`,
    csvTable(run.csv),
    "## How it was measured",
    method(run),
  ].join("\n\n")}\n`;
}

function intro({ date, machine, chromium, packages, versions, compared, loads }) {
  const names = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  const engine = Object.values(versions)[0];
  return [
    "Written by `make bench`; nothing here is typed by hand.",
    "",
    `- Date: ${date.slice(0, 10)}`,
    `- Machine: ${machine.cores} cores (${machine.cpu}), ${machine.gigabytes} GB of memory, ${machine.system}; load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} during the run, of which the run itself is about 1`,
    `- Chromium ${chromium}, headless; ${names.join(", ")}${engine ? ` (DuckDB ${engine})` : ""}`,
    `- ${compared.toLocaleString("en")} answers compared between peers: counts equal exactly, sums to 1e-9`,
  ].join("\n");
}

function ratioTable(ratios) {
  const side = (value) => (value ? [value.text, value.found, value.met ? "**met**" : "not met"] : ["", "", ""]);
  return table(
    ["measure", "must", "found", "", "aim", "found", ""],
    ratios.filter(({ must, aim }) => must || aim).map(({ measure, must, aim }) => [measure, ...side(must), ...side(aim)]),
  );
}

function timeTable(peers) {
  const names = Object.keys(peers);
  const rows = Object.entries(MEASURES).map(([key, text]) => [
    text,
    ...names.map((name) => {
      const samples = peers[name].times[key];
      if (!samples || (key.startsWith("cube") && !WITH_CUBE.includes(name))) return "";
      return `${ms(median(samples))} (${ms(p95(samples))})`;
    }),
  ]);
  return table(["", ...names.map((name) => LABELS[name])], rows);
}

function memoryTable(run, rows) {
  const peers = run.tables[rows];
  const names = Object.keys(peers);
  const line = (text, moment, by) => [text, ...names.map((name) => (memoryOver(run, peers[name], moment, by) / 1e6).toFixed(0))];
  return table(
    ["MB over an empty page", ...names.map((name) => LABELS[name])],
    [
      line("with the peer's code alone", "before"),
      line("with the table, after the workload", "open"),
      line("after `close`", "closed"),
      line("with the table, by the process", "open", "tab"),
      line("after `close`, by the process", "closed", "tab"),
    ],
  );
}

function growthTable(run, sizes) {
  const ascending = [...sizes].reverse();
  const rows = Object.entries(MEASURES)
    .filter(([key]) => run.tables[sizes[0]].minsheng?.times[key])
    .map(([key, text]) => [text, ...ascending.map((size) => ms(median(run.tables[size].minsheng.times[key])))]);
  return rows.length ? table(["", ...ascending.map((size) => `${words(size)} rows`)], rows) : "Ours was not part of this run.";
}

function csvTable(csv) {
  const rows = Object.entries(csv).map(([name, times]) => [
    LABELS[name],
    median(times["csv MB/s"]).toFixed(0),
    `${ms(median(times["csv ms"]))} (${ms(p95(times["csv ms"]))})`,
  ]);
  return table(["", "MB/s, median", "ms, median (95th percentile)"], rows);
}

function method({ options }) {
  return [
    `- ${options.rounds === 1 ? "One round" : `${options.rounds} rounds`}; in each, every peer in turn in a fresh browser of its own, one at a time, beginning with another peer each round. Samples of all rounds are pooled. The first run of each measure but loading warms up and is not counted. Before each measure the page rests for 0.3 s, in which the browser collects garbage of what came before: a peer in a worker would wait for that, one on the page's thread would not.`,
    "- Seven columns made in the page from a seeded generator: 2 844 places, 30 years, 10 domains, 200 indicators, 4 stages, 8 units as codes with dictionaries, and a log-normal value. Seven linked views: rows by each column, and a histogram of the value with 50 bins on a logarithmic scale; each view counts under all filters but its own.",
    "- Brush: a filter on three domains, then 60 positions of a brush on year, and on the histogram; a step is done when all six other views have their numbers. Steps under 2 ms are repeated 20 times. A cube is made anew under another filter each time.",
    "- Filter change: 16 changes over all seven columns, each followed by the counts of all seven views. Substring filter: the number of rows whose place's name contains a word.",
    "- JS scan and JS cube are written by hand over typed arrays (`peers/js-scan.js`, `peers/js-cube.js`). DuckDB holds codes in the narrowest integers, takes the table as Arrow, and answers views under the same filters in one pass with grouping sets; with a cube, it keeps counts by bin of the brushed column in a temporary table. crossfilter2's records are row numbers into typed arrays.",
    "- Loading: from seven typed arrays and their dictionaries to a table whose value is in bins; once a page. Code is brought before, by `prepare`: for ours `init()`, which has a worker stand by; for DuckDB its worker and module.",
    "- Ours is the published module in its default mode: the table in a worker, times taken on the page. Sums by place × year are `crosstab`, which gives the same array as the JS scan.",
    "- Memory is the browser's own count, `performance.measureUserAgentSpecificMemory`: JS, array buffers and wasm memory of the page and its workers, after a garbage collection in every realm. It is asked for until three counts in a row are within 1 MB of each other, at most 12 times; the median of these three is the round's figure, and the median of the rounds is compared. Private memory of the tab's process (`Private_Dirty` + `Swap` of `smaps_rollup`), read after that, also holds compiled code and what the browser keeps free for later; it differs from run to run and is not compared.",
    "- CSV: bytes in UTF-8 to columns; peers differ in what a column is: ours and the one by hand make codes with dictionaries, DuckDB a table with given types, udsv arrays of strings and numbers.",
  ].join("\n");
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Milliseconds with as many digits as mean something. */
function ms(value) {
  if (!Number.isFinite(value)) return "–";
  return value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
}

function words(rows) {
  return rows.toLocaleString("en").replaceAll(",", " ");
}
