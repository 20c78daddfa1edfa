// Guided tours: a step is a headline over its picture, walked by keys and buttons, kept in the link, fetched only when opened.
import { expect, test } from "./fixtures.js";

const TOURS = { dezhou2021: 6, liaocheng2021: 6, duji2019: 7, weihai2022: 7, chengde2024: 8 };
const SIZES = { "a phone": [390, 844], "a tablet": [768, 1024], "a wide window": [1440, 900] };

/** Whether a box lies within the window, above what stays at its foot. */
const lies = (box, [width, height], foot) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height - foot;

test("in five seconds: how far the schools are, in one sentence with one figure, over its picture", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open(`${site.root}#v=1&story=chengde2024.2`);
  await expect(explorer.storyText).toHaveText("到9月底，已竣工12个。");
  await expect(explorer.storyText.locator("strong")).toHaveText("12个");
  expect((await explorer.storyText.locator("strong").boundingBox()).y).toBeLessThan(260);
  await expect(page.getByTestId("story-figure")).toContainText("2024年1—9月");
  await expect(explorer.storyMark).toBeVisible();
  await expect(explorer.storyStep).toHaveText("第2步，共8步");
});

for (const [name, size] of Object.entries(SIZES)) {
  test(`every step has its mark in sight on ${name}, and no controls of page and view`, async ({ site, page, explorer }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: size[0], height: size[1] });
    for (const [story, count] of Object.entries(TOURS)) {
      await explorer.open(`${site.root}#v=1&story=${story}.1`);
      for (let step = 1; step <= count; step += 1) {
        await expect(explorer.storyStep).toHaveText(`第${step}步，共${count}步`);
        await expect(explorer.storyMark).toBeVisible();
        const [foot, next] = [explorer.story.locator(".story-turning"), await explorer.storyNext.boundingBox()];
        await expect.poll(async () => lies(await explorer.storyMark.boundingBox(), size, (await foot.boundingBox()).height), `${story}.${step}`).toBe(true);
        const headline = await explorer.storyText.boundingBox();
        expect(lies(headline, size, 64), `${story}.${step}`).toBe(true);
        expect(next.height).toBeGreaterThanOrEqual(44);
        expect(next.y).toBeGreaterThan(size[1] - 100);
        expect((await explorer.storyText.locator("strong").count())).toBeLessThanOrEqual(1);
        expect(await explorer.overflow(), `${story}.${step}`).toBe(0);
        if (step < count) await explorer.storyNext.click();
      }
      for (const hidden of [explorer.nav, explorer.filters, explorer.search, explorer.place, explorer.share]) await expect(hidden.first()).toBeHidden();
      await expect(page.locator("#content").getByRole("combobox")).toHaveCount(0);
    }
  });
}

test("a tour is walked by keyboard, and leads back to what was there before it", async ({ site, page, explorer, record, axe }) => {
  await explorer.open(`${site.root}#v=1&view=table&f.place=duji`);
  expect(record.requests.some((address) => address.includes("stories.csv"))).toBe(false);
  await explorer.storyOpen.focus();
  await page.keyboard.press("Enter");
  await expect(explorer.storyStep).toHaveText("第1步，共6步");
  await expect(page).toHaveURL(/story=dezhou2021\.1/);
  await expect(explorer.story).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(explorer.storyStep).toHaveText("第2步，共6步");
  await expect(explorer.storyText).toContainText("11所");
  await expect(page).toHaveURL(/view=chart.*story=dezhou2021\.2/);
  // The figure is marked in the chart.
  await expect(explorer.storyMark).toBeVisible();
  expect(await axe()).toEqual([]);
  await page.keyboard.press("ArrowLeft");
  await expect(explorer.storyStep).toHaveText("第1步，共6步");
  await page.keyboard.press("ArrowLeft");
  await expect(explorer.storyStep).toHaveText("第1步，共6步");
  await page.keyboard.press("Escape");
  await expect(explorer.story).toHaveCount(0);
  await expect(page).not.toHaveURL(/story=/);
  await expect(explorer.views.table).toBeVisible();
  await expect(explorer.chips).toHaveText("杜集区");
  await expect(explorer.storyOpen).toBeFocused();
});

test("what has the focus is never hidden under what stays at the foot", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await explorer.open(`${site.root}#v=1&story=chengde2024.4`);
  await expect(explorer.storyMark).toBeVisible();
  for (let turn = 0; turn < 12; turn += 1) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => {
      const { activeElement: at } = document;
      const box = at.getBoundingClientRect();
      const foot = document.querySelector(".story-turning");
      return at === document.body || foot.contains(at) || (box.top >= 0 && box.bottom <= foot.getBoundingClientRect().top + 1);
    });
    expect(place, `after ${turn + 1} steps`).toBe(true);
  }
});

test("a link leads to a step, and the step to its figure and to other tours", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&story=chengde2024.2&lang=en`);
  await expect(explorer.storyStep).toHaveText("Step 2 of 8");
  await expect(explorer.storyPicture.getByRole("button", { name: /12 projects/ })).toBeVisible();
  await expect(explorer.storyText).toContainText("12 of them were finished");
  await page.getByTestId("story-figure").click();
  await expect(explorer.detailTitle).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explorer.detail).toHaveCount(0);
  await expect(explorer.story).toBeVisible();
  await expect(page.getByTestId("story-choose")).toHaveCount(0);
  for (let step = 3; step <= 8; step += 1) await explorer.storyNext.click();
  await page.getByTestId("story-choose").selectOption("weihai2022");
  await expect(explorer.storyStep).toHaveText("Step 1 of 7");
  await explorer.storyLeave.click();
  await expect(explorer.story).toHaveCount(0);
  await expect(page).toHaveURL(/f\.source=weihai2022/);
});
