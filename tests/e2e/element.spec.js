// The explorer as an element of a portal's page: in a shadow tree, beside others, and gone without a trace.
import { readFileSync } from "node:fs";
import { inElement, portalPage, told } from "./element.js";
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";
import { dist } from "./server.mjs";

const ONE = '<main><h1>门户</h1><minsheng-explorer id="a" view="chart"></minsheng-explorer></main>';
const state = (page, id = "a") => page.evaluate((id) => document.getElementById(id).getState(), id);
const policyOf = (record) => record.errors.filter((error) => /Content.Security.Policy/i.test(error));

test("it is filtered like the site, and the page keeps its title, its address and its history", async ({ site, page, record }) => {
  await portalPage(site, page, ONE);
  const explorer = await inElement(page);
  await expect(explorer.views.chart).toBeVisible();
  const page_ = () => page.evaluate(() => [document.title, location.href, history.length, document.documentElement.outerHTML.length]);
  const before = await page_();
  const all = await explorer.count();
  await explorer.value("place", "承德市").check();
  await expect(explorer.chips).toHaveText("承德市");
  expect(await explorer.count()).toBeLessThan(all);
  await explorer.viewLink("table").click();
  await expect(explorer.views.table).toBeVisible();
  expect(await page_()).toEqual(before);
  expect((await told(page, "ready")).length).toBe(1);
  const changes = await told(page, "change");
  expect(changes.at(-1).state).toMatch(/view=table.*f\.place=chengde/);
  expect(await state(page)).toBe(changes.at(-1).state);
  expect(record.errors).toEqual([]);
  // Nothing but the site's own files, and those from where the script stands.
  for (const address of record.requests.filter((address) => /^http/.test(address) && !/news\/page\.html$/.test(address))) expect(address).toContain(site.portal);
});

test("its attributes hold as soon as they are set", async ({ site, page }) => {
  await portalPage(site, page, '<minsheng-explorer id="a" view="chart" state="v=1&f.domain=education" embed></minsheng-explorer>');
  const explorer = await inElement(page);
  await expect(explorer.views.chart).toBeVisible();
  await expect(explorer.element.locator(".header")).toHaveCount(0);
  await expect(explorer.filters).toHaveCount(0);
  expect(await explorer.count()).toBe(65);
  const set = (name, value) => explorer.element.evaluate((element, [name, value]) => (value === null ? element.removeAttribute(name) : element.setAttribute(name, value)), [name, value]);
  const root = explorer.element.locator(".minsheng-root");
  await set("view", "table");
  await expect(explorer.views.table).toBeVisible();
  await set("lang", "en");
  await expect(root).toHaveAttribute("lang", "en");
  await set("theme", "dark");
  await expect(root).toHaveAttribute("data-theme", "dark");
  expect(await explorer.count()).toBe(65);
  await set("state", "v=1&view=ledger&f.place=chengde");
  await expect(explorer.views.ledger).toBeVisible();
  await expect(root).toHaveAttribute("lang", "en");
  await set("height", "400");
  expect((await explorer.element.boundingBox()).height).toBe(400);
  await set("height", null);
  expect((await explorer.element.boundingBox()).height).toBeGreaterThan(600);
  await set("embed", null);
  await expect(explorer.element.locator(".header")).toBeVisible();
  await expect(explorer.views.ledger).toBeVisible();
  // Other data begin as the attributes say.
  await set("data", `${site.portal}data/datapackage.json`);
  await expect(explorer.views.table).toBeVisible();
  await expect(explorer.chips).toHaveText("Chengde");
});

test("two on a page are of two views, languages and themes, and one is filtered without the other", async ({ site, page, record }) => {
  const body = '<minsheng-explorer id="a" view="chart" lang="zh" theme="dark"></minsheng-explorer><minsheng-explorer id="b" view="chart" lang="en"></minsheng-explorer>';
  await portalPage(site, page, body);
  const [a, b] = [await inElement(page, "a"), await inElement(page, "b")];
  await expect(a.chartTitle).toHaveText(/[\u3400-\u9fff]/);
  await expect(b.chartTitle).toHaveText(/[A-Za-z]{4}/);
  const paper = (explorer) => explorer.element.locator(".minsheng-page").evaluate((page) => getComputedStyle(page).backgroundColor);
  expect(await paper(a)).not.toBe(await paper(b));
  const before = await b.count();
  await a.value("place", "承德市").check();
  await expect(a.chips).toHaveText("承德市");
  expect(await b.count()).toBe(before);
  await expect(b.chips).toHaveCount(0);
  await b.viewLink("table").click();
  await expect(b.views.table).toBeVisible();
  await expect(a.views.chart).toBeVisible();
  // What has an id is found in its own tree: the menus of both are told apart.
  await a.menu.click();
  await expect(a.theme).toBeVisible();
  await expect(b.theme).toHaveCount(0);
  await b.menu.click();
  await expect(b.theme).toBeVisible();
  await expect(a.theme).not.toBeVisible();
  await b.theme.selectOption("dark");
  await expect(b.element.locator(".minsheng-root")).toHaveAttribute("data-theme", "dark");
  expect((await told(page, "change", "a")).at(-1).state).not.toMatch(/view=table/);
  expect(record.errors).toEqual([]);
});

const LOOKS = ["color", "display", "float", "font-family", "font-size", "font-weight", "letter-spacing", "line-height", "text-align", "text-transform", "background-color", "border-top-width", "padding-left", "visibility", "width"];
const HOSTILE = `
  html { font-size: 30px; }
  * { color: red !important; font-family: monospace !important; letter-spacing: 4px !important; text-transform: uppercase; line-height: 3; text-align: right; }
  div, table, svg { float: left; display: inline !important; border: 5px solid red; }
  button, input, summary { display: none !important; }
  .header, .chart, .rail, #content { display: none !important; }
`;

/** What everything within an element looks like. */
const looks = (explorer) =>
  explorer.element.evaluate((element, names) => {
    const all = [...element.shadowRoot.querySelectorAll(".minsheng-root, .minsheng-root *")];
    return all.map((one) => `${one.localName}.${one.getAttribute("class") ?? ""}: ${names.map((name) => getComputedStyle(one).getPropertyValue(name)).join(" | ")}`);
  }, LOOKS);

test("styles of the page do not reach it, nor its own the page", async ({ site, page }) => {
  const body = '<p id="p" class="muted">一段 <button id="o" class="quiet">按</button></p><minsheng-explorer id="a" view="chart"></minsheng-explorer>';
  const outside = () => page.evaluate((names) => ["p", "o"].map((id) => names.map((name) => getComputedStyle(document.getElementById(id)).getPropertyValue(name))), LOOKS);
  await portalPage(site, page, body, { name: "plain/page.html" });
  const plainOutside = await page.evaluate(() => customElements.whenDefined("minsheng-explorer")).then(outside);
  const explorer = await inElement(page);
  await expect(explorer.views.chart).toBeVisible();
  await expect(explorer.filters.locator(".facet-count").first()).toBeVisible();
  expect(await outside()).toEqual(plainOutside);
  const plain = await looks(explorer);
  expect(plain.length).toBeGreaterThan(200);
  await portalPage(site, page, body, { head: '<link rel="stylesheet" href="./hostile.css">', files: { "hostile.css": HOSTILE }, name: "hostile/page.html" });
  const attacked = await inElement(page);
  await expect(attacked.views.chart).toBeVisible();
  await expect(attacked.filters.locator(".facet-count").first()).toBeVisible();
  expect(await page.locator("#p").evaluate((p) => getComputedStyle(p).color)).toBe("rgb(255, 0, 0)");
  await expect.poll(() => looks(attacked)).toEqual(plain);
});

test("a portal sets its colours by tokens, and parts by their names", async ({ site, page }) => {
  const css = "minsheng-explorer { --minsheng-accent: rgb(0, 80, 160); } minsheng-explorer::part(header) { border-bottom: 3px solid rgb(1, 2, 3); } minsheng-explorer::part(footer) { padding-top: 40px; }";
  await portalPage(site, page, ONE, { head: '<link rel="stylesheet" href="./own.css">', files: { "own.css": css } });
  const explorer = await inElement(page);
  await expect(explorer.views.chart).toBeVisible();
  const style = (selector, name) => explorer.element.locator(selector).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
  expect(await style(".brand", "color")).toBe("rgb(0, 80, 160)");
  expect(await style(".header", "border-bottom-color")).toBe("rgb(1, 2, 3)");
  expect(await style(".footer", "padding-top")).toBe("40px");
  for (const part of ["header", "rail", "view", "chart", "footer"]) await expect(explorer.element.locator(`[part=${part}]`).first()).toBeAttached();
  await explorer.viewLink("table").click();
  await expect(explorer.element.locator("[part=table]").first()).toBeAttached();
  await explorer.viewLink("poster").click();
  await expect(explorer.element.locator("[part=poster]")).toBeAttached();
});

test("in a narrow place of a wide window it is what a phone shows, and stays in its place", async ({ site, page }) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  await portalPage(site, page, '<div class="column">' + ONE + "</div>", { head: '<link rel="stylesheet" href="./own.css">', files: { "own.css": ".column { width: 390px; margin-left: 500px; }" } });
  const explorer = await inElement(page);
  await expect(explorer.views.chart).toBeVisible();
  const place = await explorer.element.boundingBox();
  expect(place.width).toBe(390);
  await expect(explorer.filters).not.toBeVisible();
  await explorer.openFilters.click();
  await expect(explorer.filters).toBeVisible();
  const sheet = await explorer.filters.boundingBox();
  expect([sheet.x, sheet.width]).toEqual([place.x, place.width]);
  await explorer.closeFilters.click();
  await expect(explorer.filters).not.toBeVisible();
  for (const view of VIEWS) {
    await explorer.element.evaluate((element, view) => element.setAttribute("view", view), view);
    await expect(explorer.views[view]).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

test("every view, a tour, the search and the dialogs work in it", async ({ site, page, record }) => {
  await portalPage(site, page, ONE);
  const explorer = await inElement(page);
  for (const view of VIEWS) {
    await explorer.viewLink(view).click();
    await expect(explorer.views[view]).toBeVisible();
  }
  await explorer.search.fill("db");
  await expect(explorer.results.first()).toBeVisible();
  await page.keyboard.press("Escape");
  await explorer.viewLink("chart").click();
  await explorer.embedOpen.click();
  await expect(explorer.embedDialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explorer.embedDialog).toHaveCount(0);
  await explorer.storyOpen.click();
  await expect(explorer.story).toBeVisible();
  await explorer.storyNext.click();
  const step = await explorer.storyStep.textContent();
  // Keys pressed elsewhere are the page's own.
  await page.locator("h1").first().click();
  await page.keyboard.press("ArrowRight");
  expect(await explorer.storyStep.textContent()).toBe(step);
  await explorer.storyLeave.click();
  await expect(explorer.views.chart).toBeVisible();
  expect(record.errors).toEqual([]);
});

test("the script that the dialog gives makes the element, as it is on the page it was taken from", async ({ site, page, explorer, record }) => {
  await explorer.open(`${site.root}#v=1&view=chart&f.domain=education`);
  await explorer.embedOpen.click();
  const code = await explorer.embedCode("element");
  await page.route(`${site.root}empty.html`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><title>t</title><link rel="icon" href="data:,"><body>${code}</body>` }));
  await page.goto(`${site.root}empty.html`);
  await page.locator("minsheng-explorer").evaluate((element) => (element.id = "a"));
  const inside = await inElement(page);
  await expect(inside.views.chart).toBeVisible();
  await expect(inside.element.locator(".header")).toHaveCount(0);
  expect(await inside.count()).toBe(65);
  expect(record.errors).toEqual([]);
});

test("a table that the attribute names is shown in place of the site's data", async ({ site, page, record }) => {
  const files = { "pupils.csv": "town,year,pupils\nA,2020,3\nB,2021,5\n" };
  await portalPage(site, page, '<minsheng-explorer id="a" data="./pupils.csv" lang="en"></minsheng-explorer>', { files });
  const explorer = await inElement(page);
  await expect(explorer.matching).toContainText("2");
  await expect(explorer.facet("town")).toBeVisible();
  expect(record.errors).toEqual([]);
});

test("a figure that is opened is told by its id, and that it is closed too", async ({ site, page }) => {
  await portalPage(site, page, ONE.replace("chart", "table"));
  const explorer = await inElement(page);
  await explorer.gridRows.first().getByRole("button").first().click();
  await expect(explorer.detail).toBeVisible();
  await expect.poll(async () => (await told(page, "select")).length).toBe(1);
  expect((await told(page, "select"))[0].selection).toMatch(/^[a-z0-9-]+$/);
  await explorer.closeDetail.click();
  await expect.poll(async () => (await told(page, "select")).at(-1)).toEqual({ selection: null });
});

test("links lead to the site's page where they are opened elsewhere, and stay in the element where not", async ({ site, page, context }) => {
  await portalPage(site, page, ONE);
  const explorer = await inElement(page);
  const opened = context.waitForEvent("page");
  await explorer.viewLink("table").click({ modifiers: ["ControlOrMeta"] });
  const other = await opened;
  await other.waitForLoadState();
  expect(other.url()).toContain(`${site.portal}index.html#v=1&view=table`);
  await expect(explorer.views.chart).toBeVisible();
});

test("a state is set and given as a link, and language and colours stay where it says nothing", async ({ site, page }) => {
  await portalPage(site, page, '<minsheng-explorer id="a" lang="en" theme="dark"></minsheng-explorer>');
  const explorer = await inElement(page);
  await page.evaluate(() => a.setState("https://example.gov.cn/minsheng/#v=1&view=table&f.place=chengde"));
  await expect(explorer.views.table).toBeVisible();
  expect(await state(page)).toMatch(/^v=1&view=table&f\.place=chengde.*lang=en&theme=dark$/);
  await expect(explorer.element.locator(".minsheng-root")).toHaveAttribute("lang", "en");
  expect((await told(page, "change")).at(-1).state).toBe(await state(page));
});

test("a file that load is given is opened, and its worker ends with the element", async ({ site, page, record }) => {
  await portalPage(site, page, ONE);
  const explorer = await inElement(page);
  await page.evaluate(() => a.load(new File(["town,year,pupils\nA,2020,3\nB,2021,5\nB,2022,7\n"], "pupils.csv")));
  await expect(explorer.matching).toHaveText(/^3\D/);
  expect(page.workers()).toHaveLength(1);
  expect(await state(page)).toMatch(/table=pupils\.csv/);
  await page.evaluate(() => a.destroy());
  await expect.poll(() => page.workers().length).toBe(0);
  expect(record.errors).toEqual([]);
});

test("export gives the file that a reader would download", async ({ site, page }) => {
  await portalPage(site, page, ONE);
  const explorer = await inElement(page);
  const made = (kind) =>
    page.evaluate(async (kind) => {
      try {
        const { name, blob } = await a.export(kind);
        return { name, type: blob.type, text: (await blob.text()).slice(0, 300), size: blob.size };
      } catch (error) {
        return error.reason;
      }
    }, kind);
  expect(await made("csv-plain")).toMatchObject({ name: "minsheng.csv", text: expect.stringMatching(/^id,indicator,/) });
  const json = await page.evaluate(async () => (await a.export("json")).blob.text());
  expect(JSON.parse(json).rows).toHaveLength(338);
  expect(await made("xlsx")).toMatchObject({ name: expect.stringMatching(/\.xlsx$/), text: expect.stringMatching(/^PK/) });
  expect(await made("svg")).toMatchObject({ type: "image/svg+xml", text: expect.stringMatching(/^<svg|^<\?xml/) });
  expect(await made("png")).toMatchObject({ type: "image/png", text: expect.stringMatching(/^.PNG/) });
  await explorer.viewLink("poster").click();
  await expect(explorer.views.poster).toBeVisible();
  expect(await made("svg")).toMatchObject({ type: "image/svg+xml" });
  await explorer.viewLink("ledger").click();
  await expect(explorer.views.ledger).toBeVisible();
  expect(await made("svg")).toBe("none");
  expect(await made("doc")).toBe("none");
});

test("a program file that does not come is told in both languages in its place, and comes at the next try", async ({ site, page, axe }) => {
  let isGone = true;
  await page.route(/_bg\.wasm$/, (route) => (isGone && !/engine|parquet/.test(route.request().url()) ? route.fulfill({ status: 404 }) : route.fallback()));
  await portalPage(site, page, ONE);
  const status = page.locator("#a [role=alert]");
  await expect(status).toContainText("程序文件没有下载完整");
  await expect(status).toContainText("A program file did not download completely");
  expect(await told(page, "error")).toMatchObject([{ reason: "missing" }]);
  await expect(status.getByRole("link")).toHaveAttribute("href", new RegExp(`^${site.portal}index.html#v=1&view=chart`));
  expect(await axe()).toEqual([]);
  isGone = false;
  await status.getByRole("button").click();
  const explorer = await inElement(page);
  await expect(explorer.views.chart).toBeVisible();
});

test("a program that stops says so in its place and starts again from what was chosen, while the one beside it goes on", async ({ site, page }) => {
  await portalPage(site, page, '<minsheng-explorer id="a" view="chart"></minsheng-explorer><minsheng-explorer id="b" view="table"></minsheng-explorer>');
  const [a, b] = [await inElement(page, "a"), await inElement(page, "b")];
  await a.value("place", "承德市").check();
  await expect(a.chips).toHaveText("承德市");
  // A browser that makes no elements is nothing that the program has words for.
  await page.evaluate(() => {
    const make = document.createElement;
    document.createElement = (name) => {
      document.createElement = make;
      throw new Error(`no ${name}`);
    };
    document.getElementById("a").shadowRoot.getElementById("view-table").click();
  });
  const status = page.locator("#a [part=status]");
  await expect(status).toContainText("程序运行中出错");
  await expect(a.root).toHaveCount(0);
  expect(await told(page, "error")).toMatchObject([{ reason: "stopped" }]);
  await b.viewLink("chart").click();
  await expect(b.views.chart).toBeVisible();
  await status.getByRole("button").click();
  const again = await inElement(page, "a");
  await expect(again.chips).toHaveText("承德市");
});

test("a data file that is not there is named, and a program file of another version refused", async ({ site, page }) => {
  await portalPage(site, page, '<minsheng-explorer id="a" data="./nowhere/datapackage.json"></minsheng-explorer>');
  await expect.poll(() => told(page, "error")).toMatchObject([{ reason: "data", message: "datapackage.json" }]);
  await expect(page.locator("#a [role=alert]")).toContainText("数据文件没有取到");
  await page.route(/embed\/explorer-.*\.css$/, (route) => route.fulfill({ contentType: "text/css", body: "* { color: red }" }));
  await portalPage(site, page, ONE, { name: "other/page.html" });
  await expect.poll(() => told(page, "error")).toMatchObject([{ reason: "damaged" }]);
});

test("moved within the page it stays as it is, taken out it is gone, and put back it shows what was chosen", async ({ site, page }) => {
  await portalPage(site, page, `${ONE}<section id="s"></section>`);
  const explorer = await inElement(page);
  await explorer.value("place", "承德市").check();
  await expect(explorer.chips).toHaveText("承德市");
  await page.evaluate(() => s.append(a));
  await expect(explorer.chips).toHaveText("承德市");
  expect(await told(page, "ready")).toHaveLength(1);
  await page.evaluate(() => {
    window.kept = a;
    kept.remove();
  });
  await expect.poll(() => page.evaluate(() => kept.shadowRoot.childNodes.length)).toBe(0);
  await page.evaluate(() => s.append(kept));
  const again = await inElement(page);
  await expect(again.chips).toHaveText("承德市");
  expect(await told(page, "ready")).toHaveLength(2);
});

test("its script has one name, and the hash that is printed for it", async ({ site, page }) => {
  const { script, integrity } = JSON.parse(readFileSync(`${dist}/embed/embed.json`, "utf8"));
  await page.goto(`${site.portal}data/datapackage.json`);
  const defined = await page.evaluate(
    ([src, integrity]) =>
      new Promise((resolve) => {
        const script = Object.assign(document.createElement("script"), { src, integrity, onload: () => resolve(Boolean(customElements.get("minsheng-explorer"))), onerror: () => resolve("refused") });
        document.head.append(script);
      }),
    [`${site.portal}embed/${script}`, integrity],
  );
  expect(script).toBe("minsheng-explorer.js");
  expect(defined).toBe(true);
});

test("without scripts the page has what stands between its tags", async ({ site, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.portal}embed-demo.html`);
  await expect(page.locator("minsheng-explorer a")).toBeVisible();
  await context.close();
});

test("the page with it has nothing that axe finds fault with, in either theme", async ({ site, page, axe }) => {
  await portalPage(site, page, ONE);
  const explorer = await inElement(page);
  for (const theme of ["light", "dark"]) {
    await explorer.element.evaluate((element, theme) => element.setAttribute("theme", theme), theme);
    await expect(explorer.element.locator(".minsheng-root")).toHaveAttribute("data-theme", theme);
    expect(await axe()).toEqual([]);
  }
});

test("the demonstration shows it in the portal's colours beside a frame", async ({ site, page, record }) => {
  await page.goto(`${site.portal}embed-demo.html`);
  const explorer = await inElement(page, "element");
  await expect(explorer.views.timeline).toBeVisible();
  const accent = await explorer.element.locator(".minsheng-root").evaluate((root) => getComputedStyle(root).getPropertyValue("--accent").trim());
  expect(accent).toBe("#1d4f91");
  await expect(page.locator("iframe")).toHaveCount(1);
  expect(policyOf(record)).toEqual([]);
});

test("two hundred that come and go leave no memory behind", async ({ site, page }) => {
  test.setTimeout(240_000);
  await portalPage(site, page, "", { name: "many/page.html" });
  await page.evaluate(() => {
    const instantiate = WebAssembly.instantiate;
    window.memories = [];
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) memories.push(new WeakRef(memory));
      return made;
    };
  });
  const session = await page.context().newCDPSession(page);
  const measured = async () => {
    for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners: listeners } = await session.send("Memory.getDOMCounters");
    const wasm = await page.evaluate(() => memories.map((memory) => memory.deref()).filter(Boolean).reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
    return { heap: usedSize, nodes, listeners, wasm };
  };
  // Destroyed, and as often taken out of the page by a portal that knows nothing of that.
  const cycle = (view, isDestroyed) =>
    page.evaluate(
      async ([view, isDestroyed]) => {
        const element = document.createElement("minsheng-explorer");
        element.setAttribute("view", view);
        document.body.append(element);
        await element.ready;
        if (isDestroyed) element.destroy();
        else document.body.replaceChildren();
      },
      [view, isDestroyed],
    );
  await page.evaluate(() => customElements.whenDefined("minsheng-explorer"));
  let early;
  for (let times = 1; times <= 200; times += 1) {
    await cycle(VIEWS[times % VIEWS.length], times % 2 === 0);
    if (times === 20) early = await measured();
  }
  const late = await measured();
  expect(await page.evaluate(() => memories.length)).toBe(200);
  // The last one may not be gone yet.
  expect(late.wasm).toBeLessThan(16e6);
  expect(late.heap).toBeLessThan(early.heap + 2e6);
  expect(late.nodes).toBeLessThan(early.nodes + 5000);
  expect(late.listeners).toBeLessThan(early.listeners + 300);
});
