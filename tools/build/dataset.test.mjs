import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { readPackage } from "./data.mjs";
import { datasetOf, scriptJson } from "./dataset.mjs";
import { parseCsv } from "./text.mjs";

const folder = fileURLToPath(new URL("../../public/data", import.meta.url));

test("the dataset says what the package says, of what its figures use", () => {
  const files = readPackage(folder);
  const about = JSON.parse(files["datapackage.json"]);
  const dataset = datasetOf(files);
  assert.equal(dataset["@type"], "Dataset");
  assert.equal(dataset.name, about.title);
  assert.equal(dataset.license, about.licenses[0].path);
  assert.deepEqual(dataset.isBasedOn.map(({ name }) => name).sort(), about.sources.map(({ title }) => title).sort());
  assert.match(dataset.temporalCoverage, /^\d{4}\/\d{4}$/);
  assert.ok(dataset.description.length >= 50, "search engines ask for 50 characters and more");
  for (const { contentUrl } of dataset.distribution) {
    assert.ok(readdirSync(folder).includes(contentUrl.replace("./data/", "")), contentUrl);
    assert.ok(readFileSync(join(folder, contentUrl.replace("./data/", ""))).length > 0);
  }
});

test("a place's dataset is the part that its releases are, named from where it stands", () => {
  const files = readPackage(folder);
  const place = { id: "chengde", name: "承德市", description: "承德市：12个已竣工。" };
  const dataset = datasetOf(files, { root: "https://example.gov.cn/m/", place });
  assert.match(dataset.name, /^承德市：/);
  assert.equal(dataset.description, place.description);
  assert.equal(dataset.url, "https://example.gov.cn/m/p/chengde/");
  assert.equal(dataset.isPartOf.name, JSON.parse(files["datapackage.json"]).title);
  const titles = parseCsv(files["sources.csv"]).filter((row) => row.place === "chengde").map((row) => row.title_zh);
  assert.deepEqual(dataset.isBasedOn.map(({ name }) => name), titles);
  assert.ok(dataset.spatialCoverage.some(({ name }) => /承德/.test(name)) && !dataset.spatialCoverage.some(({ name }) => /德州/.test(name)));
  for (const { contentUrl } of dataset.distribution) assert.match(contentUrl, /^https:\/\/example\.gov\.cn\/m\/data\//);
  // Where nobody knows the site's address, nothing claims one.
  assert.equal(datasetOf(files).url, undefined);
});

test("a date that is only inferred is not told as the release's", () => {
  const files = readPackage(folder);
  const inferred = new Map(parseCsv(files["sources.csv"]).map((row) => [row.title_zh, row.inferred.split(";").includes("published")]));
  const told = datasetOf(files).isBasedOn;
  assert.ok([...inferred.values()].includes(true) && [...inferred.values()].includes(false));
  for (const { name, datePublished } of told) assert.equal(datePublished === undefined, inferred.get(name), name);
});

test("a page that travels alone names no file beside it; no package, no dataset", () => {
  assert.equal(JSON.parse(scriptJson(datasetOf(readPackage(folder), { alone: true }))).distribution, undefined);
  assert.equal(scriptJson(datasetOf({})), "");
});

test("nothing in the JSON ends the element", () => {
  const text = scriptJson({ name: "</script><!--" });
  assert.doesNotMatch(text, /</);
  assert.deepEqual(JSON.parse(text), { name: "</script><!--" });
});
