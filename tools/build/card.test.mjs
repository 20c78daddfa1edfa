import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { CARDS, balanced, card, chartStyles, painter, wrapped } from "./card.mjs";

const source = fileURLToPath(new URL("../..", import.meta.url));
const FINDING = { brand: "民生数图", name: "承德市", when: "2024年", before: "<15>个项目开工，", figure: "12个", after: "已竣工", hue: "3", chart: '<svg viewBox="0 0 480 90"><rect class="fill-hue-3" width="9" height="9"/></svg>' };

test("charts keep their colours and sizes outside the page", () => {
  const styles = chartStyles(source);
  assert.match(styles, /\.fill-hue-0 \{ fill: #[0-9a-f]{6};/);
  assert.match(styles, /\.text-body \{ font-size: 14px; \}/);
  assert.doesNotMatch(styles, /var\(|calc\(/);
});

test("lines break between characters, leave a figure and a numeral whole, and begin with no mark", () => {
  const lines = (width) => wrapped([["到9月底，"], ["1,540位", "0"], ["老人"]], 10, width).map((line) => line.map(([words]) => words).join(""));
  assert.deepEqual(lines(1000), ["到9月底，1,540位老人"]);
  for (const line of lines(40)) assert.doesNotMatch(line, /^[，。]/);
  assert.ok(lines(40).includes("1,540位"));
  const even = balanced([["一二三四五六七八九十甲"]], 10, 100).map(([[words]]) => words.length);
  assert.deepEqual(even, [6, 5]);
});

test("a card says the finding, and what is said stays words", () => {
  for (const size of Object.values(CARDS)) {
    const drawing = card(FINDING, size, "");
    assert.match(drawing, new RegExp(`^<svg [^>]*width="${size[0]}" height="${size[1]}"`));
    assert.match(drawing, /承德市/);
    assert.match(drawing, />12个</);
    assert.match(drawing, /&lt;15&gt;/);
  }
  assert.match(card(FINDING, CARDS["card.png"], ""), /scale\([\d.]+\)"><rect class="fill-hue-3"/);
});

test("a card is painted as PNG of its size where there is a Chinese font, else it is said why not", async () => {
  const reasons = [];
  const paint = await painter((why) => reasons.push(why));
  if (!paint) return assert.equal(reasons.length, 1);
  for (const size of Object.values(CARDS)) {
    const png = paint(card(FINDING, size, chartStyles(source)));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], size);
  }
});
