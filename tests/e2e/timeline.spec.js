// The timeline: played, zoomed, brushed; and the dates of the time filter.
import { expect, test } from "./fixtures.js";

test.describe("played", () => {
  /** Lets the page's clock go fast: the playhead follows the clock, its timer only says when to look. */
  const later = (page, seconds) => page.evaluate((ahead) => (window.ahead = ahead), seconds * 1000);

  test.beforeEach(async ({ site, page, explorer }) => {
    await page.addInitScript(() => {
      const now = Date.now;
      Date.now = () => now() + (window.ahead ?? 0);
    });
    await explorer.open(`${site.root}#v=1&view=timeline`);
    await expect(explorer.playheadDate).toHaveText("全部显示");
    await explorer.play.click();
    await expect(explorer.play).toHaveText("暂停");
    await expect(explorer.playheadDate).toContainText("到");
  });

  test("moves the playhead to the end and stops", async ({ page, explorer, record }) => {
    const start = Number(await explorer.playhead.inputValue());
    await expect.poll(async () => Number(await explorer.playhead.inputValue())).toBeGreaterThan(start);
    await later(page, 60);
    await expect(explorer.play).toHaveText("逐年播放");
    await expect(explorer.playheadDate).toHaveText("全部显示");
    expect(record.errors).toEqual([]);
  });

  test("tells in words what the year played last added", async ({ page }) => {
    await later(page, 6);
    await expect(page.getByTestId("timeline-added")).toContainText(/\d{4}年的数据有\d+项/);
  });

  test("pauses where it is, and goes on from there", async ({ page, explorer }) => {
    await later(page, 3);
    await explorer.play.click();
    await expect(explorer.play).toHaveText("逐年播放");
    const here = Number(await explorer.playhead.inputValue());
    await later(page, 60);
    await explorer.play.click();
    await expect(explorer.play).toHaveText("暂停");
    await expect.poll(async () => Number(await explorer.playhead.inputValue())).toBeGreaterThan(here);
    await expect(explorer.playheadDate).toContainText("到");
  });
});

test.describe("where the reader asks for stillness", () => {
  test("does not play by itself, but can be stepped", async ({ site, page, explorer }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await explorer.open(`${site.root}#v=1&view=timeline`);
    await expect(explorer.stillness).toContainText("减少动态效果");
    await expect(explorer.play).toHaveCount(0);
    await page.getByTestId("year-back").click();
    await expect(explorer.playheadDate).toContainText("到");
    await explorer.playhead.press("PageDown");
    await expect(explorer.playheadDate).toContainText("到");
  });
});

// What a reader takes away in five seconds: what was done in each field, year by year, and how to read it.
test("names its subject and says how it is read", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=timeline`);
  await expect(explorer.views.timeline.getByRole("heading", { level: 2 })).toHaveText("逐年来看：办成的、在办的、计划的，各举几件");
  await expect(page.getByTestId("timeline-reading")).toContainText("长条是一段时间里的数，圆点是截至那时的数");
});

// Five seconds on a phone: the latest year, what came of it, and that some of it is only planned.
test("tells the latest year on the first screen of a phone, and what is planned as planned", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(`${site.root}#v=1&view=timeline`);
  await expect(explorer.views.timeline.getByRole("heading", { level: 2 })).toHaveText("逐年来看：办成的、在办的、计划的，各举几件");
  const first = page.getByTestId("timeline-years").getByRole("listitem").first();
  await expect(first.getByRole("button").first()).toContainText(/43万人\s*学生脊柱侧弯筛查\s*承德市/);
  expect((await first.getByRole("button").first().boundingBox()).y).toBeLessThan(260);
  await explorer.open(`${site.root}#v=1&view=timeline&f.place=dezhou_etdz`);
  await expect(page.getByTestId("timeline-years").getByRole("button", { name: /300张.*新增床位/ })).toContainText("计划");
});

test("squeezes the years that nobody reports, and says so", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=timeline`);
  await expect(page.getByTestId("timeline-reading")).toContainText("2007—2018年、2023年压缩显示");
  await expect(explorer.timelineDrawing.locator("text", { hasText: "2007—2018年" })).toHaveCount(1);
  await explorer.zoomIn.click();
  await expect(explorer.timelineDrawing.locator("text", { hasText: "2007—2018年" })).toHaveCount(0);
});

test("squeezes a year in which no figure ends between years with figures, and tells the nearest where none is shown", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=timeline`);
  await expect(explorer.timelineDrawing.locator("text", { hasText: "2023年" })).toHaveCount(1);
  await explorer.open(`${site.root}#v=1&view=timeline&window=2023-02-01..2023-11-30`);
  const nearest = page.getByTestId("timeline-nearest");
  await expect(nearest).toContainText("没有数据");
  await nearest.getByRole("button", { name: "2024年" }).click();
  await expect(explorer.timelineWindow).toHaveText("2024年");
  await expect(nearest).toHaveCount(0);
});

test("is a list by year on a phone, latest first, with the way to the whole year", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(`${site.root}#v=1&view=timeline`);
  const years = page.getByTestId("timeline-years");
  await expect(years.getByRole("heading").first()).toHaveText("2024");
  await expect(explorer.timelineDrawing).toHaveCount(0);
  await years.getByRole("button", { name: /^这一年全部\d+项$/ }).first().click();
  await expect(explorer.views.table).toBeVisible();
  await expect(page).toHaveURL(/t\.time=2024/);
});

test("zooms in, out and back", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=timeline`);
  const home = await explorer.timelineWindow.textContent();
  await explorer.zoomIn.click();
  await expect(explorer.timelineWindow).not.toHaveText(home);
  await expect(page).toHaveURL(/window=/);
  const near = await explorer.timelineWindow.textContent();
  await explorer.zoomIn.click();
  await expect(explorer.timelineWindow).not.toHaveText(near);
  await explorer.zoomOut.click();
  await explorer.zoomReset.click();
  await expect(explorer.timelineWindow).toHaveText(home);
  await expect(page).not.toHaveURL(/window=/);
});

test("filters to the days dragged across", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=timeline`);
  const all = await explorer.count();
  await explorer.timelineDrawing.scrollIntoViewIfNeeded();
  const { x, width } = await explorer.timelineDrawing.boundingBox();
  const y = page.viewportSize().height / 2;
  await page.mouse.move(x + width * 0.6, y);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.7, y, { steps: 3 });
  await page.mouse.move(x + width * 0.8, y, { steps: 3 });
  await page.mouse.up();
  await expect(page).toHaveURL(/t\.time=/);
  await expect(explorer.chips).toHaveCount(1);
  expect(await explorer.count()).toBeLessThan(all);
  await page.goBack();
  await expect(explorer.chips).toHaveCount(0);
});

test("filters by typed dates, and goes on after one that is none", async ({ site, page, explorer }) => {
  await explorer.open(site.root);
  const all = await explorer.count();
  await explorer.typedDates.click();
  await explorer.dateFrom.fill("2021-13");
  await explorer.dateFrom.press("Enter");
  await expect(explorer.dateError).toContainText("“2021-13”不是日期");
  await expect(explorer.chips).toHaveCount(0);
  await explorer.dateFrom.fill("2021-09");
  await explorer.dateFrom.press("Enter");
  await expect(explorer.dateError).toBeEmpty();
  await expect(explorer.chips).toHaveText("2021年9月1日起");
  await explorer.dateTo.fill("2022");
  await explorer.dateTo.press("Enter");
  await expect(explorer.chips).toContainText("2022年");
  await expect(page).toHaveURL(/t\.time=2021-09-01\.\.2022/);
  expect(await explorer.count()).toBeLessThan(all);
});

test("filters by the handles of the histogram", async ({ site, page, explorer }) => {
  await explorer.open(site.root);
  await explorer.yearFrom.press("ArrowRight");
  await expect(page).toHaveURL(/t\.time=\d{4}\.\./);
  await expect(explorer.chips).toContainText("年起");
  await explorer.yearFrom.press("ArrowLeft");
  await expect(explorer.chips).toHaveCount(0);
});

test("goes back to before a drag in one step", async ({ site, page, explorer }) => {
  await explorer.open(site.root);
  await explorer.yearFrom.scrollIntoViewIfNeeded();
  const { x, y, height } = await explorer.yearFrom.boundingBox();
  await page.mouse.move(x + 8, y + height / 2);
  await page.mouse.down();
  for (const far of [30, 60, 90]) {
    await page.mouse.move(x + far, y + height / 2, { steps: 2 });
    await expect(explorer.chips).toHaveCount(1);
  }
  await page.mouse.up();
  await expect(page).toHaveURL(/t\.time=/);
  await page.goBack();
  await expect(explorer.chips).toHaveCount(0);
  await expect(page).not.toHaveURL(/t\.time=/);
  await expect(explorer.views.overview).toBeVisible();
});
