// What can go wrong on the way from the server to the reader, injected one by one: the page says what, in a reader's words,
// goes on where it can, and loses nothing. Each line of docs/failures.md is tried here or in the spec that it names.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.js";
import { ExplorerPage } from "./page.js";
import { dist, startServer } from "./server.mjs";
import { choose, drop, manyRows } from "./tables.js";

const gone = (route) => route.fulfill({ status: 404, body: "not found" });
const empty = (route) => route.fulfill({ status: 200, body: "" });
const page404 = (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html><title>Sign in</title>" });
const garbage = (route) => route.fulfill({ status: 200, body: Buffer.from([0xff, 0, 0x9c, 10, 0xfe, 0x22, 10, 7]) });

/** Words that a browser or a server says of itself, and no reader's business. */
const TECHNICAL = /Failed to|TypeError|NetworkError|Unexpected|undefined|\bnull\b|\b404\b|http:/;

/** The page of a former version, as a cache kept it: it names files that the server no longer has. */
const former = (html) => html.replace(/loader-[0-9a-f]{16}/g, "loader-0000000000000000").replace(/_bg\.wasm/g, "_former.wasm");

test.describe("a data file", () => {
  const FAULTS = { "is missing": gone, "is empty": empty, "is a page of HTML": page404, "is garbage": garbage };
  for (const [fault, answer] of Object.entries(FAULTS)) {
    for (const file of ["observations.csv", "places.csv"]) {
      test(`it is named, and the figures of the build stay: ${file} ${fault}`, async ({ site, page, explorer }) => {
        await page.route(`**/data/${file}*`, answer);
        await explorer.open(site.root, { unfold: false });
        const told = await explorer.matching.textContent();
        await expect(explorer.programNotice).toContainText(file);
        await expect(explorer.programNotice).not.toContainText(TECHNICAL);
        await expect(explorer.matching).toHaveText(told);
        await page.unroute(`**/data/${file}*`);
        await explorer.viewLink("table").click();
        await expect(explorer.views.table).toBeVisible();
        await expect(explorer.programNotice).toHaveCount(0);
      });
    }
    for (const file of ["observations.csv", "datapackage.json"]) {
      test(`${file} ${fault}, which a link needs at once: it is named, and a button tries again`, async ({ site, page, explorer }) => {
        await page.route(`**/data/${file}*`, answer);
        await page.goto(`${site.root}#v=1&view=chart`);
        await expect(explorer.failureDetail).toHaveText(file);
        await expect(explorer.failure).not.toContainText(TECHNICAL);
        await page.unroute(`**/data/${file}*`);
        await explorer.again.click();
        await expect(explorer.views.chart).toBeVisible();
      });
    }
  }
});

test.describe("a page that a cache has kept beyond its version", () => {
  /** The first answer is the former page; whoever asks past the cache gets that of now. */
  async function serveFormer(page, address, change = former) {
    let asked = 0;
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: asked++ === 0 ? change(html) : html });
    });
  }

  const MISSING = {
    "the loader": (html) => html.replace(/loader-[0-9a-f]{16}/, "loader-0000000000000000"),
    "the program": (html) => html.replace(/([0-9a-f]{16})_bg\.wasm/g, "0000000000000000_bg.wasm"),
    "the style sheet": (html) => html.replace(/style-[0-9a-f]{16}\.css/, "style-0000000000000000.css"),
    "all of them": former,
  };
  for (const [what, change] of Object.entries(MISSING)) {
    test(`finds ${what} gone, and gives way to the page of now with what the link says`, async ({ site, page, explorer }) => {
      const address = `${site.root}?a=1`;
      await serveFormer(page, address, change);
      await page.goto(`${address}#v=1&view=timeline`);
      await explorer.standing();
      await expect(explorer.views.timeline).toBeVisible();
    });
  }

  test("says so where the page of now lacks files as well, and does not load for ever", async ({ site, page, explorer }) => {
    let loads = 0;
    page.on("framenavigated", () => (loads += 1));
    await page.route("**/loader-*.js", gone);
    await page.goto(site.root);
    await expect(explorer.stuck).toBeVisible();
    await expect(explorer.stuck).toContainText("请刷新");
    await expect(explorer.stuck).toContainText("Reload");
    await page.waitForTimeout(1500);
    expect(loads).toBe(1);
  });

  test("says so by style alone where no script comes", async ({ site, page, explorer }) => {
    await page.route("**/*.js", gone);
    await page.goto(site.root);
    await expect(explorer.stuck).toBeHidden();
    await expect(explorer.stuck).toBeVisible({ timeout: 20_000 });
  });
});

test.describe("what does not come and does not fail", () => {
  for (const [what, address, fragment] of [
    ["the program", "**/*_bg.wasm", ""],
    ["its module", "**/minsheng-explorer-*.js", ""],
    ["a table", "**/data/observations.csv*", "#v=1&view=chart"],
  ]) {
    test(`${what}: the page says so after a while, and comes as soon as it can`, async ({ site, page, explorer }) => {
      let release;
      const held = new Promise((resolve) => (release = resolve));
      await page.route(address, async (route) => (await held, route.continue()));
      await page.goto(`${site.root}${fragment}`, { waitUntil: "commit" });
      await expect(explorer.programNotice).toContainText("没有进展", { timeout: 25_000 });
      await expect(explorer.reloadPage).toBeVisible();
      await explorer.keepWaiting.click();
      await expect(explorer.programNotice).toHaveCount(0);
      release();
      await explorer.standing();
    });
  }

  test("the rest of the program: the page that stands says so and offers to load anew", async ({ site, page, explorer }) => {
    let hangs = true;
    await page.route("**/*_rest.wasm", (route) => (hangs ? undefined : route.continue()));
    await explorer.open(site.root, { unfold: false });
    await explorer.viewLink("table").click();
    await expect(explorer.programNotice).toContainText("没有进展", { timeout: 25_000 });
    await expect(explorer.views.overview).toBeVisible();
    hangs = false;
    await explorer.reloadPage.click();
    await expect(explorer.views.table).toBeVisible();
  });
});

test("nothing is fetched in a way that holds the page's thread", async () => {
  const scripts = readdirSync(dist, { recursive: true }).filter((name) => /\.(m?js|html)$/.test(name));
  expect(scripts.length).toBeGreaterThan(5);
  for (const name of scripts) {
    expect(readFileSync(join(dist, name), "utf8"), name).not.toMatch(/XMLHttpRequest|importScripts|Atomics\.wait\b/);
  }
});

test.describe("a program that stops", () => {
  /** What a panic of the program is to the page: a trap of WebAssembly, in a turn of its own. */
  const trap = () => {
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    setTimeout(new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f);
  };

  for (const [lang, words, copy] of [["zh", "已经停止", "复制故障报告"], ["en", "stopped", "Copy a report"]]) {
    test(`says so, hands out a report without what is the reader's, and goes on where the link is (${lang})`, async ({ site, page, context, explorer, axe }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await explorer.open(`${site.root}#v=1&view=chart&lang=${lang}&q=${encodeURIComponent("学校")}`);
      await page.evaluate(trap);
      await expect(explorer.programNotice).toContainText(words);
      await expect(explorer.programNotice).not.toContainText(/unreachable|RuntimeError/);
      await explorer.programNotice.getByRole("button", { name: copy }).click();
      const report = await page.evaluate(() => navigator.clipboard.readText());
      expect(await explorer.programNotice.getByRole("textbox").inputValue()).toBe(report);
      expect(report).toMatch(/^version: \S+/m);
      expect(report).toMatch(/^view: chart$/m);
      expect(report).toMatch(/^at: wasm-function/m);
      expect(report).toMatch(/^keys: v view lang/m);
      expect(report).toContain("Chrome");
      expect(report).not.toMatch(/学校|%E5|127\.0\.0\.1|\.csv/);
      expect(await axe()).toEqual([]);
      await explorer.reloadPage.click();
      await explorer.standing();
      await expect(explorer.views.chart).toBeVisible();
      expect(await explorer.chips.count()).toBe(1);
    });
  }

  test("by a panic of its own says so, keeps what is on screen, and goes on where the link is", async ({ site, page, explorer }) => {
    await explorer.open(`${site.root}#v=1&view=chart&f.place=chengde`);
    const told = await explorer.matching.textContent();
    // A browser that makes no elements is nothing that the program has words for.
    await page.evaluate(() => {
      const make = document.createElement;
      document.createElement = (name) => {
        document.createElement = make;
        throw new Error(`no ${name}`);
      };
      document.querySelector("[data-testid=view-table]").click();
    });
    await expect(explorer.programNotice).toContainText("已经停止");
    await expect(explorer.programNotice).not.toContainText(TECHNICAL);
    await expect(explorer.matching).toHaveText(told);
    await explorer.reloadPage.click();
    await explorer.standing();
    await expect(explorer.chips).toHaveText("承德市");
    await expect(explorer.matching).toHaveText(told);
  });

  test("while it starts, shows the report beside the data", async ({ site, page, explorer }) => {
    await page.route("**/*_bg.wasm", gone);
    await page.goto(site.root);
    await expect(explorer.failure.getByRole("button", { name: "复制故障报告" })).toBeVisible();
    await expect(explorer.failure).not.toContainText(TECHNICAL);
  });
});

test.describe("a table of a reader's own", () => {
  const own = { name: "own.csv", mimeType: "text/csv", buffer: Buffer.from("place,year,n\nA,2020,1\nB,2020,2\nA,2021,3\n") };
  const failed = (page) => page.getByTestId("open-failed");
  const shown = (page) => page.getByTestId("shown-table");

  const cut = async (route) => {
    const response = await route.fetch();
    const { "content-length": _, ...headers } = response.headers();
    await route.fulfill({ status: 200, headers, body: (await response.body()).subarray(0, 5000) });
  };
  for (const [what, address, answer] of [
    ["interface is missing", "**/embed/minsheng-engine.js*", gone],
    ["interface is a page of HTML", "**/embed/minsheng-engine.js*", page404],
    ["script is missing", "**/embed/engine-*.js", gone],
    ["program is missing", "**/embed/engine-*.wasm", gone],
    ["program is cut short", "**/embed/engine-*.wasm", cut],
  ]) {
    test(`the engine's ${what}: that is said, nothing is lost, and the next try goes on`, async ({ site, page, explorer }) => {
      await page.route(address, answer);
      await explorer.open(site.root);
      await choose(page, own);
      await expect(failed(page)).toContainText("读表格用的程序没有取到");
      await expect(failed(page)).not.toContainText(TECHNICAL);
      await expect(explorer.matching).toContainText("338");
      await page.unroute(address);
      await page.keyboard.press("Escape");
      await choose(page, own);
      await expect(shown(page)).toContainText("own.csv");
    });
  }

  test("the engine hangs: the reader is asked whether to wait, and a new start goes on", async ({ site, page, explorer }) => {
    let hangs = true;
    await page.route("**/embed/minsheng-engine.js*", (route) => (hangs ? undefined : route.continue()));
    await explorer.open(site.root);
    await choose(page, own);
    await expect(page.getByTestId("stalled")).toContainText("没有动静", { timeout: 30_000 });
    await page.getByTestId("wait-on").click();
    await expect(page.getByTestId("stalled")).toHaveText("");
    hangs = false;
    await page.getByTestId("begin-again").click({ timeout: 30_000 });
    await expect(shown(page)).toContainText("own.csv");
  });

  test("the worker does not answer: the reader is asked, and the table is read again with what was chosen", async ({ site, page, explorer }) => {
    await page.addInitScript(() => {
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...more) {
        if (!(window.mute && message.op === "ask")) post.call(this, message, ...more);
      };
    });
    await explorer.open(site.root);
    await choose(page, own);
    await expect(shown(page)).toContainText("own.csv");
    const value = page.getByRole("checkbox", { name: /^A，/ });
    await expect(value).toBeVisible();
    await page.evaluate(() => (window.mute = true));
    await value.click();
    await expect(page.getByTestId("stalled")).toContainText("没有动静", { timeout: 30_000 });
    await page.evaluate(() => (window.mute = false));
    await page.getByTestId("begin-again").click();
    await expect(explorer.matching).toContainText("2");
  });

  /** The engine with a memory that may grow by 4 MiB and no more, as on a machine that has none left. */
  function withLittleMemory(wasm) {
    const number = (at) => {
      let [value, shift, next] = [0, 0, at];
      for (;;) {
        const byte = wasm[next++];
        value |= (byte & 127) << shift;
        shift += 7;
        if (byte < 128) return [value >>> 0, next];
      }
    };
    const written = (value) => [(value & 127) | 128, ((value >> 7) & 127) | 128, ((value >> 14) & 127) | 128, (value >> 21) & 127];
    for (let at = 8; at < wasm.length; ) {
      const [size, body] = number(at + 1);
      if (wasm[at] === 5) {
        const [pages] = number(body + 2);
        const memory = [1, 1, ...written(pages), ...written(pages + 64)];
        return Buffer.concat([wasm.subarray(0, at), Buffer.from([5, memory.length, ...memory]), wasm.subarray(body + size)]);
      }
      at = body + size;
    }
    throw new Error("the engine has no memory of its own");
  }

  test("there is no memory left for it: that is said, and what was shown stays", async ({ site, page, explorer }) => {
    await page.route("**/embed/engine-*.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: withLittleMemory(await response.body()) });
    });
    await explorer.open(site.root);
    await drop(page, await manyRows(page, 400_000));
    await expect(failed(page)).toContainText("内存不够", { timeout: 30_000 });
    await expect(failed(page)).not.toContainText(TECHNICAL);
    await expect(explorer.matching).toContainText("338");
  });
});

test("a clock that is wrong changes nothing that is shown of the data", async ({ site, browser }) => {
  const seen = [];
  for (const year of [undefined, 1970, 2099]) {
    const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
    const explorer = new ExplorerPage(await context.newPage());
    const errors = [];
    explorer.page.on("pageerror", (error) => errors.push(error.message));
    if (year) await explorer.page.clock.setFixedTime(new Date(Date.UTC(year, 0, 1)));
    await explorer.open(site.root);
    seen.push(await explorer.content.innerText());
    await explorer.viewLink("table").click();
    await expect(explorer.views.table).toBeVisible();
    expect(errors).toEqual([]);
    await context.close();
  }
  expect(seen[1]).toBe(seen[0]);
  expect(seen[2]).toBe(seen[0]);
});

test("a link of an older or later version, or of none, opens with what can be read of it", async ({ site, explorer }) => {
  for (const fragment of ["v=0&view=chart", "view=chart", "v=99&view=chart&new=1", "v=%E0%A4%A&view=chart&__proto__=1&constructor=x"]) {
    await explorer.page.goto("about:blank");
    await explorer.open(`${site.root}#${fragment}`);
    await expect(explorer.views.chart).toBeVisible();
    expect(await explorer.count()).toBeGreaterThan(0);
  }
});

test.describe("the browser's storage", () => {
  test.use({ serviceWorkers: "allow" });

  const kept = async (page) => {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  };

  test("refused: the page stands, stores nothing, and says nothing", async ({ site, page, explorer, record }) => {
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException("The operation is insecure.", "SecurityError"));
      navigator.serviceWorker.register = refuse;
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException("refused", "SecurityError"); } });
      }
    });
    await explorer.open(site.root);
    await explorer.viewLink("chart").click();
    await expect(explorer.views.chart).toBeVisible();
    await expect(explorer.programNotice).toHaveCount(0);
    expect(record.errors).toEqual([]);
  });

  test("full: what does not fit is not kept, and the page goes on by the network", async ({ page, context }) => {
    const site = await startServer();
    const explorer = new ExplorerPage(page);
    const session = await context.newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.root).origin, quotaSize: 1000 });
    await explorer.open(site.root);
    await page.waitForTimeout(3000);
    // A part of the site is not kept as if it were all of it.
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null)).toBe(null);
    await page.reload();
    await explorer.standing();
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
    await explorer.viewLink("chart").click();
    await expect(explorer.views.chart).toBeVisible();
    await expect(explorer.programNotice).toHaveCount(0);
    await site.stop();
  });

  test("corrupted: a file that is not what was kept is fetched again", async ({ page }) => {
    const site = await startServer();
    const explorer = new ExplorerPage(page);
    await explorer.open(site.root);
    await kept(page);
    const spoiled = await page.evaluate(async () => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      const files = (await cache.keys()).map(({ url }) => url).filter((url) => /\.(wasm|js|css|bin)$/.test(url));
      for (const url of files) await cache.put(url, new Response("spoiled", { headers: { "content-type": "text/javascript" } }));
      return files.length;
    });
    expect(spoiled).toBeGreaterThan(5);
    await page.reload();
    await explorer.standing();
    await explorer.viewLink("chart").click();
    await expect(explorer.views.chart).toBeVisible();
    await site.stop();
  });

  test("gone while a page stands: it goes on", async ({ page }) => {
    const site = await startServer();
    const explorer = new ExplorerPage(page);
    await explorer.open(site.root);
    await kept(page);
    await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
    await page.reload();
    await explorer.standing();
    await explorer.viewLink("chart").click();
    await expect(explorer.views.chart).toBeVisible();
    await site.stop();
  });
});
