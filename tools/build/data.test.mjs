import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { headlines, readPackage, versionOf } from "./data.mjs";
import { parseCsv } from "./text.mjs";

const FILES = {
  "places.csv": "id,name_zh,name_en,short_zh,short_en\np,某地经济技术开发区,Somewhere Zone,某地经开区,\n",
  "indicators.csv": "id,domain,name_zh,name_en\ni,health,床位,Beds\nj,health,投资,Investment\n",
  "units.csv": [
    "id,name_zh,name_en,singular_en,base,factor",
    "ge,个,beds,bed,ge,1",
    "yuan,元,yuan,yuan,yuan,1",
    'yi_yuan,亿元,100 million yuan,,yuan,100000000',
    "km,公里,kilometres,kilometre,m,1000",
    "percent,%,%,%,percent,1",
  ].join("\n"),
  "labels.csv": "key,id,name_zh,name_en\nlevel,,级别,Level\nlevel,city,市级,city level\n",
  "observations.csv": [
    "id,indicator,place,value,unit,qualifier,stage,role,period_start,period_end,breakdown,printed,derived",
    "a,i,p,100,ge,eq,planned,target,,2025,,100个,",
    "b,i,p,20,ge,nearly,completed,actual,2007,2019,,近20个,",
    "c,j,p,1.06,yi_yuan,eq,in_progress,actual,2024-01,2024-09,level=city,1.06亿元,",
    "d,j,p,764.6,km,over,completed,actual,,2024-09-30,,764.6公里,",
    "e,i,p,1,ge,eq,completed,actual,2024-05-01,2024-09-30,,1个,",
    "f,i,p,3.08,percent,at_most,completed,actual,2020,2020,,3.08%以内,",
    "g,i,p,14303,ge,about,planned,target,,2024,,112.8%,b / f",
  ].join("\n"),
};
const shown = (files, chosen) => headlines(files, chosen).map(({ figure, period }) => [figure, period].map(({ zh, en }) => `${zh} | ${en}`));

test("without a choice: the first actual figure of each place and domain", () => {
  assert.deepEqual(headlines(FILES), [
    {
      place: { zh: "某地经开区", en: "Somewhere Zone" },
      indicator: { zh: "床位", en: "Beds" },
      figure: { zh: "近20个", en: "nearly 20 beds" },
      period: { zh: "2007—2019年", en: "2007–2019" },
    },
  ]);
});

test("with a choice: those, in that order, and what is not yet so says so", () => {
  assert.deepEqual(shown(FILES, ["c", "a"]), [
    ["1.06亿元（进行中） | 106,000,000 yuan (under way)", "2024年1—9月 | January–September 2024"],
    ["100个（计划） | 100 beds (planned)", "2025年 | 2025"],
  ]);
  assert.deepEqual(headlines(FILES, ["c"])[0].indicator, { zh: "投资（市级）", en: "Investment (city level)" });
});

test("a figure of one date is as of it, one of a span has both its ends, and each keeps its qualifier", () => {
  assert.deepEqual(shown(FILES, ["d", "e", "f"]), [
    ["超过764.6公里 | more than 764.6 kilometres", "截至2024年9月30日 | as of 30 September 2024"],
    ["1个 | 1 bed", "2024年5月1日—2024年9月30日 | 1 May 2024 – 30 September 2024"],
    ["不超过3.08% | at most 3.08%", "2020年 | 2020"],
  ]);
});

test("what is not there, and what no release prints, cannot be chosen", () => {
  assert.throws(() => headlines(FILES, ["x"]), /'x'.*no such id/);
  assert.throws(() => headlines(FILES, ["g"]), /'g', which no release prints/);
  assert.ok(headlines({ ...FILES, "observations.csv": FILES["observations.csv"].replace("completed,actual,2007,2019,,近20个,", "completed,actual,2007,2019,,近20个,a + a") }).every(({ figure }) => !figure.zh.includes("20个")));
});

test("of the bundled package: every release, in both languages, nothing in doubt", () => {
  const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
  const files = readPackage(path("public/data"));
  const chosen = JSON.parse(readFileSync(path("tools/headlines.json"), "utf8"));
  const rows = parseCsv(files["observations.csv"]);
  const picked = chosen.map((id) => rows.find((row) => row.id === id));
  const told = headlines(files, chosen);
  assert.deepEqual(new Set(picked.map((row) => row.source)), new Set(parseCsv(files["sources.csv"]).map((row) => row.id)));
  picked.forEach((row, at) => {
    const { figure, ...rest } = told[at];
    assert.equal(row.doubt ?? "", "", row.id);
    assert.equal(figure.zh.includes("计划"), row.role === "target" || row.stage === "planned", row.id);
    for (const { zh, en } of [figure, ...Object.values(rest)]) {
      assert.ok(zh && en, row.id);
      assert.doesNotMatch(en, /\p{Script=Han}/u);
    }
  });
});

test("no data, no headlines", () => assert.deepEqual(headlines({}), []));

test("the version changes with content and with names", () => {
  const versions = [{}, { "a.csv": "1" }, { "a.csv": "2" }, { "b.csv": "1" }].map(versionOf);
  assert.equal(new Set(versions).size, 4);
  assert.match(versions[0], /^[0-9a-f]{8}$/);
});
