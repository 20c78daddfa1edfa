// The chart view in five seconds: a real indicator, chosen in a sentence, with who has how much of when.
import { expect, test } from "./fixtures.js";

test("opens on an indicator of several places, not on how many figures there are", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(`${site.root}#v=1&view=chart`);
  await expect(explorer.chartTitle).toContainText("新建、改扩建中小学");
  await expect(page.getByTestId("chart-sentence")).toBeVisible();
  await explorer.showInChart("各地公布的数据条数");
  await expect(explorer.chartTitle).toContainText("各地公布的数据条数");
  await expect(page).toHaveURL(/measure=count/);
});
