// A whole visit without a mouse: the focus is always to be seen and never lost.
import { expect, test } from "./fixtures.js";

test("goes from the top of the page to a figure's source and back", async ({ site, page, explorer }) => {
  await explorer.open(site.root);
  await page.keyboard.press("Tab");
  await expect(explorer.skip).toBeFocused();
  await expect(explorer.skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(explorer.content).toBeFocused();

  await explorer.tabTo(explorer.viewLink("chart"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(explorer.views.chart).toBeVisible();
  await expect(explorer.viewLink("chart")).toBeFocused();

  await explorer.tabTo(explorer.value("domain", "教育"));
  await page.keyboard.press("Space");
  await expect(explorer.chips).toHaveText("教育");
  expect(await explorer.focusFault()).toBe("");

  await explorer.tabTo(explorer.chartSubject);
  await explorer.showInChart("金额（");
  await expect(explorer.mark("亿元").first()).toBeVisible();
  await expect(explorer.chartSubject).toBeFocused();

  await explorer.tabTo(explorer.chartMarks.first());
  for (const [key, at] of [["ArrowDown", 1], ["End", -1], ["Home", 0], ["ArrowRight", 1]]) {
    await page.keyboard.press(key);
    await expect(explorer.chartMarks.nth(at)).toBeFocused();
    expect(await explorer.focusFault()).toBe("");
  }
  await page.keyboard.press("Enter");
  await expect(explorer.detailTitle).toBeFocused();
  await explorer.tabTo(explorer.closeDetail);
  await explorer.tabTo(explorer.cite);
  await explorer.tabTo(explorer.closeDetail, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(explorer.chartMarks.nth(1)).toBeFocused();
  expect(await explorer.focusFault()).toBe("");
});

test("stops at every control of every view, each to be seen", async ({ site, page, explorer }) => {
  for (const view of ["overview", "timeline", "table"]) {
    await explorer.open(`${site.root}#v=1&view=${view}`);
    await expect(explorer.views[view]).toBeVisible();
    await explorer.content.focus();
    await explorer.tabTo(explorer.copyLink);
    await page.goto("about:blank");
  }
});

test("keeps the focus when what has it goes away", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&f.domain=education,health&f.place=chengde`);
  await explorer.chips.first().focus();
  await page.keyboard.press("Enter");
  await expect(explorer.chips).toHaveCount(2);
  await expect(explorer.chips.first()).toBeFocused();
  await explorer.clearFacet("place").focus();
  await page.keyboard.press("Enter");
  await expect(explorer.chips).toHaveCount(1);
  await expect(explorer.facet("place")).toBeFocused();
  await explorer.clearAll.focus();
  await page.keyboard.press("Enter");
  await expect(explorer.chips).toHaveCount(0);
  await expect(explorer.content).toBeFocused();
});
