// The element, made by a portal's own script.
import { inElement } from "./element.js";
import { expect, test } from "./fixtures.js";

/** A page of the portal under the strict policy, with an explorer mounted in `main`. */
async function mounted(site, page, options) {
  await page.goto(`${site.portal}data/datapackage.json`);
  await page.evaluate(async (options) => {
    const { mount } = await import("/portal/minsheng/embed/minsheng-engine.js");
    const place = document.body.appendChild(document.createElement("main"));
    window.explorer = await mount(place, options);
    explorer.id = "a";
    window.changes = [];
    explorer.addEventListener("minsheng:change", ({ detail }) => changes.push(detail.state));
  }, options);
  return inElement(page);
}

test.afterEach(({ record }) => expect(record.errors).toEqual([]));

test("shows the state it was given, and tells every change", async ({ site, page }) => {
  const inside = await mounted(site, page, { state: "v=1&view=chart&f.domain=education", lang: "en", title: "Figures" });
  await expect(inside.views.chart).toBeVisible();
  await expect(inside.filters).toBeVisible();
  expect(await page.evaluate(() => explorer.getState())).toMatch(/view=chart.*f\.domain=education.*lang=en/);
  await inside.viewLink("table").click();
  await expect.poll(() => page.evaluate(() => changes.at(-1))).toMatch(/view=table/);
  expect(await page.evaluate(() => explorer.getState())).toBe(await page.evaluate(() => changes.at(-1)));
  await expect(page.getByRole("region", { name: "Figures" })).toBeVisible();
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
  await expect(inside.element.locator(".header")).toHaveCount(0);
  await expect(inside.filters).toHaveCount(0);
  const [outer, inner] = await inside.element.evaluate((element) => [element, element.shadowRoot.querySelector(".explorer")].map((one) => one.getBoundingClientRect().height));
  expect(outer).toBe(inner);
  // How it is embedded is not part of what was chosen.
  expect(await page.evaluate(() => explorer.getState())).not.toMatch(/embed/);
});

test("it is as large as it is told", async ({ site, page }) => {
  const inside = await mounted(site, page, { width: 640, height: 480 });
  expect(await inside.element.boundingBox()).toMatchObject({ width: 640, height: 480 });
});

test("a table's file is opened once it stands", async ({ site, page }) => {
  await page.goto(`${site.portal}data/datapackage.json`);
  await page.evaluate(async () => {
    const { mount } = await import("/portal/minsheng/embed/minsheng-engine.js");
    window.explorer = await mount(document.body, { data: new File(["town,pupils\nA,3\nB,5\n"], "pupils.csv") });
    explorer.id = "a";
  });
  await expect((await inElement(page)).matching).toContainText("2");
});

test("destroyed, nothing of it is left", async ({ site, page }) => {
  await mounted(site, page, {});
  await page.evaluate(() => explorer.destroy());
  await expect(page.locator("main > *")).toHaveCount(0);
  expect(await page.evaluate(() => explorer.shadowRoot.childNodes.length)).toBe(0);
  const told = await page.evaluate(() => changes.length);
  await page.evaluate(() => explorer.setState("v=1&view=table"));
  expect(await page.evaluate(() => changes.length)).toBe(told);
});
