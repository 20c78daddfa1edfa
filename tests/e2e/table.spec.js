// The table: read, sorted, walked through, narrowed to columns, taken away.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.js";

test.beforeEach(async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=table`);
  await explorer.gridRows.first().waitFor();
});

test("draws the rows in sight and tells of all", async ({ explorer }) => {
  const told = Number(await explorer.grid.getAttribute("aria-rowcount"));
  expect(told).toBeGreaterThan(300);
  expect(await explorer.gridRows.count()).toBeLessThan(60);
});

test("sorts by a column up, down and not at all, keeping the focus", async ({ page, explorer }) => {
  const { button, header } = explorer.sortBy("value");
  await button.focus();
  for (const order of ["ascending", "descending", "none"]) {
    await page.keyboard.press("Enter");
    await expect(header).toHaveAttribute("aria-sort", order);
    await expect(button).toBeFocused();
  }
});

test("is walked through by keyboard, into a detail and back", async ({ page, explorer }) => {
  const rows = Number(await explorer.grid.getAttribute("aria-rowcount")) - 1;
  await explorer.cell(0, 0).focus();
  await page.keyboard.press("ArrowDown");
  await expect(explorer.cell(1, 0)).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(explorer.cell(rows, 5)).toBeFocused();
  await expect(explorer.cell(rows, 5)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(explorer.detailTitle).toBeFocused();
  await expect(explorer.openRow).toHaveAttribute("aria-rowindex", String(rows + 1));
  await page.keyboard.press("Escape");
  await expect(explorer.cell(rows, 5)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(explorer.cell(0, 0)).toBeFocused();
});

test("keeps the focus on a row that is scrolled away", async ({ page, explorer }) => {
  await explorer.cell(0, 0).focus();
  await page.keyboard.press("Control+End");
  await expect(explorer.cell(0, 0)).not.toBeFocused();
  await explorer.grid.hover();
  await page.mouse.wheel(0, -40_000);
  await expect(explorer.cell(1, 0)).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(page.locator(":focus")).toBeInViewport();
});

test("exports what is shown: rows, order and columns", async ({ page, explorer }) => {
  await explorer.sortBy("time").button.click();
  await explorer.columns.click();
  await explorer.columnBox("place").uncheck();
  await page.keyboard.press("Escape");
  await expect(explorer.columns).toBeFocused();
  const { file, name } = await explorer.takeAway("csv");
  expect(name).toBe("民生数图-明细.csv");
  const lines = readFileSync(file, "utf8").split("\r\n");
  expect(lines[0]).toBe("\ufeff指标,数值,单位,数值限定,下限,上限,时间,进展,领域,来源,原文位置,本站推算");
  const rows = Number(await explorer.grid.getAttribute("aria-rowcount")) - 1;
  expect(lines.length).toBe(rows + 2);
  await expect(explorer.exportTold).toContainText(String(rows));
});

test("prints every row", async ({ page, explorer }) => {
  const rows = Number(await explorer.grid.getAttribute("aria-rowcount")) - 1;
  await page.emulateMedia({ media: "print" });
  await expect(explorer.printedRows).toHaveCount(rows);
  await page.emulateMedia({ media: "screen" });
  await expect(explorer.printedRows).toHaveCount(0);
});

test("has no accessibility faults, columns open or not", async ({ explorer, axe }) => {
  expect(await axe()).toEqual([]);
  await explorer.columns.click();
  expect(await axe()).toEqual([]);
});
