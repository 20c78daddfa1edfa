// The search box: characters, pinyin, English; by keyboard and by click.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.js";
import { dropText } from "./tables.js";

const own = readFileSync(new URL("../fixtures/search/own.csv", import.meta.url), "utf8");

test.beforeEach(({ site, explorer }) => explorer.open(site.root));

test("answers a question with the figure itself, and says what it understood", async ({ page, explorer }) => {
  await expect(explorer.search).toHaveAttribute("placeholder", "试试“德州 低保”");
  await explorer.search.fill("德州 低保");
  await expect(explorer.results.first()).toContainText("不低于755元");
  await expect(page.getByTestId("search-answer")).toContainText("德州经开区");
  const parts = page.getByTestId("search-part");
  await expect(parts).toHaveText(["地区：德州经开区", "指标：低保标准"]);
  await parts.first().click();
  await expect(explorer.search).toHaveValue("低保");
  await expect(explorer.search).toBeFocused();
  await expect(page.getByTestId("search-answer")).toHaveCount(0);
  await explorer.search.fill("德州 低保");
  await page.keyboard.press("Enter");
  await expect(explorer.detailFigure).toHaveText("不低于755元/人·月");
});

test("names what it does not know, and guesses no answer", async ({ page, explorer }) => {
  await explorer.search.fill("北京 低保");
  await expect(page.getByTestId("search-remark")).toContainText("没有找到“北京”");
  await expect(page.getByTestId("search-answer")).toHaveCount(0);
});

test("searches without the filters on demand", async ({ page, site, explorer }) => {
  await explorer.open(`${site.root}#v=1&f.place=chengde`);
  await explorer.search.fill("德州 低保");
  await expect(page.getByTestId("search-answer")).toHaveCount(0);
  await page.getByTestId("search-lift").click();
  await expect(page.getByTestId("search-answer")).toContainText("不低于755元");
});

test("finds by characters, initials, pinyin, English and figures, and marks the match", async ({ explorer }) => {
  for (const [query, match, kind] of [
    ["db", "低保", "指标"],
    ["ylws", "医疗卫生", "领域"],
    ["yiliao", "医疗", "领域"],
    ["低保", "低保", "指标"],
    ["dibao", "dibao", "指标"],
    ["chengde", "chengde", "地区"],
  ]) {
    await explorer.search.fill("");
    await explorer.search.pressSequentially(query);
    await expect(explorer.found(match).first(), query).toContainText(kind);
  }
});

test("finds the dibao standard by its name in either language", async ({ explorer }) => {
  for (const query of ["db", "dibao", "低保", "Dibao standard"]) {
    await explorer.search.fill(query);
    await expect(explorer.results.filter({ hasText: /^指标\s*低保标准/ }).or(explorer.results.filter({ hasText: /^指标\s*Dibao standard\s*低保标准/ })), query).toBeVisible();
  }
});

test("is walked by arrow keys, and Enter chooses", async ({ page, explorer }) => {
  await explorer.search.pressSequentially("医疗卫生");
  await expect(explorer.search).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const second = explorer.results.nth(1);
  await expect(second).toHaveAttribute("aria-selected", "true");
  await expect(explorer.search).toHaveAttribute("aria-activedescendant", await second.getAttribute("id"));
  await page.keyboard.press("ArrowUp");
  await expect(explorer.chosenResult).toContainText("医疗卫生");
  await page.keyboard.press("Enter");
  await expect(explorer.chips).toHaveText("医疗卫生");
  await expect(explorer.searchList).toBeHidden();
  await expect(explorer.search).toBeFocused();
});

test("opens a printed figure that is clicked", async ({ explorer }) => {
  await explorer.search.fill("近17亿");
  await explorer.results.first().click();
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

test("reads full-width and traditional characters, everyday words and words without blanks", async ({ explorer }) => {
  for (const [query, found] of [
    ["學校", "学校"],
    ["１７亿", "近17亿元"],
    ["ｄｉｂａｏ", "Dibao"],
    ["承德 医保", "承德市"],
    ["承德医保", "承德市"],
    ["幼儿园 学位", "3150个"],
    ["52个村", "52个"],
    ["80岁", "80周岁"],
    ["2024", "2024年"],
    ["看病", "医疗卫生"],
    ["找工作", "就业"],
    ["养老院", "养老服务机构"],
    ["德州经济技术开发区", "德州经开区"],
    ["tap water", "tap-water"],
  ]) {
    await explorer.search.fill(query);
    await expect(explorer.nothingFound, query).toHaveCount(0);
    await expect(explorer.results.filter({ hasText: found }).first(), query).toBeVisible();
  }
});

test("puts what the filters leave first and counts what they leave out", async ({ page, site, explorer }) => {
  await explorer.open(`${site.root}#v=1&f.place=chengde`);
  await explorer.search.fill("低保");
  await expect(explorer.results.first()).toContainText("低保");
  await expect(explorer.searchBeyond).toHaveText(/^当前筛选之外还有\d+项$/);
  await expect(explorer.searchTold).toContainText("当前筛选之外还有");
  const left = Number((await explorer.results.last().textContent()).match(/（(\d+)\u2060?项）/)[1]);
  await explorer.results.last().click();
  await expect(explorer.chips).toHaveText(["承德市", "“低保”"]);
  await expect(explorer.matching).toHaveText(new RegExp(`^共${left}\u2060?项数据$`));
  await explorer.open(`${site.root}#v=1&lang=en&f.place=chengde`);
  await explorer.search.fill("dibao");
  await expect(explorer.searchBeyond).toHaveText(/^\d+ more figures? outside the active filters$/);
  await page.keyboard.press("Escape");
  await expect(explorer.searchTold).toBeEmpty();
});

test("an everyday word in a link is searched for as in the box", async ({ site, explorer }) => {
  await explorer.search.fill("看病");
  await expect(explorer.results.first()).toContainText("医疗卫生");
  const text = await explorer.results.last().textContent();
  const count = text.match(/（(\d+)\u2060?项）/)[1];
  await explorer.open(`${site.root}#v=1&q=${encodeURIComponent("看病")}`);
  await expect(explorer.matching).toHaveText(new RegExp(`^共${count}\u2060?项数据$`));
});

test("finds the values of a reader's own table, and its rows", async ({ page, explorer }) => {
  await dropText(page, "own.csv", own);
  await expect(page.getByTestId("shown-table")).toBeVisible();
  await explorer.search.fill("Brack");
  await expect(explorer.found("Brack")).toContainText("place");
  await explorer.search.fill("clinic");
  await expect(explorer.found("clinic")).toContainText("kind");
  await explorer.search.fill("Aldmoor clinic");
  await expect(explorer.results).toHaveCount(2);
  await explorer.search.fill("Aldmoor");
  await explorer.results.last().click();
  await expect(explorer.chips).toHaveText("“Aldmoor”");
  await expect(explorer.matching).toHaveText(/^2\u2060?行符合条件$/);
});

/** Composes as a pinyin keyboard does, and gives what the page said at each step. */
async function compose(page, steps, chosen, said) {
  const debug = await page.context().newCDPSession(page);
  const heard = [];
  for (const text of steps) {
    await debug.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(100);
    heard.push(await said());
  }
  await debug.send("Input.insertText", { text: chosen });
  await debug.detach();
  return heard;
}

test("searches and says nothing while an input method composes", async ({ page, explorer }) => {
  // What is composed while the program is still coming is another matter.
  await page.evaluate(() => window.minshengRest(false));
  await explorer.search.focus();
  const said = async () => [await explorer.searchTold.textContent(), await explorer.results.count(), await explorer.nothingFound.count()];
  const heard = await compose(page, ["d", "d'e", "d'e'z"], "德州", said);
  expect(heard).toEqual([["", 0, 0], ["", 0, 0], ["", 0, 0]]);
  await expect(explorer.search).toHaveValue("德州");
  await expect(explorer.results.filter({ hasText: "德州市" })).toHaveCount(1);
  await expect(explorer.searchTold).not.toBeEmpty();
});

test("a list of values hears an input method's words, not its letters", async ({ page, explorer }) => {
  const rows = Array.from({ length: 90 }, (_, n) => `${n === 7 ? "德州" : `第${n}镇`},${n}`);
  await dropText(page, "long.csv", `地区,数量\n${rows.join("\n")}\n`);
  const box = page.getByTestId("facet-search").first();
  await expect(box).toBeVisible();
  const told = page.locator(".facet-told").first();
  await expect(told).toHaveText(/^90\u2060?项$/);
  await box.focus();
  const heard = await compose(page, ["d", "d'e", "d'e'z"], "德州", () => told.textContent());
  expect(heard.map((text) => text.replaceAll("\u2060", ""))).toEqual(["90项", "90项", "90项"]);
  await expect(told).toHaveText(/^1\u2060?项$/);
});
