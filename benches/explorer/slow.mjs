// How the page comes up on a phone with a slow line: when the first figure is seen, when a click is answered by the program
// itself, and when the rest and the tables are there too.
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { dist } from "../../tests/e2e/server.mjs";

/** Slow 3G as browsers' tools have it: 400 kbit a second and 400 ms. */
export const LINE = { kilobits: 400, latency: 400 };

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** Milliseconds within which the whole page is there. */
const PATIENCE = 180_000;

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".csv": "text/csv", ".svg": "image/svg+xml", ".wasm": "application/wasm" };
const packed = new Map();

/** Answers a request as servers do that compress: the site under `/slow/`. Says whether it has answered. */
export function answerPacked(path, response) {
  if (!path.startsWith("/slow/")) return false;
  const file = join(dist, normalize(path.slice("/slow".length)));
  if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) return false;
  if (!packed.has(file)) packed.set(file, gzipSync(readFileSync(file), { level: 9 }));
  const bytes = packed.get(file);
  const head = { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-encoding": "gzip", "content-length": bytes.length };
  response.writeHead(200, head).end(bytes);
  return true;
}

/** Opens the page `rounds` times over the slow line, with a processor that is `slowdown` times slower; every number in ms. */
export async function overSlowLine(browser, root, { rounds, slowdown }) {
  const found = [];
  for (let round = 0; round < rounds; round++) found.push(await opened(browser, new URL("slow/", root).href, slowdown));
  return found;
}

async function opened(browser, url, slowdown) {
  const context = await browser.newContext({ ...PHONE, bypassCSP: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytes = (LINE.kilobits * 1000) / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: LINE.latency, downloadThroughput: bytes, uploadThroughput: bytes });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  let received = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (received += encodedDataLength));
  await page.addInitScript(() => {
    const seen = { figure: NaN, ready: NaN };
    window.__seen = seen;
    addEventListener("minsheng:ready", () => (seen.ready = performance.now()), { capture: true, once: true });
    // A frame is drawn once the styles are there; what is done right after it comes after its paint.
    const look = () => (document.querySelector(".finding-figure") ? setTimeout(() => (seen.figure = performance.now())) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: "commit", timeout: PATIENCE });
  await page.waitForFunction(() => Number.isFinite(window.__seen.ready), null, { timeout: PATIENCE });
  // Drawn once the program is whole.
  await page.getByTestId("copy-summary").waitFor({ state: "attached", timeout: PATIENCE });
  const seen = await page.evaluate(() => ({ ...window.__seen, whole: performance.now() }));
  await context.close();
  return { ...seen, received };
}
