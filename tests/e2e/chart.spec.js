// The chart view in five seconds: a real indicator, chosen in a sentence, with who has how much of when.
import { expect, test } from "./fixtures.js";

test("opens on an indicator of several places, not on how many figures there are", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(`${site.root}#v=1&view=chart`);
  // Who has how many, how far they have come, and when: read in five seconds.
  await expect(explorer.chartTitle).toHaveText(/^新建、改扩建幼儿园：德州经开区11\u2060?所、.+进行中；聊城开发区10\u2060?所列入计划（2019\u2060?—\u2060?2022\u2060?年）$/);
  expect((await explorer.chartTitle.boundingBox()).y).toBeLessThan(260);
  await expect(page.getByTestId("chart-sentence")).toBeVisible();
  const picture = await explorer.views.chart.locator("svg[role=group]").boundingBox();
  expect(picture.y + picture.height).toBeLessThan(844);
  await explorer.showInChart("各地公布的数据条数");
  await expect(explorer.chartTitle).toContainText("各地公布的数据条数");
  await expect(page).toHaveURL(/measure=count/);
});

test("sums over several years stand on an axis of their own, and the picture says so", async ({ site, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=chart&measure=figure&kind=money`);
  const words = explorer.views.chart.locator("svg text");
  await expect(words.filter({ hasText: "各组各有刻度" })).toHaveCount(1);
  await expect(words.filter({ hasText: "几年合计" })).toHaveCount(1);
  // The longest bar of a year is no sliver beside the 71亿元 of eight years.
  const bar = explorer.chartMarks.first();
  expect((await bar.boundingBox()).width).toBeGreaterThan(100);
});
