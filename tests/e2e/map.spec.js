// The map of a reader's own table: tiles, legend, periods, what is not known, keyboard, link.
import { expect, test } from "./fixtures.js";
import { dropText } from "./tables.js";

const NAMES = "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆".split(" ");

/** Invented rates of three years; of the last Hainan's is missing. */
function provinces() {
  const lines = ["地区,年份,参保率（%）"];
  for (const [y, year] of [2019, 2020, 2021].entries()) {
    NAMES.forEach((name, n) => lines.push(`${name},${year},${name === "海南" && year === 2021 ? "" : 50 + n + y}`));
    lines.push(`全国,${year},80`, `火星,${year},3`);
  }
  return `${lines.join("\n")}\n`;
}

test.beforeEach(async ({ page, site, explorer }) => {
  await page.goto(site.root);
  await expect(page.getByTestId("matching")).toContainText("338");
  // A county is no province: the releases have no map.
  await expect(explorer.viewLink("map")).toHaveCount(0);
  await dropText(page, "provinces.csv", provinces());
  await expect(page.getByTestId("shown-table")).toContainText("provinces.csv");
  await explorer.viewLink("map").click();
  await expect(explorer.views.map).toBeVisible();
});

test("shows each province on a tile, says the classes, and lists what it does not know", async ({ page, explorer, record, axe }) => {
  await expect(explorer.mapMarks).toHaveCount(NAMES.length);
  await expect(page.getByTestId("map-sentence")).toContainText("最高的是新疆（82）");
  await expect(page.getByTestId("map-sentence")).toContainText("没有数：海南");
  await expect(explorer.views.map.locator(".chart svg").first()).toContainText("分位数");
  await expect(page.getByTestId("map-unknown").getByRole("listitem")).toHaveText(["火星"]);
  await expect(page.getByTestId("map-notes")).toContainText("全国");
  for (const theme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axe(), theme).toEqual([]);
  }
  expect(record.errors).toEqual([]);
});

test("is walked by arrow keys, and an area opened keeps its rows alone", async ({ page, explorer }) => {
  await explorer.mapMarks.first().focus();
  await page.keyboard.press("ArrowRight");
  const name = await explorer.views.map.locator("svg .mark:focus").getAttribute("aria-label");
  expect(name).toMatch(/\d/);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("chip")).toHaveCount(1);
  await expect(page.getByTestId("matching")).toContainText("3");
});

test("is stepped and played through time, and a link leads back to the period", async ({ page }) => {
  await expect(page.getByTestId("map-period")).toContainText("2021");
  await page.getByTestId("map-back").click();
  await expect(page.getByTestId("map-period")).toContainText("2020");
  await expect(page.getByTestId("map-sentence")).toContainText("最高的是新疆（81）");
  await expect(page).toHaveURL(/map\.until=\.\.2020/);
  await page.getByTestId("map-on").click();
  await expect(page.getByTestId("map-period")).toContainText("2021");
  await expect(page).not.toHaveURL(/map\.until/);
});

test("has a map for each period, and classes of the reader's choice", async ({ page, explorer }) => {
  await page.getByTestId("map-maps").selectOption("times");
  await expect(explorer.mapMarks).toHaveCount(3 * NAMES.length);
  await expect(page).toHaveURL(/map\.maps=times/);
  await page.getByTestId("map-classing").selectOption("steps");
  await expect(explorer.views.map.locator(".chart svg").first()).toContainText("等距");
});
