// The site, the one file and the element in Chromium as it was: 116 is of the middle of 2023, 109 the last for Windows 7, 88 the
// oldest that is promised, and 80 is too old. Others that chromium.mjs knows are tried by naming them:
// OLD_CHROMIUM="92 103" node --test tests/old-browsers/old.test.mjs
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { VIEWS } from "../e2e/page.js";
import { POLICY, dist, startServer } from "../e2e/server.mjs";
import { openChromium } from "./chromium.mjs";

/** The first that the explorer promises to open in. */
const OLDEST = 88;
/** The first with the vectors that the engine of tables of one's own is made of. */
const OLDEST_FOR_TABLES = 91;
/** The first that knows the policy's word for WebAssembly; those before it take only the word that allows more. */
const OLDEST_FOR_POLICY = 97;
/** The first that the element promises to stand in. */
const OLDEST_FOR_ELEMENT = 105;
const LOOSER_POLICY = POLICY.replace("wasm-unsafe-eval", "unsafe-eval");
const versions = (process.env.OLD_CHROMIUM ?? "116 109 88 80").split(/\s+/).map(Number);

const FILE = pathToFileURL(join(dist, "minsheng.html")).href;
const STANDS = `document.querySelector("[data-minsheng-root]") && !document.querySelector("#boot")`;
const FIGURE = `document.querySelector(".figure-button").innerText`;
const view = (name) => `document.querySelector('[data-testid="view-${name}"]')`;
const isShown = (name) => `${view(name)}.getAttribute("aria-current") === "page"`;
const words = `document.body.innerText`;

/** A page of a portal with an element on it, beside the site. */
const PORTAL = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>portal</title><script src="embed/minsheng-explorer.js" defer></script><body><minsheng-explorer view="chart" state="v=1&amp;f.domain=education"></minsheng-explorer></body></html>`;

test("there is a release build to try", () => {
  assert.ok(existsSync(join(dist, "minsheng.html")), "there is no release build in dist/: run 'make dist' first");
});

for (const version of versions) {
  test(`Chromium ${version}`, { timeout: 300_000 }, async (t) => {
    let letRestGo;
    let restMayGo = Promise.resolve();
    const policy = version < OLDEST_FOR_POLICY ? LOOSER_POLICY : POLICY;
    const first = async (_, path, response) => {
      if (path.endsWith("_rest.wasm")) await restMayGo;
      if (path !== "/portal.html") return false;
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }).end(PORTAL);
      return true;
    };
    const server = await startServer(first, { policy });
    const browser = await openChromium(version);
    t.after(async () => {
      await browser.close();
      await server.stop();
    });

    if (version < OLDEST) {
      for (const [edition, address] of [["site", server.root], ["one file", FILE], ["one file with a link", `${FILE}#v=1&view=table`]]) {
        await t.test(`${edition}: says which browser is needed`, async () => {
          await browser.open(address);
          await browser.until(`${words}.includes("Edge 88")`);
          const said = await browser.evaluate(words);
          assert.match(said, /请换用 Chrome 或 Edge 88/);
          assert.match(said, /Please use Chrome or Edge 88/);
          assert.doesNotMatch(said, /损坏|damaged|没有下载完整|did not download|正在载入|Loading/);
        });
      }
      return;
    }

    await t.test("site: shows figures, and every view by a click", async () => {
      await browser.open(server.root);
      await browser.until(STANDS, "the explorer");
      assert.match(await browser.evaluate(FIGURE), /\d/);
      for (const name of VIEWS) {
        await browser.evaluate(`${view(name)}.click()`);
        await browser.until(isShown(name), `the ${name}`);
      }
      assert.deepEqual(browser.errors, []);
    });

    for (const [edition, address] of [["site", server.root], ["one file", FILE]]) {
      await t.test(`${edition}: a filter changes what is counted, and the link says so`, async () => {
        await browser.open(`${address}#v=1&view=table`);
        await browser.until(STANDS, "the explorer");
        const count = `document.querySelector('[data-testid="matching"]').innerText`;
        const before = await browser.evaluate(count);
        await browser.evaluate(`document.querySelector('[data-testid="facet-topic"] input[type=checkbox]').click()`);
        await browser.until(`${count} !== ${JSON.stringify(before)}`, "another count");
        await browser.until(`/[&#]f\\.topic=/.test(location.hash)`, "the filter in the link");
        assert.deepEqual(browser.errors, []);
      });
    }

    await t.test("site: a click before the rest is there is done once it is", async () => {
      restMayGo = new Promise((resolve) => (letRestGo = resolve));
      await browser.open(`${server.root}portal/minsheng/`);
      await browser.until(STANDS, "the explorer");
      await browser.evaluate(`${view("table")}.click()`);
      await browser.until(`document.querySelector("#boot-notice")`, "the notice that the rest is on its way");
      assert.match(await browser.evaluate(FIGURE), /\d/);
      letRestGo();
      await browser.until(isShown("table"), "the table");
      assert.ok(await browser.evaluate(`!document.querySelector("#boot-failure, #boot-notice")`));
      assert.deepEqual(browser.errors, []);
    });

    await t.test("site: a link shows its view", async () => {
      await browser.open(`${server.root}#v=1&view=timeline`);
      await browser.until(`${STANDS} && ${isShown("timeline")}`, "the timeline");
      assert.deepEqual(browser.errors, []);
    });

    await t.test("one file: shows figures, and every view by a click", async () => {
      await browser.open(FILE);
      await browser.until(STANDS, "the explorer");
      assert.match(await browser.evaluate(FIGURE), /\d/);
      for (const name of VIEWS) {
        await browser.evaluate(`${view(name)}.click()`);
        await browser.until(isShown(name), `the ${name}`);
      }
      assert.deepEqual(browser.errors, []);
    });

    for (const [edition, address] of [["site", server.root], ["one file", FILE]]) {
      await t.test(`${edition}: opens a table of one's own`, async () => {
        await browser.open(address);
        await browser.until(STANDS, "the explorer");
        await browser.evaluate(`{
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["city,people\\nA,1\\nB,2\\n"], "cities.csv", { type: "text/csv" }));
          document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
        }`);
        const told = version < OLDEST_FOR_TABLES ? `${words}.includes("Edge 91")` : `document.querySelector("main").innerText.includes("people")`;
        await browser.until(told, version < OLDEST_FOR_TABLES ? "which browser reads tables of one's own" : "the table");
        assert.deepEqual(browser.errors, []);
      });
    }

    await t.test(version < OLDEST_FOR_ELEMENT ? "element: says which browser is needed" : "element: stands on a page of a portal, and is filtered", async () => {
      await browser.open(`${server.root}portal.html`);
      const inside = `document.querySelector("minsheng-explorer").shadowRoot`;
      if (version < OLDEST_FOR_ELEMENT) {
        await browser.until(`/105/.test(${inside}.textContent)`, "which browser is needed");
        return;
      }
      await browser.until(`${inside}.querySelector('[data-testid="chart-view"] .mark')`, "a chart with marks");
      const count = `${inside}.querySelector('[data-testid="matching"]').innerText`;
      const before = await browser.evaluate(count);
      await browser.evaluate(`${inside}.querySelector('[data-testid="facet-place"] input[type=checkbox]').click()`);
      await browser.until(`${count} !== ${JSON.stringify(before)}`, "another count");
      await browser.evaluate(`document.querySelector("minsheng-explorer").setAttribute("view", "table")`);
      await browser.until(`${inside}.querySelector('[data-testid="row"]')`, "rows");
      assert.deepEqual(browser.errors, []);
    });

    await t.test("one file: a link shows its view", async () => {
      await browser.open(`${FILE}#v=1&view=poster`);
      await browser.until(`${STANDS} && ${isShown("poster")}`, "the poster");
      assert.deepEqual(browser.errors, []);
    });
  });
}
