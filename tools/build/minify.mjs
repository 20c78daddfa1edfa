// Makes the page's JavaScript small: trunk's own minifier fails on what wasm-bindgen writes.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { transformSync } from "esbuild";
import { replaceTags, withAttributes } from "./text.mjs";

/** The same JavaScript in fewer bytes; names that a module exports and globals stay. `format`: `esm` for a module. */
export function minify(text, format) {
  // ASCII escapes would make Chinese words longer, and every page here is UTF-8.
  return transformSync(text, { minify: true, charset: "utf8", target: "es2022", legalComments: "none", format }).code;
}

/** Minifies the scripts that `html` names in place and returns the page that names the new files. */
export function minifyScripts(site, html) {
  return replaceTags(html, "script", (script, tag) => {
    if (!script.src) return;
    const small = minify(readFileSync(join(site, script.src), "utf8"));
    const digest = (algorithm, encoding) => createHash(algorithm).update(small).digest(encoding);
    // The hash that trunk put in the name is one of the former content.
    const name = `${basename(script.src).replace(/(-[0-9a-f]+)?\.js$/, "")}-${digest("sha256", "hex").slice(0, 16)}.js`;
    rmSync(join(site, script.src));
    writeFileSync(join(site, name), small);
    const bare = tag.replace(/\s(src|integrity)=("[^"]*"|[^\s>]+)/g, "");
    return withAttributes(bare, { src: `./${name}`, integrity: `sha384-${digest("sha384", "base64")}` });
  });
}
