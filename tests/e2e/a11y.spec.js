// axe finds nothing, wherever a reader gets to.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";

// axe works for seconds on hundreds of marks, and longer on a busy machine.
test.slow();

for (const theme of ["light", "dark"]) {
  for (const lang of ["zh", "en"]) {
    test(`in every view, ${theme}, ${lang}`, async ({ site, explorer, axe }) => {
      await explorer.open(`${site.root}#v=1&lang=${lang}&theme=${theme}`);
      for (const view of VIEWS) {
        await explorer.viewLink(view).click();
        await expect(explorer.views[view]).toBeVisible();
        expect(await axe(), view).toEqual([]);
      }
    });
  }
}

for (const [theme, lang] of [["light", "zh"], ["dark", "en"]]) {
  test(`with a figure open, results listed, nothing left, ${theme}, ${lang}`, async ({ site, explorer, axe }) => {
    // The least of a view, so that axe looks at what is asked here.
    const fragment = `v=1&lang=${lang}&theme=${theme}&f.domain=governance`;
    await explorer.open(`${site.root}#${fragment}&sel=dezhou2021-schools-built`);
    await expect(explorer.detail).toBeVisible();
    expect(await axe(), "a figure").toEqual([]);
    await explorer.closeDetail.click();
    for (const query of ["db", "xqxq"]) {
      await explorer.search.fill(query);
      await explorer.search.press("ArrowDown");
      await expect(explorer.chosenResult).toBeVisible();
      expect(await axe(), query).toEqual([]);
    }
    await explorer.editFragment(`${fragment}&q=atlantis&log=x`);
    await expect(explorer.empty).toBeVisible();
    await expect(explorer.notice).toBeVisible();
    expect(await axe(), "nothing left").toEqual([]);
  });
}

test("on a phone, with the filters open", async ({ site, page, explorer, axe }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(site.root);
  expect(await axe(), "closed").toEqual([]);
  await explorer.openFilters.click();
  await expect(explorer.filters).toBeVisible();
  expect(await axe(), "open").toEqual([]);
});

test("in a page that embeds the explorer, and in the frame", async ({ site, page, explorer, axe }) => {
  await page.goto(`${site.root}embed-demo.html`);
  const frame = await (await explorer.frame.elementHandle()).contentFrame();
  await frame.getByTestId("matching").waitFor();
  expect(await axe(), "the page").toEqual([]);
  expect(await axe(frame), "the frame").toEqual([]);
});
