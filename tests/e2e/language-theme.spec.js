// Language and appearance: switched at once, everywhere, and carried by the link.
import { expect, test } from "./fixtures.js";
import { ExplorerPage, VIEWS } from "./page.js";

const FIGURE = "liaocheng2021-medical-equipment";

test("switches the language of the whole page and back", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&sel=${FIGURE}`);
  await expect(page).toHaveTitle("一览 · 民生数图");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await explorer.language.click();
  await expect(page).toHaveTitle("Overview · Minsheng Explorer");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(explorer.nav.getByRole("link")).toHaveText(["Overview", "Promises", "Timeline", "Chart", "Compare", "Table", "Poster"]);
  await expect(explorer.facet("domain")).toContainText("Elderly care");
  await expect(explorer.language).toBeFocused();
  await expect(explorer.detailPrinted).toHaveText("750万元");
  await explorer.language.click();
  await expect(page).toHaveTitle("一览 · 民生数图");
  await expect(explorer.nav.getByRole("link")).toHaveText(["一览", "进度", "时间线", "图表", "对比", "明细", "一图"]);
});

for (const view of VIEWS) {
  test(`leaves no Chinese unmarked in English: ${view}`, async ({ site, explorer }) => {
    await explorer.open(`${site.root}#v=1&view=${view}&lang=zh&sel=${FIGURE}`);
    await expect(explorer.views[view]).toBeVisible();
    await explorer.language.click();
    await expect(explorer.sentence).toContainText("figures");
    await expect.poll(() => explorer.unmarkedChinese()).toEqual([]);
    await explorer.search.fill("zone");
    await expect(explorer.results.first()).toBeVisible();
    expect(await explorer.unmarkedChinese()).toEqual([]);
  });
}

const paper = (page) => page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);

test("switches the colours", async ({ site, page, explorer }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await explorer.open(site.root);
  const light = await paper(page);
  await explorer.menu.click();
  await explorer.theme.selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const dark = await paper(page);
  expect(dark).not.toBe(light);
  await explorer.theme.selectOption("auto");
  expect(await paper(page)).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await paper(page)).toBe(dark);
  await explorer.theme.selectOption("light");
  expect(await paper(page)).toBe(light);
});

test("carries both in the link", async ({ site, page, context, explorer }) => {
  await explorer.open(site.root);
  await explorer.language.click();
  await explorer.menu.click();
  await explorer.theme.selectOption("dark");
  await expect(page).toHaveURL(/lang=en&theme=dark/);
  const other = new ExplorerPage(await context.newPage());
  await other.open(page.url());
  await expect(other.page).toHaveTitle("Overview · Minsheng Explorer");
  await other.menu.click();
  await expect(other.theme).toHaveValue("dark");
  expect(await paper(other.page)).toBe(await paper(page));
});

test("larger type makes words and pictures larger, reflows, and is kept in the link", async ({ site, page, explorer }) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("about:blank");
    await explorer.open(`${site.root}#v=1&view=chart`);
    const size = () => page.evaluate(() => [getComputedStyle(document.body).fontSize, document.querySelector("[data-testid=chart-view] svg text").getBoundingClientRect().height]);
    const [type, label] = await size();
    await explorer.menu.click();
    await explorer.typeSize.selectOption("largest");
    await expect(page).toHaveURL(/type=largest/);
    await expect.poll(async () => (await size())[0]).toBe(`${parseFloat(type) * 1.5}px`);
    // Words and marks alike: a label that grew twice would cover its neighbours.
    await expect.poll(async () => (await size())[1] / label).toBeGreaterThan(1.4);
    expect((await size())[1] / label).toBeLessThan(1.6);
    expect(await explorer.overflow(), `${width} px`).toBe(0);
  }
});

test("the place at the top is what the page is about", async ({ site, page, explorer }) => {
  await explorer.open(site.root);
  await expect(explorer.place.locator("option")).toHaveText(["全部地区", "承德市", "德州经开区", "聊城开发区", "威海经开区", "杜集区"]);
  const all = await explorer.count();
  await explorer.place.selectOption("承德市");
  await expect(page).toHaveURL(/f\.place=chengde/);
  expect(await explorer.count()).toBeLessThan(all);
  await explorer.value("place", "杜集区").click();
  await expect(explorer.place.locator("option:checked")).toHaveText("2个地区");
  await explorer.place.selectOption("全部地区");
  expect(await explorer.count()).toBe(all);
});

test("on a phone the search stands behind a button", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(site.root);
  await expect(explorer.search).toBeHidden();
  await page.getByTestId("search-open").click();
  await expect(explorer.search).toBeFocused();
});

// The windows of most laptops.
for (const width of [1280, 1366, 1440]) {
  for (const place of ["", "&f.place=liaocheng_dz"]) {
    test(`the header holds every view in one row at ${width} px, in English${place && ", with the longest name of a place"}`, async ({ page, site, explorer }) => {
      await page.setViewportSize({ width, height: 720 });
      await explorer.open(`${site.root}#v=1&view=table&lang=en${place}`, { unfold: false });
      const fits = () => explorer.nav.evaluate((nav) => nav.scrollWidth - nav.clientWidth);
      await expect.poll(fits).toBeLessThanOrEqual(0);
      const heights = () => page.locator(".header > .to-care, .header > .language").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      // Words of one line each.
      for (const height of await heights()) expect(height).toBeLessThan(44);
    });
  }
}
