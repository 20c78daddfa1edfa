// The data on a server change while the page stays the same: what is read is asked for anew, and what is only a part, or
// not what the package describes, is said.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { expect, test } from "./fixtures.js";
import { ExplorerPage } from "./page.js";
import { dist, startServer } from "./server.mjs";
import { described } from "../../tools/build/describe.mjs";

const text = (name) => readFileSync(join(dist, "data", name), "utf8");
const whole = text("observations.csv").trimEnd().split("\n").length - 1;
const half = Math.floor(whole / 2);

const firstRows = (csv, rows) => csv.split("\n").slice(0, rows + 1).join("\n") + "\n";
const oneLetter = (csv) => csv.replace(/.\n$/, (end) => (end === "x\n" ? "y\n" : "x\n"));

/** Serves other texts in place of files of the package. */
async function serve(page, files) {
  for (const [name, body] of Object.entries(files)) {
    await page.route(`**/data/${name}*`, (route) => route.fulfill({ body, contentType: "text/plain; charset=utf-8" }));
  }
}

for (const [lang, field] of [["zh", "教育"], ["en", "Education"]]) {
  test(`a table cut at the end of a row is said to be a part, above the summary, with both counts (${lang})`, async ({ site, page, explorer, axe }) => {
    await serve(page, { "observations.csv": firstRows(text("observations.csv"), half) });
    await explorer.open(`${site.root}#v=1&lang=${lang}`);
    await expect(explorer.dataNotice).toContainText(String(whole));
    await expect(explorer.dataNotice).toContainText(String(half));
    await expect(explorer.dataNotice).toContainText("README");
    const [notice, sentence] = await Promise.all([explorer.dataNotice.boundingBox(), explorer.sentence.boundingBox()]);
    expect(notice.y + notice.height).toBeLessThanOrEqual(sentence.y);
    expect(await axe()).toEqual([]);
    // It stays through what a reader does.
    await explorer.viewLink("table").click();
    await explorer.value("domain", field).click();
    await expect(explorer.dataNotice).toContainText(String(whole));
  });
}

test("a table cut in the middle of a row, or within quotes, is said to be a part as well", async ({ site, page, explorer }) => {
  const csv = text("observations.csv");
  const middle = csv.split("\n")[half + 1];
  const inRow = csv.slice(0, csv.indexOf(middle) + Math.floor(middle.length / 2));
  const quote = csv.indexOf('"', csv.length / 2);
  for (const cut of [inRow, csv.slice(0, quote + 3)]) {
    await serve(page, { "observations.csv": cut });
    await page.goto("about:blank");
    await explorer.open(site.root);
    await expect(explorer.dataNotice).toContainText(String(whole));
    await expect(explorer.dataNotice).toContainText(/\d/);
    await page.unrouteAll();
  }
});

test("new tables with an old descriptor, and the reverse, are told; where no figure is left, those of the build stay", async ({ site, page, explorer }) => {
  await serve(page, { "indicators.csv": firstRows(text("indicators.csv"), 20) });
  await explorer.open(site.root);
  await expect(explorer.dataNotice).toContainText(String(whole));
  await expect(explorer.dataNotice).toContainText("indicators.csv");
  await page.unrouteAll();
  await serve(page, { "indicators.csv": text("indicators.csv").replace(/^id,domain,/, "id,field,") });
  await page.reload();
  await expect(explorer.programNotice).toContainText("indicators.csv");
  await expect(explorer.matching).toContainText(String(whole));
});

test("a change of one letter is told once the first view stands", async ({ site, page, explorer }) => {
  await serve(page, { "observations.csv": oneLetter(text("observations.csv")) });
  await explorer.open(site.root);
  await expect(explorer.dataNotice).toContainText("observations.csv");
  await expect(explorer.dataNotice).not.toContainText("不是全部");
});

test("other tables with a description of theirs are shown without a word", async ({ site, page, explorer, record }) => {
  const files = { "observations.csv": firstRows(text("observations.csv"), half) };
  const bytes = (path) => Buffer.from(files[path] ?? text(path));
  await serve(page, { ...files, "datapackage.json": described(text("datapackage.json"), bytes) });
  await explorer.open(site.root);
  await expect(explorer.matching).toContainText(String(half));
  await explorer.viewLink("table").click();
  await expect(explorer.views.table).toBeVisible();
  await expect(explorer.dataNotice).toHaveCount(0);
  expect(record.errors).toEqual([]);
});

test("the data as they were built are shown without a word, in both editions", async ({ site, page, explorer }) => {
  for (const address of [site.root, ExplorerPage.fileAddress("minsheng.html")]) {
    await explorer.open(address);
    await explorer.viewLink("table").click();
    await expect(explorer.views.table).toBeVisible();
    await page.waitForTimeout(500);
    await expect(explorer.dataNotice).toHaveCount(0);
  }
});

test("a table that is replaced on the server is shown at the next visit, whatever the cache has", async ({ context }) => {
  let rows = whole;
  const asked = [];
  const server = await startServer((request, path, response) => {
    if (!path.startsWith("/data/")) return false;
    const name = path.slice("/data/".length);
    const body = name === "observations.csv" ? firstRows(text(name), rows) : text(name);
    const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    const headers = { etag, "cache-control": "max-age=86400", "content-type": "text/plain; charset=utf-8" };
    const holds = request.headers["if-none-match"] === etag;
    asked.push(`${name} ${holds ? 304 : 200}`);
    response.writeHead(holds ? 304 : 200, headers).end(holds ? undefined : body);
    return true;
  });
  try {
    const visit = async () => {
      const explorer = new ExplorerPage(await context.newPage());
      asked.length = 0;
      await explorer.open(server.root);
      // The tables follow the first view.
      await expect.poll(() => asked.filter((line) => line.startsWith("observations.csv"))).toHaveLength(1);
      await explorer.page.waitForLoadState("networkidle");
      const told = await explorer.matching.textContent();
      await explorer.page.close();
      return told;
    };
    expect(await visit()).toContain(String(whole));
    expect(await visit()).toContain(String(whole));
    expect(asked.filter((line) => line.endsWith("200")), "what holds still is not sent again").toEqual([]);
    rows = half;
    expect(await visit()).toContain(String(half));
  } finally {
    await server.stop();
  }
});
