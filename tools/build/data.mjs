// Reads the data package of a built site: its files, and hashes of their content.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The package's files as `{name: text}`, datapackage.json first, then by name; empty where there is no package. */
export function readPackage(folder) {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name));
  names.sort((a, b) => (b === "datapackage.json") - (a === "datapackage.json") || (a < b ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/**
 * What the page starts without: guided tours are fetched when the first is opened, everyday words when somebody searches.
 * `LATE` in src/model/schema.rs.
 */
const ON_DEMAND = ["stories.csv", "synonyms.csv"];

/** The names of the package's files that a page without a preview of them starts with, the descriptor first. */
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
