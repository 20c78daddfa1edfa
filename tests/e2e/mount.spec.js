// The whole explorer, put into an element by a portal's own script.
import { expect, test } from "./fixtures.js";
import { ExplorerPage } from "./page.js";

/** A page of the portal under the strict policy, with an explorer mounted in `main`. */
async function mounted(site, page, options) {
  await page.goto(`${site.portal}data/datapackage.json`);
  await page.evaluate(async (options) => {
    const { mount } = await import("/portal/minsheng/embed/minsheng-engine.js");
    const element = document.body.appendChild(document.createElement("main"));
    element.style.height = "700px";
    window.changes = [];
    window.explorer = await mount(element, options);
    window.explorer.on("change", (state) => window.changes.push(state));
  }, options);
  const inside = new ExplorerPage(page.frames()[1]);
  await inside.standing();
  return inside;
}

test.afterEach(({ record }) => expect(record.errors).toEqual([]));

test("shows the state it was given, and tells every change", async ({ site, page }) => {
  const inside = await mounted(site, page, { state: "v=1&view=chart&f.domain=education", lang: "en" });
  await expect(inside.views.chart).toBeVisible();
  await expect(inside.filters).toBeVisible();
  expect(await page.evaluate(() => explorer.getState())).toMatch(/view=chart.*f\.domain=education.*lang=en/);
  await inside.viewLink("table").click();
  await expect.poll(() => page.evaluate(() => changes.at(-1))).toMatch(/view=table/);
  expect(await page.evaluate(() => explorer.getState())).toBe(await page.evaluate(() => changes.at(-1)));
});

test("is set to another state without a step of the history", async ({ site, page }) => {
  const inside = await mounted(site, page, {});
  const steps = () => page.evaluate(() => history.length);
  const before = await steps();
  const all = await inside.count();
  await page.evaluate(() => explorer.setState("v=1&view=table&f.domain=education"));
  await expect(inside.views.table).toBeVisible();
  expect(await inside.count()).toBeLessThan(all);
  expect(await steps()).toBe(before);
});

test("embedded, it is as high as its content and without header", async ({ site, page }) => {
  const inside = await mounted(site, page, { embed: true, state: "v=1&view=chart&f.domain=education" });
  await expect(inside.header).toHaveCount(0);
  await expect(inside.filters).toHaveCount(0);
  const fits = () =>
    page.evaluate(() => {
      const frame = document.querySelector("main iframe");
      return Math.abs(frame.clientHeight - frame.contentDocument.documentElement.getBoundingClientRect().height);
    });
  await expect.poll(fits).toBeLessThan(3);
  // How it is embedded is not part of what was chosen.
  expect(await page.evaluate(() => explorer.getState())).not.toMatch(/embed/);
});

test("it is as high as its content without a word about height, and as high as it is told", async ({ site, page }) => {
  const heights = () =>
    page.evaluate(() => {
      const frame = document.querySelector("main iframe");
      return [frame.clientHeight, frame.contentDocument.documentElement.getBoundingClientRect().height];
    });
  await mounted(site, page, { state: "v=1&view=chart&f.domain=education" });
  await expect.poll(async () => Math.abs((await heights()).reduce((a, b) => a - b))).toBeLessThan(3);
  for (const [height, expected] of [[480, 480], ["100%", 700]]) {
    await mounted(site, page, { height });
    expect((await heights())[0]).toBe(expected);
  }
});

test("destroyed, nothing of it is left", async ({ site, page }) => {
  await mounted(site, page, {});
  await page.evaluate(() => explorer.destroy());
  expect(page.frames()).toHaveLength(1);
  await expect(page.locator("main > *")).toHaveCount(0);
  const told = await page.evaluate(() => changes.length);
  await page.evaluate(() => explorer.setState("v=1&view=table"));
  expect(await page.evaluate(() => changes.length)).toBe(told);
});

test("what is not there is an error with a code", async ({ site, page }) => {
  await page.goto(`${site.portal}data/datapackage.json`);
  const codes = await page.evaluate(async () => {
    const { mount } = await import("/portal/minsheng/embed/minsheng-engine.js");
    const explorer = await mount(document.body);
    const code = (() => {
      try {
        explorer.on("click", () => undefined);
      } catch (error) {
        return error.code;
      }
    })();
    explorer.destroy();
    return code;
  });
  expect(codes).toBe("range");
});
