// One figure: what it is, how it is printed, in which release, and how to check it.
import { expect, test } from "./fixtures.js";

const FIGURE = "#v=1&sel=dezhou2021-school-building-investment";

test.beforeEach(({ site, explorer }) => explorer.open(`${site.root}${FIGURE}`));

// What a reader takes away in five seconds.
test("says where and when, the figure, what it is, how it is printed, and by whom", async ({ explorer }) => {
  await expect(explorer.detail.locator(".detail-where")).toHaveText(/德州经开区\s*截至2021年/);
  await expect(explorer.detailFigure).toHaveText("近17亿元");
  await expect(explorer.detailName).toHaveText("学校、幼儿园建设投资（中小学）");
  await expect(explorer.detailPrinted).toHaveText("近17亿元");
  await expect(explorer.detailSource).toContainText("奔向群众满意的民生路");
  await expect(explorer.check).toHaveJSProperty("open", false);
});

test("shows the words around the figure from a text that the reader pastes, and says where it is not found", async ({ page, explorer, axe }) => {
  await explorer.check.getByText("怎样核对").click();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await explorer.releaseText.fill("前面的话。甲乙丙投入近１７ 亿元，丁戊己。后面的话。");
  await expect(explorer.passage).toContainText("甲乙丙投入近１７ 亿元，丁戊己");
  await expect(explorer.passage.locator("mark")).toHaveText("近１７ 亿元");
  await expect(explorer.textFound).toContainText("已在文本中找到");
  expect(await axe()).toEqual([]);
  await explorer.releaseText.fill("完全是另一篇文字");
  await expect(explorer.passage).toHaveCount(0);
  await expect(explorer.textFound).toContainText("没有“近17亿元”");
  expect(asked).toEqual([]);
});

test("opens a text file, also one in GB 18030", async ({ page, explorer }) => {
  await explorer.check.getByText("怎样核对").click();
  // "近17亿元。" as a Chinese office writes it.
  const buffer = Buffer.from([0xbd, 0xfc, 0x31, 0x37, 0xd2, 0xda, 0xd4, 0xaa, 0xa1, 0xa3]);
  await page.getByTestId("release-file").setInputFiles({ name: "release.txt", mimeType: "text/plain", buffer });
  await expect(explorer.passage.locator("mark")).toHaveText("近17亿元");
});

test("leads to the chart of its indicator", async ({ explorer }) => {
  await explorer.seeChart.click();
  await expect(explorer.views.chart).toBeVisible();
  await expect(explorer.detail).toHaveCount(0);
});
