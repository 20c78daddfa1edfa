// What leaves the page, read back by programs that know nothing of it.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./fixtures.js";
import { readBack } from "./readback.js";
import { dropText } from "./tables.js";

const SELECTION = "f.place=chengde&f.domain=education,elderly";

/** Keys of the columns shown, and the texts of every row, as they are on screen. */
async function onScreen(page) {
  await page.emulateMedia({ media: "print" });
  await page.locator(".paper-table tbody tr").first().waitFor({ state: "attached" });
  const header = await page.locator(".paper-table thead th").allTextContents();
  const rows = await page.locator(".paper-table tbody tr").evaluateAll((lines) => lines.map((line) => [...line.cells].map((cell) => cell.textContent.trim())));
  await page.emulateMedia({ media: "screen" });
  return { header, rows };
}

/** Columns of the CSV for programs, as README tells them. */
const PROGRAM =
  "id indicator indicator_zh indicator_en place project domain role stage period_start period_end value unit value_base unit_base unit_kind qualifier lower upper breakdown printed source locator_start locator_end is_derived derived doubt doubt_zh doubt_en part_of flag note_zh note_en".split(" ");

/** What the CSV for programs held in each language. */
const programs = {};

/** Rows of a CSV text as objects. */
function parse(text) {
  const file = join(mkdtempSync(join(tmpdir(), "minsheng-published-")), "published.csv");
  writeFileSync(file, text);
  const { header, rows } = readBack("csv", file);
  return rows.map((row) => Object.fromEntries(header.map((key, at) => [key, row[at]])));
}

for (const [lang, name, words] of [["zh", "民生数图-明细", ["数据", "来源", "说明"]], ["en", "minsheng-figures", ["Figures", "Sources", "Notes"]]]) {
  test(`the table on screen leaves in every form and is read back (${lang})`, async ({ site, page, explorer, record }) => {
    await explorer.open(`${site.root}#v=1&view=table&lang=${lang}&${SELECTION}&sort=-value`);
    await explorer.gridRows.first().waitFor();
    const { header, rows } = await onScreen(page);
    expect(rows.length).toBeGreaterThan(5);
    const places = (all) => header.map((column) => all.indexOf(column));

    const sheet = await explorer.takeAway("csv");
    expect(sheet.name).toBe(`${name}.csv`);
    await expect(explorer.exportTold).toContainText(`${name}.csv`);
    const csv = readBack("csv", sheet.file);
    expect(csv.bom).toBe(true);
    const at = places(csv.header);
    expect(at.every((place, index) => place >= 0 && (index === 0 || place > at[index - 1]))).toBe(true);
    // Filters and order are those of the screen: the first column names each row.
    expect(csv.rows.map((row) => row[at[0]])).toEqual(rows.map((row) => row[0]));

    const plain = readBack("csv", (await explorer.takeAway("csv-plain")).file);
    expect(plain.bom).toBe(false);
    expect(plain.header).toEqual(PROGRAM);
    expect(plain.rows.length).toBe(csv.rows.length);
    const column = (key) => plain.rows.map((row) => row[plain.header.indexOf(key)]);
    // The rows of the screen in its order, and as the package on the server has them.
    const published = parse(await (await page.request.get(`${site.root}data/observations.csv`)).text());
    const ofId = (id) => published.find((row) => row.id === id);
    for (const [key, own] of [["place", "place"], ["value", "value"], ["unit", "unit"], ["qualifier", "qualifier"], ["stage", "stage"], ["period_end", "period_end"], ["printed", "printed"], ["locator_start", "start"]]) {
      expect(column(key), key).toEqual(column("id").map((id) => ofId(id)[own]));
    }
    expect(column("place").every((place) => place === "chengde")).toBe(true);
    const named = column(`indicator_${lang}`);
    expect(rows.every((row, line) => row[0].startsWith(named[line]))).toBe(true);
    programs[lang] = plain;
    if (programs.zh && programs.en) expect(programs.en).toEqual(programs.zh);

    const book = readBack("xlsx", (await explorer.takeAway("xlsx")).file);
    expect(Object.keys(book.sheets)).toEqual(words);
    expect([book.formulas, book.errors]).toEqual([0, 0]);
    const [figures, sources, notes] = Object.values(book.sheets);
    expect(figures[0]).toEqual(csv.header);
    const text = (cell) => (cell === null ? "" : String(cell));
    const same = (a, b) => text(a) === b || (typeof a === "number" && a === Number(b));
    expect(figures.slice(1).every((row, line) => row.every((cell, place) => same(cell, csv.rows[line][place])))).toBe(true);
    expect(figures.slice(1).every((row) => typeof row[csv.header.indexOf(csv.header.find((c) => c === header[1]))] === "number")).toBe(true);
    expect(sources.length).toBe(2);
    expect(notes.flat().map(text).join("\n")).toContain(site.root);

    const json = readBack("json", (await explorer.takeAway("json")).file);
    expect(json.rows.map((row) => Object.keys(row))).toEqual(json.rows.map(() => plain.header));
    expect(json.rows.map((row) => plain.header.map((key) => text(row[key])))).toEqual(plain.rows);
    for (const names of Object.values(json.columns)) expect(Object.keys(names)).toEqual(["zh", "en"]);
    expect(json.link).toContain("f.place=chengde");
    expect(json.sources.length).toBe(1);

    const described = readBack("csvw", (await explorer.takeAway("csvw")).file);
    const [table] = Object.values(described);
    expect(table.columns).toEqual(table.header);
    expect(table.rows).toEqual(plain.rows);
    expect(JSON.stringify(table.context)).toContain("http://www.w3.org/ns/csvw");

    const package_ = readBack("datapackage", (await explorer.takeAway("datapackage")).file);
    expect(package_.errors).toEqual([]);
    expect(package_.valid).toBe(true);
    expect(package_.rows.observations).toBeGreaterThanOrEqual(rows.length);
    expect(package_.rows.sources).toBe(1);
    expect(record.errors).toEqual([]);
  });
}

for (const view of ["overview", "timeline", "chart"]) {
  test(`the picture of the ${view} has title, source, date and link in it`, async ({ site, page, explorer, record }) => {
    await explorer.open(`${site.root}#v=1&view=${view}&f.place=chengde`);
    await expect(explorer.views[view]).toBeVisible();
    const titles = { overview: explorer.moneyTitle };
    const title = await (titles[view] ?? explorer.views[view].locator("h2").first()).textContent();
    const svg = await explorer.takeAway("svg");
    expect(svg.name).toMatch(/^民生数图-.+\.svg$/);
    const drawn = readBack("svg", svg.file);
    expect(drawn.tag).toBe("{http://www.w3.org/2000/svg}svg");
    expect(drawn.scripts).toBe(0);
    const texts = drawn.texts.join("");
    expect(texts).toContain(title);
    expect(texts).toContain("暖心实事提升群众幸福");
    expect(texts).toContain(`${new Date().getFullYear()}年`);
    expect(texts).toContain(`${site.root}#v=1`);
    expect(drawn.title).toContain(title);
    expect(drawn.description.length).toBeGreaterThan(20);
    const png = readBack("png", (await explorer.takeAway("png")).file);
    expect(png.size).toEqual(drawn.size.map((side) => side * 2));
    expect(png.kinds.at(-1)).toBe("IEND");
    await expect(explorer.exportTold).toContainText(".png");
    expect(record.errors).toEqual([]);
  });
}

test("a chart of the comparison leaves as a picture", async ({ site, explorer, record }) => {
  await explorer.open(`${site.root}#v=1&view=compare&compare=coverage`);
  const title = await explorer.compareFigures.first().locator("h3").textContent();
  const drawn = readBack("svg", (await explorer.takeAway("svg")).file);
  expect(drawn.texts.join("")).toContain(title);
  expect(drawn.texts.join("")).toContain(`${site.root}#v=1`);
  expect(record.errors).toEqual([]);
});

test("what is copied says what is on screen, with its source and link", async ({ site, page, context, explorer }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await explorer.open(`${site.root}#v=1&view=chart&f.domain=education&f.place=chengde&measure=count`);
  await explorer.chartMarks.first().waitFor();
  await explorer.copySummary.click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied.split("\n");
  const joiner = /\u2060/g;
  expect(lines[0]).toBe((await explorer.sentence.textContent()).replace(joiner, ""));
  expect(lines[1]).toContain(await explorer.chartTitle.textContent());
  expect(lines.at(-2)).toMatch(/^来源：.*2024年10月31日/);
  expect(lines.at(-1)).toBe(page.url());
  // The picture's own text is the same sentence.
  const label = await explorer.views.chart.locator("svg[role=group]").getAttribute("aria-label");
  expect(label).toContain(lines[1]);
  // Its numbers are those of the table beside the chart.
  await explorer.views.chart.locator(".as-table > summary").click();
  const cells = await explorer.views.chart.locator(".as-table td").allTextContents();
  const values = lines.slice(2, -2);
  expect(values.length).toBeGreaterThan(0);
  for (const cell of cells.filter((text) => /\d/.test(text))) expect(values.some((line) => line.includes(cell)), cell).toBe(true);
  const ends = lines[1].match(/最多的是(.+)；最少的是(.+)。/).slice(1);
  for (const end of ends) expect(cells.some((cell) => /\d/.test(cell) && end.includes(cell)), end).toBe(true);
});

test("a table of one's own leaves with nothing that a spreadsheet would run", async ({ site, page, explorer }) => {
  const cells = ["=1+1", "@cmd", "+86", "-x"];
  await explorer.open(site.root);
  await dropText(page, "own.csv", `name,n\n${cells.map((cell, at) => `${cell},${at - 3}`).join("\n")}\n`);
  await expect(page.getByTestId("shown-table")).toContainText("own.csv");
  await explorer.viewLink("table").click();
  await explorer.gridRows.first().waitFor();
  const csv = readBack("csv", (await explorer.takeAway("csv")).file);
  const column = (name) => csv.rows.map((row) => row[csv.header.indexOf(name)]);
  expect(column("name")).toEqual(cells.map((cell) => `'${cell}`));
  expect(column("n")).toEqual(["-3", "-2", "-1", "0"]);
  const book = readBack("xlsx", (await explorer.takeAway("xlsx")).file);
  const [figures] = Object.values(book.sheets);
  expect(book.formulas).toBe(0);
  expect(figures.slice(1).map((row) => row[figures[0].indexOf("name")])).toEqual(cells);
  expect(readBack("datapackage", (await explorer.takeAway("datapackage")).file).errors).toEqual([]);
});

for (const lang of ["zh", "en"]) {
  test(`a table of one's own leaves as it came (${lang})`, async ({ site, page, explorer }) => {
    const text = readFileSync(fileURLToPath(new URL("../fixtures/cases/export-dates.csv", import.meta.url)), "utf8");
    const lines = text.trim().split("\n").map((line) => line.split(","));
    await explorer.open(`${site.root}#v=1&lang=${lang}`);
    await dropText(page, "export-dates.csv", text);
    await expect(page.getByTestId("shown-table")).toContainText("export-dates.csv");
    await explorer.viewLink("table").click();
    await explorer.gridRows.first().waitFor();
    const plain = readFileSync((await explorer.takeAway("csv-plain")).file, "utf8");
    expect(plain).toBe(`${lines.map((line) => line.join(",")).join("\r\n")}\r\n`);
    const json = readBack("json", (await explorer.takeAway("json")).file);
    expect(json.rows).toEqual(lines.slice(1).map(([day, place, n]) => ({ day, place, n: Number(n) })));
    const [figures] = Object.values(readBack("xlsx", (await explorer.takeAway("xlsx")).file).sheets);
    // A date of a workbook, which Python takes for the first moment of the day.
    expect(figures).toEqual([lines[0], ...lines.slice(1).map(([day, place, n]) => [`${day} 00:00:00`, place, Number(n)])]);
    const spreadsheet = readBack("csv", (await explorer.takeAway("csv")).file);
    expect(spreadsheet.rows.map((row) => row[spreadsheet.header.indexOf("day")])).toEqual(lines.slice(1).map(([day]) => day));
    expect(readBack("datapackage", (await explorer.takeAway("datapackage")).file).errors).toEqual([]);
  });
}

test("a data package that left the page is opened by it again", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=table&f.place=duji`);
  await explorer.gridRows.first().waitFor();
  const rows = await explorer.grid.getAttribute("aria-rowcount");
  const { file, name } = await explorer.takeAway("datapackage");
  await page.getByTestId("menu").click();
  await page.getByTestId("open-file").setInputFiles({ name, mimeType: "application/zip", buffer: readFileSync(file) });
  await expect(page.getByTestId("shown-table")).toContainText(name);
  await explorer.viewLink("table").click();
  await explorer.gridRows.first().waitFor();
  await expect(explorer.grid).toHaveAttribute("aria-rowcount", rows);
});

test("the page tells catalogues what data it holds, and links lead to it", async ({ site, page, explorer, record }) => {
  await explorer.open(site.root);
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  const dataset = JSON.parse(text);
  expect(dataset["@type"]).toBe("Dataset");
  expect(dataset.isBasedOn.length).toBe(5);
  for (const { contentUrl } of dataset.distribution) {
    const response = await page.request.get(new URL(contentUrl, site.root).href);
    expect(response.ok()).toBe(true);
  }
  expect(record.errors).toEqual([]);
});

test("the menu is used by keyboard and has no accessibility faults", async ({ site, page, explorer, axe }) => {
  await explorer.open(`${site.root}#v=1&view=chart&f.domain=education`);
  await explorer.chartMarks.first().waitFor();
  await explorer.export.focus();
  await page.keyboard.press("Enter");
  await expect(explorer.exportItem("png")).toBeVisible();
  expect(await axe()).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(explorer.exportItem("png")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(explorer.export).toBeFocused();
  await expect(explorer.exportItem("png")).toHaveCount(0);
});
