// The search box: characters, pinyin, English; by keyboard and by click.
import { expect, test } from "./fixtures.js";

test.beforeEach(({ site, explorer }) => explorer.open(site.root));

test("finds by characters, initials, pinyin, English and figures, and marks the match", async ({ explorer }) => {
  for (const [query, match, kind] of [
    ["db", "低保", "指标"],
    ["ylws", "医疗卫生", "领域"],
    ["yiliao", "医疗", "领域"],
    ["低保", "低保", "指标"],
    ["dibao", "dibao", "指标"],
    ["chengde", "chengde", "地区"],
    ["近17", "近17", "数"],
  ]) {
    await explorer.search.fill("");
    await explorer.search.pressSequentially(query);
    await expect(explorer.found(match).first(), query).toContainText(kind);
  }
});

test("finds the dibao standard by its name in either language", async ({ explorer }) => {
  for (const query of ["db", "dibao", "低保", "Dibao standard"]) {
    await explorer.search.fill(query);
    await expect(explorer.results.filter({ hasText: "低保标准" }), query).toBeVisible();
  }
});

test("is walked by arrow keys, and Enter chooses", async ({ page, explorer }) => {
  await explorer.search.pressSequentially("低保");
  await expect(explorer.search).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const second = explorer.results.nth(1);
  await expect(second).toHaveAttribute("aria-selected", "true");
  await expect(explorer.search).toHaveAttribute("aria-activedescendant", await second.getAttribute("id"));
  await page.keyboard.press("ArrowUp");
  await expect(explorer.chosenResult).toContainText("低保标准");
  await page.keyboard.press("Enter");
  await expect(explorer.chips).toHaveText("低保标准");
  await expect(explorer.searchList).toBeHidden();
  await expect(explorer.search).toBeFocused();
});

test("opens a printed figure that is clicked", async ({ explorer }) => {
  await explorer.search.fill("近17亿");
  await explorer.found("近17亿").click();
  await expect(explorer.detailFigure).toHaveText("近17亿元");
});

test("closes on Escape, then forgets what was typed", async ({ page, explorer }) => {
  await explorer.search.fill("低保");
  await expect(explorer.searchList).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explorer.searchList).toBeHidden();
  await expect(explorer.search).toHaveValue("低保");
  await page.keyboard.press("Escape");
  await expect(explorer.search).toHaveValue("");
});

test("says that it found nothing, and still offers the search in all text", async ({ page, explorer }) => {
  await explorer.search.fill("xqxq");
  await expect(explorer.nothingFound).toContainText("没有找到“xqxq”");
  await explorer.search.fill("幼儿园");
  await explorer.results.last().click();
  await expect(explorer.chips).toHaveText("“幼儿园”");
  await expect(page).toHaveURL(/q=/);
});
