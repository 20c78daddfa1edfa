// What servers and machines answer besides a file or none: refusals, errors, a page to sign in, pieces that come slowly, no memory.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { portalPage, told } from "./element.js";
import { expect, test } from "./fixtures.js";
import { dist, startServer } from "./server.mjs";

/** Words that a browser or a server says of itself, and no reader's business. */
const TECHNICAL = /Failed to|TypeError|RangeError|NetworkError|Unexpected|undefined|\bnull\b|\b(?:40[34]|50[03])\b|http:/;

const ANSWERS = {
  "refused (403)": (response) => response.writeHead(403).end("forbidden"),
  "an error of the server (500)": (response) => response.writeHead(500).end("oops"),
  "a server that is busy (503)": (response) => response.writeHead(503, { "retry-after": "5" }).end(),
  "sent on to a page to sign in": (response) => response.writeHead(302, { location: "/sign-in.html" }).end(),
  "broken off in the middle": (response) => {
    response.writeHead(200, { "content-length": 90_000 }).write("id,place\na,b\n");
    setTimeout(() => response.destroy(), 100);
  },
};

for (const [what, answer] of Object.entries(ANSWERS)) {
  test(`a table that is ${what} is named, with what stands or a way on`, async ({ page, explorer }) => {
    let fails = true;
    const server = await startServer((_, path, response) => {
      if (path === "/sign-in.html") response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Sign in</title>");
      else if (fails && path === "/data/observations.csv") answer(response);
      else return false;
      return true;
    });
    try {
      // The figures of the build stand meanwhile.
      await explorer.open(server.root, { unfold: false });
      const before = await explorer.matching.textContent();
      await expect(explorer.programNotice).toContainText("observations.csv");
      await expect(explorer.programNotice).not.toContainText(TECHNICAL);
      await expect(explorer.matching).toHaveText(before);
      // Where a link needs it at once, there is a way on.
      await page.goto("about:blank");
      await page.goto(`${server.root}#v=1&view=chart`);
      await expect(explorer.failureDetail).toHaveText("observations.csv");
      await expect(explorer.failure).not.toContainText(TECHNICAL);
      fails = false;
      await explorer.again.click();
      await expect(explorer.views.chart).toBeVisible();
    } finally {
      await server.stop();
    }
  });
}

test("a table that comes slowly, but comes, is waited for without a word", async ({ page, explorer }) => {
  test.slow();
  const bytes = readFileSync(join(dist, "data/observations.csv"));
  const pieces = 12;
  const server = await startServer(async (_, path, response) => {
    if (path !== "/data/observations.csv") return false;
    response.writeHead(200, { "content-type": "text/csv; charset=utf-8", "content-length": bytes.length });
    const size = Math.ceil(bytes.length / pieces);
    // Longer than the page waits where nothing comes at all.
    for (let at = 0; at < bytes.length; at += size) {
      response.write(bytes.subarray(at, at + size));
      await pause(1600);
    }
    response.end();
    return true;
  });
  try {
    let said = 0;
    await page.exposeFunction("sayNotice", () => (said += 1));
    await page.addInitScript(() => {
      new MutationObserver(() => document.getElementById("boot-notice") && window.sayNotice()).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${server.root}#v=1&view=chart`, { waitUntil: "commit" });
    await expect(explorer.views.chart).toBeVisible({ timeout: 45_000 });
    expect(said).toBe(0);
  } finally {
    await server.stop();
  }
});

test.describe("a machine without the memory that the program starts with", () => {
  /** Runs in the page: as Chromium answers where no memory is left. */
  const withoutMemory = () => {
    const refuse = () => Promise.reject(new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance"));
    WebAssembly.instantiate = refuse;
    WebAssembly.instantiateStreaming = refuse;
  };

  test("is told so by the page, with the data to take away", async ({ site, page, explorer }) => {
    await page.addInitScript(withoutMemory);
    await page.goto(site.root);
    await expect(explorer.failure).toContainText("内存不足");
    await expect(explorer.failure).toContainText("not enough memory");
    await expect(explorer.failure).not.toContainText(TECHNICAL);
    await expect(explorer.failure).not.toContainText(/损坏|damaged/);
    expect(await explorer.failureLinks.count()).toBeGreaterThan(3);
  });

  test("is told so by the element", async ({ site, page }) => {
    await page.addInitScript(withoutMemory);
    await portalPage(site, page, '<minsheng-explorer id="a"></minsheng-explorer>');
    await expect.poll(() => told(page, "error")).toMatchObject([{ reason: "memory" }]);
    await expect(page.locator("#a [role=alert]")).toContainText("内存不足");
  });
});

test("a map that the address names and that is not there costs the table nothing", async ({ site, page }) => {
  await page.route("**/own.csv", (route) => route.fulfill({ contentType: "text/csv", body: "area,year,rate (%)\nAld,2020,41\nBrack,2020,52\nCorn,2020,63\n" }));
  for (const answer of [{ status: 404, body: "" }, { contentType: "text/html", body: "<!doctype html><title>Sign in</title>" }, { contentType: "application/json", body: '{"type":"FeatureCollection","features":[' }]) {
    await page.route("**/nowhere.geojson", (route) => route.fulfill(answer));
    await page.goto("about:blank");
    await page.goto(`${site.root}?data=own.csv&map=nowhere.geojson#v=1&lang=en&view=table`);
    await expect(page.getByTestId("shown-table")).toContainText("own.csv");
    await expect(page.getByTestId("row")).toHaveCount(3);
    const said = page.getByTestId("open-failed").or(page.getByTestId("problems"));
    await expect(said.first()).toContainText("nowhere.geojson");
    await expect(said.first()).not.toContainText(TECHNICAL);
    await page.unroute("**/nowhere.geojson");
  }
});

test("a part of the data is said to be one in an element too", async ({ site, page }) => {
  const whole = readFileSync(join(dist, "data/observations.csv"), "utf8").split("\n");
  await page.route("**/data/observations.csv*", (route) => route.fulfill({ contentType: "text/csv; charset=utf-8", body: `${whole.slice(0, 101).join("\n")}\n` }));
  await portalPage(site, page, '<minsheng-explorer id="a" lang="zh"></minsheng-explorer>');
  const notice = page.locator("#a").getByTestId("data-notice");
  await expect(notice).toContainText("100");
  await expect(notice).toContainText(String(whole.length - 2));
});
