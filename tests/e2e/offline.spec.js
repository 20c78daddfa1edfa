// What a worker keeps: the site without a network, and a new version under a page that is open.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.js";
import { ExplorerPage } from "./page.js";
import { dist, startServer } from "./server.mjs";

test.use({ serviceWorkers: "allow" });

const TITLE = "第二版";
const read = (name) => readFileSync(join(dist, name), "utf8");
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** The site as a later build would leave it: another page, and a worker that knows it. */
function nextVersion() {
  const html = read("index.html").replace(/<meta name="?description"?/, `<meta name="minsheng-test" content="${TITLE}">$&`);
  const worker = read("offline.js").replace(/"version":"[^"]+"/, `"version":"${sha256(html).slice(0, 16)}"`);
  return { "/index.html": html, "/offline.js": worker.replace(sha256(read("index.html")), sha256(html)) };
}

/** A server whose files may be replaced: `site.files[path]`. Its answers may be kept, as on most servers. */
async function replaceable() {
  const files = {};
  const server = await startServer((_, path, response) => {
    if (!(path in files)) return false;
    response.writeHead(files[path] === undefined ? 404 : 200, { "content-type": path.endsWith(".js") ? "text/javascript" : "text/html" });
    response.end(files[path]);
    return true;
  });
  return { ...server, files };
}

/** Opens the site and waits until a worker keeps it. */
async function kept(page, address) {
  const explorer = new ExplorerPage(page);
  await explorer.open(address, { unfold: false });
  await page.evaluate(() => navigator.serviceWorker.ready);
  return explorer;
}

const marked = (page) => page.locator('meta[name="minsheng-test"]').count();

test("after one visit the site opens without a network: every view, and the data's own files", async ({ page }) => {
  const site = await replaceable();
  const explorer = await kept(page, site.root);
  const all = await explorer.count();
  const addresses = await page.evaluate(async () => {
    const lists = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url));
    return (await Promise.all(lists)).flat();
  });
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !address.startsWith(site.root))).toEqual([]);
  await site.stop();
  await page.goto(`${site.root}#v=1&view=table&lang=zh`);
  await page.reload();
  await explorer.standing();
  expect(await explorer.count()).toBe(all);
  for (const view of ["chart", "ledger", "timeline", "compare", "poster", "overview"]) {
    await explorer.viewLink(view).click();
    await expect(explorer.views[view]).toBeVisible();
  }
  const rows = await page.evaluate(async () => (await (await fetch("./data/observations.csv")).text()).trim().split("\n").length);
  expect(rows).toBe(all + 1);
  await page.goto(`${site.root}p/chengde/`);
  await explorer.standing();
});

test("a new version is told to the page that is open, which goes on, and is there once it is loaded anew", async ({ page }) => {
  const site = await replaceable();
  const explorer = await kept(page, `${site.root}#v=1&view=chart&lang=zh`);
  await expect(page.locator("#boot-notice")).toHaveCount(0);
  Object.assign(site.files, nextVersion());
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.locator("#boot-notice")).toContainText("新版本");
  expect(await marked(page)).toBe(0);
  await explorer.viewLink("table").click();
  await expect(explorer.views.table).toBeVisible();
  await page.locator("#boot-notice").getByRole("button", { name: "重新载入" }).click();
  await expect.poll(() => marked(page)).toBe(1);
  await explorer.standing();
  await expect(explorer.views.table).toBeVisible();
  await site.stop();
  await page.reload();
  await explorer.standing();
  expect(await marked(page)).toBe(1);
});

test("a version that is not whole on the server is not kept, and the one before stays", async ({ page }) => {
  const site = await replaceable();
  const explorer = await kept(page, site.root);
  // The worker of the next version stands beside the page of this one.
  site.files["/offline.js"] = nextVersion()["/offline.js"];
  const updated = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const done = new Promise((resolve) =>
      registration.addEventListener("updatefound", () => {
        const worker = registration.installing;
        worker.addEventListener("statechange", () => resolve(worker.state));
      }),
    );
    await registration.update();
    return done;
  });
  expect(updated).toBe("redundant");
  await expect(page.locator("#boot-notice")).toHaveCount(0);
  await site.stop();
  await page.reload();
  await explorer.standing();
});

test("in a frame of another page nothing is kept", async ({ page, site }) => {
  await page.goto(`${site.root}embed-demo.html`);
  const inside = new ExplorerPage(page.frames()[1]);
  await inside.standing();
  await expect.poll(() => page.frames()[1].evaluate(() => document.querySelectorAll("#boot").length)).toBe(0);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("it can be put on a first screen: its manifest names what a browser asks for, and the icons are as large as they say", async ({ page, context, request }) => {
  const site = await replaceable();
  await kept(page, site.portal);
  const address = await page.locator("link[rel=manifest]").evaluate((link) => link.href);
  const manifest = await (await request.get(address)).json();
  expect(manifest.name).toContain("民生数图");
  expect(manifest.short_name.length).toBeLessThanOrEqual(12);
  expect(["standalone", "minimal-ui", "fullscreen"]).toContain(manifest.display);
  // Under a sub-path too it is that folder alone.
  for (const key of ["start_url", "scope", "id"]) expect(new URL(manifest[key], address).href, key).toBe(site.portal);
  const sizes = [];
  for (const { src, type, sizes: said } of manifest.icons) {
    const response = await request.get(new URL(src, address).href);
    expect(response.status(), src).toBe(200);
    expect(response.headers()["content-type"], src).toContain(type);
    if (type !== "image/png") continue;
    const bytes = await response.body();
    sizes.push(said);
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(said);
  }
  expect(sizes).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  // What Chromium itself has against it; that its windows of tests keep nothing is theirs.
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  await site.stop();
});
