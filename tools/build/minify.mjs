// Makes the page small: its JavaScript, which trunk's own minifier fails on, its style sheets, which become two, and itself.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { transformSync } from "esbuild";
import { integrityOf, sha256 } from "./digest.mjs";
import { attributes, replaceTags, withAttributes } from "./text.mjs";

/** The same JavaScript in fewer bytes; names that a module exports and globals stay. `format`: `esm` for a module. */
export function minify(text, format, target = "es2022") {
  // ASCII escapes would make Chinese words longer, and every page here is UTF-8.
  return transformSync(text, { minify: true, charset: "utf8", target, legalComments: "none", format }).code;
}

/** The page without its comments and indentation; what stands within a script keeps every character. */
export function minifyPage(html) {
  const parts = html.split(/(<script\b[\s\S]*?<\/script>)/);
  const bare = (text) => text.replace(/<!--[\s\S]*?-->/g, "").replace(/\n\s*/g, "\n");
  return parts.map((part, at) => (at % 2 ? part : bare(part))).join("");
}

/**
 * Puts the style sheets that `html` names into two, in their order: what the first view needs, and those marked
 * `data-late`, which the loader brings with the rest of the program. Together they compress better.
 */
export function joinStyles(site, html) {
  const sheets = { first: [], late: [] };
  const kind = (link) => ("data-late" in link ? "late" : "first");
  replaceTags(html, "link", (link) => void (link.rel === "stylesheet" && sheets[kind(link)].push(link.href)));
  const joined = (name, hrefs) => {
    const all = hrefs.map((href) => readFileSync(join(site, href), "utf8")).join("\n");
    for (const href of hrefs) rmSync(join(site, href));
    return placed(site, name, ".css", transformSync(all, { loader: "css", minify: true, charset: "utf8", legalComments: "none" }).code);
  };
  const tags = {
    first: ({ href, integrity }) => withAttributes("<link rel=\"stylesheet\">", { href, integrity }),
    late: ({ href, integrity }) => withAttributes("<meta>", { name: "minsheng-styles", content: href, "data-integrity": integrity }),
  };
  for (const [which, hrefs] of Object.entries(sheets)) {
    if (!hrefs.length) continue;
    const tag = tags[which](joined(which === "first" ? "style" : "style-rest", hrefs));
    html = replaceTags(html, "link", (link) => {
      if (link.rel === "stylesheet" && hrefs.includes(link.href)) return link.href === hrefs[0] ? tag : "";
    });
  }
  return html;
}

/** Whole elements of scripts that come from files and have an attribute. */
const scriptsWith = (attribute) => new RegExp(`(<script\\b[^>]*\\s${attribute}\\b[^>]*>)</script>\\s*`, "g");

/** Makes one script, a function of its own, of those marked with the same `data-join`, in their order; it is called that. */
function joinScripts(site, html) {
  const parts = {};
  const isNew = (name, text) => void (parts[name] ??= []).push(text) || parts[name].length === 1;
  const joined = html.replace(scriptsWith("data-join"), (_, tag) => {
    const { src, "data-join": name, integrity, ...others } = attributes(tag);
    const text = readFileSync(join(site, src), "utf8");
    rmSync(join(site, src));
    return isNew(name, text) ? `${withAttributes("<script>", { ...others, src: `./${name}.js` })}</script>\n` : "";
  });
  for (const [name, texts] of Object.entries(parts)) {
    writeFileSync(join(site, `${name}.js`), `(() => {\n"use strict";\n${texts.join("\n")}})();\n`);
  }
  return joined;
}

/** Has the page name scripts marked `data-late` in meta tags, by which the loader brings them. */
function deferScripts(site, html) {
  return html.replace(scriptsWith("data-late"), (_, tag) => {
    const { src } = attributes(tag);
    const small = minify(readFileSync(join(site, src), "utf8"));
    rmSync(join(site, src));
    return withAttributes("<meta>", { name: `minsheng-${stem(src)}`, content: placed(site, stem(src), ".js", small).href });
  });
}

/** The name of a file without the hash that trunk put in it. */
const stem = (src) => basename(src).replace(/(-[0-9a-f]+)?\.js$/, "");

/**
 * Minifies the scripts that `html` names in place and returns the page that names the new files. One marked
 * `data-any-age` stays readable for browsers of any age, and is refused where it is not.
 */
export function minifyScripts(site, html) {
  return replaceTags(deferScripts(site, joinScripts(site, html)), "script", (script, tag) => {
    if (!script.src) return;
    const target = "data-any-age" in script ? "es5" : undefined;
    const small = minify(readFileSync(join(site, script.src), "utf8"), undefined, target);
    rmSync(join(site, script.src));
    const { href: src, integrity } = placed(site, stem(script.src), ".js", small);
    const bare = tag.replace(/\s(src|integrity)=("[^"]*"|[^\s>]+)/g, "");
    // What runs at once runs in a sandboxed frame too, where browsers refuse whatever they cannot check.
    return withAttributes(bare, "data-now" in script ? { src } : { src, integrity });
  });
}

/** Writes a file whose name holds the hash of its content, and says how the page names it. */
function placed(site, name, ending, content) {
  const file = `${name}-${sha256(content).slice(0, 16)}${ending}`;
  writeFileSync(join(site, file), content);
  return { href: `./${file}`, integrity: integrityOf(content) };
}
