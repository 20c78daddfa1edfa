// The poster: one picture on three papers, composed by the reader, downloaded, printed, and the same in words.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.js";
import { bare, readPaper } from "./readback.js";

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
    await expect(explorer.posterPicture).toHaveAttribute("alt", /承德市民生一图看懂/);
    const svg = (await saved(page, "poster-svg")).toString("utf8");
    // The file is the picture on the screen.
    const shown = await explorer.posterPicture.getAttribute("src");
    expect(decodeURIComponent(shown.slice(shown.indexOf(",") + 1))).toBe(svg);
    const png = await saved(page, "poster-png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const [pixels, lines] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const [, w, h] = svg.match(/width="([\d.]+)" height="([\d.]+)"/).map(Number);
    expect(w).toBe(width);
    expect([pixels, lines]).toEqual([w, h].map((side) => Math.round(side * 2)));
    // A canvas beyond what the browser holds would be written empty.
    expect(png.length).toBeGreaterThan(100_000);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, right, top] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
    expect(Math.abs(top / right - h / w)).toBeLessThan(0.02);
    expect(record.errors).toEqual([]);
  });
}

for (const lang of ["zh", "en"]) {
  for (const format of Object.keys(WIDTHS)) {
    test(`every number of the printed ${format} is text (${lang})`, async ({ site, page, explorer }) => {
      await explorer.open(`${site.root}${LINK}&poster=${format}&lang=${lang}`);
      await expect(explorer.posterPicture).toBeVisible();
      const shown = await explorer.posterPicture.getAttribute("src");
      const svg = decodeURIComponent(shown.slice(shown.indexOf(",") + 1));
      const words = [...svg.matchAll(/<text [^>]*>(?:<title>[^<]*<\/title>)?([^<]*)<\/text>/g)].map((match) => match[1]);
      const numbers = words.flatMap((text) => text.replaceAll("\u2060", "").match(/\d[\d.,]*/g) ?? []);
      expect(numbers.length).toBeGreaterThan(20);
      const paper = (await readPaper(page, { format: undefined, preferCSSPageSize: true })).join("");
      for (const number of new Set(numbers)) expect(paper).toContain(bare(number));
    });
  }
}

test("is composed by the reader, and the link keeps it", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}${LINK}`);
  const block = (id) => page.getByTestId(`poster-block-${id}`);
  await explorer.posterTitle.fill("承德一图");
  await block("lead").getByRole("checkbox").uncheck();
  await block("targets").getByRole("textbox").fill("目标与完成");
  await block("targets").getByRole("textbox").press("Enter");
  await block("targets").getByRole("button", { name: /上移/ }).click();
  await expect(page).toHaveURL(/poster\.title=.*poster\.blocks=targets,key,.*poster\.name\.targets=/);
  await page.reload();
  await expect(explorer.posterPicture).toHaveAttribute("alt", /承德一图/);
  await expect(block("lead").getByRole("checkbox")).not.toBeChecked();
  await expect(page.getByTestId("poster-blocks").locator("li").first()).toHaveAttribute("data-testid", "poster-block-targets");
  await page.getByTestId("poster-automatic").click();
  await expect(page).not.toHaveURL(/poster\./);
});

test("says the same in words, which open their figures", async ({ site, explorer, axe }) => {
  await explorer.open(`${site.root}${LINK}&poster=a4`);
  await explorer.posterWords.locator("summary").click();
  await expect(explorer.posterWords).toContainText("新建、改扩建中小学");
  await expect(explorer.posterWords).toContainText("73.7%");
  expect(await axe()).toEqual([]);
  await explorer.posterWords.getByRole("button", { name: "73.7%" }).click();
  await expect(explorer.detailTitle).toBeVisible();
});
