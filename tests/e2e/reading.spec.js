// How a reader's own table was read: told above it, undone by a press, kept in its link, taken over for the next of its shape.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.js";
import { dropText } from "./tables.js";

const fixture = (name) => readFileSync(new URL(`../fixtures/cases/${name}`, import.meta.url), "utf8");

async function open(page, site, name, text = fixture(name)) {
  await page.goto(site.root);
  await expect(page.getByTestId("matching")).toContainText("338");
  await dropText(page, name, text);
  await expect(page.getByTestId("shown-table")).toContainText(name);
}

test("years across the columns become rows, and a press undoes it", async ({ page, site, record }) => {
  await open(page, site, "wide-years.csv");
  const shown = page.getByTestId("shown-table");
  await expect(shown).toContainText("共32行");
  const reading = page.getByTestId("reading");
  await expect(reading).toContainText("8列是时间（2017年至2024年）");
  await reading.getByRole("button", { name: "撤销，留作列" }).click();
  await expect(shown).toContainText("共4行");
  await expect(page).toHaveURL(/[&#]read=long/);
  await page.getByTestId("reading").getByRole("button", { name: "转成行" }).click();
  await expect(shown).toContainText("共32行");
  await expect(page).not.toHaveURL(/[&#]read=/);
  expect(record.errors).toEqual([]);
});

test("the next file of the same shape is read as the last was wanted", async ({ page, site, record }) => {
  await open(page, site, "wide-years.csv");
  await page.getByTestId("reading").getByRole("button", { name: "撤销，留作列" }).click();
  await expect(page.getByTestId("shown-table")).toContainText("共4行");
  await dropText(page, "next.csv", fixture("wide-years.csv").split("\n").slice(0, 4).join("\n"));
  await expect(page.getByTestId("shown-table")).toContainText("“next.csv”，共3行");
  await expect(page.getByTestId("reading")).toContainText("按您改过的读法读的");
  expect(record.errors).toEqual([]);
});

test("notes below are told and are no rows; they can be rows", async ({ page, site, record }) => {
  await open(page, site, "foot-notes.csv");
  const shown = page.getByTestId("shown-table");
  await expect(shown).toContainText("共6行");
  await expect(page.getByTestId("reading")).toContainText("单位：亿元");
  await page.getByTestId("reading-notes").locator("summary").click();
  await expect(page.getByTestId("reading-notes")).toContainText("数据来源：示例统计局");
  await page.getByTestId("reading").getByRole("button", { name: "把说明也读成行" }).click();
  await expect(shown).toContainText("共8行");
  expect(record.errors).toEqual([]);
});

test("months beside years become rows, and so do records side by side; a press undoes it", async ({ page, site, record }) => {
  const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
  const row = (year) => [year, ...months.map((_, at) => at + 1)].join(",");
  await open(page, site, "months.csv", `${["年份", ...months].join(",")}\n${row(2019)}\n${row(2020)}\n`);
  const shown = page.getByTestId("shown-table");
  await expect(shown).toContainText("共24行");
  await expect(page.getByTestId("reading")).toContainText("12列是时间（1月至12月）");
  await page.getByTestId("reading").getByRole("button", { name: "撤销，留作列" }).click();
  await expect(shown).toContainText("共2行");
  await dropText(page, "records.csv", "年份,2018,2019,2020,2021\n人口(万人),12,13,14,15\n产值(亿元),100,200,300,400\n");
  await expect(shown).toContainText("共4行");
  await expect(page.getByTestId("reading")).toContainText("已转成一行一条");
  await page.getByTestId("reading").getByRole("button", { name: "撤销，按原样读" }).click();
  await expect(shown).toContainText("共2行");
  expect(record.errors).toEqual([]);
});
