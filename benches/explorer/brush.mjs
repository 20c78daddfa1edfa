// How long brushing a large table holds the page's thread, on a slow machine, beside a small one.
import { ExplorerPage } from "../../tests/e2e/page.js";
import { drop, manyRows } from "../../tests/e2e/tables.js";

/** How many times the processor is slowed down. */
const SLOWDOWN = 4;
/** Steps of the brush, and milliseconds between two: as fast as a hand that drags. */
const STEPS = 12;
const PAUSE = 60;

/** The longest task of the page's thread in ms while the years of a table of `rows` rows are brushed: of the first step, and of those after it. */
export async function brushingOf(browser, root, rows) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", bypassCSP: true });
  const page = await context.newPage();
  const explorer = new ExplorerPage(page);
  await explorer.open(root);
  await drop(page, await manyRows(page, rows));
  await page.getByTestId("shown-table").waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1500);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await page.evaluate(() => {
    window.__tasks = [];
    new PerformanceObserver((list) => window.__tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: "longtask" });
  });
  await page.getByTestId("year-from").focus();
  await page.waitForTimeout(500);
  const starts = [];
  for (let step = 0; step < STEPS; step++) {
    starts.push(await page.evaluate(() => performance.now()));
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(PAUSE);
  }
  const end = await page.evaluate(() => performance.now());
  await page.waitForTimeout(500);
  const tasks = await page.evaluate(() => window.__tasks);
  await context.close();
  const longest = (from, to) => Math.max(0, ...tasks.filter(({ startTime }) => startTime >= from && startTime < to).map(({ duration }) => duration));
  return { first: longest(starts[0], starts[1]), later: longest(starts[1], end) };
}
