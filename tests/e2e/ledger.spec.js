// The promise ledger: grouped by the reader's choice, leading to figures and filters; the row of views in the header.
import { expect, test } from "./fixtures.js";

test.describe("promises", () => {
  test.beforeEach(({ site, explorer }) => explorer.open(`${site.root}#v=1&view=ledger`));

  test("say in words and signs how they stand; projects are folded under them", async ({ explorer, record }) => {
    const sentence = await explorer.ledgerSentence.textContent();
    const [, promises] = sentence.match(/共(\d+)项承诺/).map(Number);
    const [, projects] = sentence.match(/另列(\d+)个/).map(Number);
    await expect(explorer.standings).toHaveCount(promises);
    await expect(explorer.promises).toHaveCount(promises + projects);
    await expect(explorer.ledgerProjects.getByTestId("promise")).toHaveCount(projects);
    await expect(explorer.ledgerProjects.getByTestId("standing")).toHaveCount(0);
    for (const standing of await explorer.standings.all()) {
      await expect(standing).toHaveText(/\S/);
      await expect(standing.locator("svg path")).toHaveCount(1);
    }
    // Nothing is called late or on time by the time that has passed.
    await expect(explorer.views.ledger).not.toContainText(/滞后|与时间同步|快于时间/);
    expect(record.errors).toEqual([]);
  });

  test("tell Chengde's schools with their target, what is begun, what is done and when they are due", async ({ explorer }) => {
    const schools = explorer.promise("新建、改扩建中小学").filter({ hasText: "义务教育" });
    for (const words of ["目标", "已开工", "已完成", "按公布的数完成80%", "未到期", "定于2024年底"]) {
      await expect(schools).toContainText(words);
    }
    await schools.getByRole("button", { name: "12个" }).click();
    await expect(explorer.detailName).toContainText("中小学");
    await expect(explorer.detailFigure).toHaveText(/12/);
  });

  test("mark a target that was worked out, and tell what is left in the release's own words", async ({ explorer }) => {
    const compounds = explorer.promise("老旧小区改造").filter({ hasText: "本站推算" });
    await expect(compounds).toContainText("不作判断");
    await expect(compounds).toContainText("余下5个定于2024年10月底");
    const chengde = explorer.ledgerGroups.filter({ hasText: "承德市" }).first();
    await chengde.locator("summary").click();
    const workers = explorer.promise("失业人员再就业");
    await expect(workers).toContainText("原文公布完成年度任务的112.8%");
    await expect(workers.getByTestId("standing")).toHaveCount(0);
    await workers.getByRole("button", { name: "16,134人" }).click();
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

  test("lead to their figures", async ({ page, explorer }) => {
    const schools = explorer.promise("新建、改扩建中小学").filter({ hasText: "义务教育" });
    await schools.getByRole("button", { name: /^查看/ }).click();
    await expect(explorer.views.table).toBeVisible();
    await expect(page).toHaveURL(/f\.project=chengde-schools/);
  });

  test("stand in a table too, whose lines open", async ({ explorer }) => {
    const table = explorer.views.ledger.locator("> .as-table");
    await table.locator("summary").click();
    await expect(table.locator("tbody tr")).toHaveCount(await explorer.promises.count());
    await expect(table.locator("tbody tr").first()).toContainText("承诺");
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
