// The strictest policy that the documentation promises, counted by its violations, and servers that do things their way.
import { readFileSync } from "node:fs";
import { portalPage, told } from "./element.js";
import { expect, test as base } from "./fixtures.js";
import { emptyPage, inFrame } from "./framing.js";
import { ExplorerPage, VIEWS } from "./page.js";
import { POLICY, STRICTEST, startServer } from "./server.mjs";
import { dropText } from "./tables.js";

/** With `strict`, a server whose policy asks for trusted types too, and `violations`, which all documents of the page gather. */
const test = base.extend({
  strict: [
    async ({}, use) => {
      const server = await startServer(undefined, { policy: STRICTEST, headers: { "x-content-type-options": "nosniff" } });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  violations: async ({ page }, use) => {
    const found = [];
    await page.exposeFunction("tellViolation", (violation) => found.push(violation));
    await page.addInitScript(() =>
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => window.tellViolation(`${effectiveDirective} ${blockedURI} ${sample}`)),
    );
    // What workers are refused is told by the console alone.
    page.on("console", (message) => /Refused|Trusted|Content Security Policy/i.test(message.text()) && found.push(message.text()));
    await use(found);
  },
});

for (const view of VIEWS) {
  test(`no violation by the view, its downloads and its print: ${view}`, async ({ strict, page, explorer, violations, record }) => {
    await explorer.open(`${strict.portal}#v=1&view=${view}&f.place=chengde`);
    await expect(explorer.views[view]).toBeVisible();
    if (await explorer.export.count()) {
      await explorer.export.first().click();
      const forms = page.locator("[data-testid^='export-'].export-item");
      const names = await forms.evaluateAll((items) => items.map((item) => item.dataset.testid));
      expect(names.length).toBeGreaterThan(5);
      for (const name of names) {
        if (!(await page.getByTestId(name).isVisible())) await explorer.export.first().click();
        const download = page.waitForEvent("download");
        await page.getByTestId(name).click();
        await download;
      }
    }
    await page.emulateMedia({ media: "print" });
    await page.pdf();
    expect(violations).toEqual([]);
    expect(record.errors).toEqual([]);
  });
}

for (const care of ["", "&care=1"]) {
  for (const theme of ["light", "dark"]) {
    test(`no violation by any view in the ${theme} theme${care && ", in care mode"}, and by what care mode adds`, async ({ strict, page, explorer, violations, record }) => {
      test.slow();
      for (const view of VIEWS) {
        await page.goto("about:blank");
        await explorer.open(`${strict.portal}#v=1&view=${view}&theme=${theme}${care}`, { unfold: false });
        await expect(explorer.views[view]).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      }
      // Switched on the page: care mode itself, the theme and the size of type.
      await page.goto("about:blank");
      await explorer.open(`${strict.portal}#v=1&theme=${theme}${care}`, { unfold: false });
      if (care) {
        await page.getByTestId("aloud").first().click();
        await page.getByTestId("care-leave").click();
      } else await page.getByTestId("care").click();
      await expect(page).toHaveURL(care ? /^((?!care).)*$/ : /care=1/);
      await explorer.figures.first().click();
      await expect(explorer.detail).toBeVisible();
      expect(violations).toEqual([]);
      expect(record.errors).toEqual([]);
    });
  }
}

test("dialogs, details and tours violate nothing", async ({ strict, page, explorer, violations, record }) => {
  await explorer.open(`${strict.root}#v=1&view=chart&f.domain=education`);
  await explorer.embedOpen.click();
  await expect(explorer.embedDialog).toBeVisible();
  const inside = new ExplorerPage(await (await explorer.embedPreview.elementHandle()).contentFrame());
  await inside.standing();
  const download = page.waitForEvent("download");
  await explorer.embedTakePicture.click();
  expect((await download).suggestedFilename()).toMatch(/\.png$/);
  await page.keyboard.press("Escape");
  await page.goto(`${strict.root}#v=1&sel=dezhou2021-school-building-investment`);
  await expect(explorer.detail).toBeVisible();
  await page.goto(`${strict.root}#v=1&story=chengde2024.1`);
  await expect(explorer.storyMark).toBeVisible();
  expect(violations).toEqual([]);
  expect(record.errors).toEqual([]);
});

test("the page of a place violates nothing", async ({ strict, explorer, violations, record }) => {
  await explorer.open(`${strict.portal}p/chengde/`);
  await expect(explorer.views.overview).toBeVisible();
  expect(violations).toEqual([]);
  expect(record.errors).toEqual([]);
});

test("a reader's own table, which a worker reads, violates nothing", async ({ strict, page, explorer, violations, record }) => {
  await explorer.open(strict.root);
  const lines = Array.from({ length: 300 }, (_, row) => `a${row % 7},${2000 + (row % 20)},${row}`);
  await dropText(page, "own.csv", `place,year,value\n${lines.join("\n")}\n`);
  await expect(page.getByTestId("shown-table")).toContainText("own.csv");
  await expect(explorer.matching).toContainText("300");
  expect(violations).toEqual([]);
  expect(record.errors).toEqual([]);
});

test("the map of a reader's own table, its downloads and what a link says of the reading violate nothing", async ({ strict, page, explorer, violations, record }) => {
  await explorer.open(strict.root);
  const rows = ["北京", "天津", "河北", "山西", "上海", "江苏", "浙江"].flatMap((name, at) => [2020, 2021].map((year) => `${name},${year},${at + year / 100}`));
  await dropText(page, "provinces.csv", `地区,年份,参保率（%）\n${rows.join("\n")}\n`);
  await expect(page.getByTestId("shown-table")).toContainText("provinces.csv");
  await explorer.viewLink("map").click();
  await expect(explorer.mapMarks.first()).toBeVisible();
  for (const name of ["svg", "png"]) expect((await explorer.takeAway(name)).name).toMatch(new RegExp(`\\.${name}$`));
  await page.getByTestId("map-back").click();
  await expect(page.getByTestId("map-period")).toContainText("2020");
  await explorer.viewLink("chart").click();
  await expect(explorer.views.chart).toBeVisible();
  expect(violations).toEqual([]);
  expect(record.errors).toEqual([]);
});

test("frames of a page of such a portal violate nothing", async ({ strict, page, violations, record }) => {
  const frame = (view) => `<iframe title="${view}" src="${strict.portal}#v=1&amp;view=${view}&amp;embed=1" width="100%" height="720" data-minsheng-embed></iframe>`;
  await emptyPage(page, `${strict.root}empty.html`, `${frame("ledger")}${frame("chart")}<script src="${strict.portal}embed/frame.js" defer></script>`);
  for (const at of [0, 1]) await inFrame(page, at);
  const first = await inFrame(page);
  await first.embedRest.click();
  await expect(first.embedRest).toHaveCount(0);
  expect(violations).toEqual([]);
  expect(record.errors).toEqual([]);
});

test("the element violates nothing on a portal whose own policy asks for trusted types", async ({ strict, page, violations, record }) => {
  await portalPage(strict, page, '<minsheng-explorer id="a" view="chart" lang="zh"></minsheng-explorer>', { policy: STRICTEST });
  await expect.poll(() => told(page, "ready")).toHaveLength(1);
  await expect(page.locator("#a").getByTestId("view-chart")).toBeVisible();
  await page.locator("#a").getByTestId("view-table").click();
  await expect(page.locator("#a").getByTestId("row").first()).toBeVisible();
  // Its second part and the worker that reads a table come by the same policy.
  await page.locator("#a").evaluate((element) => element.load(new File(["place,year,value\na,2020,1\nb,2021,2\n"], "own.csv")));
  await expect(page.locator("#a").getByTestId("shown-table")).toContainText("own.csv");
  expect(violations).toEqual([]);
  expect(record.errors).toEqual([]);
});

test("a violation is counted", async ({ strict, page, explorer, violations }) => {
  await explorer.open(strict.root);
  await page.evaluate(() => {
    try {
      document.createElement("p").innerHTML = "<b>x</b>";
    } catch {}
    document.body.append(Object.assign(document.createElement("script"), { textContent: "1" }));
  }).catch(() => undefined);
  await expect.poll(() => violations.length).toBeGreaterThan(0);
});

test("the policy for trusted types refuses scripts and addresses of others", async ({ strict, page, explorer }) => {
  await explorer.open(strict.root);
  const refused = (kind, text) =>
    page.evaluate(([kind, text]) => {
      try {
        minshengTrusted[kind](text);
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    }, [kind, text]);
  for (const markup of ["<script>1</script>", "<img src=x onerror=alert(1)>", "<a href=javascript:alert(1)>", "<iframe srcdoc=x>"]) expect(await refused("createHTML", markup), markup).toBe(true);
  expect(await refused("createScriptURL", "https://example.org/x.js")).toBe(true);
  expect(await refused("createHTML", "<p class=a><b>x</b></p>")).toBe(false);
  expect(await refused("createScriptURL", `${strict.root}embed/frame.js`)).toBe(false);
});

test("a policy that does not let WebAssembly run is named, with what it lacks, by page and element", async ({ page, explorer }) => {
  const policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
  const server = await startServer(undefined, { policy });
  try {
    await page.goto(`${server.portal}#v=1&view=chart`);
    for (const words of ["内容安全策略", "Content Security Policy", "'wasm-unsafe-eval'"]) await expect(explorer.failure).toContainText(words);
    await expect(explorer.failure).not.toContainText(/损坏|damaged/);
    await portalPage(server, page, '<minsheng-explorer id="a"></minsheng-explorer>', { policy });
    await expect.poll(() => told(page, "error")).toMatchObject([{ reason: "policy" }]);
    await expect(page.locator("#a [role=alert]")).toContainText("'wasm-unsafe-eval'");
  } finally {
    await server.stop();
  }
});

test("the documentation prints the policies that the tests serve", () => {
  const text = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  for (const policy of [POLICY, STRICTEST]) expect(text).toContain(policy);
});

const SERVERS = {
  gzip: { encoding: "gzip" },
  brotli: { encoding: "br" },
  "media types of nothing in particular": { types: { ".wasm": "application/octet-stream", ".csv": "application/octet-stream", ".json": "application/octet-stream" } },
  "media types of text": { types: { ".wasm": "text/plain", ".csv": "text/plain", ".json": "text/plain" } },
  "wrong media types and nosniff": { types: { ".wasm": "text/plain", ".csv": "text/plain", ".json": "text/plain" }, headers: { "x-content-type-options": "nosniff" } },
};

for (const [name, how] of Object.entries(SERVERS)) {
  test(`a server with ${name} will do, under a sub-path too`, async ({ page, explorer, record }) => {
    const server = await startServer(undefined, how);
    try {
      await explorer.open(`${server.portal}#v=1&view=chart&f.domain=education`);
      await expect(explorer.views.chart).toBeVisible();
      expect(await explorer.count()).toBe(65);
      // The engine's module is fetched by a script of its own.
      await dropText(page, "own.csv", "place,year,value\na,2020,1\nb,2021,2\n");
      await expect(page.getByTestId("shown-table")).toContainText("own.csv");
      expect(record.errors).toEqual([]);
    } finally {
      await server.stop();
    }
  });
}
