// One headless Chromium per page: no heap, cache or compiled code is shared between two measurements.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { launchOptions } from "../../tests/e2e/chromium.js";
import { median } from "./statistic.mjs";

/** Opens the benchmark's page in a fresh browser. */
export async function openPage(root) {
  const browser = await chromium.launch({
    ...launchOptions,
    // The flag makes the memory measurement answer at once, after a collection in every realm.
    args: [...launchOptions.args, "--enable-blink-features=ForceEagerMeasureMemory"],
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${root}page/index.html`);
  await page.waitForFunction(() => document.title === "ready", null, { timeout: 30_000 }).catch(() => {
    throw new Error(`the benchmark's page did not start: ${faults.join("; ")}`);
  });
  const tab = await rendererOf(browser, page);
  return {
    version: browser.version(),
    page,
    memory: () => memoryOf(page, tab),
    close: () => browser.close(),
  };
}

/** The process of the tab, in which its workers run too. */
async function rendererOf(browser, page) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  if (renderers.length === 1) return renderers[0];
  // With a spare renderer about, the page's own is the one that works while the page does.
  const before = renderers.map(ticks);
  await page.evaluate(() => {
    const end = performance.now() + 300;
    while (performance.now() < end);
  });
  return renderers.map((id, index) => [ticks(id) - before[index], id]).sort((a, b) => b[0] - a[0])[0][1];
}

function ticks(process) {
  return Number(readFileSync(`/proc/${process}/stat`, "utf8").split(") ")[1].split(" ")[11]);
}

/** Counts that are alike when nothing is on its way any more: garbage that waits for its collection, threads that end. */
const SETTLED = { counts: 3, within: 2 ** 20, tries: 12 };

/**
 * Once it has settled: `counted`, bytes of all realms as the browser counts them after a collection in each, the median of
 * counts that are alike; and `tab`, private memory of the tab's process, which also holds what is free for later use.
 */
async function memoryOf(page, tab) {
  const session = await page.context().newCDPSession(page);
  const counts = [];
  do {
    await session.send("HeapProfiler.collectGarbage");
    counts.push(await page.evaluate(() => window.bench.bytes()));
    await new Promise((resolve) => setTimeout(resolve, 200));
  } while (counts.length < SETTLED.tries && !areAlike(counts.slice(-SETTLED.counts)));
  await session.detach();
  const rollup = readFileSync(`/proc/${tab}/smaps_rollup`, "utf8");
  const kilobytes = (field) => Number(rollup.match(new RegExp(`^${field}:\\s+(\\d+)`, "m"))?.[1] ?? 0);
  return { tab: (kilobytes("Private_Dirty") + kilobytes("Swap")) * 1024, counted: median(counts.slice(-SETTLED.counts)), counts };
}

const areAlike = (counts) => counts.length === SETTLED.counts && Math.max(...counts) - Math.min(...counts) <= SETTLED.within;
