// The one file, opened by a double click on a machine without a network.
import { expect, test } from "./fixtures.js";
import { ExplorerPage, VIEWS } from "./page.js";

const FILE = ExplorerPage.fileAddress("minsheng.html");

test.beforeEach(async ({ context, explorer }) => {
  await context.setOffline(true);
  await explorer.open(FILE);
});

test.afterEach(({ record }) => {
  expect(record.errors).toEqual([]);
  const asked = record.requests.filter((address) => !/^(blob|data):/.test(address) && !address.startsWith(FILE));
  expect(asked).toEqual([]);
});

test("opens every view", async ({ explorer }) => {
  for (const view of VIEWS) {
    await explorer.viewLink(view).click();
    await expect(explorer.views[view]).toBeVisible();
    await expect(explorer.viewLink(view)).toHaveAttribute("aria-current", "page");
  }
});

test("filters, and opens a figure's detail", async ({ explorer }) => {
  const all = await explorer.count();
  await explorer.value("domain", "教育").click();
  await expect(explorer.chips).toHaveText("教育");
  expect(await explorer.count()).toBeLessThan(all);
  await explorer.figures.first().click();
  await expect(explorer.detailPrinted).not.toBeEmpty();
});

test("shows the same where its address is opened again", async ({ page, context, explorer }) => {
  await explorer.value("domain", "养老").click();
  await explorer.viewLink("timeline").click();
  await explorer.zoomIn.click();
  await explorer.language.click();
  await expect(page).toHaveURL(/view=timeline.*window=.*lang=en/);
  const other = new ExplorerPage(await context.newPage());
  await other.open(page.url());
  await expect(other.views.timeline).toBeVisible();
  expect(await other.sight()).toEqual(await explorer.sight());
});
