// The pages of places: each says what it is about before any program runs, and is the explorer opened on that place.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.js";
import { dist } from "./server.mjs";

const PLACES = { chengde: "承德市", dezhou_etdz: "德州经开区", liaocheng_dz: "聊城开发区", weihai_etdz: "威海经开区", duji: "杜集区" };
const pageOf = (id) => readFileSync(join(dist, "p", id, "index.html"), "utf8");
const said = (html, name) => html.match(new RegExp(`<meta (?:property|name)="?${name}"? content="([^"]*)"`))?.[1];

test("every place has a page, and each says something else", () => {
  const told = Object.entries(PLACES).map(([id, name]) => {
    const html = pageOf(id);
    expect(html.match(/<title>([^<]*)/)[1]).toContain(name);
    for (const tag of ["og:title", "twitter:title", "description"]) expect(said(html, tag), `${id} ${tag}`).toContain(name);
    const [finding] = said(html, "og:title").match(/\d[\d,.]*/);
    expect(html.split('id="first"')[1] ?? html).toContain(finding);
    expect(Buffer.byteLength(html)).toBeLessThan(160_000);
    return [said(html, "og:title"), said(html, "og:description"), said(html, "description")].join();
  });
  expect(new Set(told).size).toBe(5);
});

test("the pictures that others show are there, in the sizes they take", () => {
  for (const id of Object.keys(PLACES)) {
    const image = said(pageOf(id), "og:image");
    if (!image.endsWith("card.png")) {
      // This machine had no Chinese font.
      expect(image).toMatch(/share\.png$/);
      expect(existsSync(join(dist, "p", id, "card.png"))).toBe(false);
      continue;
    }
    for (const [file, size] of [["card.png", [1200, 630]], ["square.png", [300, 300]]]) {
      const png = readFileSync(join(dist, "p", id, file));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size);
      expect(png.length).toBeLessThan(100_000);
    }
  }
});

for (const [name, use] of Object.entries({
  "on a phone": { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  "in a wide window": { viewport: { width: 1440, height: 900 } },
})) {
  test.describe(name, () => {
    test.use(use);

    for (const [id, place] of Object.entries(PLACES)) {
      test(`the explorer stands on ${id} without a jump, under the strict policy`, async ({ site, page, explorer, record }) => {
        let release;
        const held = new Promise((resolve) => (release = resolve));
        await page.route("**/*_bg.wasm", async (route) => (await held, route.continue()));
        await page.addInitScript(() => {
          window.shifts = [];
          new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
        });
        await page.goto(`${site.portal}p/${id}/`);
        await expect(explorer.firstScreen.locator(".finding")).toHaveCount(5);
        await expect(explorer.firstScreen.locator(".place-head")).toHaveText(place);
        // A browser that paints in the middle of the header may move what it has by the rest of it; nothing else moves.
        expect(await page.evaluate(() => window.shifts.splice(0).reduce((sum, shift) => sum + shift, 0))).toBeLessThan(0.01);
        release();
        await expect(explorer.root).toBeVisible();
        await expect(explorer.placeHead).toHaveText(place);
        await expect(explorer.place).toHaveValue(id);
        await expect(page).toHaveURL(`${site.portal}p/${id}/`);
        await page.waitForTimeout(500);
        expect(await page.evaluate(() => window.shifts)).toEqual([]);
        expect(record.errors).toEqual([]);
      });
    }
  });
}

test("whoever lifts the place is at all of them, and goes back to it", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}p/chengde/`);
  await explorer.place.selectOption("");
  await expect(page).toHaveURL(`${site.root}p/chengde/#v=1`);
  await expect(explorer.placeHead).toHaveCount(0);
  await page.reload();
  await expect(explorer.findings).toHaveCount(5);
  await expect(explorer.placeHead).toHaveCount(0);
  await page.goBack();
  await expect(explorer.placeHead).toHaveText("承德市");
});

test("what the page brings later comes from the site's folder", async ({ site, page, explorer, record }) => {
  await explorer.open(`${site.portal}p/duji/`);
  await page.getByRole("link", { name: "跟着导读看" }).click();
  await expect(explorer.storyMark).toBeVisible();
  await explorer.storyLeave.click();
  await expect(page).toHaveURL(new RegExp(`^${site.portal}p/duji/`));
  await expect(explorer.placeHead).toHaveText("杜集区");
  await explorer.embedOpen.click();
  expect(await explorer.embedCode("frame")).toContain(`${site.portal}#v=1`);
  expect(record.errors).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the place's findings stand as text", async ({ site, page, explorer }) => {
    await page.goto(`${site.root}p/weihai_etdz/`);
    await expect(explorer.firstScreen.locator(".finding h3").first()).toContainText(/14\u2060?个/);
    await expect(page.getByRole("link", { name: "observations.csv" })).toHaveAttribute("href", /^\.\.\/\.\.\/data\//);
  });
});
