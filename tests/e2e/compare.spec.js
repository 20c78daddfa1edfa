// Places beside one another: like figures are ranked, unlike ones are refused in words, and every figure leads to its source.
import { expect, test } from "./fixtures.js";
import { ExplorerPage, joined } from "./page.js";

const PER_HEAD = "v=1&view=compare&subject=old_age_allowance_spending&per=old_age_allowance_recipients";

test("sets like beside like, unlike apart with the difference before the bars, and opens a figure", async ({ site, explorer, record }) => {
  await explorer.open(`${site.root}#v=1&view=compare&subject=old_age_allowance_recipients`);
  await expect(explorer.compareTitle).toContainText("高龄津贴领取人数");
  const old = explorer.compareFigures.first();
  await expect(old).toContainText(/高龄老人.*2\u2060?个地区/);
  await expect(old).toContainText(/年份不同：2019\u2060?年至2021\u2060?年/);
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

const PHONE = { width: 390, height: 844 };

/** Lower edge of a part of the page, in px of the window. */
const bottom = async (locator) => {
  const box = await locator.boundingBox();
  return box.y + box.height;
};

// What a reader takes away in five seconds: it stands in the title, with a figure above y = 260, and the first picture under
// it is whole on the first screen.
const MESSAGES = {
  across: [/^新建、改扩建幼儿园：德州经开区11\u2060?所.*进行中；聊城开发区10\u2060?所列入计划/, "v=1&view=compare"],
  pair: [joined("高龄津贴领取人数：高龄老人，德州经开区1,540人（2021年）、杜集区7,836人（2019年）"), "v=1&view=compare&compare=pair"],
  coverage: [/^教育、医疗卫生、救助帮扶5\u2060?地都有公布；威海经开区没有公布养老方面的数据$/, "v=1&view=compare&compare=coverage"],
};

for (const kind of ["across", "pair"]) {
  test(`${kind}: an English phone has the first picture whole on its first screen too`, async ({ site, page, explorer }) => {
    await page.setViewportSize(PHONE);
    await explorer.open(`${site.root}#v=1&view=compare&compare=${kind}&lang=en`);
    const picture = explorer.compareFigures.first().locator("svg").first();
    await expect(picture).toBeVisible();
    expect(await bottom(picture)).toBeLessThanOrEqual(PHONE.height);
  });
}

for (const [kind, [message, fragment]] of Object.entries(MESSAGES)) {
  test(`${kind}: the five-second message and the first picture stand on a phone's first screen`, async ({ site, page, explorer }) => {
    await page.setViewportSize(PHONE);
    await explorer.open(`${site.root}#${fragment}`);
    await expect(explorer.compareTitle).toHaveText(message);
    const title = await explorer.compareTitle.boundingBox();
    expect(title.y).toBeLessThan(230);
    expect(await bottom(explorer.compareFigures.first().locator("svg").first())).toBeLessThanOrEqual(PHONE.height);
    // The ways to compare stand under what they change.
    const modes = await explorer.comparison(kind).boundingBox();
    expect(modes.y).toBeGreaterThan(await bottom(explorer.compareFigures.first()));
    expect(modes.height).toBeGreaterThanOrEqual(44);
  });
}

test("says before the bars what is the same and what differs", async ({ site, page, explorer }) => {
  await page.setViewportSize(PHONE);
  await explorer.open(`${site.root}#v=1&view=compare&subject=kindergartens_built`);
  const card = page.getByTestId("compare-likeness");
  // A phone says it in a line, which unfolds.
  await expect(card.locator("summary")).toHaveText("不同之处：进展、时间、范围、地区级别");
  expect(await bottom(card)).toBeLessThan((await explorer.compareFigures.first().boundingBox()).y);
  await card.locator("summary").click();
  await expect(card.getByRole("columnheader")).toContainText(["德州经开区", "聊城开发区", "杜集区", "威海经开区"]);
  await expect(card.getByRole("rowheader")).toContainText(["进展", "时间", "范围"]);
  expect(await bottom(card)).toBeLessThan((await explorer.compareFigures.first().boundingBox()).y);
  await explorer.open(`${site.root}#v=1&view=compare&subject=volunteers`);
  await expect(card).toContainText("✓ 相同：进展（现状）");
});

test("is our dibao lower than elsewhere: three taps from the overview, answered on the first screen", async ({ site, browser }) => {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, locale: "zh-CN" });
  const page = await context.newPage();
  const explorer = new ExplorerPage(page);
  await explorer.open(site.root);
  let taps = 0;
  const tap = async (act, n = 1) => {
    await act;
    taps += n;
  };
  await tap(explorer.viewLink("compare").tap());
  // A native list takes two: one that opens it, one that chooses.
  await tap(explorer.subject.selectOption("dibao_standard"), 2);
  expect(taps).toBeLessThanOrEqual(3);
  await expect(explorer.compareTitle).toHaveText(joined("低保标准：只有德州经开区公布，城镇不低于755元/人·月，农村不低于565元/人·月（截至2021年）"));
  await expect(explorer.compareLead).toHaveText("聊城开发区、杜集区、威海经开区、承德市没有公布这一项，所以比不出高低。");
  expect(await bottom(explorer.compareLead)).toBeLessThan(PHONE.height);
  await context.close();
});

test("a chosen place is compared with the others", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&f.place=duji`);
  await expect(explorer.views.compare).toContainText("在杜集区与各地");
  await expect(explorer.compareTitle).toContainText("威海经开区");
  await explorer.comparison("pair").click();
  await expect(explorer.left).toHaveValue("duji");
});

test("rows of two places that must not be compared are folded with their reasons", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=pair&left=dezhou_etdz&right=weihai_etdz`);
  const folded = page.locator(".pair-folded");
  await expect(folded.locator("summary")).toHaveText("另有8项口径不同，不宜相比；其中2项原文说法不清或前后不一");
  await expect(explorer.pairRows.first()).toBeHidden();
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
  await expect(explorer.compareTitle).toContainText("只有威海经开区公布");
  await explorer.compareOffers.first().press("Enter");
  await expect(explorer.compareTitle).not.toContainText("只有");
  await expect(explorer.compareTitle).toBeFocused();
});

test("puts money per person where that makes sense, and names both figures", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#${PER_HEAD}`);
  await expect(explorer.compareTitle).toContainText("高龄津贴发放金额，按高龄津贴领取人数平均");
  await expect(explorer.compareFigures.first()).toContainText("323.78万元 ÷ 7,836人");
  await expect(explorer.compareFigures.first()).toContainText("元/人");
  await expect(explorer.views.compare).toContainText("根据公布数字计算，原文没有给出");
  // What was taken back from offenders is not shared out among them.
  await explorer.subject.selectOption("losses_recovered");
  await expect(explorer.compareTitle).toContainText("追赃挽损");
  await expect(explorer.per).toHaveCount(0);
});

test("two places: bars of what may stand side by side, no ratio of unlike figures, and the reason", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=pair&left=dezhou_etdz&right=weihai_etdz`);
  const picture = explorer.compareFigures.first();
  await expect(picture).toContainText("新建、改扩建中小学");
  await expect(explorer.compareLead).toContainText("不算倍数：都没有说从哪年算起");
  await expect(explorer.views.compare).not.toContainText(/\d倍/);
  await page.locator(".pair-folded summary").click();
  const row = (name) => explorer.pairRows.filter({ hasText: name });
  await expect(row("招聘教师")).toContainText("一个是多年累计，一个是一年的数");
  await row("学校、幼儿园建设投资").getByRole("button").first().click();
  await expect(explorer.detailFigure).toHaveText("近17亿元");
  await explorer.closeDetail.click();
  await explorer.swap.click();
  await expect(explorer.left).toHaveValue("weihai_etdz");
  await expect(explorer.compareTitle).toContainText("新建、改扩建中小学");
});

test("the coverage unfolds a field by its dots and opens figures", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=coverage`);
  await explorer.unfold.selectOption("safety");
  await expect(explorer.compareTitle).toContainText("公共安全：没有两地公布同一项");
  await explorer.views.compare.getByRole("button", { name: /^巡防队伍：/ }).click();
  await expect(explorer.detailName).toHaveText("巡防队伍");
  await explorer.closeDetail.click();
  await explorer.unfold.selectOption("");
  await explorer.views.compare.getByRole("button", { name: /^教育：德州经开区/ }).click();
  await expect(explorer.unfold).toHaveValue("education");
  await expect(explorer.compareTitle).toContainText(/新建、改扩建幼儿园在5\u2060?地中有4\u2060?地公布，最多/);
});

for (const kind of ["across", "pair", "coverage"]) {
  for (const width of [390, 768, 1440]) {
    test(`${kind} fits ${width} px, in both languages`, async ({ site, page, explorer }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const lang of ["zh", "en"]) {
        await explorer.open(`${site.root}#v=1&view=compare&compare=${kind}&lang=${lang}`);
        await expect(explorer.compareFigures.first()).toBeVisible();
        expect(await explorer.overflow(), lang).toBe(0);
        if (lang === "en") expect(await explorer.unmarkedChinese()).toEqual([]);
      }
    });
  }

  test(`axe finds nothing in ${kind}`, async ({ site, explorer, axe }) => {
    test.slow();
    for (const theme of ["light", "dark"]) {
      await explorer.open(`${site.root}#v=1&view=compare&compare=${kind}&theme=${theme}&f.domain=education`);
      await expect(explorer.compareFigures.first()).toBeVisible();
      expect(await axe(), theme).toEqual([]);
    }
  });
}

test("prints the comparison without its controls", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=pair&left=duji&right=chengde`);
  await page.emulateMedia({ media: "print" });
  await expect(explorer.comparison("pair")).toBeHidden();
  await expect(explorer.left).toBeHidden();
  await expect(explorer.compareTitle).toBeVisible();
  await expect(explorer.printedSources.first()).toBeVisible();
});
