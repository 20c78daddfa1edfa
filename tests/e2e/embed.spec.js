// The explorer inside a portal's page.
import { expect, test } from "./fixtures.js";
import { ExplorerPage } from "./page.js";

/** The demonstration, once the explorer in its frame stands; inside the frame the same page object holds. */
async function openDemo(site, page) {
  await page.goto(`${site.portal}embed-demo.html`);
  const outside = new ExplorerPage(page);
  const frame = await (await outside.frame.elementHandle()).contentFrame();
  const inside = new ExplorerPage(frame);
  await inside.standing();
  return { outside, inside };
}

const height = (outside) => outside.frame.evaluate((frame) => frame.clientHeight);
const needed = (inside) => inside.page.evaluate(() => document.documentElement.getBoundingClientRect().height);

test("shows the link's selection without header and filters", async ({ site, page, record }) => {
  const { inside } = await openDemo(site, page);
  await expect(inside.views.chart).toBeVisible();
  await expect(inside.header).toHaveCount(0);
  await expect(inside.filters).toHaveCount(0);
  expect(await inside.count()).toBe(65);
  expect(record.errors).toEqual([]);
});

test("the frame is as high as what it shows", async ({ site, page }) => {
  const { outside, inside } = await openDemo(site, page);
  const fits = async () => Math.abs((await height(outside)) - (await needed(inside)));
  await expect.poll(fits).toBeLessThan(3);
  const chart = await height(outside);
  await inside.editFragment("v=1&embed=1&f.domain=education");
  await expect(inside.views.overview).toBeVisible();
  await expect.poll(fits).toBeLessThan(3);
  await expect.poll(() => height(outside)).not.toBe(chart);
});

test("tells its height to the page's own origin only", async ({ site, page }) => {
  await page.addInitScript(() => {
    if (window === parent) {
      window.told = [];
      return;
    }
    // Called from the frame, so that the page still knows whom the message is from.
    const post = parent.postMessage;
    parent.postMessage = (message, target) => {
      parent.told.push([message.type, target]);
      post.call(parent, message, target);
    };
  });
  await openDemo(site, page);
  const told = () => page.evaluate(() => window.told);
  await expect.poll(async () => (await told()).map(([type]) => type)).toContain("minsheng:height");
  const origin = new URL(site.root).origin;
  for (const [type, target] of await told()) {
    expect(target).toBe(type === "minsheng:ready" ? "*" : origin);
  }
});

test("leads to the same view on the full page", async ({ site, page, context }) => {
  const { inside } = await openDemo(site, page);
  const { lang, sentence, chips, ...here } = await inside.sight();
  const opened = context.waitForEvent("page");
  await inside.openFull.click();
  const full = new ExplorerPage(await opened);
  await full.standing();
  await expect(full.header).toBeVisible();
  await expect(full.filters).toBeVisible();
  await expect(full.chips).toHaveText("教育");
  await expect(full.page).not.toHaveURL(/embed/);
  await expect(full.viewLink("chart")).toHaveAttribute("aria-current", "page");
  const there = await full.sight();
  expect([there.sentence, there.chart, there.marks]).toEqual([sentence, here.chart, here.marks]);
});

test("the one file can be embedded too", async ({ explorer }) => {
  await explorer.open(`${ExplorerPage.fileAddress("minsheng.html")}#v=1&embed=1&view=chart&f.domain=education`);
  await expect(explorer.views.chart).toBeVisible();
  await expect(explorer.header).toHaveCount(0);
  await expect(explorer.filters).toHaveCount(0);
  await expect(explorer.openFull).toBeVisible();
  expect(await explorer.count()).toBe(65);
});
