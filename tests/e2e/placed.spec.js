// The element where portals put it: in places that are hidden at first, in forms and dialogs, beside a second script, on paper.
import { readFileSync } from "node:fs";
import { inElement, portalPage, told } from "./element.js";
import { expect, test } from "./fixtures.js";

const ELEMENT = '<minsheng-explorer id="a" view="chart" lang="zh"></minsheng-explorer>';
const STYLED = { head: '<link rel="stylesheet" href="places.css">', files: { "places.css": ".none { width: 0; overflow: hidden } .wide { width: 80vw }" } };

for (const [place, body, show] of [
  ["a tab that is not shown", `<section id="s" hidden>${ELEMENT}</section>`, () => (s.hidden = false)],
  ["a fold that is closed", `<details id="s"><summary>more</summary>${ELEMENT}</details>`, () => (s.open = true)],
  ["a dialog that is not open", `<dialog id="s" class="wide">${ELEMENT}</dialog>`, () => s.showModal()],
  ["a place without width", `<div id="s" class="none">${ELEMENT}</div>`, () => s.classList.remove("none")],
]) {
  test(`in ${place} it starts, and is drawn once it is seen`, async ({ site, page, record }) => {
    await portalPage(site, page, body, STYLED);
    const explorer = await inElement(page);
    expect(await told(page, "error")).toEqual([]);
    await page.evaluate(show);
    await expect(explorer.chartMarks.first()).toBeVisible();
    await expect.poll(() => explorer.element.locator("#view .chart svg").first().evaluate((svg) => svg.getBoundingClientRect().width)).toBeGreaterThan(300);
    // It is drawn for the width that it has: nothing leans out of it.
    const { chart, place } = await explorer.element.evaluate((element) => ({
      chart: element.shadowRoot.querySelector("#view .chart svg").getBoundingClientRect().right,
      place: element.getBoundingClientRect().right,
    }));
    expect(chart).toBeLessThanOrEqual(place + 1);
    expect(record.errors).toEqual([]);
  });
}

/** Places that are as wide as what stands in them. */
const FITTING = {
  "a dialog without a width": [`<dialog id="s">${ELEMENT}</dialog>`, ""],
  "an inline block": [`<div id="s" class="p">${ELEMENT}</div>`, "display: inline-block"],
  "an item of a flex box": [`<div class="p"><div id="s">${ELEMENT}</div></div>`, "display: flex"],
  "an item of a column that is centred": [`<div class="p"><div id="s">${ELEMENT}</div></div>`, "display: flex; flex-direction: column; align-items: center"],
  "an item of a grid that is centred": [`<div class="p"><div id="s">${ELEMENT}</div></div>`, "display: grid; justify-items: center"],
  "a float": [`<div id="s" class="p">${ELEMENT}</div>`, "float: left"],
  "a place put by hand": [`<div id="s" class="p">${ELEMENT}</div>`, "position: absolute; left: 0; top: 0"],
  "a cell of a table": [`<table><tr><td id="s">${ELEMENT}</td></tr></table>`, ""],
  "a place as wide as its content": [`<div id="s" class="p">${ELEMENT}</div>`, "width: fit-content"],
};

for (const [place, [body, style]] of Object.entries(FITTING)) {
  test(`in ${place} it has a width of its own, and never more than there is`, async ({ site, page, record }) => {
    const files = { "places.css": `.p { ${style} } body { margin: 0 } dialog { padding: 0 } td { padding: 0 } table { border-spacing: 0 }` };
    await portalPage(site, page, body, { ...STYLED, files });
    const explorer = await inElement(page);
    await page.evaluate(() => s.showModal?.());
    await expect(explorer.chartMarks.first()).toBeVisible();
    const width = () => explorer.element.evaluate((element) => Math.round(element.getBoundingClientRect().width));
    await expect.poll(width).toBe(960);
    // What it asks for takes no room besides.
    const { gap } = await explorer.element.evaluate((element) => ({ gap: element.shadowRoot.querySelector(".minsheng-place").getBoundingClientRect().top - element.getBoundingClientRect().top }));
    expect(gap).toBe(0);
    await page.setViewportSize({ width: 400, height: 800 });
    await expect.poll(width).toBeLessThanOrEqual(400);
    await expect.poll(width).toBeGreaterThan(340);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    expect(record.errors).toEqual([]);
  });
}

test("beside a column of the page it takes the rest, and no more", async ({ site, page }) => {
  const files = { "places.css": "body { margin: 0 } .row { display: flex } aside { flex: none; width: 300px } .rest { flex: 1 }" };
  await portalPage(site, page, `<div class="row"><aside>news</aside><div class="rest">${ELEMENT}</div></div>`, { ...STYLED, files });
  const explorer = await inElement(page);
  for (const width of [1280, 700]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => explorer.element.evaluate((element) => element.getBoundingClientRect().width)).toBe(width - 300);
  }
});

test("in a form its keys and buttons send nothing", async ({ site, page }) => {
  await portalPage(site, page, `<form id="f" action="/sent"><input name="q" value="1">${ELEMENT}<button>Send</button></form>`);
  const explorer = await inElement(page);
  await page.evaluate(() => f.addEventListener("submit", (event) => (event.preventDefault(), (window.sent = true))));
  await explorer.search.fill("教育");
  await explorer.results.first().waitFor();
  await explorer.search.press("Enter");
  await explorer.viewLink("table").click();
  await expect(explorer.views.table).toBeVisible();
  await explorer.sortBy("value").button.click();
  expect(await page.evaluate(() => [window.sent, [...new FormData(f).keys()]])).toEqual([undefined, ["q"]]);
});

test("in a dialog of the page Escape goes back one step at a time", async ({ site, page }) => {
  await portalPage(site, page, `<dialog id="s" class="wide">${ELEMENT}</dialog>`, STYLED);
  const explorer = await inElement(page);
  await page.evaluate(() => s.showModal());
  await explorer.chartMarks.first().focus();
  await page.keyboard.press("Enter");
  await expect(explorer.detailTitle).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explorer.detailTitle).toHaveCount(0);
  expect(await page.evaluate(() => s.open), "the detail alone is closed").toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => s.open)).toBe(false);
});

/** Adds the script once more; gives what the console warned of. */
async function again(site, page, query) {
  const warned = [];
  page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
  await page.evaluate(
    (src) => new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject }))),
    `${site.portal}embed/minsheng-explorer.js?${query}`,
  );
  return warned;
}

test("a script of another version says so in the console, and the elements of the first one go on", async ({ site, page, record }) => {
  await portalPage(site, page, ELEMENT);
  await inElement(page);
  expect(await again(site, page, "same"), "the same version once more").toEqual([]);
  await page.route("**/minsheng-explorer.js?other", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const program = text.match(/_bg\.wasm",integrity:"(sha384-[^"]+)"/)[1];
    await route.fulfill({ response, body: text.replaceAll(program, `sha384-${"A".repeat(64)}`) });
  });
  const warned = await again(site, page, "other");
  expect(warned).toHaveLength(1);
  for (const words of ["minsheng-explorer", "another version", `${site.portal}embed/minsheng-explorer.js?other`]) expect(warned[0]).toContain(words);
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("minsheng-explorer"), { id: "b" })));
  const second = await inElement(page, "b");
  await expect(second.content).toBeVisible();
  expect(record.errors).toEqual([]);
});

test("where another script has given the name away, that is said and nothing stops", async ({ site, page, record }) => {
  const files = { "own.js": 'customElements.define("minsheng-explorer", class extends HTMLElement {});' };
  const warned = [];
  page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
  await portalPage(site, page, ELEMENT, { head: '<script src="own.js"></script>', files });
  await expect.poll(() => warned.filter((text) => /another version came first/.test(text))).toHaveLength(1);
  expect(record.errors).toEqual([]);
});

test("a second script of the same version changes nothing", async ({ site, page, record }) => {
  await portalPage(site, page, ELEMENT);
  const explorer = await inElement(page);
  await again(site, page, "again");
  await explorer.viewLink("table").click();
  await expect(explorer.views.table).toBeVisible();
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("minsheng-explorer"), { id: "b" })));
  const second = await inElement(page, "b");
  await expect(second.content).toBeVisible();
  expect(record.errors).toEqual([]);
});

for (const address of ["data:text/csv,place,n%0AA,1", "blob:http://evil.example/1", "javascript:harmed=1"]) {
  test(`an address of data that is none of the site's is refused in words: ${address.split(":")[0]}`, async ({ site, page }) => {
    await portalPage(site, page, `<minsheng-explorer id="a" data="${address}"></minsheng-explorer>`);
    const failed = page.locator("#a").locator('[role=alert], [data-testid="open-failed"]');
    await expect(failed.first()).toBeVisible();
    await expect(failed.first()).not.toContainText(/Failed to|TypeError|undefined/);
    expect(await page.evaluate(() => window.harmed)).toBe(undefined);
  });
}

test("events come in their order: ready, then what is changed, then what is opened", async ({ site, page }) => {
  await portalPage(site, page, ELEMENT);
  const explorer = await inElement(page);
  await explorer.chartMarks.first().click();
  await expect(explorer.detailTitle).toBeVisible();
  await explorer.closeDetail.click();
  await expect(explorer.detailTitle).toHaveCount(0);
  const order = await page.evaluate(() => window.told.map(([name]) => name));
  expect(order[0]).toBe("ready");
  expect(order.filter((name) => name === "ready")).toHaveLength(1);
  const opened = await page.evaluate(() => window.told.filter(([name]) => name === "select").map(([, , detail]) => detail.selection !== null));
  expect(opened).toEqual([true, false]);
  // What is opened is chosen, too, and that is told first.
  expect(order.indexOf("change")).toBeLessThan(order.indexOf("select"));
});

test("the page prints with its elements: dark on white, within the sheet", async ({ site, page }) => {
  await portalPage(site, page, `<h1>News</h1>${ELEMENT}<minsheng-explorer id="b" view="ledger" lang="zh" theme="dark"></minsheng-explorer><p id="end">end</p>`);
  await inElement(page);
  await inElement(page, "b");
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(700);
  const seen = await page.evaluate(() =>
    ["a", "b"].map((id) => {
      const tree = document.getElementById(id).shadowRoot;
      const shown = (selector) => [...tree.querySelectorAll(selector)].some((element) => element.checkVisibility());
      return { header: shown("header"), filters: shown("#filters"), content: shown("#view"), ground: getComputedStyle(tree.querySelector(".minsheng-page")).backgroundColor };
    }),
  );
  for (const { header, filters, content, ground } of seen) {
    expect({ header, filters, content }).toEqual({ header: false, filters: false, content: true });
    expect(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]).toContain(ground);
  }
  const [first, second, end] = await page.evaluate(() => ["a", "b", "end"].map((id) => document.getElementById(id).getBoundingClientRect().top));
  expect(first < second && second < end).toBe(true);
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
});

test("the object is what its types say, and its properties and parts are those that are documented", async ({ site, page }) => {
  const types = readFileSync(new URL("../../public/embed/minsheng-explorer.d.ts", import.meta.url), "utf8");
  const docs = readFileSync(new URL("../../docs/element.md", import.meta.url), "utf8");
  await portalPage(site, page, '<minsheng-explorer id="a" lang="zh"></minsheng-explorer>');
  const explorer = await inElement(page);

  const body = types.slice(types.indexOf("export interface MinshengExplorerElement"));
  const members = [...body.slice(0, body.indexOf("\n}")).matchAll(/^ {2}(?:readonly )?(\w+)[(:<]/gm)].map(([, name]) => name);
  const typed = new Set(members.filter((name) => !/EventListener$/.test(name)));
  const listed = new Set([...types.matchAll(/^ \* - `(\w+)`/gm)].map(([, name]) => name));
  const { own, observed } = await page.evaluate(() => {
    const { prototype, observedAttributes } = customElements.get("minsheng-explorer");
    const own = Object.getOwnPropertyNames(prototype).filter((name) => !/^constructor$|Callback$/.test(name));
    return { own, observed: observedAttributes };
  });
  expect(own.sort()).toEqual([...typed].sort());
  expect([...observed].sort()).toEqual([...listed].sort());
  for (const name of [...own, ...observed]) expect(docs, name).toContain(`\`${name}`);
  const events = [...types.matchAll(/^ {2}"(minsheng:\w+)"/gm)].map(([, name]) => name);
  expect(events).toHaveLength(4);
  for (const name of events) expect(docs, name).toContain(`\`${name}\``);

  const section = docs.slice(docs.indexOf("## Colours and type"), docs.indexOf("## What it asks"));
  const properties = new Set([...section.matchAll(/`(--minsheng-[a-z-]+)`/g)].map(([, name]) => name));
  const read = await page.evaluate(() => {
    const sheets = [...a.shadowRoot.adoptedStyleSheets, ...a.shadowRoot.styleSheets];
    const text = sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join("\n");
    return [...new Set(text.match(/--minsheng-[a-z-]+/g))];
  });
  expect(read.sort()).toEqual([...properties].sort());

  const named = new Set([...section.slice(section.indexOf("Parts that"), section.indexOf("```css")).matchAll(/`([a-z]+)`/g)].map(([, name]) => name));
  const met = new Set();
  const look = async () => (await page.evaluate(() => [...a.shadowRoot.querySelectorAll("[part]")].flatMap((element) => [...element.part]))).forEach((part) => met.add(part));
  for (const view of ["chart", "table", "poster"]) {
    await explorer.viewLink(view).click();
    await expect(explorer.views[view]).toBeVisible();
    await look();
  }
  await explorer.viewLink("table").click();
  await explorer.gridRows.first().getByRole("button").first().click();
  await expect(explorer.detailTitle).toBeVisible();
  await look();
  // What is under way and what failed has a part of its own.
  await page.evaluate(() => {
    const failing = Object.assign(document.createElement("minsheng-explorer"), { id: "failing" });
    failing.setAttribute("data", "./nowhere/datapackage.json");
    document.body.append(failing);
  });
  await page.locator("#failing [role=alert]").waitFor();
  met.add(await page.evaluate(() => failing.shadowRoot.querySelector("[role=alert]").getAttribute("part")));
  expect([...met].sort()).toEqual([...named].sort());
});
