// What the page says of itself: its title, what is copied, and that it was.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

for (const lang of ["zh", "en"]) {
  test(`every view and selection has a title of its own (${lang})`, async ({ site, page, explorer }) => {
    const titles = new Set();
    await explorer.open(`${site.root}#v=1&lang=${lang}`);
    for (const filter of ["", "&f.place=chengde", "&f.place=chengde&f.domain=education"]) {
      for (const view of VIEWS) {
        await explorer.editFragment(`v=1&view=${view}${filter}&lang=${lang}`);
        await expect(explorer.viewLink(view)).toHaveAttribute("aria-current", "page");
        const name = await explorer.viewLink(view).textContent();
        await expect(page).toHaveTitle(new RegExp(`^${name} · `));
        const title = await page.title();
        expect(title).toMatch(lang === "zh" ? /民生数图$/ : /Minsheng Explorer$/);
        expect(title.includes(lang === "zh" ? "承德市" : "Chengde")).toBe(filter !== "");
        expect(titles).not.toContain(title);
        titles.add(title);
      }
    }
  });
}

for (const view of VIEWS) {
  test(`the copied summary of the ${view} has its figures and the link`, async ({ site, page, explorer }) => {
    await explorer.open(`${site.root}#v=1&view=${view}&f.place=chengde&f.domain=employment`);
    await expect(explorer.views[view]).toBeAttached();
    await explorer.copySummary.click();
    await expect(explorer.copied(explorer.copySummary)).toHaveText("已复制");
    const lines = (await copied(page)).split("\n");
    expect(lines[0]).toBe((await explorer.sentence.textContent()).replaceAll("\u2060", ""));
    expect(lines.at(-1)).toContain(`${site.root}#v=1`);
    expect(lines.filter((line) => /：.*\d/.test(line)).length).toBeGreaterThan(2);
    expect(lines.length).toBeLessThan(30);
    expect(lines.join("\n")).not.toMatch(/““|””|《《|》》/);
  });
}

test("that something was copied is said for a moment", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1`);
  for (const button of [explorer.copySummary, explorer.copyLink]) {
    await button.click();
    await expect(explorer.copied(button)).toHaveText("已复制");
    await expect(explorer.copied(button)).toHaveText("", { timeout: 8000 });
  }
});

test("what is searched for in quotation marks is quoted once", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&q=${encodeURIComponent("火星")}`);
  await expect(explorer.chips.first()).toHaveText("“火星”");
  await expect(explorer.chips.first()).toHaveAccessibleName("去掉“火星”");
  await expect(explorer.empty).not.toContainText("““");
});

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  test(`another view begins at its head (${viewport.width} px)`, async ({ site, page, explorer }) => {
    await page.setViewportSize(viewport);
    await explorer.open(`${site.root}#v=1`);
    const all = explorer.topics.last().getByRole("button", { name: /^全部/ });
    await all.scrollIntoViewIfNeeded();
    await all.click();
    await expect(explorer.grid).toBeVisible();
    const top = async () => (await explorer.views.table.boundingBox()).y;
    // Browsers scroll by whole pixels, and a header of text has a part of one.
    await expect.poll(top).toBeGreaterThan(-1);
    expect(await top()).toBeLessThan(viewport.height / 2);
    await expect(explorer.gridRows.first()).toBeInViewport();
    // The keyboard goes on from there.
    expect(await page.evaluate(() => document.querySelector("#view").contains(document.activeElement))).toBe(true);
    // Back, the overview stands where it was left.
    await page.goBack();
    await expect(explorer.views.overview).toBeAttached();
    await expect(all).toBeInViewport();
  });
}

test("the foot of the filters is as wide as their sheet", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(`${site.root}#v=1`);
  await explorer.openFilters.click();
  const [sheet, button] = await Promise.all([explorer.filters.boundingBox(), explorer.showFigures.boundingBox()]);
  expect(button.width).toBeGreaterThan(sheet.width - 64);
});
