import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { joinStyles, minify, minifyPage, minifyScripts } from "./minify.mjs";

test("a module keeps what it exports and says, in fewer bytes", async () => {
  const text = `// Said once.\nlet heard;\nexport function onRest(bring) { heard = bring; }\nexport const told = () => "民生" + heard;\n`;
  const small = minify(text, "esm");
  assert.ok(small.length < text.length);
  const module = await import(`data:text/javascript,${encodeURIComponent(small)}`);
  module.onRest("数图");
  assert.equal(module.told(), "民生数图");
});

test("the page loses comments and indentation, and nothing within a script", () => {
  const script = `<script type="application/ld+json">{\n    "a": "<!-- kept -->"\n  }</script>`;
  const page = `<body>\n    <!-- Said\n once. -->\n    <p>民生\n      数图</p>\n    ${script}\n  </body>`;
  assert.equal(minifyPage(page), `<body>\n\n<p>民生\n数图</p>\n${script}\n</body>`.replace("\n\n", "\n"));
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

test("scripts that belong together become one function, and what is wanted later is named for the loader", () => {
  const site = mkdtempSync(join(tmpdir(), "minsheng-minify-"));
  try {
    const files = { "say-01234567.js": '"use strict";\nconst words = "民生";\n', "start-01234567.js": '"use strict";\nglobalThis.told = words;\n', "later-01234567.js": "globalThis.later = 1;\n" };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(site, name), text);
    const tag = (name, more) => `<script data-no-minify ${more} defer integrity="sha384-old" src="./${name}"></script>`;
    const html = minifyScripts(site, [tag("say-01234567.js", 'data-join="loader"'), tag("start-01234567.js", 'data-join="loader"'), tag("later-01234567.js", "data-late")].join("\n"));
    const names = readdirSync(site).sort();
    assert.deepEqual(names.map((name) => name.replace(/-[0-9a-f]{16}/, "")), ["later.js", "loader.js"]);
    assert.equal(html.match(/<script/g).length, 1);
    assert.match(html, new RegExp(`^<script[^>]*defer[^>]*src="./${names[1]}"[^>]*></script>`));
    assert.ok(html.includes(`<meta name="minsheng-later" content="./${names[0]}">`), html);
    const run = new Function("globalThis", readFileSync(join(site, names[1]), "utf8"));
    const global = {};
    run(global);
    assert.equal(global.told, "民生");
  } finally {
    rmSync(site, { recursive: true });
  }
});

test("a script that runs at once has no checksum, which a sandboxed frame could not check", () => {
  const site = mkdtempSync(join(tmpdir(), "minsheng-minify-"));
  try {
    writeFileSync(join(site, "first.js"), "globalThis.first = true;\n");
    const html = minifyScripts(site, `<script data-now integrity="sha384-old" src="./first.js"></script>`);
    assert.match(html, /^<script data-now src="\.\/first-[0-9a-f]{16}\.js"><\/script>$/);
  } finally {
    rmSync(site, { recursive: true });
  }
});

test("a script for browsers of any age stays one, and is refused where it is none", () => {
  const site = mkdtempSync(join(tmpdir(), "minsheng-minify-"));
  const page = (text) => {
    writeFileSync(join(site, "old-0123456789abcdef.js"), text);
    return minifyScripts(site, `<script data-any-age defer src="./old-0123456789abcdef.js"></script>`);
  };
  try {
    page("(function () { var words = 'a' + \"b\"; try { f(words); } catch (error) { } })();");
    const [file] = readdirSync(site);
    assert.doesNotMatch(readFileSync(join(site, file), "utf8"), /=>|`|\b(let|const|class)\b|catch\s*\{/);
    assert.throws(() => page("const words = [...'ab'];"), /es5|ES5|not supported/);
  } finally {
    rmSync(site, { recursive: true });
  }
});

test("the page's style sheets become two, in their order: what the first view needs, and what can come later", () => {
  const site = mkdtempSync(join(tmpdir(), "minsheng-styles-"));
  try {
    const sheet = (name, color) => writeFileSync(join(site, name), `p{color:var(--${color})}`);
    sheet("base-1.css", "red");
    sheet("shell-2.css", "blue");
    sheet("chart-3.css", "green");
    sheet("print-4.css", "gray");
    const link = (name, late = "") => `<link ${late}href=./${name} integrity=x rel=stylesheet>`;
    const given = link("base-1.css") + link("shell-2.css") + link("chart-3.css", "data-late ") + link("print-4.css", "data-late ");
    const html = joinStyles(site, `<link rel=icon href=./a.svg>${given}<title>t</title>`);
    const files = readdirSync(site);
    assert.equal(files.length, 2);
    const late = files.find((file) => file.startsWith("style-rest-"));
    const first = files.find((file) => file !== late);
    const integrity = (file) => `sha384-${createHash("sha384").update(readFileSync(join(site, file))).digest("base64")}`;
    assert.match(readFileSync(join(site, first), "utf8"), /^[^]*red[^]*blue[^]*$/);
    assert.match(readFileSync(join(site, late), "utf8"), /^[^]*green[^]*gray[^]*$/);
    assert.equal(
      html,
      `<link rel=icon href=./a.svg><link rel="stylesheet" href="./${first}" integrity="${integrity(first)}">` +
        `<meta name="minsheng-styles" content="./${late}" data-integrity="${integrity(late)}"><title>t</title>`,
    );
  } finally {
    rmSync(site, { recursive: true });
  }
});
