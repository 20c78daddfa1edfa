import assert from "node:assert/strict";
import test from "node:test";
import { headlines, versionOf } from "./data.mjs";

const FILES = {
  "places.csv": "id,name_zh,name_en\np,某地,Somewhere\n",
  "indicators.csv": "id,domain,name_zh,name_en\ni,health,床位,Beds\nj,health,医院,Hospitals\n",
  "units.csv": "id,name_zh,name_en\nge,个,\n",
  "observations.csv": [
    "id,indicator,place,value,unit,role,period_start,period_end,printed",
    "a,i,p,100,ge,target,2021,2021,100个",
    "b,i,p,20,ge,actual,2007,2019,近20个",
    "c,j,p,3,ge,actual,,2020,",
  ].join("\n"),
};

test("without a choice: the first actual figure of each place and domain, as printed", () => {
  assert.deepEqual(headlines(FILES), [
    { place: { zh: "某地", en: "Somewhere" }, indicator: { zh: "床位", en: "Beds" }, figure: "近20个", period: "2007 – 2019" },
  ]);
});

test("with a choice: those, in that order; a derived one shows number and unit", () => {
  const chosen = headlines(FILES, ["c", "a"]);
  assert.deepEqual(chosen.map(({ figure, period }) => [figure, period]), [["3 个", "2020"], ["100个", "2021"]]);
  assert.throws(() => headlines(FILES, ["x"]), /'x'/);
});

test("no data, no headlines", () => assert.deepEqual(headlines({}), []));

test("the version changes with content and with names", () => {
  const versions = [{}, { "a.csv": "1" }, { "a.csv": "2" }, { "b.csv": "1" }].map(versionOf);
  assert.equal(new Set(versions).size, 4);
  assert.match(versions[0], /^[0-9a-f]{8}$/);
});
