// The explorer inside a portal's page.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.js";
import { emptyPage, inFrame, portalPage } from "./framing.js";
import { ExplorerPage } from "./page.js";
import { startServer } from "./server.mjs";

/** The demonstration, once the explorer in its frame stands; inside the frame the same page object holds. */
async function openDemo(site, page) {
  await page.goto(`${site.portal}embed-demo.html`);
  const outside = new ExplorerPage(page);
  const frame = await (await outside.frame.elementHandle()).contentFrame();
  const inside = new ExplorerPage(frame);
  await inside.standing();
  return { outside, inside };
}

/** How far a frame is from its place's width and from its content's height, and whether it has a scroll bar. */
async function fit(page) {
  const [frame] = await Promise.all([page.locator("iframe").elementHandle()]);
  const outer = await frame.evaluate((element) => ({
    width: element.getBoundingClientRect().width,
    place: element.parentElement.clientWidth,
    height: element.clientHeight,
  }));
  const inner = await (await frame.contentFrame()).evaluate(() => ({
    needed: document.documentElement.getBoundingClientRect().height,
    scrolls: document.documentElement.scrollHeight - document.documentElement.clientHeight,
  }));
  return { width: Math.abs(outer.width - outer.place), height: Math.abs(outer.height - inner.needed), scrolls: inner.scrolls };
}

async function expectFit(page) {
  await expect.poll(async () => (await fit(page)).height).toBeLessThan(2);
  const { width, scrolls } = await fit(page);
  expect(width).toBeLessThan(1);
  expect(scrolls).toBeLessThan(2);
}

const height = (outside) => outside.frame.evaluate((frame) => frame.clientHeight);
const needed = (inside) => inside.page.evaluate(() => document.documentElement.getBoundingClientRect().height);

test("shows the link's selection without header and filters", async ({ site, page, record }) => {
  const { inside } = await openDemo(site, page);
  await expect(inside.views.chart).toBeVisible();
  await expect(inside.header).toHaveCount(0);
  await expect(inside.filters).toHaveCount(0);
  expect(await inside.count()).toBe(65);
  expect(record.errors).toEqual([]);
});

test("the frame is as high as what it shows", async ({ site, page }) => {
  const { outside, inside } = await openDemo(site, page);
  const fits = async () => Math.abs((await height(outside)) - (await needed(inside)));
  await expect.poll(fits).toBeLessThan(3);
  const chart = await height(outside);
  await inside.editFragment("v=1&embed=1&f.domain=education");
  await expect(inside.views.overview).toBeVisible();
  await expect.poll(fits).toBeLessThan(3);
  await expect.poll(() => height(outside)).not.toBe(chart);
});

test("tells its height to the page's own origin only", async ({ site, page }) => {
  await page.addInitScript(() => {
    if (window === parent) {
      window.told = [];
      return;
    }
    // Called from the frame, so that the page still knows whom the message is from.
    const post = parent.postMessage;
    parent.postMessage = (message, target) => {
      parent.told.push([message.type, target]);
      post.call(parent, message, target);
    };
  });
  await openDemo(site, page);
  const told = () => page.evaluate(() => window.told);
  await expect.poll(async () => (await told()).map(([type]) => type)).toContain("minsheng:height");
  const origin = new URL(site.root).origin;
  for (const [type, target] of await told()) expect(target, type).toBe(origin);
});

test("leads to the same view on the full page", async ({ site, page, context }) => {
  const { inside } = await openDemo(site, page);
  const { lang, sentence, chips, ...here } = await inside.sight();
  const opened = context.waitForEvent("page");
  await inside.openFull.click();
  const full = new ExplorerPage(await opened);
  await full.standing();
  await expect(full.header).toBeVisible();
  await expect(full.filters).toBeVisible();
  await expect(full.chips).toHaveText("教育");
  await expect(full.page).not.toHaveURL(/embed/);
  await expect(full.viewLink("chart")).toHaveAttribute("aria-current", "page");
  const there = await full.sight();
  expect([there.sentence, there.chart, there.marks]).toEqual([sentence, here.chart, here.marks]);
});

test("the one file can be embedded too", async ({ explorer }) => {
  await explorer.open(`${ExplorerPage.fileAddress("minsheng.html")}#v=1&embed=1&view=chart&f.domain=education`);
  await expect(explorer.views.chart).toBeVisible();
  await expect(explorer.header).toHaveCount(0);
  await expect(explorer.filters).toHaveCount(0);
  await expect(explorer.openFull).toBeVisible();
  expect(await explorer.count()).toBe(65);
});

for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
  test(`what the dialog gives fits an empty page (${viewport.width} px)`, async ({ site, page, explorer, record }) => {
    await page.setViewportSize(viewport);
    await explorer.open(`${site.root}#v=1&view=chart&f.domain=education`);
    await explorer.embedOpen.click();
    const code = await explorer.embedCode("frame");
    await emptyPage(page, `${site.root}empty.html`, code);
    const inside = await inFrame(page);
    await expect(inside.views.chart).toBeVisible();
    await expect(inside.header).toHaveCount(0);
    expect(await inside.count()).toBe(65);
    await expectFit(page);
    // Higher, and lower again.
    for (const view of ["overview", "table", "chart"]) {
      await inside.editFragment(`v=1&view=${view}&f.domain=education&lang=zh&embed=1`);
      await expect(inside.views[view]).toBeVisible();
      await expectFit(page);
    }
    expect(record.errors).toEqual([]);
  });

  test(`with header and filters it fits too (${viewport.width} px)`, async ({ site, page, explorer }) => {
    await page.setViewportSize(viewport);
    await explorer.open(`${site.root}#v=1&view=table&f.domain=education`);
    await explorer.embedOpen.click();
    await explorer.embedChoice("header").check();
    await emptyPage(page, `${site.root}empty.html`, await explorer.embedCode("frame"));
    const inside = await inFrame(page);
    await expect(inside.header).toBeVisible();
    await expectFit(page);
    await inside.gridRows.first().getByRole("button").first().click();
    await expect(inside.detail).toBeVisible();
    await expectFit(page);
    await inside.closeDetail.click();
    await inside.viewLink("chart").click();
    await expect(inside.views.chart).toBeVisible();
    await expectFit(page);
  });
}

test("a page of another origin has room for the frame as docs/embedding.md prints it", async ({ site, page, record }) => {
  const text = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const code = text.match(/<iframe [^]*?<\/script>/)[0].replaceAll("https://example.gov.cn/minsheng/", site.portal);
  const other = await startServer((request, path, response) => {
    if (path !== "/portal.html") return false;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(portalPage(code));
    return true;
  });
  try {
    await page.goto(`${other.root}portal.html`);
    const inside = await inFrame(page);
    await expect(inside.views.chart).toBeVisible();
    await expectFit(page);
    expect(record.errors).toEqual([]);
  } finally {
    await other.stop();
  }
});

test("the dialog's choices are in the code and in the preview", async ({ site, page, explorer, record, axe }) => {
  await explorer.open(`${site.portal}index.html#v=1&view=chart&f.domain=education`);
  await explorer.embedOpen.focus();
  await page.keyboard.press("Enter");
  await expect(explorer.embedDialog).toBeVisible();
  const steps = await page.evaluate(() => history.length);
  expect(await explorer.embedCode("frame")).toContain('width="100%"');
  await explorer.embedChoice("width").selectOption("px");
  await explorer.embedChoice("width-px").fill("640");
  await explorer.embedChoice("height").selectOption("px");
  await explorer.embedChoice("height-px").fill("60");
  await expect(explorer.embedErrors.filter({ hasText: "整数" })).toHaveCount(1);
  await explorer.embedChoice("height-px").fill("480");
  await expect(explorer.embedErrors.filter({ hasText: "整数" })).toHaveCount(0);
  await explorer.embedChoice("lang").selectOption("en");
  await explorer.embedChoice("theme").selectOption("dark");
  const frame = await explorer.embedCode("frame");
  expect(frame).toContain(`src="${site.portal}index.html#v=1&amp;view=chart&amp;f.domain=education&amp;lang=en&amp;theme=dark&amp;embed=1"`);
  expect(frame).toContain('width="640" height="480"');
  // A frame of a fixed height needs no script.
  expect(frame).not.toContain("script");
  const element = await explorer.embedCode("element");
  expect(element).toContain(`<script src="${site.portal}embed/minsheng-explorer.js" defer></script>`);
  expect(element).toContain('<minsheng-explorer view="chart" lang="en" theme="dark" height="480" state="v=1&amp;f.domain=education" embed>');
  const inside = new ExplorerPage(await (await explorer.embedPreview.elementHandle()).contentFrame());
  await inside.standing();
  await expect(inside.page.locator("html")).toHaveAttribute("lang", "en");
  await expect(inside.page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(inside.embedOpen).toHaveCount(0);
  expect(await axe()).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(explorer.embedDialog).toHaveCount(0);
  await expect(explorer.embedOpen).toBeFocused();
  // Going back leads where it led before.
  expect(await page.evaluate(() => history.length)).toBe(steps);
  // A preview that another takes the place of gives up what it was fetching.
  expect(record.errors.filter((error) => !error.includes("_rest.wasm"))).toEqual([]);
});

test("the picture is the one that the download gives, and its code leads to the full page", async ({ site, page, explorer, record }) => {
  await explorer.open(`${site.portal}index.html#v=1&view=chart&f.domain=education`);
  const downloaded = await explorer.takeAway("png");
  await explorer.embedOpen.click();
  const download = page.waitForEvent("download");
  await explorer.embedTakePicture.click();
  const taken = await download;
  expect(taken.suggestedFilename()).toBe(downloaded.name);
  expect(readFileSync(await taken.path())).toEqual(readFileSync(downloaded.file));
  const code = await explorer.embedCode("picture");
  expect(code).toContain(`<a href="${site.portal}index.html#v=1&amp;view=chart&amp;f.domain=education&amp;lang=zh"><img src="${downloaded.name}" alt="`);
  await page.keyboard.press("Escape");
  // A view without a picture says so, and offers the other two.
  await explorer.viewLink("table").click();
  await expect(explorer.views.table).toBeVisible();
  await explorer.embedOpen.click();
  await expect(page.getByTestId("embed-picture-none")).toBeVisible();
  expect(await explorer.embedCode("element")).toContain('view="table"');
  expect(record.errors.filter((error) => !error.includes("_rest.wasm"))).toEqual([]);
});

test("the code to embed leaves a guided tour out, and the dialog closes by its button", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&story=chengde2024.1`);
  await expect(explorer.storyMark).toBeVisible();
  await explorer.storyLeave.click();
  await explorer.embedOpen.click();
  expect(await explorer.embedCode("frame")).not.toContain("story");
  await explorer.embedClose.click();
  await expect(explorer.embedDialog).toHaveCount(0);
  await expect(explorer.embedOpen).toBeFocused();
});

test("the one file says that a page of others needs the site", async ({ explorer }) => {
  await explorer.open(`${ExplorerPage.fileAddress("minsheng.html")}#v=1&view=chart`);
  await explorer.embedOpen.click();
  await expect(explorer.embedLead).toContainText("网站版");
  expect(await explorer.embedCode("frame")).toMatch(/^<iframe src="minsheng\.html#v=1&amp;view=chart&amp;lang=zh&amp;embed=1"[^\n]*<\/iframe>$/);
  await expect(explorer.embedChoice("element")).toHaveCount(0);
  await expect(explorer.embedChoice("picture")).toHaveCount(0);
});
