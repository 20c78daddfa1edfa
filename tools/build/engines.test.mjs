import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { robots, sitemap, writeMap } from "./engines.mjs";

/** What is written for a site at this address. */
function written(address) {
  const site = mkdtempSync(join(tmpdir(), "minsheng-map-"));
  const line = writeMap(site, new URL(address), ["chengde", "duji"]);
  const read = (name) => (existsSync(join(site, name)) ? readFileSync(join(site, name), "utf8") : undefined);
  const files = { map: read("sitemap.xml"), robots: read("robots.txt"), line };
  rmSync(site, { recursive: true });
  return files;
}

test("the map names the site's page and each place's, in full", () => {
  const { map } = written("https://example.gov.cn/minsheng/");
  const found = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
  assert.deepEqual(found, ["", "p/chengde/", "p/duji/"].map((path) => `https://example.gov.cn/minsheng/${path}`));
  assert.match(sitemap(["https://a.cn/?a&b"]), /<loc>https:\/\/a\.cn\/\?a&amp;b<\/loc>/);
});

test("robots.txt is written where search engines look for it, else its line is told", () => {
  const root = written("https://example.gov.cn/");
  assert.equal(root.robots, robots(new URL("https://example.gov.cn/")));
  assert.match(root.robots, /^Sitemap: https:\/\/example\.gov\.cn\/sitemap\.xml$/m);
  assert.equal(root.line, undefined);
  const deeper = written("https://example.gov.cn/minsheng/");
  assert.equal(deeper.robots, undefined);
  assert.equal(deeper.line, "Sitemap: https://example.gov.cn/minsheng/sitemap.xml");
});
