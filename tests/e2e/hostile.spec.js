// Data that means harm: a package and tables whose every text would do something if it were anything but text. Nothing of it
// runs, nothing outside the page is asked for, and the words around stay as they were.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";
import { dist, startServer } from "./server.mjs";
import { choose } from "./tables.js";
import { described } from "../../tools/build/describe.mjs";

/** What a text could try, by what it is; each would set `window.harmed` or ask `evil.example`, were it more than a text. */
const TEXTS = {
  markup: `<img src=x onerror="harmed=1"><svg onload=harmed=1><script>harmed=1</script>`,
  attribute: `" onfocus="harmed=1" autofocus x="`,
  style: `</style><link rel=stylesheet href=//evil.example/a.css>`,
  template: "{{constructor.constructor('harmed=1')()}}${harmed=1}",
  formula: `=HYPERLINK("http://evil.example","x")`,
  turning: "\u202e\u2066cba\u2069\u202d",
  unclosed: "\u2067\u202eright",
  hidden: "a\u200b\u200d\u2060\ufeffb",
  prototype: "__proto__",
};
const ADDRESSES = ["javascript:harmed=1", "data:text/html,<script>harmed=1</script>", "//evil.example/x", "vbscript:harmed", " java\tscript:harmed=1"];
/** Turns the direction of what follows, with the names of the marks. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/;

const text = (name) => readFileSync(join(dist, "data", name), "utf8");
const quoted = (value) => `"${value.replaceAll('"', '""')}"`;

/** A table with hostile words in the named columns of its rows, each its own, and hostile addresses as sources. */
function hostile(csv, names) {
  const [header, ...rows] = csv.trimEnd().split("\n");
  const columns = header.split(",");
  const isHeadline = columns.includes("picture");
  const all = Object.values(TEXTS);
  return [header, ...rows.map((row, at) => {
    const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g).slice(0, columns.length).map((cell) => cell.replace(/,$/, ""));
    for (const [nth, name] of names.entries()) {
      const column = columns.indexOf(name);
      // A headline tells its figure, or is none.
      const end = isHeadline && name.startsWith("text") ? "{a}" : at;
      if (column >= 0) cells[column] = quoted(name === "url" ? ADDRESSES[at % ADDRESSES.length] : `${all[(at + nth) % all.length]}${end}`);
    }
    return cells.join(",");
  })].join("\n") + "\n";
}

/** The site's own package with hostile words in place of names, titles, notes and passages. */
function hostilePackage() {
  const NAMES = {
    "indicators.csv": ["name_zh", "name_en", "definition_zh", "definition_en", "question_zh", "question_en"],
    "places.csv": ["name_zh", "name_en", "short_zh", "short_en"],
    "labels.csv": ["name_zh", "name_en"],
    "sources.csv": ["title_zh", "title_en", "publisher", "note", "url"],
    "projects.csv": ["name_zh", "name_en", "note_zh", "note_en"],
    "observations.csv": ["note_zh", "note_en"],
    "domains.csv": ["name_zh", "name_en"],
    "units.csv": ["name_zh", "name_en", "singular_en"],
    "doubts.csv": ["text_zh", "text_en"],
    "headlines.csv": ["text_zh", "text_en", "more_zh", "more_en"],
    "stories.csv": ["text_zh", "text_en"],
    "synonyms.csv": ["word"],
  };
  const files = Object.fromEntries(Object.entries(NAMES).map(([file, names]) => [file, hostile(text(file), names)]));
  const bytes = (path) => Buffer.from(files[path] ?? text(path));
  return { ...files, "datapackage.json": described(text("datapackage.json"), bytes) };
}

/** What the page must not have done. */
async function expectUnharmed(page, record, root) {
  expect(await page.evaluate(() => window.harmed)).toBeUndefined();
  const made = page.locator("[onerror], [onload], [onfocus], body script:not([src]):not([type]), iframe, object, embed");
  expect(await made.count()).toBe(0);
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href));
  expect(links.filter((href) => !/^(https?|blob):/.test(href))).toEqual([]);
  expect(record.requests.filter((address) => !address.startsWith(root) && !/^(blob|data):/.test(address))).toEqual([]);
  expect(record.errors).toEqual([]);
}

/** Elements in which a turning mark from data would reorder what stands around them. */
const reordered = (page) =>
  page.evaluate((source) => {
    const turns = new RegExp(source);
    const found = [];
    const walk = document.createTreeWalker(document.querySelector("[data-minsheng-root]"), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!turns.test(node.data)) continue;
      const element = node.parentElement;
      const style = getComputedStyle(element);
      const isAlone = /isolate|plaintext/.test(style.unicodeBidi) || !/^inline$/.test(style.display) || element instanceof SVGElement;
      if (!isAlone) found.push(`${element.localName}.${element.className}: ${node.data.slice(0, 40)}`);
    }
    return found;
  }, TURNS.source);

for (const lang of ["zh", "en"]) {
  test(`a package of hostile words is shown as words in every view (${lang})`, async ({ site, page, explorer, record }) => {
    for (const [name, body] of Object.entries(hostilePackage())) {
      await page.route(`**/data/${name}*`, (route) => route.fulfill({ body, contentType: "text/plain; charset=utf-8" }));
    }
    await explorer.open(`${site.root}#v=1&lang=${lang}`);
    await expect(explorer.matching).toContainText("338");
    for (const view of VIEWS) {
      await explorer.viewLink(view).click();
      await expect(explorer.views[view]).toBeVisible();
      await page.waitForTimeout(300);
      await expectUnharmed(page, record, site.root);
      expect(await reordered(page), view).toEqual([]);
    }
    await explorer.editFragment(`v=1&lang=${lang}&view=table&sel=dezhou2021-schools-built`);
    await expect(explorer.detail).toBeVisible();
    await expectUnharmed(page, record, site.root);
    await explorer.search.fill("onerror");
    await page.waitForTimeout(500);
    await expectUnharmed(page, record, site.root);
    // Findings of a place, and a tour, are told in words of the package's own.
    await explorer.editFragment(`v=1&lang=${lang}&f.place=chengde`);
    await expect(explorer.findings.first()).toContainText(/onerror=|HYPERLINK|__proto__|constructor/);
    await expectUnharmed(page, record, site.root);
    await explorer.editFragment(`v=1&lang=${lang}&story=chengde2024.1`);
    await expect(explorer.storyText).not.toBeEmpty();
    await expectUnharmed(page, record, site.root);
    expect(await reordered(page), "a tour").toEqual([]);
  });
}

test("rows whose ids only look like those that are known are refused and told, and the others stay", async ({ site, page, explorer, record }) => {
  // А Cyrillic letter in the name of an indicator.
  const lines = text("observations.csv").split("\n");
  const odd = lines.map((line, at) => (at >= 1 && at <= 3 ? line.replace(/^([^,]*),([^,]*)o/, "$1,$2\u043e") : line)).join("\n");
  const files = { "observations.csv": odd };
  const bytes = (path) => Buffer.from(files[path] ?? text(path));
  files["datapackage.json"] = described(text("datapackage.json"), bytes);
  for (const [name, body] of Object.entries(files)) await page.route(`**/data/${name}*`, (route) => route.fulfill({ body }));
  await explorer.open(site.root);
  await expect(explorer.matching).toContainText("335");
  await expect(explorer.dataNotice).toContainText("335");
  expect(record.errors).toEqual([]);
});

test.describe("a table of a reader's own", () => {
  const csv = (columns, rows) => [columns, ...rows].map((row) => row.map(quoted).join(",")).join("\n");
  const file = (name, body) => ({ name, mimeType: "text/plain", buffer: Buffer.from(body) });

  test("may call its columns and values as a script's own parts are called", async ({ site, page, explorer, record }) => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "年份"];
    const rows = Array.from({ length: 40 }, (_, at) => [...names.slice(0, 4).map((_, nth) => names[(at + nth) % 4]), String(2000 + (at % 20))]);
    await explorer.open(site.root);
    await choose(page, file("__proto__.csv", csv(names, rows)));
    await expect(explorer.matching).toContainText("40");
    await expect(page.getByTestId("facet-__proto__").getByRole("checkbox")).toHaveCount(4);
    await page.getByTestId("facet-constructor").getByRole("checkbox").first().check();
    await expect(explorer.matching).toContainText("10");
    await expectUnharmed(page, record, site.root);
  });

  test("with every hostile text in cells, heads and name is shown as words", async ({ site, page, explorer, record }) => {
    const all = Object.values(TEXTS);
    const rows = Array.from({ length: 60 }, (_, at) => [all[at % all.length], all[(at + 1) % all.length], String(at)]);
    await explorer.open(site.root);
    await choose(page, file("<img src=x onerror=harmed=1>\u202e.csv", csv([all[0], all[6], "数值"], rows)));
    await expect(explorer.matching).toContainText("60");
    for (const view of ["chart", "compare", "table"]) {
      await explorer.viewLink(view).click();
      await expect(explorer.views[view]).toBeVisible();
      await page.waitForTimeout(300);
      await expectUnharmed(page, record, site.root);
      expect(await reordered(page), view).toEqual([]);
    }
  });

  test("with a cell of ten million letters is opened or refused, and the page answers", async ({ site, page, explorer, record }) => {
    await explorer.open(site.root);
    await choose(page, file("long.csv", `name,n\n${"长".repeat(3_500_000)},1\nb,2\n`));
    await expect(page.getByTestId("shown-table").or(page.getByTestId("open-failed"))).toBeVisible({ timeout: 30_000 });
    if (await page.getByTestId("shown-table").count()) {
      await explorer.viewLink("table").click();
      await expect(explorer.gridRows).toHaveCount(2, { timeout: 30_000 });
    }
    await expectUnharmed(page, record, site.root);
  });

  test("of JSON a hundred thousand deep is refused in words or read, and the page answers", async ({ site, page, explorer, record }) => {
    await explorer.open(site.root);
    for (const deep of ["[".repeat(100_000) + "]".repeat(100_000), `[{"a":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}]`]) {
      await choose(page, file("deep.json", deep));
      await expect(page.getByText("deep.json").first()).toBeVisible();
      await expect(page.getByTestId("opening")).toHaveCount(0);
      await expect(explorer.content).not.toContainText(/recursion|unreachable|程序读到这里出了错/);
      await expect(page.getByTestId("open-failed").filter({ hasText: "程序读到这里出了错" })).toHaveCount(0);
      await page.keyboard.press("Escape");
    }
    await expectUnharmed(page, record, site.root);
  });
});

test.describe("data that the page's address names", () => {
  const table = "place,year,n\nA,2020,1\nB,2020,2\nA,2021,3\n";

  /** A site of data on another origin, which says what came with each request; and the page with a list of such sites. */
  async function withOther(use, list = (origin) => origin) {
    const asked = [];
    const other = await startServer((request, path, response) => {
      asked.push({ path, cookie: request.headers.cookie });
      response.writeHead(200, { "access-control-allow-origin": "*", "set-cookie": "who=reader; Path=/", "content-type": "text/csv" });
      response.end(table);
      return true;
    });
    const origin = new URL(other.root).origin;
    const policy = `default-src 'self'; connect-src 'self' ${origin}; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:`;
    const named = (_, path, response) => {
      if (path !== "/index.html") return false;
      const html = readFileSync(join(dist, "index.html"), "utf8");
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
      response.end(html.replace("</title>", `</title><meta name="minsheng-data-origins" content="${list(origin)}">`));
      return true;
    };
    // A worker goes by the policy that comes with its script.
    const site = await startServer(named, { policy });
    await use({ site, other, origin, asked });
    await Promise.all([site.stop(), other.stop()]);
  }

  test("is refused where it is another site's, and nothing is asked there", async ({ page, explorer }) => {
    await withOther(async ({ site, origin, asked }) => {
      for (const address of [`${origin}/t.csv`, `//${new URL(origin).host}/t.csv`, "data:text/csv,a,b", "javascript:harmed=1", "blob:http://evil.example/1", "file:///etc/passwd"]) {
        await explorer.page.goto("about:blank");
        await explorer.open(`${site.root}?data=${encodeURIComponent(address)}`, { unfold: false });
        await expect(page.getByTestId("open-failed")).toContainText(/别的网站|不是网址/);
        await expect(explorer.matching).toContainText("338");
      }
      expect(asked).toEqual([]);
      expect(await page.evaluate(() => window.harmed)).toBeUndefined();
    }, () => "https://data.example");
  });

  test("is opened where the site names that origin, and without what the reader is known by there", async ({ page, context, explorer }) => {
    await withOther(async ({ site, origin, asked }) => {
      await context.addCookies([{ name: "who", value: "reader", url: origin }]);
      await explorer.page.goto(`${site.root}?data=${encodeURIComponent(`${origin}/t.csv`)}`);
      await expect(page.getByTestId("shown-table")).toContainText("t.csv");
      await expect(explorer.matching).toContainText("3");
      expect(asked.length).toBeGreaterThan(0);
      // A cookie goes to every port of a host; that none came means that none was sent.
      expect(asked.map(({ cookie }) => cookie ?? "")).toEqual(asked.map(() => ""));
    });
  });
});
