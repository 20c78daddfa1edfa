// The first screen: drawn into the page by the build, so that figures are seen before the program has come.
import { expect, test } from "./fixtures.js";
import { ExplorerPage } from "./page.js";

/** Lets the program come only once `release` is called. */
async function holdProgram(page) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/*_bg.wasm", async (route) => (await held, route.continue()));
  return release;
}

/** Every element with words of its own outside charts: its words and where they stand, those of a button where it does. */
const boxes = (page, selector) =>
  page.evaluate((selector) => {
    const words = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join("");
    const all = [...document.querySelector(selector).querySelectorAll("*")].filter((element) => words(element) && !element.closest("svg, details > :not(summary)"));
    const box = (element) => ["x", "y", "width", "height"].map((side) => Math.round((element.closest("button") ?? element).getBoundingClientRect()[side]));
    return all.map((element) => [words(element), ...box(element)].join("|")).filter((line) => !line.endsWith("|0|0"));
  }, selector);

test.describe("the first screen", () => {
  for (const [name, use] of Object.entries({
    "on a phone": { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    "in a wide window": { viewport: { width: 1440, height: 900 } },
  })) {
    test.describe(name, () => {
      test.use(use);

      test("has the figures before the program comes, and the explorer takes its place without a jump", async ({ site, page, explorer, record }) => {
        const release = await holdProgram(page);
        await page.addInitScript(() => {
          window.shifts = [];
          new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
        });
        await page.goto(site.root);
        await expect(explorer.firstScreen).toContainText("338");
        await expect(explorer.firstScreen.locator(".finding-figure").first()).toBeVisible();
        await expect(explorer.root).toHaveCount(0);
        const before = await boxes(page, "#first");
        expect(before.length).toBeGreaterThan(100);
        // A browser that paints in the middle of the header may move what it has by the rest of it; nothing else moves.
        expect(await page.evaluate(() => window.shifts.splice(0).reduce((sum, shift) => sum + shift, 0))).toBeLessThan(0.01);
        release();
        await expect(explorer.root).toBeVisible();
        await expect(explorer.firstScreen).toHaveCount(0);
        // What comes with the rest of the program takes its place below the window; nothing stands elsewhere in the end.
        await expect.poll(() => boxes(page, "[data-minsheng-root]"), { timeout: 20_000 }).toEqual(before);
        await page.waitForTimeout(500);
        expect(await boxes(page, "[data-minsheng-root]")).toEqual(before);
        expect(await page.evaluate(() => window.shifts)).toEqual([]);
        expect(record.errors).toEqual([]);
      });
    });
  }

  test("loses no click, no word that is typed, and not the focus", async ({ site, page, explorer, record }) => {
    const release = await holdProgram(page);
    await page.goto(site.root);
    const first = explorer.firstScreen;
    await first.locator("input[type=checkbox]").first().click();
    await first.getByRole("link", { name: "明细" }).click();
    await first.locator("input[type=search]").fill("幼儿园");
    await expect(page).toHaveURL(site.root);
    release();
    await expect(explorer.views.table).toBeVisible();
    await expect(explorer.chips).toHaveCount(1);
    await expect(explorer.search).toBeFocused();
    await expect(explorer.search).toHaveValue("幼儿园");
    expect(record.errors).toEqual([]);
  });

  test("is not seen where a link leads elsewhere, nor where the data are others", async ({ site, page, explorer }) => {
    const release = await holdProgram(page);
    await page.goto(`${site.root}#v=1&view=chart`);
    await expect(explorer.bootProgress).toBeVisible();
    await expect(explorer.firstScreen).toBeHidden();
    release();
    const other = new ExplorerPage(await page.context().newPage());
    await holdProgram(other.page);
    await other.page.route("**/data/datapackage.json*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/"title": "/, '"title": "x') });
    });
    await other.page.goto(site.root);
    await expect(other.firstScreen).toBeHidden();
    await expect(other.bootProgress).toBeVisible();
  });

  test("is dark where the system is", async ({ site, page, explorer }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await holdProgram(page);
    await page.goto(site.root);
    await expect(explorer.firstScreen).toBeVisible();
    const [red] = (await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).match(/\d+/g);
    expect(Number(red)).toBeLessThan(64);
  });

  test("stands in the one file too", async ({ page, explorer }) => {
    await page.addInitScript(() => (WebAssembly.compile = WebAssembly.instantiate = () => new Promise(() => {})));
    await page.goto(ExplorerPage.fileAddress("minsheng.html"));
    await expect(explorer.firstScreen).toContainText("338");
    await expect(explorer.root).toHaveCount(0);
  });
});
