import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { THEMED, declarations, queries, selector, shadowStyles } from "./shadow-styles.mjs";

const folder = new URL("../../src/ui/styles/", import.meta.url);
const bare = (text) => text.replace(/\s+/g, " ").trim();

test("the root and the body of the document are elements of the tree", () => {
  assert.equal(selector(':root[data-theme="dark"]'), '.minsheng-root[data-theme="dark"]');
  assert.equal(selector("html:has(.has-story)"), ".minsheng-root:has(.has-story)");
  assert.equal(selector(':root[lang="en"] body, .body, .embed-body, tbody'), '.minsheng-root[lang="en"] .minsheng-page, .body, .embed-body, tbody');
});

test("what a query says of the width is asked of the element's place", () => {
  assert.deepEqual(queries("(max-width: 599px)"), ["@container minsheng (max-width: 599px)"]);
  assert.deepEqual(queries("screen and (min-width: 600px)"), ["@media screen", "@container minsheng (min-width: 600px)"]);
  assert.deepEqual(queries("print"), ["@media print"]);
  assert.deepEqual(queries("(prefers-reduced-motion: no-preference)"), ["@media (prefers-reduced-motion: no-preference)"]);
  assert.throws(() => queries("(max-width: 40em)"), /no place within an element/);
  assert.throws(() => queries("print, (max-width: 599px)"), /no place within an element/);
});

test("sizes are measured by the place, and none by the type size of the page around", () => {
  assert.equal(declarations("width: min(360px, 100vw); min-height: calc(100vh - 53px)"), "width: min(360px, 100cqi); min-height: calc(100cqb - 53px)");
  assert.throws(() => declarations("padding: 1rem"), /belongs to the page around/);
});

test("tokens of the page around are taken over, and no others", () => {
  assert.equal(declarations("--accent: #b3261e; --accent-wash: #fbeeec;"), "--accent: var(--minsheng-accent, #b3261e); --accent-wash: var(--minsheng-accent-wash, #fbeeec);");
  assert.equal(declarations("--hue-0: #1d58ae"), "--hue-0: #1d58ae");
});

test("rules within rules are translated, and pages of paper left out", () => {
  const css = '/* } */ @page { margin: 1cm } @media screen and (max-width: 9px) { a::before { content: "}" } } @keyframes busy { to { x: y } }';
  assert.equal(bare(shadowStyles(css)), '@media screen { @container minsheng (max-width: 9px) { a::before {content: "}"} }} @keyframes busy {to { x: y }}');
});

test("of several conditions those of the window's height are left out, and what a browser can is asked of it", () => {
  const css = "@media (max-width: 9px), (max-width: 20px) and (max-height: 5px) { a { x: y } } @supports (x: y) { a { x: y } }";
  assert.equal(bare(shadowStyles(css)), "@container minsheng (max-width: 9px) { a {x: y} } @supports (x: y) { a {x: y} }");
  assert.equal(bare(shadowStyles("@container own (min-width: 9px) { body a { x: y } }")), "@container own (min-width: 9px) { .minsheng-page a {x: y} }");
});

test("every sheet of the site can be translated, and nothing of the page around is left in it", () => {
  for (const name of readdirSync(folder)) {
    if (name === "boot.css") continue;
    const css = shadowStyles(readFileSync(new URL(name, folder), "utf8"));
    assert.doesNotMatch(css, /:root|(?:^|[\s,>(])(?:html|body)(?![\w-])|\d(?:vw|vh|rem)\b|@media[^{]*width/m, name);
  }
});

test("every token that a page may set is one of the site's", () => {
  const tokens = readFileSync(new URL("tokens.css", folder), "utf8");
  for (const name of THEMED) assert.match(tokens, new RegExp(`--${name}:`));
});
