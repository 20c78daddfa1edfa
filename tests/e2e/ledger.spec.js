// The promise ledger: grouped by the reader's choice, leading to figures and filters; the row of views in the header.
import { expect, test } from "./fixtures.js";

test.describe("promises", () => {
  test.beforeEach(({ site, explorer }) => explorer.open(`${site.root}#v=1&view=ledger`));

  test("say in words, signs and numbers how they stand", async ({ explorer, record }) => {
    await expect(explorer.ledgerSentence).toContainText(/共 \d+ 项承诺/);
    const total = Number((await explorer.ledgerSentence.textContent()).match(/共 (\d+) 项/)[1]);
    await expect(explorer.promises).toHaveCount(total);
    for (const standing of await explorer.standings.all()) {
      await expect(standing).toHaveText(/\S/);
      await expect(standing.locator("svg path")).toHaveCount(1);
    }
    const numbers = await explorer.ledgerCounts.first().locator("tbody td:nth-of-type(1)").allTextContents();
    expect(numbers.map(Number).reduce((a, b) => a + b)).toBe(total);
    expect(record.errors).toEqual([]);
  });

  test("tell Chengde's schools with their target, what is begun and what is done", async ({ explorer }) => {
    const schools = explorer.promise("新建、改扩建中小学").filter({ hasText: "义务教育" });
    for (const words of ["目标", "已开工", "已完成", "80%", "与时间同步", "2024年10月31日"]) {
      await expect(schools).toContainText(words);
    }
    await schools.getByRole("button", { name: "12个" }).click();
    await expect(explorer.detailName).toContainText("中小学");
    await expect(explorer.detailFigure).toHaveText(/12/);
  });

  test("go beyond their target without being cut", async ({ explorer }) => {
    const workers = explorer.promise("失业人员再就业");
    await expect(workers).toContainText("112.8%");
    await expect(workers).toContainText("超额完成");
    const mark = workers.locator(".mark");
    await mark.focus();
    await mark.press("Enter");
    await expect(explorer.detailFigure).toHaveText(/16,134/);
  });

  test("are grouped as the reader chooses, and the link says so", async ({ page, explorer }) => {
    await expect(explorer.ledgerGroups.first().getByRole("heading", { level: 3 })).toHaveText(/市|区/);
    await explorer.groupBy("domain").click();
    await expect(explorer.groupBy("domain")).toHaveAttribute("aria-pressed", "true");
    await expect(page).toHaveURL(/promises=domain/);
    const names = await explorer.ledgerGroups.getByRole("heading", { level: 3 }).allTextContents();
    expect(names).toContain("教育");
    await page.reload();
    await explorer.standing();
    await expect(explorer.ledgerGroups.getByRole("heading", { level: 3 })).toHaveText(names);
  });

  test("lead to a filter and to their figures", async ({ page, explorer }) => {
    await explorer.ledgerCounts.first().getByRole("button", { name: "承德市" }).click();
    await expect(explorer.chips).toHaveText("承德市");
    await expect(explorer.ledgerGroups).toHaveCount(1);
    const schools = explorer.promise("新建、改扩建中小学");
    await schools.getByRole("button", { name: /^查看/ }).click();
    await expect(explorer.views.table).toBeVisible();
    await expect(page).toHaveURL(/f\.project=chengde-schools/);
  });

  test("stand in a table too, whose lines open", async ({ explorer }) => {
    const table = explorer.views.ledger.locator("> .as-table");
    await table.locator("summary").click();
    await expect(table.locator("tbody tr")).toHaveCount(await explorer.promises.count());
    await expect(table.locator("tbody tr").first()).toContainText("滞后");
    await table.locator("tbody tr").first().getByRole("button").click();
    await expect(explorer.detail).toBeVisible();
  });
});

test("a reader's own table has no ledger, and a link to one says what it needs", async ({ site, page, explorer }) => {
  await explorer.open(site.root);
  await expect(explorer.viewLink("ledger")).toBeVisible();
  await page.getByTestId("open-file").setInputFiles({
    name: "numbers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("place,year,value\n甲,2020,1\n乙,2021,2\n"),
  });
  await expect(page.getByTestId("shown-table")).toContainText("numbers.csv");
  await expect(explorer.viewLink("ledger")).toHaveCount(0);
  await explorer.editFragment("v=1&view=ledger");
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
