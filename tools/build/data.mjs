// Reads the data package of a built site: its files, a hash of their content, and the headline figures.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "./text.mjs";

/** The package's files as `{name: text}`, datapackage.json first, then by name; empty where there is no package. */
export function readPackage(folder) {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name));
  names.sort((a, b) => (b === "datapackage.json") - (a === "datapackage.json") || (a < b ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** Eight hex digits that change with any file of the package: the version in the files' addresses. */
export function versionOf(files) {
  const hash = createHash("sha256");
  for (const [name, text] of Object.entries(files)) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex").slice(0, 8);
}

/**
 * The figures to show where the explorer cannot run: those whose observation ids `chosen` lists, or else the first
 * actual one of each place and domain.
 */
export function headlines(files, chosen) {
  const table = (name) => parseCsv(files[`${name}.csv`] ?? "");
  const byId = (name) => new Map(table(name).map((row) => [row.id, row]));
  const [places, indicators, units] = ["places", "indicators", "units"].map(byId);
  const observations = table("observations");
  const picked = chosen ? pickChosen(observations, chosen) : pickFirst(observations, indicators);
  return picked.map((row) => ({
    place: names(places.get(row.place), row.place),
    indicator: names(indicators.get(row.indicator), row.indicator),
    // A derived figure is printed nowhere; it is its number and unit.
    figure: row.printed || `${row.value} ${names(units.get(row.unit), row.unit).zh}`,
    period: periodOf(row),
  }));
}

function pickChosen(observations, ids) {
  const byId = new Map(observations.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new Error(`tools/headlines.json names '${id}', but public/data/observations.csv has no such id`);
    return row;
  });
}

function pickFirst(observations, indicators) {
  const first = new Map();
  for (const row of observations) {
    const key = `${row.place}/${indicators.get(row.indicator)?.domain}`;
    if (row.role === "actual" && !first.has(key)) first.set(key, row);
  }
  return [...first.values()];
}

const names = (row, id) => ({ zh: row?.name_zh || id, en: row?.name_en || "" });

function periodOf({ period_start: start, period_end: end }) {
  if (!end || start === end) return start;
  return start ? `${start} – ${end}` : end;
}
