// The overview. In five seconds a reader learns of each place one thing about life there, with its figure and a picture.
import { expect, test } from "./fixtures.js";

const PLACES = ["德州经开区", "聊城开发区", "杜集区", "威海经开区", "承德市"];
const PHONE = { width: 390, height: 844 };

test("tells of each place one finding, with its time, a large figure and its release", async ({ site, explorer, axe }) => {
  await explorer.open(site.root);
  await expect(explorer.findings).toHaveCount(PLACES.length);
  const heads = await explorer.findings.locator("strong").allTextContents();
  expect(heads.toSorted()).toEqual(PLACES.toSorted());
  for (const finding of await explorer.findings.all()) {
    await expect(finding.locator("h3")).toHaveText(/\d/);
    await expect(finding.locator(".finding-head span")).toHaveText(/\d{4}年/);
    await expect(finding.locator(".finding-source")).not.toBeEmpty();
  }
  // Of every hundred children in kindergarten, 89 are in one that is open to all.
  await expect(explorer.findings.filter({ hasText: "德州经开区" })).toContainText(/每100\u2060?名在园幼儿/);
  expect(await axe()).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test("the first figure stands high, and its picture is whole on the first screen", async ({ site, explorer }) => {
    await explorer.open(site.root);
    const figure = await explorer.findingFigures.first().boundingBox();
    expect(figure.y).toBeLessThan(260);
    const picture = await explorer.findings.first().locator(".chart > svg").boundingBox();
    expect(picture.y + picture.height).toBeLessThan(PHONE.height);
    expect(await explorer.overflow()).toBe(0);
  });

  // Five seconds, all places: one thing about life there. One place: how far what it promised for its schools has come.
  test("the message of all places and of one is read at once", async ({ site, explorer }) => {
    for (const [address, message, figure] of [
      [site.root, /全年要建的15个学校项目全部开工，12个已竣工|每100名在园幼儿，89名上普惠性幼儿园/, /\d/],
      [`${site.root}#v=1&f.place=chengde`, /全年要建的15个学校项目全部开工，12个已竣工/, /12/],
    ]) {
      await explorer.open(address);
      const first = explorer.findings.first();
      expect((await first.locator("h3").textContent()).replaceAll("\u2060", "")).toMatch(message);
      const lead = first.getByTestId("finding-figure");
      await expect(lead).toHaveText(figure);
      await expect(lead).toBeInViewport();
      expect((await lead.boundingBox()).y).toBeLessThan(260);
    }
  });
});

test("a large figure is half again its sentence and opens what is printed", async ({ site, explorer }) => {
  await explorer.open(site.root);
  const figure = explorer.findingFigures.first();
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const [own, sentence] = [await figure.evaluate(size), await explorer.findings.first().locator("h3").evaluate(size)];
  expect(own / sentence).toBeCloseTo(1.5, 1);
  await figure.click();
  await expect(explorer.detailTitle).toBeFocused();
  await explorer.closeDetail.click();
  await expect(figure).toBeFocused();
});

test("sums of one year stand apart from those of several, and the choice is in the link", async ({ site, page, explorer }) => {
  await explorer.open(site.root);
  const bars = explorer.money.locator(".chart");
  await expect(bars).toContainText("2019年");
  await expect(bars).not.toContainText("累计");
  await page.getByTestId("money-total").click();
  await expect(bars).toContainText("累计");
  await expect(page).toHaveURL(/money=total/);
  await page.reload();
  await expect(page.getByTestId("money-total")).toHaveAttribute("aria-pressed", "true");
});

test("one place is its page: name, release, findings, promises, what is not told", async ({ site, page, explorer, axe }) => {
  await explorer.open(`${site.root}#v=1&f.place=chengde`);
  await expect(explorer.placeHead).toHaveText("承德市");
  await expect(explorer.placeSource).toContainText("2024年10月31日");
  await expect(explorer.findings).toHaveCount(5);
  await expect(explorer.promised.locator("li").first()).toContainText("目标");
  expect(await axe()).toEqual([]);
  await explorer.placeSource.getByRole("link").click();
  await expect(explorer.story).toBeVisible();
  await expect(page).toHaveURL(/story=chengde2024/);
});

test("how much there is stands at the foot", async ({ site, explorer }) => {
  await explorer.open(site.root);
  const [last, sentence] = [await explorer.findings.last().boundingBox(), await explorer.sentence.boundingBox()];
  expect(sentence.y).toBeGreaterThan(last.y + last.height);
  await expect(explorer.sentence).toContainText("336");
});
