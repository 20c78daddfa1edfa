// Guided tours: walked by keys and buttons, kept in the link, fetched only when opened.
import { expect, test } from "./fixtures.js";

test("a tour is walked by keyboard", async ({ site, page, explorer, record, axe }) => {
  await explorer.open(site.root);
  expect(record.requests.some((address) => address.includes("stories.csv"))).toBe(false);
  await explorer.storyOpen.focus();
  await page.keyboard.press("Enter");
  await expect(explorer.storyText).toContainText("第1步，共6步");
  await expect(page).toHaveURL(/story=dezhou2021\.1/);
  await page.keyboard.press("ArrowRight");
  await expect(explorer.storyText).toContainText("第2步，共6步：");
  await expect(explorer.storyText).toContainText("11所");
  await expect(page).toHaveURL(/view=chart.*story=dezhou2021\.2/);
  // The figure is marked in the chart.
  await expect(page.locator(".mark-current")).toHaveCount(1);
  expect(await axe()).toEqual([]);
  await page.keyboard.press("ArrowLeft");
  await expect(explorer.storyText).toContainText("第1步");
  await page.keyboard.press("ArrowLeft");
  await expect(explorer.storyText).toContainText("第1步");
  await page.keyboard.press("Escape");
  await expect(explorer.story).toHaveCount(0);
  await expect(page).not.toHaveURL(/story=/);
});

test("a link leads to a step, and the step to its figure", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&story=chengde2024.2&lang=en`);
  await expect(explorer.storyText).toContainText("Step 2 of 8");
  await expect(explorer.views.ledger).toBeVisible();
  await expect(explorer.storyText).toContainText("12 of them were finished");
  await page.getByTestId("story-figure").click();
  await expect(explorer.detailTitle).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByTestId("story-choose").selectOption("weihai2022");
  await expect(explorer.storyText).toContainText("Step 1 of 7");
  await page.getByTestId("story-leave").click();
  await expect(explorer.story).toHaveCount(0);
});
