// Maps that readers bring: a file with figures is its own, another goes under the table that is open, or is opened as one.
import { expect, test } from "./fixtures.js";
import { dropText } from "./tables.js";

const NAMES = ["Ald", "Brack", "Cay", "Dun", "Eld", "Fro"];

/** Invented areas: three above three, each with a name and a code of its own. */
function areas(said) {
  const feature = (name, n) => {
    const [west, south] = [20 + 10 * (n % 3), 40 - 10 * Math.floor(n / 3)];
    const ring = [[west, south], [west + 10, south], [west + 10, south + 10], [west, south + 10], [west, south]];
    return { type: "Feature", properties: said(name, n), geometry: { type: "Polygon", coordinates: [ring] } };
  };
  return JSON.stringify({ type: "FeatureCollection", features: NAMES.map(feature) });
}

const outlines = areas((name, n) => ({ code: `A0${n}`, name }));
const figures = areas((name, n) => ({ name, rate: 10 + n }));

function table() {
  const lines = ["area,year,rate (%)"];
  for (const [y, year] of [2020, 2021].entries()) for (const [n, name] of NAMES.slice(0, 5).entries()) lines.push(`${name},${year},${20 + n + 10 * y}`);
  lines.push("Elsewhere,2021,3");
  return `${lines.join("\n")}\n`;
}

test.beforeEach(async ({ page, site }) => {
  await page.goto(`${site.root}#v=1&lang=en`);
  await expect(page.getByTestId("matching")).toContainText("338");
});

test("a file with figures is a table and its own map", async ({ page, explorer, record, axe }) => {
  await dropText(page, "figures.geojson", figures);
  await expect(page.getByTestId("shown-table")).toContainText("figures.geojson");
  await explorer.viewLink("map").click();
  await expect(explorer.mapMarks).toHaveCount(6);
  await expect(page.getByTestId("map-sentence")).toContainText("Fro (15)");
  await expect(page.getByTestId("map-notes")).toContainText("same file");
  for (const theme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axe(), theme).toEqual([]);
  }
  expect(record.errors).toEqual([]);
});

test("a map dropped on a table with its areas goes under it, is put away, and is opened as a table", async ({ page, explorer }) => {
  await dropText(page, "rates.csv", table());
  await expect(page.getByTestId("shown-table")).toContainText("rates.csv");
  await expect(explorer.viewLink("map")).toHaveCount(0);
  await dropText(page, "outlines.geojson", outlines);
  await expect(page.getByTestId("map-note")).toContainText("outlines.geojson");
  await expect(page.getByTestId("shown-table")).toContainText("rates.csv");
  await expect(explorer.mapMarks).toHaveCount(5);
  await expect(page.getByTestId("map-unknown")).toContainText("Elsewhere");
  await expect(page.getByTestId("map-bare")).toContainText("(1)");
  await page.getByTestId("map-bare").locator("summary").click();
  await expect(page.getByTestId("map-bare").getByRole("listitem")).toHaveText(["Fro"]);
  await page.getByTestId("map-back").click();
  await expect(page.getByTestId("map-sentence")).toContainText("Eld (24)");
  await page.getByTestId("map-away").click();
  await expect(page.getByTestId("map-note")).toHaveCount(0);
  await expect(explorer.viewLink("map")).toHaveCount(0);
  await dropText(page, "outlines.geojson", outlines);
  await page.getByTestId("map-as-table").click();
  await expect(page.getByTestId("shown-table")).toContainText("outlines.geojson");
});

test("areas are walked by keys, and one that is opened keeps its rows alone", async ({ page, explorer }) => {
  await dropText(page, "rates.csv", table());
  await expect(page.getByTestId("shown-table")).toContainText("rates.csv");
  await dropText(page, "outlines.geojson", outlines);
  await explorer.mapMarks.first().focus();
  await expect(explorer.views.map.locator("svg .mark:focus")).toHaveAttribute("aria-label", /Ald/);
  await page.keyboard.press("ArrowRight");
  await expect(explorer.views.map.locator("svg .mark:focus")).toHaveAttribute("aria-label", /Brack/);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("chip")).toHaveText(/Brack/);
});

test("a map of other areas is said to be one, and the table stays as it is", async ({ page, explorer }) => {
  await dropText(page, "figures.geojson", figures);
  await explorer.viewLink("map").click();
  await expect(explorer.mapMarks).toHaveCount(6);
  const other = { name: "other.geojson", mimeType: "application/json", buffer: Buffer.from(outlines.replaceAll(/"(Ald|Brack|Cay|Dun|Eld|Fro)"/g, '"x$1"')) };
  await page.getByTestId("map-file").setInputFiles(other);
  await expect(page.getByTestId("open-failed")).toContainText("other areas than the table");
  await expect(explorer.mapMarks).toHaveCount(6);
  const none = { name: "none.geojson", mimeType: "application/json", buffer: Buffer.from('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Ald"},"geometry":null}]}') };
  await page.getByTestId("map-file").setInputFiles(none);
  await expect(page.getByTestId("open-failed")).toContainText("no shapes to draw");
  await expect(explorer.mapMarks).toHaveCount(6);
});

test("a page that names a table and a map shows the one on the other", async ({ page, explorer, site }) => {
  await page.route("**/rates.csv", (route) => route.fulfill({ contentType: "text/csv", body: table() }));
  await page.route("**/outlines.geojson", (route) => route.fulfill({ contentType: "application/json", body: outlines }));
  await page.goto(`${site.root}?data=rates.csv&map=outlines.geojson#v=1&lang=en&view=map`);
  await expect(page.getByTestId("map-note")).toContainText("outlines.geojson");
  await expect(explorer.mapMarks).toHaveCount(5);
});

test("a package behind an address brings its map, its tables, and what does not fit its description", async ({ page, explorer, site }) => {
  const about = { resources: [{ name: "areas", path: "map/areas.geojson" }, { name: "rates", path: "rates.csv", bytes: 1 }, { name: "more", path: "more.csv" }] };
  const serve = (path, contentType, body) => page.route(`**/package/${path}`, (route) => route.fulfill({ contentType, body }));
  await serve("datapackage.json", "application/json", JSON.stringify(about));
  await serve("rates.csv", "text/csv", table());
  await serve("more.csv", "text/csv", "area,staff\nAld,7\nBrack,8\n");
  await serve("map/areas.geojson", "application/json", outlines);
  await page.goto(`${site.root}?data=package/datapackage.json#v=1&lang=en&view=map`);
  await expect(explorer.mapMarks).toHaveCount(5);
  await expect(page.getByTestId("source-note")).toContainText("rates");
  await expect(page.getByTestId("other-table")).toHaveText(["areas", "more"]);
  await expect(page.getByTestId("problems")).toContainText("not as the package’s description");
  // A map that is not there costs the table nothing.
  await page.route("**/package/map/areas.geojson", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(`${site.root}?data=package/datapackage.json#v=1&lang=en&view=table`);
  await page.reload();
  await expect(page.getByTestId("shown-table")).toBeVisible();
  await expect(page.getByTestId("problems")).toContainText("could not be had");
});
