// The site and the one file in other engines than Chromium: a filter, a chart, the detail of a figure, a link, a table of
// one's own. Chromium does all of the end-to-end tests; this tells whether the page stands on the others at all.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { VIEWS } from "../e2e/page.js";
import { dist, startServer } from "../e2e/server.mjs";
import { hasFirefox, openFirefox } from "./firefox.mjs";
import { hasWebKit, openWebKit } from "./webkit.mjs";

const FILE = pathToFileURL(join(dist, "minsheng.html")).href;
const STANDS = `document.querySelector("[data-minsheng-root]") && !document.querySelector("#boot")`;
const FAILURE = "#boot-failure:not([hidden]), #boot-notice, .failure";
const SAYS_FAILED = `Boolean(document.querySelector("${FAILURE}"))`;
const text = (selector) => `document.querySelector(${JSON.stringify(selector)})?.innerText`;
const id = (name) => `[data-testid="${name}"]`;

/** How long anything may take to be seen, in milliseconds. */
const PATIENCE = 30_000;

/** How often a step may be tried: WebKitGTK's compiler of wasm errs now and then, whatever the program (see webkit.mjs). */
const TRIES = { Firefox: 1, WebKit: 2 };

/** Waits until an expression is true of the page, and gives its value. */
async function until(browser, expression, what) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
    const value = await browser.evaluate(expression).catch(() => undefined);
    if (value) return value;
  }
  const seen = await browser.evaluate(`${text(FAILURE)} ?? ${text("body")}`).catch(() => "");
  throw new Error(`${browser.name}: not seen in ${PATIENCE / 1000} s: ${what}. On the page: ${String(seen).replace(/\s+/g, " ").slice(0, 300)}; errors: ${browser.errors.join("; ")}`);
}

/** Waits until an element stays where it is. */
async function restful(browser, selector) {
  const place = `JSON.stringify(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`;
  for (let before; ; await sleep(300)) {
    const now = await browser.evaluate(place);
    if (now === before) return;
    before = now;
  }
}

/** Opens an address as a page of its own, waits until the explorer stands, and listens to what goes wrong in it. */
async function open(browser, address) {
  await browser.open("about:blank");
  browser.errors.length = 0;
  await browser.open(address);
  await until(browser, `Boolean(${STANDS})`, "the explorer");
  await browser.evaluate(`(() => {
    window.heard = [];
    addEventListener("error", (event) => heard.push(event.message));
    addEventListener("unhandledrejection", (event) => heard.push(String(event.reason)));
  })()`);
}

/** Nothing went wrong, and the page does not say so either; that the rest is on its way it may say for a while. */
async function assertSound(browser) {
  await until(browser, `!${SAYS_FAILED}`, "a page that says of nothing that it failed");
  const heard = await browser.evaluate("window.heard");
  assert.deepEqual([...heard, ...browser.errors], []);
}

const isShown = (name) => `document.querySelector('${id(`view-${name}`)}').getAttribute("aria-current") === "page"`;

async function showView(browser, name) {
  await browser.click(id(`view-${name}`));
  await until(browser, isShown(name), `the view ${name}`);
}

const EDITIONS = [
  ["site", (root) => root],
  ["one file", () => FILE],
];

const OWN = "a table of one's own";
const STEPS = {
  "figures, and every view by a click": async (browser, address) => {
    await open(browser, address);
    assert.match(await browser.evaluate(text(".figure-button")), /\d/);
    for (const name of VIEWS) await showView(browser, name);
  },

  "a filter changes what is counted, and the link says so": async (browser, address) => {
    await open(browser, `${address}#v=1&view=table&lang=en`);
    const before = await until(browser, text(id("matching")), "how many figures there are");
    await browser.click(`${id("facet-topic")} input[type=checkbox]`);
    await until(browser, `${text(id("matching"))} !== ${JSON.stringify(before)}`, "another count");
    assert.match(await browser.evaluate("location.hash"), /[&#]f\.topic=/);
    assert.equal(await browser.evaluate(`document.querySelectorAll('${id("chip")}').length`), 1);
  },

  "a chart has marks, and a mark leads to its figure": async (browser, address) => {
    await open(browser, `${address}#v=1&view=chart&f.domain=education`);
    const mark = `${id("chart-view")} .mark`;
    await until(browser, `document.querySelectorAll('${mark}').length > 1`, "marks");
    await restful(browser, mark);
    await browser.click(mark);
    const figure = await until(browser, text(id("detail")), "the detail");
    assert.match(figure, /\d/);
  },

  "a link shows its detail": async (browser, address) => {
    await open(browser, `${address}#v=1&view=table&f.place=chengde&lang=en`);
    await until(browser, `document.querySelectorAll('${id("row")}').length > 3`, "rows");
    await browser.click(`${id("row")} button, ${id("row")} a`);
    const name = await until(browser, text(id("detail-name")), "the detail");
    const link = await browser.evaluate("location.hash");
    await open(browser, `${address}${link}`);
    assert.equal(await until(browser, text(id("detail-name")), "the same detail"), name);
  },

  [OWN]: async (browser, address) => {
    await open(browser, address);
    await browser.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["city,people\\nA,1\\nB,2\\n"], "cities.csv", { type: "text/csv" }));
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    })()`);
    await until(browser, `${text("main")}?.includes("people")`, "the table");
  },
};

test("there is a release build to try", () => {
  assert.ok(existsSync(join(dist, "minsheng.html")), "there is no release build in dist/: run 'make dist' first");
});

for (const [engine, isInstalled, start] of [["Firefox", hasFirefox, openFirefox], ["WebKit", hasWebKit, openWebKit]]) {
  const skip = !isInstalled() && process.env.ENGINES !== "required" && `${engine} is not installed: tools/setup/engines.sh says why`;
  test(engine, { timeout: 600_000, skip }, async (t) => {
    const server = await startServer();
    const browser = await start();
    t.after(async () => {
      await browser.close();
      await server.stop();
    });
    t.diagnostic(browser.name);
    for (const [edition, address] of EDITIONS) {
      for (const [step, run] of Object.entries(STEPS)) {
        // A worker of a page that is a file may not read a file of the reader's there: WebKit refuses it.
        if (engine === "WebKit" && edition === "one file" && run === STEPS[OWN]) continue;
        await t.test(`${edition}: ${step}`, async (t) => {
          for (let left = TRIES[engine]; left > 0; left--) {
            try {
              await run(browser, address(server.root));
              return await assertSound(browser);
            } catch (error) {
              if (left === 1) throw error;
              t.diagnostic(`tried again after: ${error.message}`);
            }
          }
        });
      }
    }
  });
}
