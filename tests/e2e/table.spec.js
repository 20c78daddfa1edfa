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
  await expect(explorer.cell(rows, 7)).toBeFocused();
  await expect(explorer.cell(rows, 7)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(explorer.detailTitle).toBeFocused();
  await expect(explorer.openRow).toHaveAttribute("aria-rowindex", String(rows + 1));
  await page.keyboard.press("Escape");
  await expect(explorer.cell(rows, 7)).toBeFocused();
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
  expect(lines[0]).toBe("\ufeff指标,数值,单位,数值限定,下限,上限,原文所印,时间,进展,来源,领域,原文位置,本站推算");
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

// What a reader takes away in five seconds: every figure with what is printed and where.
test("shows each figure beside the words of its release and the release itself", async ({ page, explorer }) => {
  const names = await explorer.grid.getByRole("columnheader").allTextContents();
  expect(names.slice(0, 3)).toEqual(["指标", "数值", "原文所印"]);
  expect(names).toContain("来源");
  const first = await explorer.gridRows.first().getByRole("gridcell").allTextContents();
  expect(first.join(" ")).toContain("近17亿元");
  await expect(page.getByTestId("table-sort")).toBeHidden();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a row is a card of two lines that opens its figure, the first above y = 260", async ({ explorer }) => {
    const card = explorer.gridRows.first().getByRole("button");
    await expect(card).toHaveText(/学校、幼儿园建设投资（中小学）.*近17亿元.*德州经开区 · 截至2021年 · 进行中/);
    expect((await card.boundingBox()).y).toBeLessThan(260);
    expect((await card.boundingBox()).height).toBeGreaterThanOrEqual(44);
    expect(await explorer.overflow()).toBe(0);
    await card.tap();
    await expect(explorer.detailFigure).toHaveText("近17亿元");
    expect((await explorer.detail.getByTestId("detail-figure").boundingBox()).y).toBeLessThan(260);
    await explorer.closeDetail.tap();
    await expect(card).toBeFocused();
  });

  test("English names are whole on the cards, and so is the word that sorts", async ({ site, page, explorer }) => {
    await explorer.open(`${site.root}#v=1&view=table&lang=en`);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const names = page.locator(".card-name");
      await expect(names.nth(5)).toHaveText(/eye-friendly\s+lamps\)/);
      expect(await names.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent))).toEqual([]);
      // A list says nothing of what it cuts: its words are measured.
      const room = await page.getByTestId("table-sort").evaluate((list) => {
        const style = getComputedStyle(list);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        return list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - pen.measureText(list.selectedOptions[0].text).width;
      });
      expect(room).toBeGreaterThanOrEqual(-0.5);
    }
  });

  test("one list sorts, arrow keys walk, and only cards near the sight are drawn", async ({ page, explorer }) => {
    const total = Number(await explorer.grid.getAttribute("aria-rowcount"));
    expect(total).toBeGreaterThan(300);
    expect(await explorer.gridRows.count()).toBeLessThan(60);
    await page.getByTestId("table-sort").selectOption("-value");
    await expect(page).toHaveURL(/value/);
    await explorer.gridRows.first().getByRole("button").focus();
    await page.keyboard.press("ArrowDown");
    await expect(explorer.gridRows.nth(1).getByRole("button")).toBeFocused();
    await page.keyboard.press("Control+End");
    await expect(page.locator("#cell-" + total + "-0")).toBeFocused();
    await expect(page.locator("#cell-" + total + "-0")).toBeInViewport({ ratio: 1 });
  });
});
