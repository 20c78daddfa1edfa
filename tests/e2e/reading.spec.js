// How a reader's own table was read: told under its picture, undone by a press, kept in its link, taken over for the next of its shape.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.js";
import { drop, dropText } from "./tables.js";

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

/** Drops several files at once. */
async function dropFiles(page, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of files) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await drop(page, transfer);
}

async function start(page, site) {
  await page.goto(site.root);
  await expect(page.getByTestId("matching")).toContainText("338");
}

test("what is not sure is asked with what the cells become, kept in the link, and asked no more", async ({ page, site, record }) => {
  await open(page, site, "ask.csv", "place,n\n甲市,\"1,234\"\n乙市,\"5,678\"\n");
  const question = page.getByTestId("ask-decimal");
  await expect(question).toContainText("1,234 读作 1234");
  await expect(question).toContainText("1,234 读作 1.234");
  await expect(question.getByRole("button", { name: /点号是小数点/ })).toContainText("现在按这个读");
  // By the keyboard alone.
  await question.getByRole("button", { name: /逗号是小数点/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[&#]read=comma\.n/);
  await expect(page.getByTestId("ask-decimal")).toHaveCount(0);
  await expect(page.getByTestId("reading")).toContainText("n：逗号是小数点");
  await dropText(page, "next.csv", "place,n\n丙市,\"9,876\"\n丁市,\"8,765\"\n");
  await expect(page.getByTestId("shown-table")).toContainText("next.csv");
  await expect(page.getByTestId("reading-changes")).toContainText("逗号是小数点");
  await expect(page.getByTestId("ask-decimal")).toHaveCount(0);
  await page.getByTestId("reading-changes").getByRole("button", { name: /^撤销/ }).click();
  await expect(page.getByTestId("ask-decimal")).toBeVisible();
  expect(record.errors).toEqual([]);
});

test("the panel tells each decision beside the first lines, and changes the header and the unit", async ({ page, site, record }) => {
  await open(page, site, "panel.csv", "某表\n地区,产值,年份\n甲市,5,2020\n乙市,6,2021\n");
  const panel = page.getByTestId("reading-panel");
  await expect(page.getByTestId("reading-list")).toHaveCount(0);
  await panel.locator("summary").first().click();
  await expect(page.getByTestId("reading-list")).toContainText("列名在第2行");
  await expect(page.getByTestId("reading-list")).toContainText("单元格的写法只合这一种");
  await expect(page.getByTestId("first-lines")).toContainText("某表");
  await expect(page.getByTestId("rows-read")).toContainText("甲市");
  await page.getByTestId("unit-产值").fill("亿元");
  await page.getByTestId("unit-产值").press("Enter");
  await expect(page.getByTestId("reading-list")).toContainText("产值的单位：亿元");
  await expect(page).toHaveURL(/[&#]read=in\./);
  // The panel stays unfolded while the table is changed.
  await page.getByTestId("header-from").selectOption({ label: "第3行" });
  await expect(page.getByTestId("shown-table")).toContainText("共1行");
  await expect(page.getByTestId("reading-list")).toContainText("列名在第3行");
  await page.getByTestId("reading-changes").getByRole("button", { name: "撤销：列名的位置" }).click();
  await expect(page.getByTestId("shown-table")).toContainText("共2行");
  await expect(page.getByTestId("reading-list")).toContainText("产值的单位：亿元");
  expect(record.errors).toEqual([]);
});

test("files of other columns are joined by a press and kept apart by another", async ({ page, site, record }) => {
  await start(page, site);
  const figures = "地区,年份,产值\n甲市,2019,10\n甲市,2020,11\n乙市,2019,7\n丙市,2020,3\n";
  const people = "地区,年份,人口\n甲市,2019,300\n甲市,2020,310\n乙市,2019,200\n丁市,2019,1\n";
  await dropFiles(page, [["产值.csv", figures], ["人口.csv", people.trimEnd()]]);
  const join = page.getByTestId("join");
  await expect(join).toContainText("3/4行对得上");
  await join.locator("summary").click();
  await expect(join).toContainText("只在这张表里：丙市");
  await join.getByRole("button", { name: "按地区和年份并进来" }).click();
  await expect(join).toContainText("已按地区和年份并入“人口.csv”");
  await expect(page.getByTestId("shown-table")).toContainText("共4行");
  // Only the rows that both have, and back.
  await join.getByRole("button", { name: "只留两边都有的3行" }).click();
  await expect(join).toContainText("这张表里另外1行没有列出");
  await expect(page.getByTestId("shown-table")).toContainText("共3行");
  await join.getByRole("button", { name: "4行都留着" }).click();
  await expect(page.getByTestId("shown-table")).toContainText("共4行");
  await join.getByRole("button", { name: "不并，分开看" }).click();
  await expect(join).toContainText("可以并进来");
  expect(record.errors).toEqual([]);
});

test("a use that is changed of several files holds", async ({ page, site, record }) => {
  await start(page, site);
  await dropFiles(page, [["2019.csv", "place,n\nx,1\ny,2\n"], ["2020.csv", "place,n\nx,3\ny,4\n"]]);
  await expect(page.getByTestId("shown-table")).toContainText("共4行");
  await page.getByTestId("reading-panel").locator("summary").first().click();
  await page.getByTestId("kind-n").selectOption("category");
  await expect(page.getByTestId("reading-changes")).toContainText("n：分类");
  await expect(page.getByTestId("reading-list")).toContainText("n：分类");
  expect(record.errors).toEqual([]);
});

test("broken files one after the other are each told, and the next table opens", async ({ page, site }) => {
  await start(page, site);
  for (const [name, text] of [["empty.csv", ""], ["cut.xlsx", "PK\u0003\u0004"], ["text.pdf", "%PDF-1.7"], ["half.json", '{"a": ']]) {
    await dropText(page, name, text);
    await expect(page.getByTestId("open-failed")).toContainText(`没有打开“${name}”`);
    await expect(page.getByTestId("open-failed")).not.toContainText(/NoTable|Rust|undefined|borrow/);
  }
  await dropText(page, "good.csv", "place,n\nx,1\ny,2\n");
  await expect(page.getByTestId("shown-table")).toContainText("“good.csv”，共2行");
  await expect(page.getByTestId("open-failed")).toHaveCount(0);
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

test("areas in two spellings are joined, and the choice of a table holds for all files", async ({ page, site, record }) => {
  await start(page, site);
  await dropFiles(page, [["gdp.csv", "地区,产值\n山东省,5\n河南省,6\n河北省,7\n"], ["people.csv", "省份,人口\n山东,1\n河南,2\n浙江,3\n"]]);
  const join = page.getByTestId("join");
  await expect(join).toContainText("2/3行对得上");
  await join.getByText("写法不同、当作同一个的2个").click();
  await expect(join).toContainText("山东省 = 山东");
  const year = (n) => `地区,人口\n甲市,${n}\n乙市,2\n\n表2 产值\n地区,行业,产值\n甲市,农业,${n}\n甲市,工业,8\n乙市,农业,9\n`;
  await dropFiles(page, [["2019.csv", year(5)], ["2020.csv", year(6)]]);
  await expect(page.getByTestId("shown-table")).toContainText("共4行");
  await page.getByTestId("other-table").filter({ hasText: "表2 产值" }).click();
  await expect(page.getByTestId("shown-table")).toContainText("共6行");
  await expect(page.getByTestId("source-note")).toContainText("2019.csv +1 (2): 表2 产值");
  expect(record.errors).toEqual([]);
});
