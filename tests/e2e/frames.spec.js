// What a portal sees of an explorer in its frames: how high they are, what is said, and where they are shut off.
import { expect, test } from "./fixtures.js";
import { emptyPage, faultsOfExcerpt, heightOf, inFrame, portalPage } from "./framing.js";
import { VIEWS } from "./page.js";
import { startServer } from "./server.mjs";

const FRAME = (site, link, more = "data-minsheng-embed") =>
  `<iframe src="${site.portal}#${link.replaceAll("&", "&amp;")}" title="t" width="100%" height="720" frameborder="0" ${more}></iframe>`;
const SCRIPT = (site) => `<script src="${site.portal}embed/frame.js" defer></script>`;

/** Heights that frames have where nobody says: by the width of the window. */
const SIZES = [
  [{ width: 390, height: 844 }, 1260],
  [{ width: 1280, height: 800 }, 1200],
];

for (const [viewport, most] of SIZES) {
  for (const view of VIEWS) {
    test(`a view shows its first part, and the rest when asked: ${view}, ${viewport.width} px`, async ({ site, page, record }) => {
      await page.setViewportSize(viewport);
      await emptyPage(page, `${site.root}empty.html`, FRAME(site, `v=1&view=${view}&embed=1`) + SCRIPT(site));
      const inside = await inFrame(page);
      await expect(inside.views[view]).toBeVisible();
      // Long views are told by the button; what is short enough stands whole.
      await expect.poll(() => heightOf(page)).toBeLessThanOrEqual(most + 2);
      await expect.poll(() => faultsOfExcerpt(inside)).toEqual([]);
      await expect(inside.openFull).toBeVisible();
      if (view === "ledger" || view === "timeline") await expect(inside.embedRest).toBeVisible();
      if (await inside.embedRest.isVisible()) {
        const before = await heightOf(page);
        expect(before).toBeGreaterThan(most / 2);
        await inside.embedRest.focus();
        await page.keyboard.press("Enter");
        await expect(inside.embedRest).toHaveCount(0);
        await expect.poll(() => heightOf(page)).toBeGreaterThan(before);
        await expect(inside.page.locator("[data-beyond]")).toHaveCount(0);
        // Whoever pressed goes on reading where the first part ended.
        expect(await inside.page.evaluate(() => document.activeElement.closest("#content") !== null)).toBe(true);
      }
      expect(record.errors).toEqual([]);
    });
  }
}

test("a portal says how high the first part may be, by the frame or by the link", async ({ site, page }) => {
  const frames = FRAME(site, "v=1&view=ledger&embed=1", 'data-minsheng-embed data-height="600"') + FRAME(site, "v=1&view=ledger&embed=1&height=800");
  await emptyPage(page, `${site.root}empty.html`, frames.replace(/title="t" width="100%" height="720"(?=[^>]*>$)/, 'title="u" data-minsheng-embed') + SCRIPT(site));
  for (const [at, most] of [600, 800].entries()) {
    const inside = await inFrame(page, at);
    await expect(inside.embedRest).toBeVisible();
    await expect.poll(() => heightOf(page, at)).toBeLessThanOrEqual(most);
    expect(await heightOf(page, at)).toBeGreaterThan(most / 2);
    await expect.poll(() => faultsOfExcerpt(inside)).toEqual([]);
  }
});

test("a frame that stays as high as it is has no scroll bar until the rest is asked for", async ({ site, page }) => {
  await emptyPage(page, `${site.root}empty.html`, FRAME(site, "v=1&view=ledger&embed=1", ""));
  const inside = await inFrame(page);
  await expect(inside.embedRest).toBeVisible();
  await expect.poll(() => faultsOfExcerpt(inside)).toEqual([]);
  await inside.embedRest.click();
  await expect.poll(() => inside.page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(2000);
  expect(await heightOf(page)).toBe(720);
});

test("another view begins with its first part again", async ({ site, page }) => {
  await emptyPage(page, `${site.root}empty.html`, FRAME(site, "v=1&view=ledger&embed=1") + SCRIPT(site));
  const inside = await inFrame(page);
  await inside.embedRest.click();
  await expect(inside.embedRest).toHaveCount(0);
  await inside.editFragment("v=1&view=timeline&embed=1");
  await expect(inside.views.timeline).toBeVisible();
  await expect(inside.embedRest).toBeVisible();
});

test("the keyboard opens the rest of a chart that is cut when it comes to a mark beyond", async ({ site, page }) => {
  await emptyPage(page, `${site.root}empty.html`, FRAME(site, "v=1&view=timeline&embed=1&height=900") + SCRIPT(site));
  const inside = await inFrame(page);
  // There the timeline is one picture, higher than the frame.
  await expect(inside.content).toHaveAttribute("data-cut", "through");
  const marks = inside.views.timeline.locator("svg [tabindex]");
  await marks.first().focus();
  await expect(inside.embedRest).toBeVisible();
  const place = () => inside.page.evaluate(() => document.activeElement.getBoundingClientRect().bottom);
  for (let step = 0; step < 60 && (await inside.embedRest.count()) > 0; step++) await page.keyboard.press("ArrowDown");
  await expect(inside.embedRest).toHaveCount(0);
  expect(await place()).toBeGreaterThan(400);
});

test("on paper all of it stands", async ({ site, page }) => {
  await emptyPage(page, `${site.root}empty.html`, FRAME(site, "v=1&view=ledger&embed=1") + SCRIPT(site));
  const inside = await inFrame(page);
  await expect(inside.embedRest).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(inside.embedRest).toBeHidden();
  expect(await inside.content.evaluate((content) => content.getBoundingClientRect().height)).toBeGreaterThan(2000);
});

/** A portal's page without a script of ours, which keeps what it is told. */
async function listening(site, page, link) {
  await page.addInitScript(() => {
    window.told = [];
    addEventListener("message", ({ data, origin, source }) => source !== window && window.told.push({ ...data, origin }));
  });
  await emptyPage(page, `${site.root}empty.html`, FRAME(site, link, ""));
  const inside = await inFrame(page);
  const say = (message) => page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, location.origin), message);
  const told = (type) => page.evaluate((type) => window.told.filter((message) => message.type === type), type);
  return { inside, say, told };
}

test("says nothing before the page has said hello, and then to its origin", async ({ site, page }) => {
  const { inside, say, told } = await listening(site, page, "v=1&view=chart&embed=1");
  await expect(inside.views.chart).toBeVisible();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => window.told)).toEqual([]);
  await say({ type: "minsheng:hello" });
  await expect.poll(async () => (await told("minsheng:height")).length).toBeGreaterThan(0);
  const [{ state, origin }] = await told("minsheng:state");
  expect(state).toContain("view=chart");
  expect(origin).toBe(new URL(site.root).origin);
});

test("a hello that comes before the program is heard", async ({ site, page }) => {
  await page.addInitScript(() => {
    if (window !== parent) return;
    addEventListener("DOMContentLoaded", () => {
      const frame = document.querySelector("iframe");
      const hello = () => frame.contentWindow.postMessage({ type: "minsheng:hello", height: 700 }, location.origin);
      frame.addEventListener("load", hello);
    });
  });
  const { told } = await listening(site, page, "v=1&view=ledger&embed=1");
  await expect.poll(async () => (await told("minsheng:height")).at(-1)?.height ?? Infinity).toBeLessThanOrEqual(700);
});

test("a page sets view, filter, language and theme, and nobody else does", async ({ site, page }) => {
  const { inside, say, told } = await listening(site, page, "v=1&view=chart&f.domain=education&lang=zh&embed=1");
  // Whoever has not said hello sets nothing.
  await say({ type: "minsheng:set", state: "theme=dark" });
  await say({ type: "minsheng:hello" });
  await say({ type: "minsheng:set", state: "lang=en" });
  await expect(inside.page.locator("html")).toHaveAttribute("lang", "en");
  await expect(inside.page.locator("html")).not.toHaveAttribute("data-theme", "dark");
  await expect(inside.views.chart).toBeVisible();
  await say({ type: "minsheng:set", state: "v=1&view=table&f.place=chengde" });
  await expect(inside.views.table).toBeVisible();
  await expect.poll(async () => (await told("minsheng:state")).at(-1).state).toMatch(/^(?=.*view=table)(?=.*f\.place=chengde)(?=.*lang=en)(?=.*embed=1)(?!.*education)/);
  await say({ type: "minsheng:set", state: "theme=dark" });
  await expect(inside.page.locator("html")).toHaveAttribute("data-theme", "dark");
  // From the frame itself.
  await inside.page.evaluate(() => postMessage({ type: "minsheng:set", state: "theme=light" }, "*"));
  await page.waitForTimeout(300);
  await expect(inside.page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a page switches care mode on and off by a message", async ({ site, page }) => {
  const { inside, say, told } = await listening(site, page, "v=1&view=overview&f.place=chengde&lang=zh&embed=1");
  await say({ type: "minsheng:hello" });
  await say({ type: "minsheng:set", state: "care=1" });
  await expect(inside.page.locator("html")).toHaveAttribute("data-care", "1");
  await expect.poll(async () => (await told("minsheng:state")).at(-1).state).toMatch(/^(?=.*f\.place=chengde)(?=.*care=1)/);
  await say({ type: "minsheng:set", state: "care=" });
  await expect(inside.page.locator("html")).not.toHaveAttribute("data-care", "1");
  await expect.poll(async () => (await told("minsheng:state")).at(-1).state).not.toContain("care");
});

test("another frame of the page is neither told nor obeyed, by the explorer and by the page's script", async ({ site, page }) => {
  // What it says goes to the explorer as if it were the page, and to the page as if it were the explorer.
  const said = `
    window.told = [];
    addEventListener("message", ({ data }) => told.push(data?.type));
    const explorer = parent.frames[0];
    for (const message of [{ type: "minsheng:hello", height: 300 }, { type: "minsheng:set", state: "theme=dark&lang=en" }]) explorer.postMessage(message, "*");
    parent.postMessage({ type: "minsheng:height", height: 4321 }, "*");
  `;
  // Both are of the page's origin; the explorer is of another.
  const pages = { "/portal.html": FRAME(site, "v=1&view=ledger&lang=zh&theme=light&embed=1&height=700") + SCRIPT(site) + '<iframe src="beside.html" title="beside"></iframe>', "/beside.html": "<p>beside</p>" };
  const other = await startServer((request, path, response) => {
    if (!(path in pages)) return false;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(portalPage(pages[path]));
    return true;
  });
  try {
    await page.goto(`${other.root}portal.html`);
    const inside = await inFrame(page);
    await expect.poll(() => faultsOfExcerpt(inside)).toEqual([]);
    const before = await heightOf(page);
    const beside = await (await page.locator("iframe").nth(1).elementHandle()).contentFrame();
    await beside.evaluate(said);
    await page.waitForTimeout(500);
    expect(await beside.evaluate(() => window.told)).toEqual([]);
    expect(await heightOf(page)).toBe(before);
    await expect(inside.page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(inside.page.locator("html")).toHaveAttribute("data-theme", "light");
    // The page itself is heard as before.
    await page.evaluate((origin) => document.querySelector("iframe").contentWindow.postMessage({ type: "minsheng:set", state: "lang=en" }, origin), new URL(site.root).origin);
    await expect(inside.page.locator("html")).toHaveAttribute("lang", "en");
  } finally {
    await other.stop();
  }
});

test("several frames of a page each have their own height", async ({ site, page, record }) => {
  const frames = ["v=1&view=chart&f.domain=education&embed=1", "v=1&view=ledger&embed=1&height=500", "v=1&view=overview&embed=1"];
  await emptyPage(page, `${site.root}empty.html`, frames.map((link) => FRAME(site, link)).join("") + SCRIPT(site));
  const heights = [];
  for (const at of frames.keys()) {
    const inside = await inFrame(page, at);
    await expect.poll(() => faultsOfExcerpt(inside)).toEqual([]);
    heights.push(await heightOf(page, at));
  }
  expect(new Set(heights).size).toBe(3);
  expect(record.errors).toEqual([]);
});

test("a frame that comes later is followed too", async ({ site, page }) => {
  await emptyPage(page, `${site.root}empty.html`, SCRIPT(site));
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), FRAME(site, "v=1&view=ledger&embed=1&height=500"));
  await inFrame(page);
  await expect.poll(() => heightOf(page)).toBeLessThanOrEqual(500);
});

test.describe("sandboxed with scripts alone, from a server that sends no CORS headers", () => {
  // The one file is a page of inline scripts, which a strict policy forbids.
  test("the one file takes over, with the same link and the same height", async ({ page }) => {
    const server = await startServer(undefined, { policy: "" });
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    try {
      await emptyPage(page, `${server.root}empty.html`, FRAME(server, "v=1&view=ledger&f.place=chengde&lang=en&embed=1", 'sandbox="allow-scripts" data-minsheng-embed data-height="700"') + SCRIPT(server));
      const inside = await inFrame(page);
      expect(inside.page.url()).toBe(`${server.portal}minsheng.html#v=1&view=ledger&f.place=chengde&lang=en&embed=1`);
      expect(await inside.page.evaluate(() => origin)).toBe("null");
      await expect(inside.views.ledger).toBeVisible();
      await expect(inside.embedRest).toBeVisible();
      await expect.poll(() => heightOf(page)).toBeLessThanOrEqual(700);
      await inside.embedRest.click();
      await expect.poll(() => heightOf(page)).toBeGreaterThan(720);
      expect(faults).toEqual([]);
    } finally {
      await server.stop();
    }
  });

  test("where the policy refuses the one file's scripts and styles, that is said with the way on, and nothing of other cases", async ({ site, page }) => {
    await emptyPage(page, `${site.root}empty.html`, FRAME(site, "v=1&view=chart&embed=1", 'sandbox="allow-scripts"'));
    const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
    await frame.waitForURL(/minsheng\.html/);
    await expect(frame.getByText("没有获准运行")).toBeVisible();
    await expect(frame.getByText("was not allowed to run")).toBeVisible();
    await expect(frame.getByRole("link", { name: "full page" })).toHaveAttribute("href", "index.html");
    for (const other of ["正在载入", "文件夹里", "没有取全"]) await expect(frame.getByText(other)).toBeHidden();
    // The figures that the build drew stand below.
    await expect(frame.locator("#first")).toContainText("338");
  });

  test("a place's page leads to the one file of the site", async ({ page }) => {
    const server = await startServer((request, path, response) => {
      if (path !== "/portal.html") return false;
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(portalPage(`<iframe title="t" sandbox="allow-scripts" src="${server.portal}p/chengde/"></iframe>`));
      return true;
    }, { policy: "" });
    try {
      await page.goto(`${server.root}portal.html`);
      const inside = await inFrame(page);
      expect(inside.page.url()).toBe(`${server.portal}minsheng.html#v=1&f.place=chengde`);
    } finally {
      await server.stop();
    }
  });
});
