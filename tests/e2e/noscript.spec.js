// The page without scripts, and without WebAssembly: figures, links and downloads as plain HTML; and what it says to search engines.
import { expect, test } from "./fixtures.js";

const PLACES = ["dezhou_etdz", "liaocheng_dz", "duji", "weihai_etdz", "chengde"];

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [390, 1440]) {
    test(`a figure of each place stands, nothing is offered that does nothing, ${width} px`, async ({ site, page, explorer }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(site.root);
      const findings = explorer.firstScreen.locator(".finding");
      await expect(findings).toHaveCount(PLACES.length);
      for (const finding of await findings.all()) await expect(finding.locator("h3")).toContainText(/\d/);
      const first = await findings.first().boundingBox();
      expect(first.y, "the first finding is on the first screen").toBeLessThan(260);
      expect(first.width, "and has the page's width").toBeGreaterThan(Math.min(width, 1000) * 0.8);
      // Every control that can be seen or reached is a link to a page or a file.
      for (const control of await page.locator("button, input, select, textarea, summary").all()) await expect(control).toBeHidden();
      const hrefs = await page.locator("a:visible").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect(hrefs.filter((href) => href.startsWith("#"))).toEqual([]);
      await expect(page.locator("#unscripted")).toContainText("需要 JavaScript");
    });
  }

  test("there are links to every place, every data file and the releases; each leads somewhere", async ({ site, page, request }) => {
    await page.goto(site.root);
    const plain = page.locator("#unscripted");
    const hrefs = await plain.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const id of PLACES) expect(hrefs).toContain(`./p/${id}/`);
    for (const file of ["observations.csv", "sources.csv", "datapackage.json"]) expect(hrefs).toContain(`./data/${file}`);
    for (const href of hrefs.filter((href) => href.startsWith("./"))) {
      expect((await request.get(new URL(href, site.root).href)).status(), href).toBe(200);
    }
    await expect(plain).toContainText("承德发布 2024-10-31");
    // Of a release that names no date none is told.
    await expect(plain.getByRole("listitem").filter({ hasText: "杜集区民生工程建设综述" }).last()).not.toContainText("2019");
  });

  test("a place's page leads on to the others and to the files from where it stands", async ({ site, page, request }) => {
    await page.goto(`${site.portal}p/duji/`);
    const hrefs = await page.locator("#unscripted").getByRole("link").evaluateAll((links) => links.map((link) => link.href));
    for (const href of hrefs.filter((href) => href.startsWith(site.root))) expect((await request.get(href)).status(), href).toBe(200);
    expect(hrefs.filter((href) => href.startsWith(`${site.portal}p/`))).toHaveLength(PLACES.length);
  });
});

test("without WebAssembly the figures stay, with the reason and the data", async ({ site, page, explorer }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(site.root);
  await expect(explorer.failure).toContainText("WebAssembly");
  await expect(explorer.failureLinks.first()).toBeVisible();
  await expect(explorer.firstScreen.locator(".finding h3").first()).toBeVisible();
  await expect(explorer.firstScreen.locator(".finding-figure").first()).toBeHidden();
  await expect(explorer.firstScreen.locator(".finding-figure > span").first()).toBeVisible();
  await expect(explorer.firstScreen.locator("nav")).toBeHidden();
});

test("the data are described to search engines on each page, which the strict policy does not count against it", async ({ site, page }) => {
  const violations = [];
  await page.exposeFunction("violated", (what) => violations.push(what));
  await page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => window.violated(`${event.violatedDirective} ${event.blockedURI}`)));
  for (const [path, name] of [["", /Minsheng/], ["p/chengde/", /^承德市：/]]) {
    const response = await page.goto(site.root + path);
    expect(response.headers()["content-security-policy"]).toContain("script-src 'self'");
    const dataset = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    expect(dataset["@type"]).toBe("Dataset");
    expect(dataset.name).toMatch(name);
    for (const key of ["description", "license", "spatialCoverage", "temporalCoverage", "distribution", "isBasedOn"]) expect(dataset[key], key).toBeTruthy();
    expect(new URL(dataset.distribution[0].contentUrl, page.url()).href).toBe(`${site.root}data/observations.csv`);
    await page.locator("[data-minsheng-root]").waitFor();
  }
  expect(violations).toEqual([]);
});
