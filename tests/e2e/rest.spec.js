// The program comes in two parts: the first view needs one, and the other comes while the reader looks at it.
import { expect, test } from "./fixtures.js";
import { ExplorerPage, VIEWS } from "./page.js";

const REST = "**/*_rest.wasm";
const [, ...LATER] = VIEWS;

/** How often the rest is asked for: always asynchronously. */
function requestsForRest(page) {
  const kinds = [];
  page.on("request", (request) => request.url().endsWith("_rest.wasm") && kinds.push(request.resourceType()));
  return kinds;
}

/** Lets the rest come only once `release` is called. */
async function holdRest(page) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(REST, async (route) => (await held, route.continue()));
  return release;
}

async function show(explorer, view) {
  await explorer.viewLink(view).click();
  await expect(explorer.viewLink(view)).toHaveAttribute("aria-current", "page");
}

for (const locale of ["zh-CN", "en-GB"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the first view stands before the rest is asked for", async ({ site, page, explorer, record }) => {
      const kinds = requestsForRest(page);
      await page.addInitScript(() => {
        // No quiet moment comes while this test looks.
        window.requestIdleCallback = (work) => (window.comeToRest = work);
      });
      const others = [];
      page.on("request", (request) => /stories\.csv|style-rest/.test(request.url()) && others.push(request.url()));
      await explorer.open(site.root, { unfold: false });
      await page.waitForTimeout(1000);
      expect(kinds, "a function of the rest runs in the first view: run `make first-view`").toEqual([]);
      expect(others).toEqual([]);
      const before = await page.screenshot();
      await page.evaluate(() => window.comeToRest());
      await expect.poll(() => kinds).toEqual(["fetch"]);
      await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBe(2);
      expect(before.equals(await page.screenshot()), "later styles change the first view").toBe(true);
      for (const view of LATER) await show(explorer, view);
      expect(kinds).toEqual(["fetch"]);
      expect(record.errors).toEqual([]);
    });
  });
}

for (const view of LATER) {
  test(`the ${view} brings the rest when it has not come`, async ({ site, page, explorer }) => {
    const kinds = requestsForRest(page);
    let asked = 0;
    await page.route(REST, (route) => (asked++ === 0 ? route.abort() : route.continue()));
    await explorer.open(site.root, { unfold: false });
    await expect.poll(() => asked).toBe(1);
    await show(explorer, view);
    await expect.poll(() => kinds).toEqual(["fetch", "fetch"]);
    await expect(explorer.programNotice).toHaveCount(0);
  });

  test(`a link to the ${view} brings both parts before it starts`, async ({ site, page, explorer, record }) => {
    const kinds = requestsForRest(page);
    await explorer.open(`${site.root}#v=1&view=${view}`, { unfold: false });
    expect(kinds).toEqual(["fetch"]);
    expect(record.errors).toEqual([]);
  });
}

test("the first view needs nothing of the rest in windows of other sizes, nor when their size changes", async ({ site, page, explorer }) => {
  const kinds = requestsForRest(page);
  await page.addInitScript(() => (window.requestIdleCallback = () => {}));
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: colorScheme === "dark" ? "reduce" : "no-preference" });
    for (const width of [320, 600, 820, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("about:blank");
      await explorer.open(site.root, { unfold: false });
      await page.waitForTimeout(300);
      await page.setViewportSize({ width: width === 320 ? 1100 : width - 220, height: 700 });
      await page.waitForTimeout(300);
      expect(kinds, `${width} px, ${colorScheme}`).toEqual([]);
    }
  }
});

test("the first view needs nothing of the rest on a slow machine", async ({ site, page, context, explorer }) => {
  const kinds = requestsForRest(page);
  await page.addInitScript(() => (window.requestIdleCallback = () => {}));
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await explorer.open(site.root, { unfold: false });
  await page.waitForTimeout(3000);
  expect(kinds).toEqual([]);
});

test("nothing is made of the rest on the page's thread at once, which older browsers refuse", async ({ site, page, explorer, record }) => {
  await page.addInitScript(() => {
    for (const name of ["Module", "Instance"]) {
      WebAssembly[name] = new Proxy(WebAssembly[name], {
        construct() {
          throw new RangeError(`WebAssembly.${name} is disallowed on the main thread`);
        },
      });
    }
  });
  await explorer.open(site.root, { unfold: false });
  for (const view of LATER) await show(explorer, view);
  await explorer.open(ExplorerPage.fileAddress("minsheng.html"), { unfold: false });
  for (const view of LATER) await show(explorer, view);
  expect(record.errors).toEqual([]);
});

test("what a reader does while the rest is on its way is told and then done, each in its turn", async ({ site, page, explorer, record }) => {
  const release = await holdRest(page);
  await explorer.open(site.root, { unfold: false });
  const all = await explorer.matching.textContent();
  await explorer.value("topic", "上学").click();
  await explorer.viewLink("table").click();
  await explorer.language.click();
  await expect(explorer.programNotice).toContainText("正在取程序的其余部分");
  await expect(explorer.matching).toHaveText(all);
  await page.waitForTimeout(5000);
  await expect(explorer.failure).toHaveCount(0);
  release();
  await expect(explorer.views.table).toBeVisible();
  await expect(explorer.chips).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(explorer.programNotice).toHaveCount(0);
  expect(record.errors).toEqual([]);
});

test("keys, a dropped file and a step of the history wait for the rest as well", async ({ site, page, explorer }) => {
  const release = await holdRest(page);
  await explorer.open(site.root, { unfold: false });
  await page.evaluate(() => (location.hash = "#v=1&view=chart"));
  await expect(explorer.programNotice).toBeVisible();
  release();
  await expect(explorer.views.chart).toBeVisible();

  const other = new ExplorerPage(await page.context().newPage());
  const releaseOther = await holdRest(other.page);
  await other.open(site.root, { unfold: false });
  const untouched = await other.page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["city,people\nA,1\nB,2\n"], "cities.csv", { type: "text/csv" }));
    const how = { bubbles: true, cancelable: true, dataTransfer };
    document.body.dispatchEvent(new DragEvent("dragover", how));
    return document.body.dispatchEvent(new DragEvent("drop", how));
  });
  expect(untouched, "the browser would leave the page for the file").toBe(false);
  await expect(other.programNotice).toBeVisible();
  releaseOther();
  await expect(other.page.getByText("cities.csv").first()).toBeVisible();
});

for (const [lang, words] of [["zh-CN", "没有取到"], ["en", "could not be fetched"]]) {
  test(`where the rest cannot be had, the page stands, says so, and goes on once it can (${lang})`, async ({ site, page, explorer, axe }) => {
    let isThere = false;
    await page.route(REST, (route) => (isThere ? route.continue() : route.fulfill({ status: 404 })));
    await explorer.open(site.root, { unfold: false });
    await page.evaluate((lang) => (document.documentElement.lang = lang), lang);
    const sentence = await explorer.sentence.textContent();
    await explorer.viewLink("table").click();
    await expect(explorer.programNotice).toContainText(words);
    await expect(explorer.failure).toHaveCount(0);
    await expect(explorer.sentence).toHaveText(sentence);
    await expect(explorer.views.overview).toBeVisible();
    expect(await axe()).toEqual([]);
    isThere = true;
    await explorer.retryProgram.click();
    await expect(explorer.views.table).toBeVisible();
    await expect(explorer.programNotice).toHaveCount(0);
  });
}

test("a page of a former version is loaded anew with what the link says", async ({ site, page, explorer }) => {
  let isThere = false;
  await page.route(REST, (route) => (isThere ? route.continue() : route.fulfill({ status: 404 })));
  await explorer.open(site.root, { unfold: false });
  await explorer.viewLink("timeline").click();
  await expect(explorer.reloadPage).toBeVisible();
  isThere = true;
  await explorer.reloadPage.click();
  await expect(explorer.views.timeline).toBeVisible();
  await expect(page).toHaveURL(/view=timeline/);
});

test("the rest is asked for again by itself when the network is back", async ({ site, page, context, explorer }) => {
  const release = await holdRest(page);
  await explorer.open(site.root, { unfold: false });
  await context.setOffline(true);
  release();
  await explorer.viewLink("table").click();
  await expect(explorer.programNotice).toContainText("没有取到");
  await context.setOffline(false);
  await expect(explorer.views.table).toBeVisible();
  await expect(explorer.programNotice).toHaveCount(0);
});

test("says so when the rest is cut short or is another's", async ({ site, page, explorer }) => {
  await page.route(REST, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ status: 200, contentType: "application/wasm", body: (await response.body()).subarray(0, 1000) });
  });
  await explorer.open(site.root, { unfold: false });
  await explorer.viewLink("table").click();
  await expect(explorer.programNotice).toContainText("没有取到");
  await expect(explorer.views.overview).toBeVisible();
});

test("a first part that cannot go on without the rest starts again with both, where it was", async ({ site, page, explorer }) => {
  const kinds = requestsForRest(page);
  const release = await holdRest(page);
  // What holds events back fails, as if a function of the rest had been called by something that nobody does by hand.
  await page.addInitScript(() => {
    const stop = Event.prototype.stopImmediatePropagation;
    Event.prototype.stopImmediatePropagation = function () {
      if (!window.lets) stop.call(this);
    };
  });
  await explorer.open(site.root, { unfold: false });
  await page.evaluate(() => (window.lets = true));
  const sentence = await explorer.sentence.textContent();
  await explorer.viewLink("table").click();
  await expect(explorer.programNotice).toBeVisible();
  await expect(explorer.failure).toHaveCount(0);
  await expect(explorer.sentence).toHaveText(sentence);
  release();
  await expect.poll(() => page.evaluate(() => window.lets).catch(() => true)).toBeUndefined();
  await explorer.standing();
  expect(await page.evaluate(() => history.state)).toBe("minsheng:whole");
  await expect(explorer.sentence).toHaveText(sentence);
  await explorer.viewLink("table").click();
  await expect(explorer.views.table).toBeVisible();
  expect(kinds).toEqual(["fetch", "fetch"]);
});
