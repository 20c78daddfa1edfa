// What the service worker keeps (src/ui/boot/offline.js): the page, and the files it names.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./digest.mjs";
import { minify } from "./minify.mjs";
import { replaceTags, withAttributes } from "./text.mjs";

/** The worker's file: its address never changes, and it stands where the whole site is in its reach. */
export const WORKER = "offline.js";
/** Tags of the page that name files of the site, with the attribute that does. */
const NAMING = { link: "href", script: "src", meta: "content" };
/** Of the meta tags, those that name a file. Data are asked for as they are on the server, not as they were at the build. */
const META = ["minsheng-rest", "minsheng-styles", "minsheng-later"];

/** Paths of the files that a page names, from the site's folder. */
export function namedFiles(html) {
  const paths = [];
  for (const [name, key] of Object.entries(NAMING)) {
    replaceTags(html, name, (tag) => {
      const isMeant = name === "meta" ? META.includes(tag.name) : tag[key];
      if (isMeant && !/^[a-z]+:/.test(tag[key])) paths.push(tag[key].replace(/^\.\//, ""));
    });
  }
  return [...new Set(paths)];
}

/** Pages of places (places.mjs). */
function placePages(site) {
  const folder = join(site, "p");
  const ids = existsSync(folder) ? readdirSync(folder).sort() : [];
  return ids.map((id) => `p/${id}/index.html`);
}

/** The tag by which a page finds the worker (src/ui/boot/later.js). */
export const workerTag = () => withAttributes("<meta>", { name: "minsheng-offline", content: `./${WORKER}` });

/** Writes the worker for the site as it stands; the page is written already. */
export function writeWorker(site, source) {
  const html = readFileSync(join(site, "index.html"), "utf8");
  const paths = ["index.html", ...placePages(site), ...namedFiles(html)];
  const files = Object.fromEntries(paths.map((path) => [path, sha256(readFileSync(join(site, path)))]));
  const version = sha256(JSON.stringify(files)).slice(0, 16);
  const worker = minify(readFileSync(join(source, "src/ui/boot/offline.js"), "utf8"));
  writeFileSync(join(site, WORKER), `const SITE=${JSON.stringify({ version, files })};${worker}`);
}
