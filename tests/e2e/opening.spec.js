// A reader's own table: dropped, chosen, pasted or named by the address; filtered, brushed, given up, and the way back.
import { fileURLToPath } from "node:url";
import { expect, test } from "./fixtures.js";
import { ExplorerPage } from "./page.js";
import { choose, drop, dropText, manyRows } from "./tables.js";

/** Invented numbers in the shape of Gapminder's. */
function countries(years = 12) {
  const continents = { 东洲: ["甲国", "乙国", "丙国"], 西洲: ["丁国", "戊国"], 南洲: ["己国", "庚国", "辛国"] };
  const lines = ["country,continent,year,lifeExp,pop,gdpPercap"];
  Object.entries(continents).forEach(([continent, names], c) =>
    names.forEach((name, n) => {
      for (let y = 0; y < years; y++) {
        const life = (50 + 3 * c + n + 1.3 * y).toFixed(1);
        lines.push([name, continent, 1960 + 5 * y, life, (n + 1) * 1_000_000 + 50_000 * y, (900 * (c + 1) * 1.04 ** y).toFixed(2)].join(","));
      }
    }),
  );
  return `${lines.join("\n")}\n`;
}

const fixture = (name) => fileURLToPath(new URL(`../fixtures/cases/${name}`, import.meta.url));

const gapminder = { name: "gapminder.csv", mimeType: "text/csv", buffer: Buffer.from(countries()) };

test.describe("a table of countries", () => {
  test.beforeEach(async ({ page, site }) => {
    await page.goto(site.root);
    await expect(page.getByTestId("matching")).toContainText("338");
    await dropText(page, "gapminder.csv", countries());
    await expect(page.getByTestId("shown-table")).toContainText("gapminder.csv");
  });

  test("gets filters, counts and a way back without any configuration", async ({ page, record }) => {
    await expect(page.getByTestId("matching")).toContainText("96");
    await expect(page.getByTestId("facet-continent").getByRole("checkbox")).toHaveCount(3);
    await page.getByTestId("facet-continent").getByRole("checkbox").first().check();
    await expect(page.getByTestId("matching")).toContainText("36");
    await expect(page.getByTestId("chip")).toHaveCount(1);
    await expect(page).toHaveURL(/f\.continent=/);
    await page.getByTestId("clear-all").click();
    await expect(page.getByTestId("matching")).toContainText("96");
    await page.getByTestId("back-to-own").click();
    await expect(page.getByTestId("matching")).toContainText("338");
    expect(record.errors).toEqual([]);
  });

  test("gets its places compared", async ({ page, explorer, record }) => {
    await explorer.viewLink("compare").click();
    await expect(explorer.compareFigures.first()).toContainText("甲国");
    await explorer.comparison("pair").click();
    await expect(explorer.compareMarks).toHaveCount(6);
    await explorer.left.selectOption("甲国");
    await explorer.right.selectOption("乙国");
    // Means of (n + 1) million and 50,000 more each step: the second country has a million more.
    const table = explorer.compareFigures.first();
    await table.locator(".as-table summary").click();
    await expect(table.getByRole("row").filter({ hasText: "pop" })).toContainText("低100万");
    expect(record.errors).toEqual([]);
  });

  test("gets a chart, a timeline that plays, and a table with details", async ({ page, record }) => {
    await page.getByTestId("view-chart").click();
    await expect(page.locator(".chart-figure .scene, .chart-figure svg, .chart-figure canvas").first()).toBeVisible();
    await page.getByTestId("view-timeline").click();
    await expect(page.getByTestId("timeline-steps")).toBeVisible();
    await page.getByTestId("play").click();
    await expect(page.getByTestId("playhead-date")).not.toContainText("全部");
    await page.getByTestId("view-table").click();
    await expect(page.getByTestId("row").first()).toBeVisible();
    await page.getByTestId("row").first().locator("td").nth(1).click();
    await expect(page.getByTestId("detail")).toBeVisible();
    await expect(page.getByTestId("detail-name")).not.toBeEmpty();
    expect(record.errors).toEqual([]);
  });

  test("uses a column as the reader says", async ({ page, record }) => {
    await page.getByTestId("column-uses").click();
    await page.getByTestId("use-continent").selectOption("topic");
    await expect(page.getByTestId("shown-table")).toBeVisible();
    await page.getByTestId("column-uses").click();
    await expect(page.getByTestId("use-continent")).toHaveValue("topic");
    await expect(page.getByTestId("matching")).toContainText("96");
    expect(record.errors).toEqual([]);
  });

  test("reads a column as the reader says, and keeps what was chosen", async ({ page, record }) => {
    await page.getByTestId("facet-continent").getByRole("checkbox").first().check();
    await page.getByTestId("view-table").click();
    const matching = await page.getByTestId("matching").textContent();
    await page.getByTestId("column-uses").click();
    await page.getByTestId("use-pop").selectOption("skip");
    await expect(page.getByTestId("facet-pop")).toHaveCount(0);
    await expect(page.getByTestId("table-view")).toBeVisible();
    await expect(page.getByTestId("matching")).toHaveText(matching);
    await page.getByTestId("column-uses").click();
    await expect(page.getByTestId("use-pop")).toHaveValue("skip");
    await page.getByTestId("use-pop").selectOption("category");
    await expect(page.getByTestId("facet-pop").getByRole("checkbox").first()).toBeVisible();
    await expect(page.getByTestId("matching")).toHaveText(matching);
    expect(record.errors).toEqual([]);
  });

  test("has menus that lie within the window", async ({ page }) => {
    await page.getByTestId("view-table").click();
    for (const across of [1440, 768, 390]) {
      await page.setViewportSize({ width: across, height: 844 });
      for (const menu of ["menu", "column-uses"]) {
        await page.getByTestId(menu).click();
        const { x, width } = await page.locator(".menu[open] .menu-panel").boundingBox();
        expect(x, `${menu} at ${across} px`).toBeGreaterThanOrEqual(0);
        expect(x + width, `${menu} at ${across} px`).toBeLessThanOrEqual(across);
        await page.keyboard.press("Escape");
      }
    }
    const text = await page.getByTestId("shown-table").locator("p").first().boundingBox();
    expect(text.width).toBeGreaterThan(200);
  });

  test("has no violation that axe knows, in every view", async ({ page, axe }) => {
    for (const view of ["overview", "timeline", "chart", "table"]) {
      await page.getByTestId(`view-${view}`).click();
      await page.waitForTimeout(300);
      expect(await axe(), view).toEqual([]);
    }
  });
});

test("a file is chosen from the menu", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByTestId("menu").click();
  await page.getByTestId("open-file").setInputFiles(gapminder);
  await expect(page.getByTestId("shown-table")).toContainText("gapminder.csv");
});

test("cells of a spreadsheet are pasted into the menu", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByTestId("menu").click();
  await page.getByTestId("open-paste").fill("地区\t年份\t数量\n城东\t2020\t3\n城西\t2021\t5\n");
  await page.getByTestId("open-pasted").click();
  await expect(page.getByTestId("shown-table")).toBeVisible();
  await expect(page.getByTestId("matching")).toContainText("2");
});

test("several files of the same columns are one table that says where each row is from", async ({ page, site, record }) => {
  await page.goto(site.root);
  await expect(page.getByTestId("matching")).toContainText("338");
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const add = (name, text) => transfer.items.add(new File([text], name));
    add("2019.csv", "地区,数量\n青溪市,1\n白石市,2\n");
    add("2020.csv", "地区,数量\n青溪市,3\n");
    add("other.csv", "a,b,c\nx,1,2\n");
    return transfer;
  });
  await drop(page, transfer);
  await expect(page.getByTestId("shown-table")).toContainText("2019.csv");
  await expect(page.getByTestId("matching")).toContainText("3");
  await expect(page.getByTestId("facet-file").getByRole("checkbox")).toHaveCount(2);
  expect(record.errors).toEqual([]);
});

test("a workbook offers its other sheets, and a text whose encoding is a guess the other encodings", async ({ page, site, record }) => {
  await page.goto(site.root);
  await choose(page, fixture("two-sheets.xlsx"));
  await expect(page.getByTestId("source-note")).toContainText("Staff");
  await page.getByTestId("other-table").filter({ hasText: "Leavers" }).click();
  await expect(page.getByTestId("source-note")).toContainText("Leavers");
  await expect(page.getByTestId("matching")).toContainText("2");
  await choose(page, fixture("sjis.csv"));
  await expect(page.getByTestId("source-encoding")).toHaveValue("Shift_JIS");
  await expect(page.getByTestId("facet-都道府県").getByRole("checkbox")).toHaveCount(3);
  await page.getByTestId("source-encoding").selectOption("Big5");
  await expect(page.getByTestId("source-encoding")).toHaveValue("Big5");
  await expect(page.getByTestId("facet-都道府県")).toHaveCount(0);
  await page.getByTestId("source-encoding").selectOption("Shift_JIS");
  await expect(page.getByTestId("facet-都道府県").getByRole("checkbox")).toHaveCount(3);
  expect(record.errors).toEqual([]);
});

test("what the address names is opened with its state, from the page's own origin alone", async ({ page, site }) => {
  await page.route("**/own.csv", (route) => route.fulfill({ body: countries(), contentType: "text/csv" }));
  await page.goto(`${site.root}?data=own.csv#v=1&view=table&f.continent=东洲`);
  await expect(page.getByTestId("shown-table")).toContainText("own.csv");
  await expect(page.getByTestId("matching")).toContainText("36");
  await expect(page.getByTestId("table-view")).toBeVisible();

  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${site.root}?data=https://example.org/theirs.csv`);
  await expect(page.getByTestId("open-failed")).toContainText("别的网站");
  await expect(page.getByTestId("matching")).toContainText("338");
  expect(asked.filter((address) => !address.startsWith(site.root))).toEqual([]);

  await page.goto(`${site.root}?data=nowhere.csv`);
  await expect(page.getByTestId("open-failed")).toContainText("nowhere.csv");
  await expect(page.getByTestId("matching")).toContainText("338");
});

test("an opening that is given up leaves everything as it was", async ({ page, site }) => {
  await page.goto(`${site.root}#v=1&f.domain=education`);
  const before = await page.getByTestId("matching").textContent();
  await drop(page, await manyRows(page, 2_000_000));
  await page.getByTestId("cancel-opening").click();
  await expect(page.getByTestId("opening")).toHaveCount(0);
  await expect(page.getByTestId("matching")).toHaveText(before);
  await expect(page.getByTestId("shown-table")).toHaveCount(0);
});

/** Why a file is not opened, in each language: what a reader is told, word for word. */
const REASONS = {
  zh: {
    "cut.xlsx": "没有打开“cut.xlsx”：文件不完整或已损坏，请重新下载或复制一份再打开",
    "header-only.csv": "没有打开“header-only.csv”：文件只有表头（地区, 年份, 数值），没有数据行，请检查它是否完整，有了数据再打开",
  },
  en: {
    "cut.xlsx": "Could not open “cut.xlsx”: the file is cut off or damaged; fetch it again and open the new copy",
    "header-only.csv": "Could not open “header-only.csv”: the file has a header (地区, 年份, 数值) and no rows; check that it is complete and open it once it has rows",
  },
};

for (const lang of ["zh", "en"]) {
  test(`files that cannot be opened say why, and the next one is opened (${lang})`, async ({ page, site, record }) => {
    await page.goto(`${site.root}#v=1&lang=${lang}`);
    for (const [name, reason] of Object.entries(REASONS[lang])) {
      await choose(page, fixture(name));
      await expect(page.getByTestId("open-failed").locator("p")).toHaveText(reason);
      await expect(page.getByTestId("matching")).toContainText("338");
      await page.keyboard.press("Escape");
    }
    const others = {
      "photo.csv": ["\x89PNG\r\n\x1a\n and the rest of a picture", lang === "zh" ? "这是图片" : "this is a picture"],
      "report.pdf": ["%PDF-1.7 and the rest of a document in pages", lang === "zh" ? "这是 PDF" : "this is a PDF"],
      "empty.csv": ["", lang === "zh" ? "文件是空的" : "the file is empty"],
    };
    for (const [name, [text, reason]] of Object.entries(others)) {
      await choose(page, { name, mimeType: "application/octet-stream", buffer: Buffer.from(text, "latin1") });
      await expect(page.getByTestId("open-failed").locator("p")).toContainText(reason);
      await page.keyboard.press("Escape");
    }
    await choose(page, fixture("zip-5000-rows.zip"));
    await expect(page.getByTestId("shown-table")).toContainText("zip-5000-rows.zip");
    await expect(page.getByTestId("open-failed")).toHaveCount(0);
    await expect(page.getByTestId("matching")).toContainText("5,000");
    await expect(page.getByTestId("facet-place").getByRole("checkbox")).toHaveCount(4);
    expect(record.errors).toEqual([]);
  });

  test(`a table whose worker is gone is opened again (${lang})`, async ({ page, site }) => {
    await page.addInitScript(() => {
      const Original = window.Worker;
      window.workers = [];
      window.Worker = class extends Original {
        constructor(...args) {
          super(...args);
          window.workers.push(this);
        }
      };
    });
    await page.goto(`${site.root}#v=1&lang=${lang}`);
    await expect(page.getByTestId("matching")).toContainText("338");
    await dropText(page, "gapminder.csv", countries());
    await expect(page.getByTestId("matching")).toContainText("96");
    // Its values are listed before the worker stops.
    const first = page.getByTestId("facet-continent").getByRole("checkbox").first();
    await expect(first).toBeVisible();
    await page.evaluate(() => window.workers.at(-1).dispatchEvent(new ErrorEvent("error", { message: "RuntimeError: unreachable `x`" })));
    await first.check();
    const told = page.getByTestId("unanswered");
    await expect(told).toContainText(lang === "zh" ? "停了下来" : "stopped");
    await expect(told).not.toContainText("unreachable");
    await page.getByTestId("reopen").click();
    await expect(page.getByTestId("matching")).toContainText("36");
    await expect(told).toHaveCount(0);
  });
}

test.describe("a link to an own table", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  const OWN = "地区,年份,数量\n青溪市,2020,3\n白石市,2020,4\n青溪市,2021,5\n";
  const own = { name: "link-own.csv", mimeType: "text/csv", buffer: Buffer.from(OWN) };
  const other = { ...own, buffer: Buffer.from(OWN.replace("5", "6").concat("青溪市,2022,7\n")) };
  const matching = (page) => page.getByTestId("matching");
  const asked = (page) => page.getByTestId("asked-table");

  test.beforeEach(async ({ page, site }) => {
    await page.goto(site.root);
    await expect(matching(page)).toContainText("338");
    await dropText(page, "link-own.csv", OWN);
    await expect(page.getByTestId("shown-table")).toContainText("link-own.csv");
    await page.getByTestId("facet-地区").getByRole("checkbox").first().check();
    await expect(page.getByTestId("chip")).toHaveText("青溪市");
    await expect(matching(page)).toContainText("2");
    await page.getByTestId("view-table").click();
    await expect(page).toHaveURL(/view=table.*f\./);
  });

  test("says that it needs the file, asks whoever opens it, and is then what was copied", async ({ page, context, record }) => {
    await expect(page.getByTestId("link-needs")).toContainText("link-own.csv");
    await page.getByTestId("copy-link").click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/^[\x21-\x7e]+$/);
    expect(link).toContain("table=link-own.csv,");
    const there = await context.newPage();
    await there.goto(link);
    await expect(asked(there)).toContainText("link-own.csv");
    await expect(asked(there)).toContainText("民生公报");
    await expect(matching(there)).toContainText("338");
    expect(there.url()).toBe(link);
    // Looking around, even in another language, does not lose what the link says.
    await there.getByTestId("view-chart").click();
    await there.getByTestId("language").click();
    await expect(asked(there)).toContainText("a file of your own");
    await expect(there).toHaveURL(/table=link-own\.csv.*f\..*lang=en/);
    await there.getByTestId("language").click();
    await there.getByTestId("asked-file").setInputFiles(own);
    await expect(there.getByTestId("shown-table")).toContainText("link-own.csv");
    await expect(asked(there)).toHaveCount(0);
    await expect(there.getByTestId("chip")).toHaveText("青溪市");
    await expect(matching(there)).toContainText("2");
    await expect(there.getByTestId("table-view")).toBeVisible();
    expect(record.errors).toEqual([]);
  });

  test("reloads to a page that asks for the file and keeps what was chosen", async ({ page }) => {
    for (let time = 0; time < 2; time += 1) {
      await page.reload();
      await expect(asked(page)).toContainText("link-own.csv");
      await expect(matching(page)).toContainText("338");
    }
    await page.getByTestId("menu").click();
    await page.getByTestId("open-file").setInputFiles({ ...own, name: "renamed.csv" });
    await expect(page.getByTestId("shown-table")).toContainText("renamed.csv");
    await expect(page.getByTestId("chip")).toHaveText("青溪市");
    await expect(matching(page)).toContainText("2");
    await expect(page).toHaveURL(/table=renamed\.csv/);
  });

  test("says when another file is chosen, and goes on with it where that is wanted", async ({ page }) => {
    await page.reload();
    await page.getByTestId("asked-file").setInputFiles(other);
    await expect(page.getByTestId("asked-other")).toContainText("不是同一个文件");
    await expect(page.getByTestId("shown-table")).toHaveCount(0);
    await page.getByTestId("asked-go-on").click();
    await expect(page.getByTestId("shown-table")).toBeVisible();
    await expect(page.getByTestId("chip")).toHaveText("青溪市");
    await expect(matching(page)).toContainText("3");
    await page.reload();
    await page.getByTestId("asked-file").setInputFiles(own);
    await page.getByTestId("asked-only").click();
    await expect(page.getByTestId("shown-table")).toBeVisible();
    await expect(page.getByTestId("chip")).toHaveCount(0);
    await expect(matching(page)).toContainText("3");
  });

  test("names what a table that takes its place does not have", async ({ page }) => {
    await page.reload();
    await page.getByTestId("asked-file").setInputFiles({ ...own, buffer: Buffer.from("地区,数量\n白石市,3\n红岩市,4\n") });
    await page.getByTestId("asked-go-on").click();
    await expect(page.getByTestId("link-notice")).toContainText("f.地区=青溪市");
    await expect(matching(page)).toContainText("2");
  });

  test("lets the reader stay with the releases, and asks again on the way back", async ({ page }) => {
    await page.reload();
    await page.getByTestId("asked-stay").click();
    await expect(asked(page)).toHaveCount(0);
    await expect(page).not.toHaveURL(/table=/);
    await expect(matching(page)).toContainText("338");
    await page.goBack();
    await expect(asked(page)).toContainText("link-own.csv");
  });

  test("is a step of the history: back to the releases, and forward to the table", async ({ page }) => {
    await page.getByTestId("back-to-own").click();
    await expect(matching(page)).toContainText("338");
    await page.goBack();
    await expect(page.getByTestId("shown-table")).toContainText("link-own.csv");
    await expect(page.getByTestId("chip")).toHaveText("青溪市");
    await page.goForward();
    await expect(page.getByTestId("shown-table")).toHaveCount(0);
    await expect(matching(page)).toContainText("338");
  });

  test("has no violation that axe knows while it asks", async ({ page, axe }) => {
    await page.reload();
    await page.getByTestId("asked-file").setInputFiles(other);
    await expect(page.getByTestId("asked-other")).toBeVisible();
    expect(await axe()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

for (const lang of ["zh", "en"]) {
  test(`a file that is cut off says above its figures that it is not whole (${lang})`, async ({ page, site }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open(`${site.root}#v=1&lang=${lang}`, { unfold: false });
    await dropText(page, "cut.json", '[{"a":1,"b":2},{"a":');
    await expect(page.getByTestId("part-notice")).toContainText(lang === "zh" ? "文件不完整" : "cut off");
    await dropText(page, "whole.json", '[{"a":1,"b":2},{"a":3,"b":4}]');
    await expect(page.getByTestId("shown-table")).toContainText("whole.json");
    await expect(page.getByTestId("part-notice")).toHaveCount(0);
  });
}
