// Passing on what is seen: a short sentence and a link.
import { expect, test } from "./fixtures.js";

test("copies a short sentence with a link that leads back, and offers the share sheet", async ({ page, site, explorer }) => {
  await page.addInitScript(() => {
    window.offered = [];
    navigator.share = async (data) => window.offered.push(data.text);
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } });
  });
  await explorer.open(`${site.root}#v=1&f.place=chengde`);
  await page.getByTestId("share").click();
  await expect.poll(() => page.evaluate(() => window.copied)).toContain("f.place=chengde");
  const [copied, offered] = await page.evaluate(() => [window.copied, window.offered]);
  expect(offered).toEqual([copied]);
  const link = copied.split("\n").at(-1);
  expect(link).toMatch(/^[\x21-\x7e]+$/);
  await explorer.open(link);
  await expect(explorer.chips).toHaveText("承德市");
});

test("shares the open figure by its name, its qualifier, place and time", async ({ page, site, explorer }) => {
  await page.addInitScript(() => {
    navigator.share = async () => {};
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } });
  });
  await explorer.open(site.root);
  await explorer.search.fill("德州 低保");
  await page.keyboard.press("Enter");
  await page.getByTestId("share-figure").click();
  await expect.poll(() => page.evaluate(() => window.copied)).toMatch(/低保标准.*不低于755元.*2021年\nhttp\S+$/s);
});
