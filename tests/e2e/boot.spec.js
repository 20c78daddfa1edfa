// The way from an empty tab to the explorer, and every way it can fail.
import { expect, test } from "./fixtures.js";
import { ExplorerPage } from "./page.js";

const WASM = "**/*_bg.wasm";

test.describe("the site", () => {
  for (const place of ["root", "portal"]) {
    test(`loads under the strict policy from the ${place}, asking no other origin`, async ({ site, explorer, record }) => {
      await explorer.open(site[place], { unfold: false });
      expect(record.errors).toEqual([]);
      expect(record.requests.filter((address) => !address.startsWith(site[place]) && !address.startsWith("blob:"))).toEqual([]);
    });
  }

  test("shows the boot screen, with its progress, until the explorer stands", async ({ site, page, explorer, axe }) => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(WASM, async (route) => (await held, route.continue()));
    await page.goto(site.root, { waitUntil: "domcontentloaded" });
    await expect(explorer.bootProgress).toBeVisible();
    await expect(explorer.bootProgress).toContainText("正在载入");
    await expect(explorer.fileNote).toBeHidden();
    await expect(explorer.failure).toBeHidden();
    expect(await axe()).toEqual([]);
    release();
    await explorer.standing();
  });

  test("tells readers of index.html from a folder to open the one file", async ({ page, explorer }) => {
    await page.goto(ExplorerPage.fileAddress("index.html"));
    await expect(page.getByRole("link", { name: "minsheng.html" }).first()).toBeVisible();
    await expect(explorer.root).toHaveCount(0);
  });
});

test.describe("the one file", () => {
  test("runs from file:// without a network", async ({ page, explorer, record, context }) => {
    await context.setOffline(true);
    const address = ExplorerPage.fileAddress("minsheng.html");
    await explorer.open(address, { unfold: false });
    expect(record.errors).toEqual([]);
    const asked = record.requests.filter((url) => !/^(blob|data):/.test(url) && url !== address);
    expect(asked).toEqual([]);
    const data = await page.locator("script[data-minsheng-package]").textContent();
    expect(Object.keys(JSON.parse(data))).toContain("observations.csv");
  });

  test("says so where the browser cannot unpack it, and still hands out the data", async ({ page, explorer }) => {
    await page.addInitScript(() => delete globalThis.DecompressionStream);
    await page.goto(ExplorerPage.fileAddress("minsheng.html"));
    await expect(explorer.failure).toContainText("不能解压");
    await expect(explorer.failure).toContainText("cannot unpack");
    await expect(explorer.failureLinks).toHaveText("minsheng-data.json.xz");
  });
});

test.describe("when start-up fails", () => {
  /** The panel explains itself in both languages, and every data file it offers can be fetched. */
  async function expectFailure(page, explorer, zh, en) {
    await expect(explorer.failure).toBeVisible();
    await expect(explorer.failure).toContainText(zh);
    await expect(explorer.failure).toContainText(en);
    await expect(explorer.bootProgress).toBeHidden();
    const addresses = await explorer.failureLinks.evaluateAll((links) => links.map((link) => link.href));
    expect(addresses.some((address) => address.endsWith("/data/observations.csv"))).toBe(true);
    for (const address of addresses) expect((await page.request.get(address)).status()).toBe(200);
  }

  async function serveWasm(page, change) {
    await page.route(WASM, async (route) => {
      const response = await route.fetch();
      const { "content-length": _, ...headers } = response.headers();
      await route.fulfill({ status: 200, headers, body: Buffer.from(change(await response.body())) });
    });
  }

  test("because the wasm is missing", async ({ site, page, explorer, axe }) => {
    await page.route(WASM, (route) => route.fulfill({ status: 404 }));
    await page.goto(site.root);
    await expectFailure(page, explorer, "没有下载完整", "did not download");
    expect(await axe()).toEqual([]);
  });

  test("because the wasm is cut short", async ({ site, page, explorer }) => {
    await serveWasm(page, (bytes) => bytes.subarray(0, bytes.length / 2));
    await page.goto(site.portal);
    await expectFailure(page, explorer, "没有下载完整", "did not download");
  });

  test("because a byte of the wasm is wrong", async ({ site, page, explorer }) => {
    await serveWasm(page, (bytes) => bytes.with(-1, bytes.at(-1) ^ 1));
    await page.goto(site.root);
    await expectFailure(page, explorer, "已损坏", "damaged");
  });

  test("because the module beside it is missing", async ({ site, page, explorer }) => {
    await page.route("**/minsheng-explorer-*.js", (route) => route.fulfill({ status: 404 }));
    await page.goto(site.root);
    await expectFailure(page, explorer, "没有下载完整", "did not download");
  });

  test("because the browser has no WebAssembly", async ({ site, page, explorer }) => {
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto(site.root);
    await expectFailure(page, explorer, "关掉了 WebAssembly", "WebAssembly switched off");
    await expect(explorer.failure).toContainText("Chrome 或 Edge 88");
  });

  test("because a data file is missing, which is named and nothing else", async ({ site, page, explorer }) => {
    await page.route("**/data/indicators.csv*", (route) => route.fulfill({ status: 404 }));
    await page.goto(`${site.root}#v=1&view=table`);
    await expectFailure(page, explorer, "数据文件没有取到", "data file could not be fetched");
    await expect(explorer.failure).toContainText("indicators.csv");
    await expect(explorer.failure).not.toContainText("404");
  });

  for (const [lang, words, reload] of [["zh", "已经停止", "重新载入"], ["en", "stopped", "Reload"]]) {
    test(`after it stood, the page keeps what is on screen (${lang})`, async ({ site, page, explorer, axe }) => {
      await explorer.open(`${site.root}#v=1&lang=${lang}`, { unfold: false });
      await page.evaluate(() => document.dispatchEvent(new CustomEvent("minsheng:failed")));
      await expect(explorer.programNotice).toContainText(words);
      await expect(explorer.failure).toHaveCount(0);
      await expect(explorer.sentence).toBeVisible();
      await expect(explorer.reloadPage).toHaveText(reload);
      expect(await axe()).toEqual([]);
      await explorer.dismissProgram.click();
      await expect(explorer.programNotice).toHaveCount(0);
    });
  }
});
