// Renews what datapackage.json says of its tables' files (hash, size, rows), after a table was changed:
//   node tools/build/describe.mjs [FOLDER]     writes; the folder is public/data unless another is named
//   node tools/build/describe.mjs --check …    changes nothing, and ends with 1 where something is out of date
// The explorer compares these with what it gets, and says so where they differ.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sha256 } from "./digest.mjs";
import { parseCsv } from "./text.mjs";

/** A descriptor's text with what `read(path)`, the bytes of a file, says of its tables; other words stay as they are. */
export function described(text, read) {
  const about = JSON.parse(text);
  about.resources = about.resources.map((resource) => {
    const bytes = read(resource.path);
    const now = { hash: `sha256:${sha256(bytes)}`, bytes: bytes.length, rows: parseCsv(bytes.toString("utf8")).length };
    // Behind the encoding, before what is long.
    const { dialect, schema, hash: _, bytes: __, rows: ___, ...rest } = resource;
    return { ...rest, ...now, ...(dialect && { dialect }), ...(schema && { schema }) };
  });
  return `${JSON.stringify(about, null, 2)}\n`;
}

/** Names of the tables of which two descriptors say different things. */
export function differing(was, now) {
  const tables = (text) => new Map(JSON.parse(text).resources.map((resource) => [resource.path, JSON.stringify(resource)]));
  const old = tables(was);
  return [...tables(now)].filter(([path, said]) => old.get(path) !== said).map(([path]) => path);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const check = process.argv.includes("--check");
  const folder = process.argv.slice(2).find((word) => !word.startsWith("--")) ?? "public/data";
  const file = join(folder, "datapackage.json");
  const was = readFileSync(file, "utf8");
  const now = described(was, (path) => readFileSync(join(folder, path)));
  const names = differing(was, now).join(", ");
  if (!names) console.log(`${file} describes its tables as they are`);
  else if (check) {
    console.error(`error: ${file} describes other files than these: ${names}. Run 'make data'`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, now);
    console.log(`${file}: described anew: ${names}`);
  }
}
