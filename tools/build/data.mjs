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

/**
 * What the first view does without: guided tours are fetched when the first is opened, everyday words when somebody
 * searches, and what is in doubt once the first view stands (tests/e2e/rest.spec.js). `LATE` in src/model/schema.rs.
 */
const ON_DEMAND = ["doubts.csv", "stories.csv", "synonyms.csv"];

/** The names of the package's files that the first view needs. */
export function firstOf(files) {
  return Object.keys(files).filter((name) => !ON_DEMAND.includes(name));
}

/** Eight hex digits that change with any file of the package: the version in the files' addresses. */
export function versionOf(files) {
  const hash = createHash("sha256");
  for (const [name, text] of Object.entries(files)) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex").slice(0, 8);
}

/** FNV-1a of a text, by which the explorer knows the descriptor that it was built with (src/browser/package.rs). */
export function fingerprint(text) {
  return String(Buffer.from(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5));
}

/**
 * The figures to show where the explorer cannot run: those whose observation ids `chosen` lists, or else the first
 * actual one of each place and domain. Every text is `{zh, en}`; what is not yet so says so beside its figure.
 */
export function headlines(files, chosen) {
  const table = (name) => parseCsv(files[`${name}.csv`] ?? "");
  const byId = (name) => new Map(table(name).map((row) => [row.id, row]));
  const [places, indicators, units] = ["places", "indicators", "units"].map(byId);
  const labels = new Map(table("labels").map((row) => [`${row.key}=${row.id}`, row]));
  const observations = table("observations");
  const picked = chosen ? pickChosen(observations, chosen) : pickFirst(observations, indicators);
  return picked.map((row) => ({
    place: shortName(places.get(row.place), row.place),
    indicator: withDetail(names(indicators.get(row.indicator), row.indicator), row.breakdown, labels),
    figure: figureOf(row, units),
    period: periodOf(row),
  }));
}

function pickChosen(observations, ids) {
  const byId = new Map(observations.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new Error(`tools/headlines.json names '${id}', but public/data/observations.csv has no such id`);
    if (row.derived) throw new Error(`tools/headlines.json names '${id}', which no release prints: choose a published figure`);
    return row;
  });
}

function pickFirst(observations, indicators) {
  const first = new Map();
  for (const row of observations) {
    const key = `${row.place}/${indicators.get(row.indicator)?.domain}`;
    if (row.role === "actual" && !row.derived && !first.has(key)) first.set(key, row);
  }
  return [...first.values()];
}

const names = (row, id) => ({ zh: row?.name_zh || id, en: row?.name_en || id });

/** The name people use. */
const shortName = (row, id) => ({ zh: row?.short_zh || names(row, id).zh, en: row?.short_en || names(row, id).en });

/** The name with what divides it: 低保标准（城镇）. */
function withDetail({ zh, en }, breakdown, labels) {
  const parts = (breakdown ?? "").split(";").map((pair) => labels.get(pair)).filter(Boolean);
  if (!parts.length) return { zh, en };
  const list = (column, comma) => parts.map((part) => part[column]).join(comma);
  return { zh: `${zh}（${list("name_zh", "，")}）`, en: `${en} (${list("name_en", ", ")})` };
}

// Printed text leaves out what stands before it (每百户, 不低于…、…), so figures are put together from their parts.
const QUALIFIERS = {
  about: ["约", "about "],
  nearly: ["近", "nearly "],
  over: ["超过", "more than "],
  at_least: ["不低于", "at least "],
  at_most: ["不超过", "at most "],
  under: ["不到", "under "],
};
const STAGES = { planned: ["计划", "planned"], in_progress: ["进行中", "under way"] };

function figureOf(row, units) {
  const unit = units.get(row.unit);
  const [before, beforeEn] = QUALIFIERS[row.qualifier] ?? ["", ""];
  const [stage, stageEn] = STAGES[row.role === "target" ? "planned" : row.stage] ?? [];
  // English has no numerals of ten thousand: 17亿元 is counted in yuan.
  const counts = /^\d/.test(unit?.name_en ?? "") && units.get(unit.base);
  const value = counts ? Number((row.value * unit.factor).toPrecision(12)) : Number(row.value);
  const name = counts || unit;
  const nameEn = (value === 1 && name?.singular_en) || name?.name_en || row.unit;
  const number = (it) => it.toLocaleString("en", { maximumFractionDigits: 6 });
  return {
    zh: `${before}${number(Number(row.value))}${unit?.name_zh ?? row.unit}${stage ? `（${stage}）` : ""}`,
    en: `${beforeEn}${number(value)}${/^%/.test(nameEn) ? "" : " "}${nameEn}${stageEn ? ` (${stageEn})` : ""}`,
  };
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A figure of one date is as of it, unless it is still to come. */
function periodOf({ period_start: start, period_end: end, role, stage }) {
  const known = end || start;
  if (!known) return { zh: "", en: "" };
  const [first, last] = [start || known, known].map((date) => date.split("-").map(Number));
  if (start && start !== known) return { zh: rangeZh(first, last), en: rangeEn(first, last) };
  const isToCome = role === "target" || stage === "planned";
  if (start || isToCome) return { zh: dateZh(last), en: dateEn(last) };
  return { zh: `截至${dateZh(last)}`, en: `as of ${dateEn(last)}` };
}

const dateZh = ([year, month, day]) => `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
const dateEn = ([year, month, day]) => [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");

function rangeZh(first, last) {
  const [a, b] = [first.length, last.length];
  if (a === 1 && b === 1) return `${first[0]}—${last[0]}年`;
  if (a === 2 && b === 2 && first[0] === last[0]) return `${first[0]}年${first[1]}—${last[1]}月`;
  return `${dateZh(first)}—${dateZh(last)}`;
}

function rangeEn(first, last) {
  const [a, b] = [first.length, last.length];
  if (a === 1 && b === 1) return `${first[0]}–${last[0]}`;
  if (a === 2 && b === 2 && first[0] === last[0]) return `${MONTHS[first[1] - 1]}–${dateEn(last)}`;
  return `${dateEn(first)} – ${dateEn(last)}`;
}
