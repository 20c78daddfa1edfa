import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { joinStyles, minify, minifyScripts } from "./minify.mjs";

test("a module keeps what it exports and says, in fewer bytes", async () => {
  const text = `// Said once.\nlet heard;\nexport function onRest(bring) { heard = bring; }\nexport const told = () => "民生" + heard;\n`;
  const small = minify(text, "esm");
  assert.ok(small.length < text.length);
  const module = await import(`data:text/javascript,${encodeURIComponent(small)}`);
  module.onRest("数图");
  assert.equal(module.told(), "民生数图");
});

test("the page names the minified script by its new content", () => {
  const site = mkdtempSync(join(tmpdir(), "minsheng-minify-"));
  try {
    writeFileSync(join(site, "loader-0123456789abcdef.js"), "// A remark.\n(() => {\n  globalThis.loaded = true;\n})();\n");
    const html = minifyScripts(site, `<script defer integrity="sha384-old" src="./loader-0123456789abcdef.js"></script>`);
    const [file, ...others] = readdirSync(site);
    assert.deepEqual(others, []);
    const content = readFileSync(join(site, file), "utf8");
    assert.ok(!content.includes("remark"));
    const integrity = `sha384-${createHash("sha384").update(content).digest("base64")}`;
    assert.match(html, /defer/);
    assert.ok(html.includes(`src="./${file}"`) && html.includes(`integrity="${integrity}"`), html);
    assert.ok(!html.includes("sha384-old"));
  } finally {
    rmSync(site, { recursive: true });
  }
});

test("the page's style sheets become one, in their order", () => {
  const site = mkdtempSync(join(tmpdir(), "minsheng-styles-"));
  try {
    writeFileSync(join(site, "base-1.css"), "p{color:red}");
    writeFileSync(join(site, "print-2.css"), "p{color:blue}");
    const html = joinStyles(site, `<link rel=icon href=./a.svg><link href=./base-1.css integrity=x rel=stylesheet><link href=./print-2.css rel=stylesheet><title>t</title>`);
    const [file, ...others] = readdirSync(site);
    assert.deepEqual(others, []);
    const content = readFileSync(join(site, file), "utf8");
    assert.ok(content.indexOf("red") >= 0 && content.indexOf("red") < content.indexOf("blue"));
    const integrity = `sha384-${createHash("sha384").update(content).digest("base64")}`;
    assert.equal(html, `<link rel=icon href=./a.svg><link rel="stylesheet" href="./${file}" integrity="${integrity}"><title>t</title>`);
  } finally {
    rmSync(site, { recursive: true });
  }
});
