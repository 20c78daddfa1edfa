// axe and HTML_CodeSniffer find nothing, wherever a reader gets to, and what is to be touched is large enough.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";
import { dropText } from "./tables.js";

// Both work for seconds on hundreds of marks, and longer on a busy machine.
test.slow();

// What the page looks like: keys of the link. Every one is looked at in every window.
const LOOKS = ["light", "dark"].flatMap((theme) => ["zh", "en"].map((lang) => ({ lang, theme })));
// Widths in px, and how large a target is at least: on phones it is for thumbs.
const WINDOWS = [
  { width: 1440, target: 24 },
  { width: 768, target: 24 },
  { width: 390, target: 44 },
  { width: 320, target: 44 },
];

for (const look of LOOKS) {
  for (const { width, target } of WINDOWS) {
    test(`in every view, ${Object.values(look).join(", ")}, ${width} px`, async ({ site, page, explorer, audit }) => {
      await page.setViewportSize({ width, height: 844 });
      await explorer.open(`${site.root}#v=1&${new URLSearchParams(look)}`);
      for (const view of VIEWS) {
        await explorer.viewLink(view).click();
        await expect(explorer.views[view]).toBeVisible();
        expect(await audit(), view).toEqual([]);
        expect(await explorer.smallTargets(target), view).toEqual([]);
        expect(await explorer.overflow(), view).toBe(0);
        expect(await explorer.pictureFaults(), view).toEqual([]);
      }
    });
  }
}

for (const [theme, lang] of [["light", "zh"], ["dark", "en"]]) {
  test(`with a figure open, results listed, nothing left, ${theme}, ${lang}`, async ({ site, explorer, audit }) => {
    // The least of a view, so that they look at what is asked here.
    const fragment = `v=1&lang=${lang}&theme=${theme}&f.domain=governance`;
    await explorer.open(`${site.root}#${fragment}&sel=dezhou2021-schools-built`);
    await expect(explorer.detail).toBeVisible();
    expect(await audit(), "a figure").toEqual([]);
    await explorer.closeDetail.click();
    for (const query of ["db", "xqxq"]) {
      await explorer.search.fill(query);
      await explorer.search.press("ArrowDown");
      await expect(explorer.chosenResult).toBeVisible();
      expect(await audit(), query).toEqual([]);
    }
    await explorer.search.press("Escape");
    await explorer.menu.click();
    await expect(explorer.theme).toBeVisible();
    expect(await audit(), "the menu").toEqual([]);
    await explorer.menu.click();
    await explorer.embedOpen.click();
    await expect(explorer.embedDialog).toBeVisible();
    expect(await audit(), "the dialog").toEqual([]);
    await explorer.embedClose.click();
    await explorer.editFragment(`${fragment}&q=atlantis&log=x`);
    await expect(explorer.empty).toBeVisible();
    await expect(explorer.notice).toBeVisible();
    expect(await audit(), "nothing left").toEqual([]);
    await explorer.editFragment(`v=1&lang=${lang}&theme=${theme}&story=chengde2024.2`);
    await expect(explorer.story).toBeVisible();
    expect(await audit(), "a tour").toEqual([]);
  });
}

test("on a phone, with the filters or a figure open", async ({ site, page, explorer, audit }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(site.root);
  await explorer.openFilters.click();
  await expect(explorer.filters).toBeVisible();
  expect(await audit(), "the filters").toEqual([]);
  expect(await explorer.smallTargets(44), "the filters").toEqual([]);
  await page.keyboard.press("Escape");
  await explorer.figures.first().click();
  await expect(explorer.detail).toBeVisible();
  expect(await audit(), "a figure").toEqual([]);
  expect(await explorer.smallTargets(44), "a figure").toEqual([]);
});

test("in a page that embeds the explorer, and in the frame", async ({ site, page, explorer, audit }) => {
  await page.goto(`${site.root}embed-demo.html`);
  const frame = await (await explorer.frame.elementHandle()).contentFrame();
  await frame.getByTestId("matching").waitFor();
  expect(await audit(), "the page").toEqual([]);
  expect(await audit(frame), "the frame").toEqual([]);
});

for (const look of LOOKS) {
  test(`in the views of a reader's own table, its map among them, ${Object.values(look).join(", ")}`, async ({ site, page, explorer, audit }) => {
    const names = ["北京", "天津", "河北", "山西", "内蒙古", "上海", "江苏", "浙江", "安徽", "福建", "广东", "海南"];
    const rows = names.flatMap((name, at) => [2020, 2021].map((year) => `${name},${year},${50 + at * 2 + (year - 2020)}`));
    await explorer.open(`${site.root}#v=1&${new URLSearchParams(look)}`, { unfold: false });
    await dropText(page, "provinces.csv", `地区,年份,参保率（%）\n${rows.join("\n")}\n`);
    await expect(page.getByTestId("shown-table")).toContainText("provinces.csv");
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const view of ["overview", "timeline", "chart", "compare", "map", "table"]) {
        await explorer.viewLink(view).click();
        await expect(explorer.views[view]).toBeVisible();
        expect(await audit(), `${view}, ${width} px`).toEqual([]);
        expect(await explorer.smallTargets(24), `${view}, ${width} px`).toEqual([]);
        expect(await explorer.overflow(), `${view}, ${width} px`).toBe(0);
        expect(await explorer.pictureFaults(), `${view}, ${width} px`).toEqual([]);
      }
    }
  });
}
