// Passing on what is seen: a short sentence and a link.
import { expect, test } from "./fixtures.js";

/** Keeps what is copied and offered. */
async function watchSharing(page) {
  await page.addInitScript(() => {
    window.offered = [];
    navigator.share = async (data) => window.offered.push(data.text);
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } });
  });
}
const copied = (page) => page.evaluate(() => window.copied);

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a place is shared in two taps: its finding, and a link whose preview speaks of it", async ({ page, site, explorer }) => {
    await watchSharing(page);
    await explorer.open(site.root);
    let taps = 0;
    // Choosing in a list is one.
    await explorer.place.selectOption("chengde");
    taps += 1;
    await expect(explorer.placeHead).toBeVisible();
    await explorer.share.tap();
    taps += 1;
    expect(taps).toBeLessThanOrEqual(2);
    await expect.poll(() => copied(page)).toContain("/p/chengde/");
    const [text, offered] = [await copied(page), await page.evaluate(() => window.offered)];
    expect(offered).toEqual([text]);
    expect(text).toMatch(/^承德市：.*12个已竣工/);
    const link = text.split("\n").at(-1);
    expect(link).toBe(`${site.root}p/chengde/`);
    await explorer.open(link);
    await expect(explorer.chips).toHaveText("承德市");
  });
});

test("a link through a place's page keeps what else is chosen, in plain characters", async ({ page, site, explorer }) => {
  await watchSharing(page);
  await explorer.open(`${site.portal}#v=1&view=table&f.place=chengde&f.domain=education&lang=en`);
  await explorer.share.click();
  await expect.poll(() => copied(page)).toContain(`${site.portal}p/chengde/#`);
  const link = (await copied(page)).split("\n").at(-1);
  expect(link).toMatch(/^[\x21-\x7e]+$/);
  await explorer.open(link);
  await expect(explorer.views.table).toBeVisible();
  await expect(explorer.chips).toHaveText(["Education", "Chengde"]);
  // Shared from there, another place leads through its own.
  await explorer.place.selectOption("duji");
  await explorer.share.click();
  await expect.poll(() => copied(page)).toContain(`${site.portal}p/duji/#`);
});

test("what is about several places is shared by the site's own page", async ({ page, site, explorer }) => {
  await watchSharing(page);
  await explorer.open(`${site.root}p/chengde/`);
  await explorer.place.selectOption("");
  await explorer.share.click();
  await expect.poll(() => copied(page)).toContain(`${site.root}#v=1`);
});

test("shares the open figure by its name, its qualifier, place and time", async ({ page, site, explorer }) => {
  await watchSharing(page);
  await explorer.open(site.root);
  await explorer.search.fill("德州 低保");
  await page.keyboard.press("Enter");
  await page.getByTestId("share-figure").click();
  await expect.poll(() => copied(page)).toMatch(/低保标准.*不低于755元.*2021年\nhttp\S+$/s);
});
