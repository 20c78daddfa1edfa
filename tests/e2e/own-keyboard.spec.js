// A reader's own table without a mouse: opened, read otherwise, filtered, walked in every view, taken along. After each step
// something in the page has the focus, and it is to be seen.
import { expect, test } from "./fixtures.js";
import { dropText } from "./tables.js";

test.slow();

const AREAS = ["北京", "河北", "上海", "江苏", "浙江", "广东"];
const rows = AREAS.flatMap((name, at) => [2019, 2020, 2021].map((year) => `${name},${year},${at % 2 ? "城镇" : "农村"},${50 + at * 3 + year - 2019}`));
const TABLE = `地区,年份,类别,参保率（%）\n${rows.join("\n")}\n`;

/** Nothing that was done has let the focus fall: what has it is in the page, and not the page itself. */
async function keptFocus(page, after) {
  const where = () => page.evaluate(() => (document.activeElement && document.activeElement !== document.body ? "in the page" : "lost"));
  await expect.poll(where, { message: after }).toBe("in the page");
  // What is drawn anew a moment later takes nothing away.
  await page.waitForTimeout(400);
  expect(await where(), after).toBe("in the page");
}

async function open(page, site, explorer) {
  await explorer.open(site.root, { unfold: false });
  await dropText(page, "provinces.csv", TABLE);
  await expect(page.getByTestId("shown-table")).toContainText("provinces.csv");
}

test("it is opened from the menu, and the focus stays in the page", async ({ page, site, explorer }) => {
  await explorer.open(site.root, { unfold: false });
  await explorer.menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("open-paste")).toBeVisible();
  await page.getByTestId("open-paste").focus();
  await page.keyboard.insertText(TABLE.replaceAll(",", "\t"));
  await explorer.tabTo(page.getByTestId("open-pasted"));
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("shown-table")).toBeVisible();
  await keptFocus(page, "opened");
});

test("each view is reached and walked, and its marks open and close", async ({ page, site, explorer }) => {
  await open(page, site, explorer);
  await explorer.content.focus();
  await keptFocus(page, "opened");
  for (const view of ["timeline", "chart", "map", "table", "overview"]) {
    await explorer.tabTo(explorer.viewLink(view), "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(explorer.views[view]).toBeVisible();
    await keptFocus(page, view);
    if (view === "table") {
      await explorer.cell(1, 0).focus();
    } else {
      await explorer.views[view].locator(".chart .mark").first().waitFor();
      await explorer.tabTo(explorer.views[view].locator('.chart .mark[tabindex="0"]').first());
    }
    await page.keyboard.press("ArrowDown");
    await keptFocus(page, `${view}, walked`);
    await page.keyboard.press("Enter");
    await keptFocus(page, `${view}, opened`);
    await page.keyboard.press("Escape");
    await keptFocus(page, `${view}, closed`);
    while (await explorer.chips.count()) {
      const chips = await explorer.chips.count();
      await explorer.chips.first().focus();
      await page.keyboard.press("Enter");
      await expect(explorer.chips).not.toHaveCount(chips);
      await keptFocus(page, `${view}, unfiltered`);
    }
    await explorer.content.focus();
  }
});

test("the reading is changed and changed back", async ({ page, site, explorer }) => {
  await open(page, site, explorer);
  await page.getByTestId("reading-panel").locator("summary").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("reading-list")).toBeVisible();
  await keptFocus(page, "unfolded");

  const unit = page.getByTestId("unit-参保率");
  const own = (await unit.count()) ? unit : page.locator('[data-testid^="unit-"]').first();
  await own.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("分");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("reading-changes")).toContainText("分");
  await keptFocus(page, "another unit");

  const header = page.getByTestId("header-from");
  await header.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("shown-table")).toContainText("共17行");
  await keptFocus(page, "another header");
  await expect(header, "what was changed keeps the focus").toBeFocused();

  const undo = page.getByTestId("reading-changes").getByRole("button", { name: /^撤销/ });
  while (await undo.count()) {
    const left = await undo.count();
    await undo.first().focus();
    await page.keyboard.press("Enter");
    await expect(undo).not.toHaveCount(left);
    await keptFocus(page, "undone");
  }
  await expect(page.getByTestId("shown-table")).toContainText("共18行");
});

test("the use of a column is changed", async ({ page, site, explorer }) => {
  await open(page, site, explorer);
  await page.getByTestId("reading-panel").locator("summary").first().focus();
  await page.keyboard.press("Enter");
  const kind = page.locator('[data-testid^="kind-"]').nth(2);
  await kind.focus();
  const before = await kind.inputValue();
  await page.keyboard.press("ArrowDown");
  await expect(kind).not.toHaveValue(before);
  await keptFocus(page, "another use");
  await expect(kind).toBeFocused();
});

test("years that became rows are columns again, and rows once more", async ({ page, site, explorer }) => {
  await explorer.open(site.root, { unfold: false });
  await dropText(page, "wide.csv", `地区,2019,2020,2021\n${AREAS.map((name, at) => `${name},${at},${at + 1},${at + 2}`).join("\n")}\n`);
  await expect(page.getByTestId("shown-table")).toContainText("共18行");
  for (const [name, count] of [["撤销，留作列", "共6行"], ["转成行", "共18行"]]) {
    await page.getByTestId("reading").getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("shown-table")).toContainText(count);
    await keptFocus(page, name);
  }
});

test("filters, the chart's and the map's choices and the way of time keep the focus", async ({ page, site, explorer }) => {
  await open(page, site, explorer);
  const value = page.locator("#filters").getByRole("checkbox", { name: /^农村/ });
  await value.focus();
  await page.keyboard.press("Space");
  await expect(explorer.chips).toHaveCount(1);
  await keptFocus(page, "filtered");
  await expect(value).toBeFocused();
  await page.keyboard.press("Space");
  await expect(explorer.chips).toHaveCount(0);
  await keptFocus(page, "unfiltered");

  for (const view of ["chart", "map"]) {
    await explorer.viewLink(view).focus();
    await page.keyboard.press("Enter");
    await expect(explorer.views[view]).toBeVisible();
    const choices = explorer.views[view].locator("select:visible");
    for (let at = 0; at < (await choices.count()); at += 1) {
      const choice = choices.nth(at);
      await choice.focus();
      const name = await choice.evaluate((select) => `${select.dataset.testid} ${select.ariaLabel}`);
      await page.keyboard.press("ArrowDown");
      await keptFocus(page, `${view}, ${name}`);
      await page.keyboard.press("ArrowUp");
      await keptFocus(page, `${view}, ${name} as before`);
    }
  }
  for (const step of ["map-back", "map-back", "map-on", "map-on"]) {
    await page.getByTestId(step).focus();
    await page.keyboard.press("Enter");
    await keptFocus(page, step);
  }
  await page.getByTestId("map-play").focus();
  await page.keyboard.press("Enter");
  await keptFocus(page, "played");
});

test("it is taken along and put away", async ({ page, site, explorer }) => {
  await open(page, site, explorer);
  await explorer.viewLink("table").focus();
  await page.keyboard.press("Enter");
  await expect(explorer.views.table).toBeVisible();
  await explorer.export.focus();
  await page.keyboard.press("Enter");
  await keptFocus(page, "the menu of downloads");
  const csv = page.getByTestId("export-csv");
  await expect(csv).toBeVisible();
  await csv.focus();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  await keptFocus(page, "taken along");
  await page.keyboard.press("Escape");
  await keptFocus(page, "the menu is closed");

  await explorer.language.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await keptFocus(page, "another language");

  await page.getByTestId("back-to-own").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("shown-table")).toHaveCount(0);
  await keptFocus(page, "back to the releases");
});
