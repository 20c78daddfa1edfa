// The program comes in two parts: the first view needs one, and the other comes while the reader looks at it.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";

const REST = "**/*_rest.wasm";
const [, ...LATER] = VIEWS;

/** Requests for the rest: "fetch" in the quiet after the first view, "xhr" because something waited for it. */
function requestsForRest(page) {
  const kinds = [];
  page.on("request", (request) => request.url().endsWith("_rest.wasm") && kinds.push(request.resourceType()));
  return kinds;
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
      await explorer.open(site.root);
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
  test(`the ${view} brings the rest at once when it has not come`, async ({ site, page, explorer }) => {
    const kinds = requestsForRest(page);
    let asked = 0;
    await page.route(REST, (route) => (asked++ === 0 ? route.abort() : route.continue()));
    await explorer.open(site.root);
    await expect.poll(() => asked).toBe(1);
    await show(explorer, view);
    await expect.poll(() => kinds).toEqual(["fetch", "xhr"]);
    await expect(explorer.failure).toBeHidden();
  });

  test(`a link to the ${view} brings both parts before it starts`, async ({ site, page, explorer, record }) => {
    const kinds = requestsForRest(page);
    await explorer.open(`${site.root}#v=1&view=${view}`);
    expect(kinds).toEqual(["fetch"]);
    expect(record.errors).toEqual([]);
  });
}

test("says so when the rest cannot be had", async ({ site, page, explorer }) => {
  await page.route(REST, (route) => route.fulfill({ status: 404 }));
  await explorer.open(site.root);
  await explorer.viewLink("table").click();
  await expect(explorer.failure).toContainText("没有下载完整");
  await expect(explorer.failure).toContainText("did not download");
});

test("says so when the rest is cut short", async ({ site, page, explorer }) => {
  await page.route(REST, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ status: 200, contentType: "application/wasm", body: (await response.body()).subarray(0, 1000) });
  });
  await explorer.open(site.root);
  await explorer.viewLink("table").click();
  await expect(explorer.failure).toContainText("did not download");
});
