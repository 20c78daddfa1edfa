// Places beside one another: like figures are ranked, unlike ones are refused in words, and every figure leads to its source.
import { expect, test } from "./fixtures.js";

const PER_HEAD = "v=1&view=compare&subject=old_age_allowance_spending&per=old_age_allowance_recipients";

test("sets like beside like, unlike apart with the difference before the bars, and opens a figure", async ({ site, explorer, record }) => {
  await explorer.open(`${site.root}#v=1&view=compare&subject=old_age_allowance_recipients`);
  await expect(explorer.compareTitle).toContainText("高龄津贴领取人数");
  const old = explorer.compareFigures.first();
  await expect(old).toContainText(/高龄老人.*2个地区/);
  await expect(old).toContainText("年份不同：2019年至2021年");
  await expect(old).toContainText("高低不代表好坏");
  await explorer.compareMarks.first().click();
  await expect(explorer.detailName).toContainText("高龄津贴领取人数");
  await explorer.closeDetail.click();
  await explorer.subject.selectOption("kindergartens_built");
  await expect(explorer.compareTitle).toContainText("新建、改扩建幼儿园");
  const planned = explorer.compareFigures.filter({ hasText: "聊城开发区" });
  await expect(planned.getByRole("heading")).toHaveText(/^计划：单独列出/);
  // The difference stands above the picture, the note under it.
  const text = await planned.textContent();
  expect(text.indexOf("有的是")).toBeLessThan(text.indexOf("原文没有写完成情况"));
  expect(record.errors).toEqual([]);
});

test("says what each place has come to, and before the bars what is the same and what differs", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(`${site.root}#v=1&view=compare&subject=kindergartens_built`);
  await expect(explorer.compareTitle).toContainText("新建、改扩建幼儿园");
  const card = page.getByTestId("compare-likeness");
  await expect(card.getByRole("columnheader")).toContainText(["地区", "进展", "时间", "范围", "地区级别"]);
  await expect(card).toContainText("≠ 不同");
  const [above, below] = [await card.boundingBox(), await explorer.compareFigures.first().boundingBox()];
  expect(above.y).toBeLessThan(below.y);
});

test("rows of two places that must not be compared are folded with their reasons", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=pair&left=dezhou_etdz&right=weihai_etdz`);
  const folded = page.locator(".pair-folded");
  await expect(folded.locator("summary")).toContainText("口径不同，不能比");
  await folded.locator("summary").click();
  await expect(folded).toContainText("一个是多年累计，一个是一年的数");
});

test("another indicator by keyboard; the link carries it", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare`);
  await explorer.subject.focus();
  await explorer.subject.selectOption("rural_roads");
  await expect(explorer.compareTitle).toContainText("农村公路建设");
  await expect(page).toHaveURL(/subject=rural_roads/);
  await page.goBack();
  await expect(explorer.compareTitle).not.toContainText("农村公路建设");
});

test("an indicator of one place says so and leads on", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&subject=cases_solved`);
  await expect(explorer.compareLead).toContainText("只有威海经开区公布了这个指标");
  await explorer.compareOffers.first().press("Enter");
  await expect(explorer.compareLead).not.toContainText("只有");
  await expect(explorer.compareTitle).toBeFocused();
});

test("puts money per person where that makes sense, and names both figures", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#${PER_HEAD}`);
  await expect(explorer.compareTitle).toContainText("高龄津贴发放金额 ÷ 高龄津贴领取人数");
  await expect(explorer.compareFigures.first()).toContainText("323.78万元 ÷ 7,836人");
  await expect(explorer.compareFigures.first()).toContainText("元/人");
  await expect(explorer.views.compare).toContainText("根据公布数字计算，原文没有给出");
  // What was taken back from offenders is not shared out among them.
  await explorer.subject.selectOption("losses_recovered");
  await expect(explorer.compareTitle).toContainText("追赃挽损");
  await expect(explorer.per).toHaveCount(0);
});

test("two places: no ratio of unlike figures, and the reason", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=pair&left=dezhou_etdz&right=weihai_etdz`);
  const row = (name) => explorer.pairRows.filter({ hasText: name });
  await expect(row("污水管道铺设长度")).toContainText("不比");
  await expect(row("污水管道铺设长度")).not.toContainText(/\d倍/);
  await expect(row("招聘教师")).toContainText("不比");
  await expect(row("招聘教师")).toContainText("一个是多年累计，一个是一年的数");
  await expect(row("学校、幼儿园建设投资")).toContainText("近");
  await expect(row("学校、幼儿园建设投资")).not.toContainText("说不准");
  await explorer.swap.click();
  await expect(explorer.left).toHaveValue("weihai_etdz");
  await expect(row("招聘教师")).toContainText("不比");
});

test("the coverage unfolds a field and opens figures", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=coverage`);
  await expect(explorer.compareFigures.first()).toContainText("每个领域公布了几个指标");
  await explorer.unfold.selectOption("safety");
  const teams = explorer.coverageRows.filter({ hasText: "巡防队伍" });
  await expect(teams).toContainText("没有公布");
  await teams.getByRole("button").click();
  await expect(explorer.detailName).toHaveText("巡防队伍");
  // Several figures are listed in the table.
  await explorer.coverageRows.filter({ hasText: "破获案件" }).getByRole("button").click();
  await expect(explorer.views.table).toBeVisible();
  await expect(explorer.chips).toContainText(["破获案件"]);
});

test("one place leads back to all", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=pair&f.place=chengde`);
  await expect(explorer.compareLead).toContainText("两地相比需要两个地区");
  await explorer.compareOffers.first().click();
  await expect(explorer.chips).toHaveCount(0);
  await expect(explorer.pairRows.first()).toBeVisible();
});

/** What a comparison is made of: two places stand row by row. */
const shown = (explorer, kind) => (kind === "pair" ? explorer.pairRows : explorer.compareFigures);

for (const kind of ["across", "pair", "coverage"]) {
  for (const width of [390, 768, 1440]) {
    test(`${kind} fits ${width} px, in both languages`, async ({ site, page, explorer }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const lang of ["zh", "en"]) {
        await explorer.open(`${site.root}#v=1&view=compare&compare=${kind}&lang=${lang}`);
        await expect(shown(explorer, kind).first()).toBeVisible();
        expect(await explorer.overflow(), lang).toBe(0);
        if (lang === "en") expect(await explorer.unmarkedChinese()).toEqual([]);
      }
    });
  }

  test(`axe finds nothing in ${kind}`, async ({ site, explorer, axe }) => {
    test.slow();
    for (const theme of ["light", "dark"]) {
      await explorer.open(`${site.root}#v=1&view=compare&compare=${kind}&theme=${theme}&f.domain=education`);
      await expect(shown(explorer, kind).first()).toBeVisible();
      expect(await axe(), theme).toEqual([]);
    }
  });
}

test("prints the comparison without its controls", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=pair&left=duji&right=chengde`);
  await page.emulateMedia({ media: "print" });
  await expect(explorer.comparison("pair")).toBeHidden();
  await expect(explorer.left).toBeHidden();
  await expect(explorer.pairRows.first()).toBeVisible();
  await expect(explorer.printedSources.first()).toBeVisible();
});
