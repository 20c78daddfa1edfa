// A finger that stays: what the browser does then (its menu, choosing words) is the browser's, and the explorer takes nothing of it
// away, opens what is pressed at most once, and is as before for the next tap.
import { expect, test } from "./fixtures.js";

const PHONE = { width: 390, height: 844 };
test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

/** Puts a finger on the middle of an element for so many ms. */
async function press(page, locator, ms = 900) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  const session = await page.context().newCDPSession(page);
  const touch = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [{ x: x + width / 2, y: y + height / 2 }]);
  await page.waitForTimeout(ms);
  await touch("touchEnd", []);
  await session.detach();
}

/** Counts the browser's menus that were asked for, and those that somebody refused. */
const watchMenus = () => {
  window.menus = [];
  addEventListener("contextmenu", (event) => setTimeout(() => window.menus.push(event.defaultPrevented)), true);
};

/** What may not stay behind a press. */
const remains = (page) => page.locator(".brush, .tip-held");

test.beforeEach(({ page }) => page.addInitScript(watchMenus));

for (const [view, hash, find] of [
  ["a mark of the chart", "#v=1&view=chart&f.domain=education", (explorer) => explorer.chartMarks.first()],
  ["a row of the table", "#v=1&view=table", (explorer) => explorer.gridRows.first().getByRole("button").first()],
  ["a figure of the overview", "#v=1", (explorer) => explorer.figures.first()],
]) {
  test(`on ${view} keeps the browser's menu, leaves nothing behind, and the next tap opens it`, async ({ site, page, explorer, record }) => {
    await explorer.open(`${site.root}${hash}`, { unfold: false });
    const target = find(explorer);
    await expect(target).toBeVisible();
    await press(page, target);
    await page.waitForTimeout(300);
    expect((await page.evaluate(() => window.menus)).filter(Boolean), "refused menus").toEqual([]);
    await expect(remains(page)).toHaveCount(0);
    // Whether it opens by itself is the browser's: where it shows a menu or chooses words, it does not.
    expect(await explorer.detailTitle.count()).toBeLessThanOrEqual(1);
    if (await explorer.detailTitle.count()) {
      await explorer.closeDetail.tap();
      await expect(explorer.detailTitle).toHaveCount(0);
    }
    await target.tap();
    await expect(explorer.detailTitle.or(page.getByTestId("time-chip")).first()).toBeVisible();
    expect(record.errors).toEqual([]);
  });
}

test("words can be chosen in every view", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1`, { unfold: false });
  for (const view of ["overview", "ledger", "timeline", "chart", "compare", "table", "poster"]) {
    await explorer.viewLink(view).tap();
    await expect(explorer.views[view]).toBeVisible();
    const found = await page.evaluate(() =>
      [...document.querySelectorAll("#content *")]
        .filter((element) => element.checkVisibility() && element.textContent.trim() && getComputedStyle(element).userSelect === "none")
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(found, view).toEqual([]);
  }
});
