// The finished page's addresses for others.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { placed, unplaced } from "./placed.mjs";
import { attributes, replaceTags } from "./text.mjs";

const page = readFileSync(new URL("../../index.html", import.meta.url), "utf8");

function said(html) {
  const found = {};
  replaceTags(html, "meta", ({ property, content }) => void (property?.startsWith("og:") && (found[property] = content)));
  return found;
}

test("the page says what it is to those who are given a link", () => {
  const tags = said(page);
  for (const name of ["og:title", "og:description", "og:type", "og:image", "og:locale"]) assert.ok(tags[name], name);
  assert.match(tags["og:title"], /民生数图/);
  assert.match(tags["og:title"], /Minsheng Explorer/);
});

test("every picture that the page names is there, as large as it says", () => {
  const pictures = [said(page)["og:image"]];
  replaceTags(page, "link", ({ rel, href }) => void (/icon/.test(rel) && pictures.push(href)));
  assert.equal(pictures.length, 4);
  for (const address of pictures) {
    const bytes = readFileSync(new URL(address, new URL("../../public/", import.meta.url)));
    if (!address.endsWith(".png")) continue;
    assert.equal(bytes.subarray(1, 4).toString(), "PNG", address);
    const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    const expected = { "./share.png": [1200, 630], "./favicon.png": [64, 64], "./touch-icon.png": [180, 180] };
    assert.deepEqual(size, expected[address]);
  }
});

test("addresses are written in full where the site is known", () => {
  assert.equal(placed(page, undefined), page);
  for (const site of ["https://example.gov.cn/minsheng", "https://example.gov.cn/minsheng/"]) {
    const tags = said(placed(page, site));
    assert.equal(tags["og:image"], "https://example.gov.cn/minsheng/share.png");
    assert.equal(tags["og:url"], "https://example.gov.cn/minsheng/");
    assert.match(placed(page, site), /<link rel="canonical" href="https:\/\/example\.gov\.cn\/minsheng\/">/);
    assert.equal(tags["og:title"], said(page)["og:title"]);
  }
  // As the minifier leaves them.
  const bare = "<meta property=og:image content=./share.png><meta property=og:type content=website>";
  assert.equal(said(placed(bare, "https://a.cn/"))["og:image"], "https://a.cn/share.png");
  assert.throws(() => placed(page, "minsheng"), /MINSHENG_SITE/);
});

test("a page that travels alone names none of them", () => {
  assert.deepEqual(said(unplaced(page)), {});
  assert.doesNotMatch(unplaced(placed(page, "https://a.cn/")), /canonical/);
  assert.equal(attributes("<meta property=og:title>").property, "og:title");
});
