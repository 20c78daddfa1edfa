// The poster: one picture on three papers, its words changed where they stand, downloaded, printed, and the same in words.
// What a reader takes away in five seconds: one finding with its figure and its picture, whom else it reaches, and what
// came of what was promised.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.js";
import { bare, readPaper } from "./readback.js";
import { dropText } from "./tables.js";

const LINK = "#v=1&view=poster&f.source=chengde2024";
const WIDTHS = { long: 1080, a4: 794, slide: 1920 };

async function saved(page, testid) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId(testid).click()]);
  return readFileSync(await download.path());
}

for (const [format, width] of Object.entries(WIDTHS)) {
  test(`shows, downloads and prints the ${format}`, async ({ site, page, explorer, record }) => {
    await explorer.open(`${site.root}${LINK}&poster=${format}`);
    await expect(explorer.posterPicture).toBeVisible();
    await expect(explorer.posterPicture).toHaveAttribute("width", String(width));
    await expect(explorer.posterPicture).toHaveAttribute("alt", /15个学校项目全部开工，12个已竣工/);
    const svg = (await saved(page, "poster-svg")).toString("utf8");
    // The file is the picture on the screen.
    expect(await shownSvg(explorer)).toBe(svg);
    const png = await saved(page, "poster-png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const [pixels, lines] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const [, w, h] = svg.match(/width="([\d.]+)" height="([\d.]+)"/).map(Number);
    expect(w).toBe(width);
    expect([pixels, lines]).toEqual([w, h].map((side) => Math.round(side * 2)));
    // A canvas beyond what the browser holds would be written empty.
    expect(png.length).toBeGreaterThan(40_000);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, right, top] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
    expect(Math.abs(top / right - h / w)).toBeLessThan(0.02);
    expect(record.errors).toEqual([]);
  });
}

// The policy lets no script fetch what a picture's address leads to, so what is given an address is kept.
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const give = URL.createObjectURL.bind(URL);
    window.addressed = {};
    URL.createObjectURL = (blob) => {
      const address = give(blob);
      window.addressed[address] = blob;
      return address;
    };
  }),
);

/** The document that the poster is drawn from. */
function shownSvg(explorer) {
  return explorer.posterPicture.evaluate((picture) => window.addressed[picture.src].text());
}

/** What each text of a picture says, without its title; a unit may stand behind its figure in another size. */
function textsOf(svg) {
  const texts = svg.matchAll(/<text [^>]*>(?:<title>[^<]*<\/title>)?(.*?)<\/text>/gs);
  return [...texts].map((match) => match[1].replaceAll(/<[^>]*>/g, " "));
}

for (const lang of ["zh", "en"]) {
  for (const format of Object.keys(WIDTHS)) {
    test(`every number of the printed ${format} is text (${lang})`, async ({ site, page, explorer }) => {
      await explorer.open(`${site.root}${LINK}&poster=${format}&lang=${lang}`);
      await expect(explorer.posterPicture).toBeVisible();
      const svg = await shownSvg(explorer);
      const words = textsOf(svg);
      const numbers = words.flatMap((text) => text.replaceAll("\u2060", "").match(/\d[\d.,]*/g) ?? []);
      expect(numbers.length).toBeGreaterThan(format === "slide" ? 4 : 12);
      const paper = (await readPaper(page, { format: undefined, preferCSSPageSize: true })).join("");
      for (const number of new Set(numbers)) expect(paper).toContain(bare(number));
    });
  }
}

/** The words of the picture, block by block from the top. */
async function shownWords(explorer) {
  return textsOf(await shownSvg(explorer)).join("");
}

for (const [lang, message] of Object.entries({
  zh: ["15个学校项目全部开工，12个已竣工", "318.89", "基本医疗保险参保人数", "办到哪一步", "老旧小区改造", "来源："],
  en: ["15 school projects", "12", "3.1889 million people", "Progress on promises", "Source:"],
})) {
  test(`tells a finding, whom it reaches and what came of promises (${lang})`, async ({ site, explorer }) => {
    await explorer.open(`${site.root}${LINK}&poster=a4&lang=${lang}`);
    await expect(explorer.posterPicture).toBeVisible();
    const words = bare(await shownWords(explorer));
    let from = 0;
    for (const part of message) {
      const at = words.indexOf(bare(part), from);
      expect(at, `${part} in ${words}`).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });
}

test("the picture stands first on a phone, its settings folded after it", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(`${site.root}#v=1&view=poster&f.place=chengde`);
  const picture = await explorer.posterPicture.boundingBox();
  const settings = await page.locator(".poster-controls").boundingBox();
  expect(picture.y).toBeLessThan(260);
  expect(settings.y).toBeGreaterThan(picture.y + picture.height);
  await expect(page.getByTestId("poster-a4")).toBeHidden();
  await page.locator(".poster-controls summary").click();
  await page.getByTestId("poster-a4").check();
  await expect(explorer.posterPicture).toHaveAttribute("width", "794");
  // Every block that may be changed is large enough to be touched.
  for (const place of await page.locator(".poster-place").all()) {
    const { width, height } = await place.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

test("words are changed where they stand, and the link keeps them", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}${LINK}&poster=a4`);
  await page.getByRole("button", { name: "修改标题" }).click();
  await expect(explorer.posterField).toBeFocused();
  await explorer.posterField.fill("承德一图");
  await explorer.posterField.press("Enter");
  await expect(page.getByRole("button", { name: "修改标题" })).toBeFocused();
  await page.getByRole("button", { name: "修改要点2" }).press("Enter");
  const figures = page.getByTestId("poster-figure");
  const [first, second, , fourth] = await figures.locator("option").evaluateAll((all) => all.map((own) => own.value));
  await expect(figures).toHaveValue(second);
  await figures.selectOption(fourth);
  await expect(page.getByTestId("poster-edit")).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`poster\\.title=.*poster\\.points=${first},${fourth},`));
  await page.reload();
  await expect(explorer.posterPicture).toHaveAttribute("alt", /承德一图/);
  await page.getByRole("button", { name: "修改标题" }).click();
  await page.getByTestId("poster-usual").click();
  await expect(explorer.posterPicture).toHaveAttribute("alt", /12个已竣工/);
  await page.getByTestId("poster-automatic").click();
  await expect(page).not.toHaveURL(/poster\./);
});

test("says the same in words, which open their figures", async ({ site, explorer, axe }) => {
  await explorer.open(`${site.root}${LINK}&poster=a4`);
  await explorer.posterWords.locator("summary").click();
  await expect(explorer.posterWords).toContainText("新建、改扩建中小学");
  await expect(explorer.posterWords).toContainText("318.89万人");
  expect(await axe()).toEqual([]);
  await explorer.posterWords.getByRole("button", { name: "318.89万人" }).click();
  await expect(explorer.detailTitle).toBeVisible();
});

test("a poster's pixels that come after another table stands are nobody's, and harm nothing", async ({ site, page, explorer, record }) => {
  await page.addInitScript(() => {
    const toBlob = HTMLCanvasElement.prototype.toBlob;
    // Held until the page is told to go on.
    const held = new Promise((resolve) => (window.goOn = resolve));
    HTMLCanvasElement.prototype.toBlob = function (...given) {
      window.isHeld = true;
      held.then(() => toBlob.apply(this, given));
    };
  });
  await explorer.open(`${site.root}${LINK}`);
  await page.getByTestId("poster-png").click();
  await page.waitForFunction(() => window.isHeld);
  await dropText(page, "small.csv", "place,year,value\nnorth,2021,1\nsouth,2022,2\n");
  await expect(page.getByTestId("shown-table")).toContainText("small.csv");
  await page.evaluate(() => window.goOn());
  await explorer.viewLink("table").click();
  await expect(explorer.views.table).toBeVisible();
  expect(record.errors).toEqual([]);
});

test("is drawn where a policy allows pictures of no address of the page's own making", async ({ site, page, explorer, record }) => {
  await page.addInitScript(() => {
    URL.createObjectURL = () => "blob:refused";
  });
  await explorer.open(`${site.root}${LINK}&poster=a4`);
  await expect(explorer.posterPicture).toHaveAttribute("src", /^data:image\/svg\+xml,/);
  await expect.poll(() => explorer.posterPicture.evaluate((picture) => picture.complete && picture.naturalWidth)).toBeGreaterThan(0);
  record.errors.length = 0; // The browser says that the first address leads nowhere.
});
