// How soon the page stands: what the browser tells of paints, tasks and shifts, with the program's own word that it is ready.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { dist } from "../../tests/e2e/server.mjs";
import { replaceTags } from "../../tools/build/text.mjs";

/** Where the floor's page is served: it fetches and compiles what the explorer fetches and compiles, and does nothing with it. */
export const FLOOR_PAGE = "/bench-floor.html";

export function floorPage() {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const addresses = ["./data/datapackage.json"];
  // The program first, which is compiled.
  replaceTags(html, "link", (link) => void (link.as === "fetch" && addresses[link.href.endsWith(".wasm") ? "unshift" : "push"](link.href)));
  return `<!doctype html><title>floor</title><script type="module">
    const bytes = (address) => fetch(address).then((response) => response.arrayBuffer());
    const [wasm] = await Promise.all(${JSON.stringify(addresses)}.map(bytes));
    await WebAssembly.compile(wasm);
    dispatchEvent(new Event("minsheng:ready"));
  </script>`;
}

/** Compressed sizes in bytes of what stands in the page for the first paint, and of the preview of the data. */
export function weights() {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const size = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  let preview;
  replaceTags(html, "link", (link) => void ("data-preview" in link && (preview = link.href)));
  const bare = html.replace(/(<div id="?first"?[^>]*>)[^]*(?=<script)/, "$1</div>");
  return { screen: size(Buffer.from(html)) - size(Buffer.from(bare)), preview: size(readFileSync(join(dist, preview))) };
}

/** Opens the page `rounds` times in fresh contexts, with a processor that is `slowdown` times slower; every number in ms. */
export async function standing(browser, root, { rounds, slowdown }) {
  const page = [];
  const floor = [];
  for (let round = 0; round < rounds; round++) {
    page.push(await opened(browser, root, slowdown));
    floor.push(await opened(browser, new URL(FLOOR_PAGE, root).href, slowdown));
  }
  return { page, floor };
}

async function opened(browser, url, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(() => {
    const seen = { tasks: [], shift: 0, paint: NaN, ready: NaN };
    window.__seen = seen;
    addEventListener("minsheng:ready", () => (seen.ready = performance.now()), { capture: true, once: true });
    const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch("longtask", ({ duration }) => seen.tasks.push(duration));
    watch("layout-shift", ({ value }) => (seen.shift += value));
    watch("paint", ({ name, startTime }) => name === "first-contentful-paint" && (seen.paint = startTime));
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => Number.isFinite(window.__seen.ready), null, { timeout: 60_000 });
  // Tasks are told of once they have ended.
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => window.__seen);
  await context.close();
  return { ...seen, longest: Math.max(0, ...seen.tasks) };
}
