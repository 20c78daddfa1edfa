// Paper: the view with its selection and sources, without what only works on screen.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";

for (const view of VIEWS) {
  test(`prints the ${view}`, async ({ site, page, explorer }) => {
    await explorer.open(`${site.root}#v=1&view=${view}&f.domain=education&f.place=dezhou`);
    await expect(explorer.views[view]).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(explorer.header).toBeHidden();
    await expect(explorer.filters).toBeHidden();
    await expect(explorer.copyLink).toBeHidden();
    await expect(explorer.sentence).toBeVisible();
    await expect(explorer.chips.first()).toBeVisible();
    await expect(explorer.printedSources).toHaveText(/奔向群众满意的民生路.*2021年/);
    await expect(explorer.printedSources).toBeVisible();
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(1);
    await page.emulateMedia({ media: "screen" });
    await expect(explorer.printedSources).toHaveCount(0);
    await expect(explorer.header).toBeVisible();
  });
}
