// Paper: the view with its selection and sources, without what only works on screen.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";
import { bare, readPaper } from "./readback.js";

const NAMES = { overview: "一览", ledger: "进度", timeline: "时间线", chart: "图表", compare: "对比", table: "明细" };

// A poster is a sheet of its own: poster.spec.js.
for (const view of VIEWS.filter((view) => view !== "poster")) {
  test(`prints the ${view}`, async ({ site, page, explorer }) => {
    await explorer.open(`${site.root}#v=1&view=${view}&f.domain=education&f.place=dezhou`);
    await expect(explorer.views[view]).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(explorer.header).toBeHidden();
    await expect(explorer.filters).toBeHidden();
    await expect(explorer.copyLink).toBeHidden();
    await expect(explorer.copySummary).toBeHidden();
    await expect(explorer.export.first()).toBeHidden();
    // An overview tells at its foot what it is about; other views do so in a line.
    const told = view === "overview" ? explorer.sentence : explorer.line;
    await expect(told).toBeVisible();
    await expect(explorer.chips.first()).toBeVisible();
    await expect(explorer.printedHead).toBeVisible();
    await expect(explorer.printedSources).toHaveText(/奔向群众满意的民生路.*2021年/);
    await expect(explorer.printedSources).toBeVisible();
    const sentence = await told.textContent();
    const pages = await readPaper(page);
    // The first page says what this is, of when and from where, and what is chosen.
    expect(pages[0]).toContain(`民生数图${NAMES[view]}${new Date().getFullYear()}年`);
    expect(pages[0]).toContain(`${site.root}#v=1&`);
    expect(pages[0]).toContain("f.domain=education&f.place=dezhou");
    // How much there is follows what is shown, which comes first.
    expect(pages.join("")).toContain(bare(sentence));
    expect(pages[0].indexOf(bare(sentence))).not.toBe(0);
    expect(pages[0]).toContain("教育");
    expect(pages.join("")).toMatch(/来源.*奔向群众满意的民生路/);
    // Nothing that a press could do is on paper.
    for (const word of ["复制", "下载", "全部清除", "更多设置"]) expect(pages.join("")).not.toContain(word);
    await page.emulateMedia({ media: "screen" });
    await expect(explorer.printedSources).toHaveCount(0);
    await expect(explorer.printedHead).toHaveCount(0);
    await expect(explorer.header).toBeVisible();
  });
}

test("a table of many pages has its column names on each", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=table`);
  await explorer.gridRows.first().waitFor();
  const rows = Number(await explorer.grid.getAttribute("aria-rowcount")) - 1;
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".paper-table tbody tr")).toHaveCount(rows);
  const names = await page.locator(".paper-table thead th").allTextContents();
  const pages = await readPaper(page);
  expect(pages.length).toBeGreaterThan(5);
  const withRows = pages.filter((text) => /已完成|计划|进行中|现状/.test(text));
  expect(withRows.length).toBeGreaterThan(5);
  for (const text of withRows) expect(text).toContain(bare(names.join("")));
});

for (const lang of ["zh", "en"]) {
  test(`a wide window and a phone print the same words (${lang})`, async ({ site, page, explorer }) => {
    const words = [];
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await explorer.open(`${site.root}#v=1&view=table&lang=${lang}&f.place=duji&f.domain=housing`);
      await explorer.gridRows.first().waitFor();
      await page.emulateMedia({ media: "print" });
      await expect(explorer.printedHead).toBeVisible();
      words.push((await readPaper(page)).join(""));
      await page.emulateMedia({ media: "screen" });
    }
    expect(words[0]).toBe(words[1]);
  });
}

test("no finding is parted from what says where and when it is of", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByTestId("finding").first()).toHaveCSS("break-inside", "avoid");
});
