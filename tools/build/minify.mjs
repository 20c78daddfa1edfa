// Makes the page's JavaScript small, which trunk's own minifier fails on, and its style sheets one.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { transformSync } from "esbuild";
import { integrityOf, sha256 } from "./digest.mjs";
import { replaceTags, withAttributes } from "./text.mjs";

/** The same JavaScript in fewer bytes; names that a module exports and globals stay. `format`: `esm` for a module. */
export function minify(text, format) {
  // ASCII escapes would make Chinese words longer, and every page here is UTF-8.
  return transformSync(text, { minify: true, charset: "utf8", target: "es2022", legalComments: "none", format }).code;
}

/** Puts the style sheets that `html` names into one, in their order: together they compress better, and are one request. */
export function joinStyles(site, html) {
  const sheets = [];
  replaceTags(html, "link", (link) => {
    if (link.rel === "stylesheet") sheets.push(link.href);
  });
  if (!sheets.length) return html;
  const all = sheets.map((href) => readFileSync(join(site, href), "utf8")).join("\n");
  const { href, integrity } = placed(site, "style", ".css", all);
  for (const sheet of sheets) rmSync(join(site, sheet));
  return replaceTags(html, "link", (link) => {
    if (link.rel !== "stylesheet") return;
    return link.href === sheets[0] ? withAttributes("<link rel=\"stylesheet\">", { href, integrity }) : "";
  });
}

/** Minifies the scripts that `html` names in place and returns the page that names the new files. */
export function minifyScripts(site, html) {
  return replaceTags(html, "script", (script, tag) => {
    if (!script.src) return;
    const small = minify(readFileSync(join(site, script.src), "utf8"));
    // The hash that trunk put in the name is one of the former content.
    const name = basename(script.src).replace(/(-[0-9a-f]+)?\.js$/, "");
    rmSync(join(site, script.src));
    const { href: src, integrity } = placed(site, name, ".js", small);
    return withAttributes(tag.replace(/\s(src|integrity)=("[^"]*"|[^\s>]+)/g, ""), { src, integrity });
  });
}

/** Writes a file whose name holds the hash of its content, and says how the page names it. */
function placed(site, name, ending, content) {
  const file = `${name}-${sha256(content).slice(0, 16)}${ending}`;
  writeFileSync(join(site, file), content);
  return { href: `./${file}`, integrity: integrityOf(content) };
}
