import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { oembedOf, withOembed } from "./oembed.mjs";
import { attributes } from "./text.mjs";

const SITE = "https://example.gov.cn/minsheng";
const HTML = "<html><head><title>A</title></head><body></body></html>";

function inFolder(check) {
  const folder = mkdtempSync(join(tmpdir(), "minsheng-oembed-"));
  try {
    check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("what is shown in place of a link is a frame with an address in full", () => {
  const said = oembedOf({ site: SITE, path: "p/chengde/", title: '承德市 "一览"', link: "v=1&f.place=chengde" });
  assert.equal(said.version, "1.0");
  assert.equal(said.type, "rich");
  const frame = attributes(said.html.match(/^<iframe [^>]*>(?=<\/iframe>$)/)[0]);
  assert.equal(frame.src, "https://example.gov.cn/minsheng/p/chengde/#v=1&amp;f.place=chengde&amp;embed=1");
  assert.equal(frame.title, "承德市 &quot;一览&quot;");
  assert.deepEqual([Number(frame.width), Number(frame.height)], [said.width, said.height]);
});

test("the page leads to the description beside it", () =>
  inFolder((folder) => {
    const html = withOembed(HTML, folder, { site: `${SITE}/`, path: "p/chengde/", title: "承德市" });
    const link = attributes(html.match(/<link [^>]*>/)[0]);
    assert.deepEqual([link.rel, link.type, link.href], ["alternate", "application/json+oembed", `${SITE}/p/chengde/oembed.json`]);
    assert.equal(JSON.parse(readFileSync(join(folder, "oembed.json"), "utf8")).provider_url, `${SITE}/`);
  }));

test("where nobody says where the site stands, nothing is described", () =>
  inFolder((folder) => {
    assert.equal(withOembed(HTML, folder, { site: undefined, title: "A" }), HTML);
    assert.ok(!existsSync(join(folder, "oembed.json")));
  }));
