// The promise ledger: grouped by the reader's choice, leading to figures and filters; the row of views in the header.
import { expect, test } from "./fixtures.js";

test.describe("promises", () => {
  test.beforeEach(({ site, explorer }) => explorer.open(`${site.root}#v=1&view=ledger`));

  test("say in five seconds: of the schools promised so many are done, and when the rest is due", async ({ explorer, record }) => {
    await expect(explorer.ledgerTitle).toHaveText(/^承德市承诺新建、改扩建中小学15个，到2024年9月底完成12\u2060?个$/);
    await expect(explorer.ledgerTitle.locator("strong")).toHaveText(/^12\u2060?个$/);
    const first = explorer.promises.first();
    await expect(first.getByRole("heading")).toHaveText("新建、改扩建中小学15个");
    await expect(first.getByTestId("said").first()).toContainText(/全部开工，完成.*12.*主体完工/);
    await expect(first.getByTestId("calendar").locator("svg text")).toHaveText(["年底", "9月底", "2024年"]);
    await expect(first.getByTestId("calendar").locator("svg")).toHaveAttribute("aria-label", /数字的时间：2024年1—9月；定于2024年底/);
    expect(record.errors).toEqual([]);
  });

  test("say it on the first screen of a phone, its figure high", async ({ page, explorer }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(explorer.ledgerTitle).toHaveText(/^承德市承诺新建、改扩建中小学15个，到2024年9月底完成12\u2060?个$/);
    await expect(explorer.ledgerTitle).toBeInViewport();
    const title = await explorer.ledgerTitle.boundingBox();
    expect(title.y + title.height).toBeLessThan(260);
    await expect(explorer.promises.first().getByTestId("calendar")).toBeInViewport();
  });

  test("are not judged before they are due, by no word and no sign", async ({ explorer }) => {
    await expect(explorer.standings).toHaveCount(0);
    await expect(explorer.views.ledger).not.toContainText(/滞后|未完成|超额|与时间同步|快于时间/);
  });

  test("lead from their figures to the detail", async ({ explorer }) => {
    const schools = explorer.promise("新建、改扩建中小学15个");
    await schools.getByTestId("said").getByRole("button", { name: "12个" }).click();
    await expect(explorer.detailName).toContainText("中小学");
    await expect(explorer.detailFigure).toHaveText(/12/);
  });

  test("mark a target that was worked out, and tell what is left in the release's own words", async ({ explorer }) => {
    const compounds = explorer.promise("老旧小区改造").filter({ hasText: "本站推算" });
    await expect(compounds.getByTestId("said")).toContainText(/余下.*5.*定于2024年10月底完成/);
    await expect(compounds.getByTestId("standing")).toHaveCount(0);
    const workers = explorer.promise("失业人员再就业");
    await expect(workers.getByTestId("said")).toContainText("原文公布完成年度任务的112.8%");
    await expect(workers.getByTestId("said")).not.toContainText("14,303");
  });

  test("tell a contradiction of the release beside it, and in words what the release leaves out", async ({ explorer }) => {
    await expect(explorer.promise("农村生活污水治理村庄52个村").getByTestId("doubt").first()).toContainText("原文有疑点");
    const beds = explorer.promise("新增床位300张");
    await expect(beds).toContainText("原文没有写期限和进展。");
    await expect(beds.getByTestId("calendar")).toHaveCount(0);
  });

  test("stay where they are when a filter leaves them, unfolded as they were", async ({ page, explorer }) => {
    const roads = explorer.promise("景观提升道路5条");
    await roads.locator("summary").click();
    const marked = await roads.evaluateHandle((promise) => Object.assign(promise, { isMarked: true }));
    const before = await explorer.promises.count();
    await explorer.value("topic", "环境与出行").click();
    await expect.poll(() => explorer.promises.count()).toBeLessThan(before);
    expect(await marked.evaluate((promise) => promise.isConnected && promise.isMarked)).toBe(true);
    await expect(roads.getByTestId("promise-part").first()).toBeVisible();
    await page.goBack();
    await expect(explorer.promises).toHaveCount(before);
  });

  test("fold the parts of a project under it; projects without a target stand in one line", async ({ page, explorer }) => {
    const roads = explorer.promise("景观提升道路5条");
    await expect(roads.getByTestId("promise-part").first()).toBeHidden();
    await roads.locator("summary").click();
    await expect(roads.getByTestId("promise-part").first()).toBeVisible();
    const rest = explorer.ledgerRest.first();
    await expect(rest).toContainText(/另有\d+项/);
    await expect(rest).toContainText("原文没有写出目标是多少");
    await rest.getByRole("button", { name: "口袋公园建设" }).click();
    await expect(explorer.views.table).toBeVisible();
    await expect(page).toHaveURL(/f\.project=chengde-pocket-parks/);
  });

  test("are grouped as the reader chooses, and the link says so", async ({ page, explorer }) => {
    await expect(explorer.ledgerGroups.first().getByRole("heading", { level: 3 })).toHaveText(/市|区/);
    await explorer.groupBy("domain").click();
    await expect(explorer.groupBy("domain")).toHaveAttribute("aria-pressed", "true");
    await expect(page).toHaveURL(/promises=domain/);
    const names = await explorer.ledgerGroups.getByRole("heading", { level: 3 }).allTextContents().then((all) => all.map((name) => name.trim()));
    expect(names).toContain("教育");
    await page.reload();
    await explorer.standing();
    await expect(explorer.ledgerGroups.getByRole("heading", { level: 3 })).toHaveText(names);
  });

  test("lead to all their figures in the table", async ({ page, explorer }) => {
    const schools = explorer.promise("新建、改扩建中小学15个");
    await schools.locator("summary").click();
    await schools.getByRole("button", { name: /^查看/ }).click();
    await expect(explorer.views.table).toBeVisible();
    await expect(page).toHaveURL(/f\.project=chengde-schools/);
  });

  test("stand in a table too, whose lines open", async ({ explorer }) => {
    const table = explorer.views.ledger.locator("> .as-table");
    await table.locator("summary").click();
    await expect(table.locator("tbody tr").first()).toContainText("承诺");
    expect(await table.locator("tbody tr").count()).toBeGreaterThan(await explorer.promises.count());
    await table.locator("tbody tr").first().getByRole("button").click();
    await expect(explorer.detail).toBeVisible();
  });
});

for (const theme of ["light", "dark"]) {
  test(`the first picture of the promises fits a phone's width with its calendar, ${theme}`, async ({ site, page, explorer }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await explorer.open(`${site.root}#v=1&view=ledger&theme=${theme}`);
    const sizes = await page.getByTestId("calendar").first().locator("svg text").evaluateAll((texts) =>
      texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    expect(await explorer.overflow()).toBe(0);
  });
}

test("a reader's own table has no ledger, and a link to one says what it needs", async ({ site, page, explorer }) => {
  await explorer.open(site.root);
  await expect(explorer.viewLink("ledger")).toBeVisible();
  await explorer.menu.click();
  await page.getByTestId("open-file").setInputFiles({
    name: "numbers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("place,year,value\n甲,2020,1\n乙,2021,2\n"),
  });
  await expect(page.getByTestId("shown-table")).toContainText("numbers.csv");
  await expect(explorer.viewLink("ledger")).toHaveCount(0);
  // The rest of the address says that it is about this table; without it, the address leads back to the releases.
  await explorer.editFragment(`${new URL(page.url()).hash.slice(1)}&view=ledger`);
  await expect(page.getByTestId("ledger-needs")).toContainText("目标数和实际数");
});

for (const [width, lang] of [1440, 768, 390].flatMap((width) => ["zh", "en"].map((lang) => [width, lang]))) {
  test(`the views fit at ${width} px, the one in force in sight, ${lang}`, async ({ site, page, explorer }) => {
    await page.setViewportSize({ width, height: 844 });
    await explorer.open(`${site.root}#v=1&lang=${lang}`);
    const links = explorer.nav.getByRole("link");
    for (let at = 0; at < (await links.count()); at += 1) {
      await links.nth(at).click();
      await expect(links.nth(at)).toHaveAttribute("aria-current", "page");
      await expect.poll(() => links.nth(at).evaluate((link) => {
        const [inner, outer] = [link.getBoundingClientRect(), link.parentElement.getBoundingClientRect()];
        return inner.left >= outer.left && inner.right <= outer.right;
      })).toBe(true);
      expect(await explorer.overflow()).toBe(0);
    }
  });
}
