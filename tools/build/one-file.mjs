// Packs a built site into one HTML file that runs from file:// and asks the network for nothing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { xz, xzReader } from "./pack.mjs";
import { takeApart } from "./pairs.mjs";
import { unplaced } from "./placed.mjs";
import { toPrintable } from "./printable.mjs";
import { tellingRefusal } from "./refused.mjs";
import { fill, replaceTags } from "./text.mjs";

/** Bytes that the one file may have. */
export const LARGEST = 2_800_000;

/** What is left of a script, and the place of all that comes instead. */
const EMPTY = '<script type="text/plain">';
const PLACE = '<script type="text/plain" data-place></script>';

/**
 * `html` is the site's finished page, `site` the folder its relative addresses point into, `data` the package's files,
 * `engine` the engine's interface and the modules it brings on demand, `inside` the script that unpacks them.
 */
export function oneFile(site, html, data, engine, inside) {
  const text = (href) => readFileSync(join(site, href), "utf8");
  let glue, wasm, rest, late;
  const scripts = [];
  html = tellingRefusal(unplaced(html));

  html = replaceTags(html, "link", (link) => {
    switch (link.rel) {
      case "stylesheet":
        return `<style>${styleText(link.href, text(link.href))}</style>`;
      case "icon":
        // One icon is enough, and a drawing is the smallest.
        if (link.type !== undefined && link.type !== "image/svg+xml") return "";
        return `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(text(link.href)).toString("base64")}">`;
      case "apple-touch-icon":
      case "manifest":
        return "";
      case "modulepreload":
        glue = glueText(link.href, text(link.href));
        return "";
      case "preload":
        // It carries the tables themselves and needs no preview of them.
        if (link.href.endsWith(".wasm")) wasm = readFileSync(join(site, link.href));
        return "";
    }
  });
  html = replaceTags(html, "meta", (meta) => {
    if (["minsheng-engine", "minsheng-offline"].includes(meta.name)) return "";
    if (meta.name === "minsheng-styles") {
      late = styleText(meta.content, text(meta.content));
      return "";
    }
    if (meta.name === "minsheng-later") {
      scripts.push(text(meta.content));
      return "";
    }
    if (meta.name !== "minsheng-rest") return;
    rest = readFileSync(join(site, meta.content));
    return "";
  });
  html = replaceTags(html, "script", (script) => {
    if (!script.src) return;
    if ("data-now" in script) return `<script>${inlined(text(script.src))}`;
    scripts.push(text(script.src));
    // Its end tag stays behind and closes an inert element.
    return EMPTY;
  });
  // The page may travel alone: no links to files beside it. The loader offers the data it carries instead.
  for (const slot of ["data-files", "plain-links"]) html = fill(html, slot, "");
  if (!glue || !wasm || !rest || !scripts.length) throw new Error("index.html names no module, no wasm, no rest of it or no loader to pack");
  html = html.replaceAll(`${EMPTY}</script>`, (_, at) => (at === html.indexOf(EMPTY) ? PLACE : ""));

  // Carried where there is room: without it these formats need the site, and the engine says so.
  const pack = (parquet) => packed(html, { wasm, rest, glue, late, scripts: [inside, ...scripts], data, engine, parquet });
  const whole = pack(engine.parquet);
  const page = Buffer.byteLength(whole) > LARGEST ? pack(undefined) : whole;
  assertSelfContained(page);
  return page;
}

function packed(html, { wasm, rest, glue, late, scripts, data, engine, parquet }) {
  const parts = {
    ...(late && { styles: late }),
    glue,
    wasm,
    rest,
    interface: engine.interface,
    "engine-code": engine.engine.code,
    engine: engine.engine.wasm,
    ...(parquet && { "parquet-code": parquet.code, parquet: parquet.wasm }),
  };
  const blocks = [
    // What unpacks the others; nothing that browsers bring does.
    inert("xz", "text/javascript+gzip", gzipSync(xzReader(), { level: 9 })),
    inert("package", "application/json+xz", xz(Buffer.from(JSON.stringify(data)))),
    program(parts),
    // Last, because an inline script runs at once and the blocks must stand before it. Each is an element of its own:
    // a browser that cannot read one reads the next.
    ...scripts.map((script) => `<script>${inlined(script)}</script>`),
  ];
  return html.replace(PLACE, () => blocks.join("\n"));
}

/** A script's text as it can stand in an element. */
const inlined = (script) => script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

/**
 * An inert block of all that the program is made of: parts one after another in one packing, in the order in which they are
 * wanted. Its modules are compiled from the same code, so that the later ones take a fifth less than alone.
 */
function program(parts) {
  const contents = Object.values(parts).map((content) => takeApart(Buffer.from(content)));
  const told = Object.keys(parts).map((name, at) => [name, contents[at].bytes.length, contents[at].places].filter(String).join(":"));
  const whole = Buffer.concat(contents.map(({ bytes }) => bytes));
  return inert("program", "application/octet-stream+xz", xz(whole), ` data-parts="${told.join(" ")}"`);
}

/** An inert block: packed as printable text it holds no `<`, so nothing in it can end the element. */
function inert(name, type, packed, more = "") {
  return `<script type="${type};printable" data-bytes="${packed.length}"${more} data-minsheng-${name}>${toPrintable(packed)}</script>`;
}

function glueText(href, code) {
  if (/(^|[;\n])\s*(import\s*[\w{*'"]|export\s[^;]*\sfrom\s*['"])/.test(code)) {
    throw new Error(`${href} imports another module (a wasm-bindgen snippet?), which minsheng.html cannot carry`);
  }
  return code;
}

function styleText(href, css) {
  const outside = css.match(/url\(\s*(?!['"]?(?:data:|#))[^)]*\)/i);
  if (outside) throw new Error(`${href} refers to ${outside[0]}, which minsheng.html cannot carry: write it as a data: URL`);
  return css.replace(/<\/(style)/gi, "<\\/$1");
}

function assertSelfContained(html) {
  for (const name of ["link", "script", "img", "iframe"]) {
    replaceTags(html, name, (tag) => {
      const address = tag.src ?? tag.href;
      if (address && !/^(data:|#)/.test(address)) throw new Error(`minsheng.html would still load ${address}`);
    });
  }
}
