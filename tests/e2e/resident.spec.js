// A resident looks up what was spent on schools, reads where it is printed, and quotes it.
import { expect, test } from "./fixtures.js";

const SCHOOLS = "学校、幼儿园建设投资（中小学）";

// Low, so that the chart has to be scrolled to.
test.use({ permissions: ["clipboard-read", "clipboard-write"], viewport: { width: 1280, height: 600 } });

test.beforeEach(async ({ site, explorer }) => {
  await explorer.open(site.root);
  await explorer.value("domain", "教育").click();
  await explorer.viewLink("chart").click();
  await explorer.showInChart("金额（");
});

test("finds a figure by clicking, and copies its citation", async ({ page, explorer }) => {
  await explorer.mark(SCHOOLS).click();
  await expect(explorer.detailTitle).toBeFocused();
  await expect(explorer.detailName).toHaveText(SCHOOLS);
  await expect(explorer.detailFigure).toHaveText("近17亿元");
  await expect(explorer.detailBase).toContainText("1,700,000,000元");
  await expect(explorer.detailPrinted).toHaveText("近17亿元");
  await expect(explorer.detailSource).toContainText("奔向群众满意的民生路");
  await explorer.cite.click();
  await expect(explorer.detail).toContainText("已复制");
  const citation = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ["近17亿元", SCHOOLS, "德州经济技术开发区", "2021", "奔向群众满意的民生路"]) {
    expect(citation).toContain(part);
  }
});

test("finds it by keyboard, and is back at the mark after Escape", async ({ page, explorer }) => {
  await explorer.chartMarks.first().focus();
  await page.keyboard.press("ArrowDown");
  const second = explorer.chartMarks.nth(1);
  await expect(second).toBeFocused();
  const name = await second.getAttribute("aria-label");
  const scroll = await page.evaluate(() => scrollY);
  await page.keyboard.press("Enter");
  await expect(explorer.detailTitle).toBeFocused();
  expect(name).toContain(await explorer.detailName.textContent());
  await page.keyboard.press("Escape");
  await expect(explorer.detail).toHaveCount(0);
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute("aria-label", name);
  expect(await page.evaluate(() => scrollY)).toBe(scroll);
});

test("is back at the mark after the close button", async ({ explorer }) => {
  await explorer.mark(SCHOOLS).click();
  await explorer.closeDetail.click();
  await expect(explorer.detail).toHaveCount(0);
  await expect(explorer.mark(SCHOOLS)).toBeFocused();
});

test("follows a figure to its kin, and closes both at once", async ({ page, explorer }) => {
  await explorer.mark(SCHOOLS).click();
  await explorer.kin.first().focus();
  await page.keyboard.press("Enter");
  await expect(explorer.detailName).not.toHaveText(SCHOOLS);
  await expect(explorer.detailTitle).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(explorer.mark(SCHOOLS)).toBeFocused();
});

test("goes back through the steps and forward again", async ({ page, explorer }) => {
  await explorer.mark(SCHOOLS).click();
  await expect(explorer.detailName).toHaveText(SCHOOLS);
  const there = await explorer.sight();
  await page.goBack();
  await expect(explorer.detail).toHaveCount(0);
  await expect(explorer.mark(SCHOOLS)).toBeVisible();
  await page.goBack();
  await expect(explorer.mark(SCHOOLS)).toHaveCount(0);
  await expect(explorer.views.chart).toBeVisible();
  await page.goBack();
  await expect(explorer.views.overview).toBeVisible();
  await expect(explorer.chips).toHaveText("教育");
  await page.goBack();
  await expect(explorer.chips).toHaveCount(0);
  for (let step = 0; step < 4; step += 1) await page.goForward();
  await expect(explorer.detailName).toHaveText(SCHOOLS);
  expect(await explorer.sight()).toEqual(there);
});
