// Trunk's post_build hook: fills the finished page with what is known only now, and packs the one-file edition.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, firstOf, readPackage, versionOf } from "./data.mjs";
import { datasetOf, scriptJson } from "./dataset.mjs";
import { integrityOf, sha256 } from "./digest.mjs";
import { writeElement } from "./element.mjs";
import { writeMap } from "./engines.mjs";
import { firstScreen, withoutCharts } from "./first-screen.mjs";
import { joinStyles, minify, minifyPage, minifyScripts } from "./minify.mjs";
import { buildModules, keptModules, placeModules } from "./modules.mjs";
import { withOembed } from "./oembed.mjs";
import { workerTag, writeWorker } from "./offline.mjs";
import { oneFile } from "./one-file.mjs";
import { folderOf, placed } from "./placed.mjs";
import { placeScreens, placesTag, writePlaces } from "./places.mjs";
import { splitSite } from "./split.mjs";
import { fill, replaceTags, withAttributes } from "./text.mjs";
import { fileList, plainLinks, stylesTag } from "./unscripted.mjs";

const { TRUNK_STAGING_DIR: site, TRUNK_SOURCE_DIR: source, TRUNK_PROFILE: profile } = process.env;
if (!site) {
  console.error("error: this is trunk's post_build hook; run 'make dist' or 'trunk build' instead");
  process.exit(1);
}

const data = readPackage(join(site, "data"));

const page = join(site, "index.html");
let html = readFileSync(page, "utf8");

// A debug build is many times larger, and `trunk serve` should not wait for it to be split and packed.
const release = profile === "release";
const first = release ? await firstScreen(site) : undefined;
const places = release ? await placeScreens(site, data) : {};
if (release) html = minifyPage(joinStyles(site, minifyScripts(site, await splitSite(site, source, html))));

// Brought on demand, so nothing of the first view's. The address changes with the content.
// A debug build takes those of the build before, if there are any, and lets new ones be made for the next.
const { modules, small } = (!release && keptModules(source)) || (await buildModules(source, release));
const engine = placeModules(site, source, modules);
html = replaceTags(html, "meta", (meta, tag) => {
  if (meta.name === "minsheng-engine") return withAttributes(tag, { "data-version": engine.version });
});

// The loader counts progress against the real size. It also checks the hash itself: browsers ignore `integrity` on
// preloads of this kind, and warn about it.
html = replaceTags(html, "link", (link, tag) => {
  if (link.rel !== "preload" || !link.href.endsWith(".wasm")) return;
  const renamed = tag.replace(/\bintegrity=/, "data-integrity=");
  return withAttributes(renamed, { "data-bytes": statSync(join(site, link.href)).size });
});
html = replaceTags(html, "meta", (meta, tag) => {
  if (meta.name !== "minsheng-data") return;
  return withAttributes(tag, {
    "data-version": versionOf(data),
    "data-known": fingerprint(data["datapackage.json"] ?? ""),
    "data-first": firstOf(data).join(" "),
  });
});
await writeElement(site, source, html, { data: versionOf(data), engine: engine.version });
const address = process.env.MINSHENG_SITE;
const folder = folderOf(address);
html = fill(html, "data-files", fileList(data));
html = fill(html, "dataset", scriptJson(datasetOf(data, { root: folder?.href })));
html = fill(html, "plain-links", plainLinks(data, places));
html = html.replace(/<\/title>/, (end) => end + stylesTag());
if (release) html = html.replace(/<\/title>/, (end) => end + workerTag());
if (release) await writePlaces(site, source, html, data, places, address);
html = placed(html, address);
const withPlaces = Object.keys(places).length ? html.replace(/<\/title>/, (end) => end + placesTag(places)) : html;
const described = withOembed(withPlaces, site, { site: address, title: "民生数图 Minsheng Explorer" });
writeFileSync(page, first ? withScreen(withPreview(described, first.preview), first.screen) : html);

if (release && folder) {
  const line = writeMap(site, folder, Object.keys(places));
  if (line) console.warn(`note: search engines look for robots.txt at the root of a host; there belongs the line "${line}"`);
}

if (release) {
  // In the one file every byte counts as it is: its first screen goes without charts.
  const alone = withScreen(fill(html, "dataset", scriptJson(datasetOf(data, { alone: true }))), withoutCharts(first.screen));
  const carried = { interface: minify(engine.interface, "esm"), ...modules, engine: small };
  const inside = minify(readFileSync(join(source, "src/ui/boot/inside.js"), "utf8"));
  writeFileSync(join(site, "minsheng.html"), oneFile(site, alone, data, carried, inside));
  writeWorker(site, source);
}

/** Draws the first screen into the page, which shows it until the explorer stands. */
function withScreen(html, screen) {
  const drawn = fill(html, "first-screen", screen);
  return replaceTags(drawn, "html", (_, tag) => withAttributes(tag, { "data-first": "" }));
}

/** Puts the preview of the data beside the page, which fetches it with the program. */
function withPreview(html, preview) {
  const href = `./preview-${sha256(preview).slice(0, 16)}.bin`;
  writeFileSync(join(site, href), preview);
  const how = { rel: "preload", as: "fetch", crossorigin: "anonymous", href, "data-integrity": integrityOf(preview), "data-preview": "" };
  return html.replace(/<\/title>/, (end) => end + withAttributes("<link>", how));
}

