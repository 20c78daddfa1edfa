// What a new reader does on a phone, counted in taps from the bare address. A choice of a list is one tap to open it and one to choose.
import { expect, test } from "./fixtures.js";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Counts what is tapped. */
class Taps {
  count = 0;

  async on(locator) {
    this.count += 1;
    await locator.tap();
  }

  /** A native list is opened and an entry of it is chosen. */
  async choose(locator, value) {
    this.count += 2;
    await locator.selectOption(value);
  }
}

test("what was done for schools here: two taps", async ({ site, explorer }) => {
  const taps = new Taps();
  await explorer.open(site.root);
  await taps.choose(explorer.place, "chengde");
  await expect(explorer.placeHead).toHaveText("承德市");
  const schools = explorer.findings.filter({ hasText: "学校项目" });
  await expect(schools).toContainText("12个");
  await expect(schools.getByTestId("finding-figure")).toBeInViewport();
  expect(taps.count).toBeLessThanOrEqual(2);
});

test("is the sewage works on time: three taps", async ({ site, explorer }) => {
  const taps = new Taps();
  await explorer.open(site.root);
  await taps.choose(explorer.place, "dezhou_etdz");
  await taps.on(explorer.viewLink("ledger"));
  const sewage = explorer.promise("农村生活污水治理村庄52个村");
  await expect(sewage.getByTestId("said").first()).toContainText("21");
  await expect(sewage.getByTestId("said").first()).toBeInViewport();
  await expect(sewage.getByTestId("calendar")).toBeInViewport();
  expect(taps.count).toBeLessThanOrEqual(3);
});
