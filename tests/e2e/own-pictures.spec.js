// What a reader's own table looks like: the picture it opens on, its filters, and paper.
import { expect, test } from "./fixtures.js";
import { readPaper } from "./readback.js";
import { dropText } from "./tables.js";

const PLACES = ["甲市", "乙县", "丙区"];
const years = Array.from({ length: 8 }, (_, n) => 2012 + n);
const long = `地区,年份,占比(%)\n${PLACES.flatMap((place, at) => years.map((year, n) => `${place},${year},${10 + at + n}`)).join("\n")}\n`;

test.beforeEach(({ site, explorer }) => explorer.open(site.root));

test("a table opens on its measure over time and names the file", async ({ page }) => {
  await dropText(page, "old.csv", long);
  await expect(page.getByTestId("shown-table")).toContainText("old.csv");
  await expect(page.getByTestId("overview")).toContainText("各地区的占比随时间的变化");
  await expect(page.getByTestId("overview")).toContainText("来源：old.csv");
});

test("a few values are searched too, and numbers are typed", async ({ page }) => {
  await dropText(page, "old.csv", long);
  const facet = page.getByTestId("facet-地区");
  await facet.getByTestId("facet-search").fill("乙");
  await expect(facet.getByRole("checkbox")).toHaveCount(1);
  const numbers = page.getByTestId("facet-占比(%)");
  await numbers.locator(".typed-dates summary").click();
  await numbers.getByTestId("typed-from").fill("18");
  await numbers.getByTestId("typed-from").press("Enter");
  await expect(page.getByTestId("matching")).toContainText("3");
});

test("beyond a dozen filters are made when they are opened", async ({ page }) => {
  const names = Array.from({ length: 40 }, (_, n) => `c${n}`);
  await dropText(page, "wide.csv", `地区,${names.join(",")}\n甲市,${names.map((_, n) => n).join(",")}\n乙县,${names.map((_, n) => n + 2).join(",")}\n`);
  await expect(page.getByTestId("facet-c3")).toBeVisible();
  await expect(page.getByTestId("facet-c30")).toHaveCount(0);
  await page.getByTestId("rail-more").locator("> summary").click();
  await expect(page.getByTestId("facet-c30")).toHaveCount(0);
  await page.getByTestId("fold-c30").locator("summary").first().click();
  await expect(page.getByTestId("facet-c30")).toBeVisible();
});

test("paper has every column beside the place, dark on white in a dark theme", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const names = Array.from({ length: 15 }, (_, n) => `指标${n + 1}`);
  await dropText(page, "wide.csv", `地区,${names.join(",")}\n${PLACES.map((place, at) => `${place},${names.map((_, n) => 51000 + at * 100 + n).join(",")}`).join("\n")}\n`);
  await expect(page.getByTestId("shown-table")).toContainText("wide.csv");
  await page.getByTestId("view-table").click();
  await expect(page.getByTestId("row").first()).toBeVisible();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const tables = page.locator(".paper-table");
  // The tables of paper are drawn once the browser says that it prints.
  await expect(tables.nth(1)).toBeAttached();
  for (const table of await tables.all()) await expect(table.locator("thead th").first()).toHaveText("地区");
  const colourOf = (node) => getComputedStyle(node).color;
  const colours = [await page.locator("body").evaluate(colourOf), await tables.first().locator("tbody th, td").first().evaluate(colourOf)];
  for (const colour of colours) expect(colour).toBe("rgb(27, 30, 35)");
  const text = (await readPaper(page)).join("");
  for (const name of names) expect(text).toContain(name);
});

test("the picture leads with what it shows, and says under it what it measures", async ({ page }) => {
  await dropText(page, "old.csv", long);
  await expect(page.getByTestId("overview-headline")).toHaveText(/^甲市|^乙县|^丙区/);
  await expect(page.getByTestId("overview-headline")).toContainText(/在3\u2060?个地区中最高/);
  await expect(page.getByTestId("overview-about")).toContainText("各地区的占比随时间的变化");
  await expect(page.getByTestId("overview-about")).toContainText(/2012\u2060?—\u2060?2019\u2060?年/);
});

test("a total is tagged among the filters and no point of a scatter, until a press shows it", async ({ page }) => {
  const rows = [..."甲乙丙丁戊己庚辛"].map((name, at) => `${name}县,${10 * (at + 1)},${4 + (at % 3)}`);
  await dropText(page, "two.csv", `地区,产值(亿元),增速(%)\n合计,360,5\n${rows.join("\n")}\n`);
  await expect(page.getByTestId("facet-地区")).toContainText("合计");
  await expect(page.getByTestId("facet-地区").locator(".facet-tag")).toHaveCount(1);
  await expect(page.getByTestId("overview-notes")).toContainText("不含合计");
  const marks = page.locator(".overview-largest .chart");
  await expect(marks).not.toContainText("合计");
  await page.getByTestId("overview-only").filter({ hasText: "合计也画上" }).click();
  await expect(marks).toContainText("合计");
  await expect(page.getByTestId("overview-notes")).not.toContainText("不含合计");
});

test("bounds and ranges are drawn and said as they are written", async ({ page }) => {
  await dropText(page, "beds.csv", "地区,床位数(张)\n甲市,≥20\n乙县,<5\n丙区,近17\n丁市,8千-1.2万\n戊县,10\n");
  const picture = page.locator(".overview-largest .chart");
  for (const label of ["不低于20", "低于5", "近17", "8,000至1.2万"]) await expect(picture).toContainText(label);
  await page.getByTestId("view-table").click();
  await expect(page.getByTestId("table-view")).toContainText("8,000至12,000");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the picture is whole on the first screen, and how the file was read is folded", async ({ page }) => {
    await dropText(page, "old.csv", long);
    await expect(page.getByTestId("overview-headline")).toBeVisible();
    const notice = await page.getByTestId("shown-table").boundingBox();
    expect(notice.height).toBeLessThan(110);
    const picture = await page.locator(".overview-largest .chart").boundingBox();
    expect(picture.y).toBeLessThan(440);
    expect(picture.y + picture.height).toBeLessThan(844);
    // What is found comes first; how the file was read follows it, and a press leads there.
    const reading = await page.getByTestId("table-reading").boundingBox();
    expect(reading.y).toBeGreaterThan(picture.y + picture.height);
    await page.getByTestId("to-reading").click();
    await expect(page.getByTestId("table-reading")).toBeFocused();
    await expect(page.getByTestId("column-uses")).toBeHidden();
    await page.getByTestId("shown-reading").locator("> summary").click();
    await expect(page.getByTestId("column-uses")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test("a table of targets opens on how many were reached, with a dot for each", async ({ page }) => {
    const rows = Array.from({ length: 29 }, (_, at) => `第${at + 1}项,100,${at < 24 ? 100 : 40 + at}`);
    await dropText(page, "targets.csv", `项目名称,目标,完成\n${rows.join("\n")}\n`);
    const reached = page.getByTestId("overview-reached");
    await expect(reached).toContainText(/29\u2060?项中有24\u2060?项达到目标/);
    await expect(reached.locator("svg")).toBeVisible();
    await expect(page.getByTestId("overview-headline")).toHaveText(/^尚未达到目标的5\u2060?项$/);
  });
});
