import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fill } from "./text.mjs";
import { plainLinks, STYLES, stylesTag } from "./unscripted.mjs";

const page = readFileSync(new URL("../../index.html", import.meta.url), "utf8");
const FILES = {
  "datapackage.json": JSON.stringify({ licenses: [{ name: "CC-BY-4.0", path: "https://example.org/by" }] }),
  "sources.csv": 'id,title_zh,title_en,publisher,published,url,inferred\na,"甲<b>",A,某市,2024-10-31,https://example.gov.cn/a,\nb,乙,B,,2019,javascript:alert(1),published\nc,丙,C,,2020,,\n',
  "observations.csv": "id,source\n1,a\n2,b\n",
};
const SCREENS = { chengde: { told: { name: "承德市" } } };

test("without script there are links to every place's page, the data files and the licence", () => {
  const links = plainLinks(FILES, SCREENS);
  assert.match(links, /<a href="\.\/p\/chengde\/">承德市<\/a>/);
  for (const name of Object.keys(FILES)) assert.match(links, new RegExp(`<a href="\\./data/${name}" download>`), name);
  assert.match(links, /href="https:\/\/example\.org\/by"/);
});

test("releases are named with what they say of themselves; an address is a link only where it leads to the web", () => {
  const links = plainLinks(FILES, SCREENS);
  assert.match(links, /<a href="https:\/\/example\.gov\.cn\/a" rel="noopener">甲&lt;b&gt;<\/a> <small>某市 2024-10-31<\/small>/);
  assert.match(links, /<li>乙<\/li>/);
  assert.doesNotMatch(links, /javascript:|丙|2019/);
});

test("a debug build, which has no pages of places, names none; no package, nothing", () => {
  assert.doesNotMatch(plainLinks(FILES), /\.\/p\//);
  assert.equal(plainLinks({}), "");
});

test("the page has a place for it that no script needs, after the first screen", () => {
  const filled = fill(page, "plain-links", "<p>here</p>");
  const [, inside] = filled.split('<div id="first"')[1].match(/<noscript[^>]*>([^]*?)<\/noscript>/);
  assert.match(inside, /<p>here<\/p>/);
  assert.match(inside, /JavaScript/);
});

test("its styles are named within noscript, so that nobody else fetches them", () => {
  assert.match(stylesTag(), new RegExp(`^<noscript[^>]*><link rel="stylesheet" href="${STYLES.replaceAll(".", "\\.")}"></noscript>$`));
  assert.ok(readFileSync(new URL(`../../public/${STYLES}`, import.meta.url)).length > 0);
});
