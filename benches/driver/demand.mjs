// What the engine must reach and what it aims at, as ratios of medians (of a brush step: 95th percentiles) in one run.
import { median, p95 } from "./statistic.mjs";

const OURS = "minsheng";
const BRUSHED = ["year", "value"];
const MEGABYTE = 1e6;

/** Memory that two pages which do the same may differ by. */
const NOISE = 8 * MEGABYTE;

/**
 * The rows of the table of ratios: `{ measure, must, aim }`, each side `{ text, found, met }`; `found` is in words.
 * A side without a peer to compare with (a partial run) is left out.
 */
export function demands(run) {
  const rows = Math.max(...Object.keys(run.tables).map(Number));
  const table = run.tables[rows];
  const time = (statistic) => (peer, measure) => statistic(table[peer]?.times[measure]);
  const middle = time(median);
  const late = time(p95);
  const csv = (reader) => median(run.csv[reader]?.["csv MB/s"]);
  const best = (measure, ...peers) => Math.min(...peers.map((peer) => middle(peer, measure)).filter((ms) => ms >= 0));

  return [
    ...BRUSHED.map((column) => ({
      measure: `brush step on ${column}, p95`,
      must: both(
        atMost("of the JS cube's time", late(OURS, `brush ${column}`) / late("js-cube", `brush ${column}`), 2),
        faster("than DuckDB's cube", late("duckdb-cube", `brush ${column}`) / late(OURS, `brush ${column}`), 50),
      ),
      aim: atMost("of the JS cube's time", late(OURS, `brush ${column}`) / late("js-cube", `brush ${column}`), 1),
    })),
    ...BRUSHED.map((column) => ({
      measure: `making the cube for ${column}`,
      must: faster("than DuckDB's cube", middle("duckdb-cube", `cube ${column}`) / middle(OURS, `cube ${column}`), 8),
      aim: faster("than the JS cube", middle("js-cube", `cube ${column}`) / middle(OURS, `cube ${column}`), 2),
    })),
    {
      measure: "arbitrary filter change, all views recounted",
      must: faster("than the best of DuckDB and crossfilter2", best("filter", "duckdb", "crossfilter2") / middle(OURS, "filter"), 8),
      aim: faster("than the JS scan", middle("js-scan", "filter") / middle(OURS, "filter"), 3),
    },
    {
      measure: "sum by place × year",
      must: both(
        faster("than DuckDB", middle("duckdb", "sums") / middle(OURS, "sums"), 4),
        faster("than the JS scan", middle("js-scan", "sums") / middle(OURS, "sums"), 2),
      ),
      aim: faster("than the JS scan", middle("js-scan", "sums") / middle(OURS, "sums"), 3),
    },
    { measure: "sum by place × year, at any number of rows", must: atWorst(run, "sums", 1) },
    { measure: "loading from typed arrays, at any number of rows", must: atWorst(run, "load", 1.2) },
    {
      measure: "substring filter",
      must: faster("than DuckDB", middle("duckdb", "search") / middle(OURS, "search"), 10),
      aim: atMost("of its time at the fewest rows", growth(run, "search"), 2),
    },
    { measure: "memory, whole page", must: memory(run, table) },
    {
      measure: "CSV to columns",
      must: faster("than DuckDB", csv(OURS) / csv("duckdb"), 1.5),
      aim: faster("than JS by hand", csv(OURS) / csv("js"), 1),
    },
    { measure: "memory that stays after `close`", must: left(run, table) },
    {
      measure: "brush step, independent of rows",
      must: atMost("of its median at the fewest rows", Math.max(...BRUSHED.map((column) => growth(run, `brush ${column}`))), 1.5),
    },
    { measure: "cost grows no faster than rows", must: linear(run) },
  ].map((row) => ({ ...row, must: known(row.must), aim: known(row.aim) }));
}

/** Memory of a page over an empty one, in bytes: the median of the peer's rounds, by the browser's own count unless told otherwise. */
export function memoryOver(run, entry, moment, by = "counted") {
  return median(entry?.memory.map((memory) => memory[moment][by] - run.empty[by]));
}

function memory(run, table) {
  const [ours, scan] = [OURS, "js-scan"].map((peer) => memoryOver(run, table[peer], "open"));
  const over = (ours - scan) / MEGABYTE;
  return { text: "at most the JS scan's + 150 MB", found: `${over < 0 ? "−" : "+"}${Math.abs(over).toFixed(0)} MB`, met: over <= 150, value: over };
}

/** The page's own part is what is left of the JS scan's page, which has no module. */
function left(run, table) {
  const [ours, scan] = [OURS, "js-scan"].map((peer) => memoryOver(run, table[peer], "closed"));
  const over = ours - scan;
  const found = `${(over / MEGABYTE).toFixed(1)} MB more than the JS scan's page keeps`;
  return { text: `none beyond the module (within ${NOISE / MEGABYTE} MB)`, found, met: over <= NOISE, value: over };
}

/** Time at the most rows over time at the fewest. */
function growth(run, measure) {
  const sizes = Object.keys(run.tables).map(Number).sort((a, b) => a - b);
  if (sizes.length < 2) return NaN;
  const at = (rows) => median(run.tables[rows][OURS]?.times[measure]);
  return at(sizes.at(-1)) / at(sizes[0]);
}

/** The greatest share of the JS scan's time that ours takes, of all tables. */
function atWorst(run, measure, wanted) {
  const shares = Object.entries(run.tables).map(([rows, table]) => {
    const [ours, scan] = [OURS, "js-scan"].map((peer) => median(table[peer]?.times[measure]));
    return [ours / scan, rows];
  });
  const [share, rows] = shares.sort((a, b) => b[0] - a[0])[0];
  const { text, found, met, value } = atMost("of the JS scan's time", share, wanted);
  return { text, found: `${found} (${Number(rows).toLocaleString("en").replaceAll(",", " ")} rows)`, met, value };
}

/** Of every measure that reads rows: how much faster than the rows it grew, between the two largest tables. */
export function linear(run) {
  const sizes = Object.keys(run.tables).map(Number).sort((a, b) => a - b).slice(-2);
  const measures = ["load", "filter", "sums", ...BRUSHED.map((column) => `cube ${column}`)];
  const [few, many] = sizes;
  const growths = measures.map((measure) => {
    const [a, b] = sizes.map((rows) => median(run.tables[rows]?.[OURS]?.times[measure]));
    return [b / a / (many / few), measure];
  });
  const [worst, measure] = growths.sort((a, b) => b[0] - a[0])[0];
  return { text: "time per row no more than 1.2× at ten times the rows", found: `${worst.toFixed(2)}× (${measure})`, met: worst <= 1.2, value: worst };
}

function faster(than, ratio, wanted) {
  return { text: wanted === 1 ? `faster ${than}` : `${wanted}× faster ${than}`, found: `${digits(ratio)}× faster ${than}`, met: ratio >= wanted, value: ratio };
}

function atMost(of, ratio, wanted) {
  return { text: `at most ${wanted}× ${of}`, found: `${digits(ratio)}× ${of}`, met: ratio <= wanted, value: ratio };
}

function both(a, b) {
  const sides = [a, b].map(known).filter(Boolean);
  if (!sides.length) return undefined;
  const join = (field) => sides.map((side) => side[field]).join("; ");
  return { text: join("text"), found: join("found"), met: sides.every((side) => side.met), value: 0 };
}

const known = (side) => (side && Number.isFinite(side.value) ? side : undefined);

/** Two digits that count. */
export function digits(number) {
  if (!Number.isFinite(number)) return "–";
  return number >= 100 ? number.toFixed(0) : Number(number.toPrecision(2)).toString();
}
