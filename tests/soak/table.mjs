// A reader's own table of a million rows: brushed, replaced, refused, in another language and theme, its worker stopped.
import { ExplorerPage } from "../e2e/page.js";
import { drop, dropText, manyRows } from "../e2e/tables.js";
import { play } from "./site.mjs";
import { Watch } from "./watch.mjs";

const SMALL = "place,year,value\nnorth,2021,1\nsouth,2022,2\nwest,2023,3\n";

/** What the worker says as it is stopped. */
const MEANT = "stopped by the soak run";

/** Files that are no tables, or hardly. */
const BAD = [
  ["empty.csv", ""],
  ["header.csv", "a,b\n"],
  ["quote.csv", 'a,b\n"x,1\n'],
  ["cut.json", '[{"a":1},{"a":'],
  ["names.csv", `${"x,".repeat(20_000)}x\n${"1,".repeat(20_000)}1\n`],
  ["picture.png", "\x89PNG"],
  ["notzip.zip", "PK\u0003\u0004nothing"],
];

export async function table({ browser, server, random, counts }) {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block", reducedMotion: "reduce" });
  const page = await context.newPage();
  const watch = new Watch(page, server.root);
  const explorer = new ExplorerPage(page);
  const done = { opened: 0, refused: 0, stopped: 0, actions: 0, brushed: 0 };
  await explorer.open(server.root, { unfold: false });
  const shown = page.getByTestId("shown-table");
  const rounds = Math.max(1, Math.round(counts.actions / 2500));
  for (let round = 0; round < rounds && !watch.faults.length; round++) {
    await drop(page, await manyRows(page, counts.rows));
    await shown.filter({ hasText: "many.csv" }).waitFor({ timeout: 120_000 });
    done.opened += 1;
    done.brushed += await brush(page, random);
    const link = new URL(page.url()).hash.slice(1);
    await explorer.editFragment(`${link}&lang=${round % 2 ? "zh" : "en"}&theme=${round % 2 ? "light" : "dark"}`);
    const count = Math.ceil(counts.actions / 20 / rounds);
    const acted = await play(page, { random, count, address: server.root, watch });
    done.actions += Object.values(acted).reduce((sum, number) => sum + number, 0);
    const [name, text] = BAD[round % BAD.length];
    await dropText(page, name, text);
    // Of two of them a part is read, and that it is one is said.
    await page.getByTestId("open-failed").or(page.getByTestId("part-notice")).first().waitFor({ timeout: 60_000 });
    done.refused += 1;
    await dropText(page, "small.csv", SMALL);
    await shown.filter({ hasText: "small.csv" }).waitFor({ timeout: 60_000 });
    done.opened += 1;
    // Care mode, which chance may have chosen, folds the filters.
    const hash = new URL(page.url()).hash.slice(1);
    await explorer.editFragment(hash.replace(/&care=1/, ""));
    await stop(page, watch);
    done.stopped += 1;
    await watch.sample("the small table");
  }
  await context.close();
  return { done, faults: watch.verdict() };
}

/** Drags whatever sliders there are. */
async function brush(page, random) {
  const sliders = page.locator("#filters input[type=range]:visible");
  const count = await sliders.count();
  let moves = 0;
  for (let at = 0; at < Math.min(count, 4); at++) {
    for (let time = 0; time < 15; time++) {
      await sliders.nth(at).evaluate((slider, share) => {
        const [from, to] = [Number(slider.min), Number(slider.max)];
        slider.value = String(from + (to - from) * share);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }, random());
      moves += 1;
    }
  }
  return moves;
}

/** Ends the table's worker as a fault in it would; the page stands, says so, and opens the file again when asked to. */
async function stop(page, watch) {
  const [worker] = page.workers().slice(-1);
  if (!worker) {
    watch.faults.push("the table has no worker");
    return;
  }
  await page.getByTestId("facet-place").getByRole("checkbox").first().waitFor();
  // The fault is meant: it is none of the page's.
  const before = watch.faults.length;
  await worker.evaluate((words) => void setTimeout(() => { throw new Error(words); }), MEANT);
  await page.waitForTimeout(500);
  watch.faults.splice(before, Infinity, ...watch.faults.slice(before).filter((fault) => !fault.includes(MEANT)));
  await page.getByTestId("facet-place").getByRole("checkbox").first().click();
  await page.getByTestId("reopen").click();
  await page.getByTestId("unanswered").waitFor({ state: "detached" });
  await page.getByTestId("shown-table").filter({ hasText: "small.csv" }).waitFor({ timeout: 60_000 });
}

/** Two elements on a page: skipped where the build has no element. */
export async function elements({ browser, server, random, counts, has }) {
  if (!has("embed/minsheng-explorer.js")) return { skipped: "embed/minsheng-explorer.js is not in dist" };
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block", reducedMotion: "reduce" });
  const page = await context.newPage();
  const watch = new Watch(page, server.root);
  await page.goto(`${server.root}soak.html`);
  const element = (view) => page.evaluate((view) => {
    const made = document.createElement("minsheng-explorer");
    made.setAttribute("view", view);
    const ready = new Promise((resolve) => made.addEventListener("minsheng:ready", resolve, { once: true }));
    document.body.append(made);
    return ready.then(() => undefined);
  }, view);
  await element("chart");
  await element("ledger");
  const done = { mounted: 2, changed: 0 };
  const views = ["overview", "ledger", "timeline", "chart", "compare", "table"];
  for (let at = 0; at < Math.ceil(counts.actions / 50); at++) {
    await page.evaluate(([which, view, lang]) => {
      const made = document.querySelectorAll("minsheng-explorer")[which];
      made.setAttribute("view", view);
      made.setAttribute("lang", lang);
    }, [at % 2, views[Math.floor(random() * views.length)], random() < 0.5 ? "zh" : "en"]);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    done.changed += 1;
    if (at % 50 === 49) {
      await page.evaluate(() => document.querySelector("minsheng-explorer").remove());
      await element(views[at % views.length]);
      done.mounted += 1;
      await watch.sample();
    }
    if (watch.faults.length) break;
  }
  await context.close();
  return { done, faults: watch.verdict() };
}
