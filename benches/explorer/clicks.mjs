// How soon a click on a filter's value shows in a view, and how soon one that changes a single class does on the same page.
import { ExplorerPage } from "../../tests/e2e/page.js";
import { clickToPaint } from "../../tests/e2e/timing.js";
import { median } from "../driver/statistic.mjs";

/** Life topics that are chosen one by one, then put off again. */
const VALUES = ["上学", "看病", "养老", "困难救助", "找工作", "住房", "环境与出行", "文化体育"];

export async function clicksOf(browser, root, view) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", bypassCSP: true });
  const page = await context.newPage();
  const explorer = new ExplorerPage(page);
  await page.goto(`${root}#v=1&view=${view}`);
  await explorer.views[view].waitFor();
  await page.evaluate(() => window.minshengRest());
  const floor = await timed(page, Array.from({ length: 2 * VALUES.length }, () => oneClass));
  const clicks = [...VALUES, ...VALUES].map((name) => () => explorer.value("topic", name));
  const times = await timed(page, clicks);
  await context.close();
  return { median: median(times), worst: Math.max(...times), floor: median(floor), floorWorst: Math.max(...floor) };
}

async function timed(page, locators) {
  const times = [];
  for (const locator of locators) {
    times.push(await clickToPaint(await locator(page)));
    // The next click finds a page that rests.
    await page.waitForTimeout(150);
  }
  return times;
}

/** A button of the benchmark's own, a press of which changes one class on the page. */
async function oneClass(page) {
  await page.evaluate(() => {
    if (document.getElementById("bench-button")) return;
    const button = Object.assign(document.createElement("button"), { id: "bench-button", textContent: "·" });
    Object.assign(button.style, { position: "fixed", insetInlineEnd: "0", insetBlockEnd: "0", zIndex: "99" });
    button.addEventListener("click", () => document.body.classList.toggle("bench-class"));
    document.body.append(button);
  });
  return page.locator("#bench-button");
}
