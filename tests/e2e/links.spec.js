// A link carries what a reader sees, and what cannot be read in it does no harm.
import { expect, test } from "./fixtures.js";
import { ExplorerPage, VIEWS } from "./page.js";

const LINKS = {
  "filters, days and words": "v=1&f.domain=education,health&f.place=dezhou&t.time=2019..2022&q=学校",
  "a chart with its options": "v=1&view=chart&f.domain=education&measure=figure&kind=money&log=1&theme=dark",
  "figures per head": "v=1&view=compare&subject=old_age_allowance_spending&per=old_age_allowance_recipients",
  "two places": "v=1&view=compare&compare=pair&left=duji&right=chengde&lang=en",
  "a table, sorted, in English": "v=1&view=table&sort=value.desc&columns=indicator,value,place&lang=en",
  "a timeline's window and an open figure": "v=1&view=timeline&window=2018..2022&sel=dezhou2021-school-building-investment",
};

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

for (const [what, fragment] of Object.entries(LINKS)) {
  test(`shows the same elsewhere: ${what}`, async ({ site, page, context, explorer }) => {
    await explorer.open(`${site.root}#${fragment}`);
    await explorer.copyLink.click();
    await expect(explorer.footer).toContainText(/已复制|Copied/);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const here = await explorer.sight();
    const other = new ExplorerPage(await context.newPage());
    for (const address of [link, ExplorerPage.fileAddress("minsheng.html") + new URL(link).hash]) {
      await other.page.goto("about:blank");
      await other.open(address);
      await expect.poll(() => other.sight()).toEqual(here);
    }
  });
}

test("says what it could not read, and stays at the defaults", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=graph&t.time=2030..2019&sort=time.up&lang=fr&log=x`);
  await expect(explorer.views.overview).toBeVisible();
  await expect(explorer.chips).toHaveCount(0);
  for (const part of ["view=graph", "t.time=2030..2019", "sort=time.up", "lang=fr", "log=x"]) {
    await expect(explorer.notice).toContainText(part);
  }
  await explorer.dismiss.press("Enter");
  await expect(explorer.notice).toHaveCount(0);
  await expect(explorer.content).toBeFocused();
});

test("names keys, columns and values it does not know, and shows the rest", async ({ site, explorer }) => {
  await explorer.open(site.root);
  const plain = await explorer.sight();
  await explorer.editFragment("v=1&colour=red&f.weather=rain&f.place=atlantis&group=weather&%E4%BD");
  for (const part of ["colour=red", "f.weather=rain", "f.place=atlantis", "group=weather"]) {
    await expect(explorer.notice).toContainText(part);
  }
  expect(await explorer.sight()).toEqual(plain);
  await expect(explorer.page).toHaveURL(/weather/);
  // A place that is there counts, and the one that is not is named.
  await explorer.editFragment("v=1&f.place=chengde,atlantis");
  await expect(explorer.chips).toHaveText("承德市");
  await expect(explorer.notice).toContainText("f.place=atlantis");
});

const PASSED_ON = {
  "encoded twice": (link) => encodeURI(link),
  "encoded as a whole": encodeURIComponent,
  "written into HTML": (link) => link.replaceAll("&", "&amp;"),
  "with a Chinese full stop": (link) => `${link}。`,
  "in Chinese brackets and quotation marks": (link) => `${link}）”，`,
  "with a full stop": (link) => `${link}.`,
  "with the whole address": (link) => `https://example.org/m/#${link}`,
};

test("reads links as messengers leave them", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=table&f.domain=education&q=学校`);
  await explorer.copyLink.click();
  await expect(explorer.footer).toContainText("已复制");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.replace(site.root, "")).toMatch(/^[\w#?=&,.~%-]+$/);
  const here = await explorer.sight();
  for (const [how, pass] of Object.entries(PASSED_ON)) {
    await page.goto("about:blank");
    await explorer.open(`${site.root}#${pass(new URL(link).hash.slice(1))}`);
    expect(await explorer.sight(), how).toEqual(here);
    await expect(explorer.notice, how).toHaveCount(0);
  }
});

test("says so where the figure of a link is not in the data", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&sel=nowhere`);
  await expect(explorer.detail).toContainText("nowhere");
  await explorer.closeDetail.click();
  await expect(explorer.detail).toHaveCount(0);
});

test("follows a fragment edited by hand", async ({ site, explorer }) => {
  await explorer.open(site.root);
  for (const view of VIEWS.toReversed()) {
    await explorer.editFragment(`v=1&view=${view}&f.place=chengde`);
    await expect(explorer.views[view]).toBeVisible();
    await expect(explorer.chips).toHaveText("承德市");
  }
});
