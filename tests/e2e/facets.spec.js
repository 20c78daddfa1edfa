// Filters: what they count, how they are lifted, what they say when nothing is left.
import { expect, test } from "./fixtures.js";

test("a facet does not filter itself, but filters the others", async ({ site, explorer }) => {
  await explorer.open(site.root);
  const domains = await explorer.counts("domain");
  const places = await explorer.counts("place");
  await explorer.value("domain", "教育").click();
  await expect(explorer.matching).toHaveText(new RegExp(`^共${domains.教育}\u2060?项数据$`));
  expect(await explorer.counts("domain")).toEqual(domains);
  expect(await explorer.counts("place")).not.toEqual(places);
  await explorer.value("domain", "养老").click();
  await expect(explorer.matching).toHaveText(new RegExp(`^共${domains.教育 + domains.养老}\u2060?项数据$`));
  expect(await explorer.counts("domain")).toEqual(domains);
});

test("a place counts what lies in it", async ({ site, explorer }) => {
  await explorer.open(site.root);
  const { 德州经开区: zone, 宋官屯: town } = await explorer.counts("place");
  await explorer.value("place", "德州经开区").click();
  await expect(explorer.matching).toHaveText(new RegExp(`^共${zone}\u2060?项数据$`));
  await explorer.clearFacet("place").click();
  await explorer.value("place", "宋官屯").click();
  await expect(explorer.matching).toHaveText(new RegExp(`^共${town}\u2060?项数据$`));
  expect(town).toBeLessThan(zone);
});

test("conditions are lifted one by one, by facet, or all at once", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&f.domain=education,health&f.place=chengde&q=学`);
  await expect(explorer.chips).toHaveText(["教育", "医疗卫生", "承德市", "“学”"]);
  await explorer.chips.filter({ hasText: "医疗卫生" }).click();
  await expect(explorer.chips).toHaveText(["教育", "承德市", "“学”"]);
  await expect(explorer.value("domain", "医疗卫生")).not.toBeChecked();
  await explorer.clearFacet("place").click();
  await expect(explorer.chips).toHaveText(["教育", "“学”"]);
  await explorer.clearAll.click();
  await expect(explorer.chips).toHaveCount(0);
  await expect(explorer.page).not.toHaveURL(/f\.|q=/);
});

test("an empty selection says what is not reported, and leads to what is", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=chart&f.domain=safety&f.place=chengde`);
  await expect(explorer.matching).toHaveText(/^共0\u2060?项数据$/);
  await expect(explorer.emptySays).toHaveText(/^承德市没有公共安全的数据；另有80项，以.+居多。$/);
  await expect(explorer.lifts.first()).toHaveText(/^.+的公共安全（\d+项）$/);
  await expect(explorer.views.chart).toHaveCount(0);
  const lift = explorer.lifts.filter({ hasText: "承德市的全部" });
  const promised = Number((await lift.textContent()).match(/\d+/)[0]);
  await lift.click();
  await expect(explorer.views.chart).toBeVisible();
  await expect(explorer.chips).toHaveText("承德市");
  expect(await explorer.count()).toBe(promised);
});

test("the number is announced as it changes", async ({ site, page, explorer }) => {
  await explorer.open(site.root);
  const told = page.getByRole("status").filter({ hasText: /^共\d+\u2060?项数据$/ });
  await expect(told).toHaveText(new RegExp(`^共${await explorer.count()}\u2060?项数据$`));
  // An announcement is a change within an element that stays.
  const region = await told.elementHandle();
  await explorer.value("domain", "住房").click();
  await expect(explorer.chips).toHaveText("住房");
  expect(await region.textContent()).toMatch(new RegExp(`^共${(await explorer.counts("domain")).住房}\u2060?项数据$`));
});
