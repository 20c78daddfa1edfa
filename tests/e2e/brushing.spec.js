// Brushing a large table: the page stays free.
import { expect, test } from "./fixtures.js";
import { drop, manyRows } from "./tables.js";

// Tracing walks the whole page after each key, as part of the tasks that are measured here.
test.use({ trace: "off" });

test("a million rows are brushed on a slow machine without holding the page up", async ({ page, site }) => {
  test.setTimeout(180_000);
  await page.goto(site.root);
  await expect(page.getByTestId("matching")).toContainText("338");
  await drop(page, await manyRows(page, 1_000_000));
  await expect(page.getByTestId("shown-table")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByTestId("matching")).toContainText("1,000,000");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: "longtask" });
  });
  const from = page.getByTestId("year-from");
  await from.focus();
  for (let step = 0; step < 10; step++) await page.keyboard.press("ArrowRight");
  // A tenth of a second for what the last step still brings. The view itself is drawn anew when the brush has rested for longer.
  const rested = await page.evaluate(() => performance.now() + 100);
  await expect(page.getByTestId("chip")).toHaveCount(1);
  await expect(page.getByTestId("matching")).not.toContainText("1,000,000");
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.waitForTimeout(500);
  const tasks = await page.evaluate(() => window.longTasks);
  const after = tasks.filter(({ startTime }) => startTime >= rested).map(({ duration }) => duration);
  console.log(`longest task after the brush has rested: ${Math.max(0, ...after)} ms`);
  expect(tasks.filter(({ startTime }) => startTime < rested)).toEqual([]);
});
