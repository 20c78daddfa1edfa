// The page as readers have it who changed their system or browser: prescribed colours, wider text, a window at 400 %, less motion;
// and what the keyboard reaches.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";
import { dropText } from "./tables.js";

test.slow();

for (const [theme, colorScheme] of [["dark", "light"], ["light", "dark"]]) {
  test(`prescribed colours are taken by every picture, ${theme} chosen, ${colorScheme} prescribed`, async ({ site, page, explorer }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await explorer.open(`${site.root}#v=1&theme=${theme}`);
    for (const view of VIEWS) {
      await explorer.viewLink(view).click();
      await expect(explorer.views[view]).toBeVisible();
      const { faint, texts } = await page.evaluate(faintInPictures);
      expect(faint, view).toEqual([]);
      // The filters' histogram at least is a picture with words.
      expect(texts, view).toBeGreaterThan(3);
      // What is chosen is told by more than a shade.
      const [chosen, other] = [explorer.currentView, explorer.nav.locator("a:not([aria-current])").first()];
      expect(await ground(chosen), view).not.toBe(await ground(other));
    }
  });
}

test("prescribed colours are taken by a map and by pictures of a reader's own table", async ({ site, page, explorer }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "light" });
  await explorer.open(`${site.root}#v=1&theme=dark`, { unfold: false });
  const rows = ["北京", "河北", "上海", "江苏", "浙江", "广东"].flatMap((name, at) => [2020, 2021].map((year) => `${name},${year},${50 + at * 3}`));
  await dropText(page, "provinces.csv", `地区,年份,参保率（%）\n${rows.join("\n")}\n`);
  await expect(page.getByTestId("shown-table")).toContainText("provinces.csv");
  for (const view of ["overview", "timeline", "chart", "map"]) {
    await explorer.viewLink(view).click();
    await expect(explorer.views[view]).toBeVisible();
    await expect(explorer.views[view].locator(".chart text").first()).toBeVisible();
    const { faint, texts } = await page.evaluate(faintInPictures);
    expect(faint, view).toEqual([]);
    expect(texts, view).toBeGreaterThan(3);
  }
});

const ground = (locator) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);

/** Runs in the page: words and marks of pictures that do not stand out from the ground. */
function faintInPictures() {
  // What is mixed is told in parts of one.
  const channels = (colour) => colour.match(/[\d.]+/g)?.slice(0, 3).map((part) => Number(part) * (colour.startsWith("color(") ? 255 : 1));
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const contrast = (colour) => {
    const [a, b] = [light(colour), paper].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const shows = (colour, least) => /^(rgb|color\(srgb)/.test(colour) && contrast(colour) >= least;
  const faint = [];
  const texts = [...document.querySelectorAll(".chart text")].filter((text) => !text.classList.contains("fill-paper"));
  for (const text of texts) {
    const { fill } = getComputedStyle(text);
    if (!shows(fill, 4.5)) faint.push(`${text.textContent}: ${fill}`);
  }
  for (const shape of document.querySelectorAll(".chart .mark > :not(text)")) {
    const { fill, stroke, fillOpacity } = getComputedStyle(shape);
    const isFilled = fillOpacity !== "0" && (fill.startsWith("url(") || shows(fill, 3));
    if (!isFilled && !shows(stroke, 3)) faint.push(`${shape.parentElement.getAttribute("aria-label")}: ${fill}, ${stroke}`);
  }
  return { faint, texts: texts.length };
}

// WCAG 1.4.12.
const WIDER = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

for (const lang of ["zh", "en"]) {
  test(`wider text and a window at 400 % lose nothing, ${lang}`, async ({ site, page, explorer }) => {
    // 1280 × 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    await explorer.open(`${site.root}#v=1&lang=${lang}`);
    for (const view of VIEWS) {
      await explorer.viewLink(view).click();
      await expect(explorer.views[view]).toBeVisible();
      expect(await explorer.overflow(), view).toBe(0);
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, WIDER);
      expect(await explorer.overflow(), `${view}, wider`).toBe(0);
      expect(await page.evaluate(cutOff), `${view}, wider`).toEqual([]);
      await page.evaluate(() => (document.adoptedStyleSheets = []));
    }
  });
}

/** Runs in the page: what is cut off without a way to it. A card of the table opens its row whole. */
function cutOff() {
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const clips = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
    const isApart = element.closest("svg, .visually-hidden, .card-button, .skip, [hidden]") || getComputedStyle(element).clipPath !== "none";
    if (!clips || isApart || !element.checkVisibility()) continue;
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1) found.push(element.outerHTML.slice(0, 120));
  }
  return found;
}

for (const [width, height] of [[1280, 800], [390, 844], [320, 256]]) {
  test(`what has the focus is never hidden, ${width} × ${height}`, async ({ site, page, explorer }) => {
    await page.setViewportSize({ width, height });
    await explorer.open(`${site.root}#v=1`);
    for (const view of VIEWS) {
      await explorer.viewLink(view).click();
      await expect(explorer.views[view]).toBeVisible();
      await explorer.content.focus();
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        expect(await page.evaluate(hiddenFocus), view).toBe("");
      }
    }
  });
}

/** Runs in the page: what has the focus, where nothing of it is to be seen. */
function hiddenFocus() {
  const element = document.activeElement;
  const { x, y, width, height } = element.getBoundingClientRect();
  const parts = [0.1, 0.5, 0.9].flatMap((across) => [0.15, 0.5, 0.85].map((down) => [x + width * across, y + height * down]));
  const isSeen = ([left, top]) => {
    const there = document.elementFromPoint(left, top);
    const own = element.closest("label, .handles, svg") ?? element;
    return there && (own.contains(there) || there.contains(own) || there.closest("label")?.contains(element));
  };
  return parts.some(isSeen) ? "" : `${element.outerHTML.slice(0, 120)} is hidden`;
}

test("every view's pictures are walked mark by mark, and a mark opens its figure", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&f.place=chengde`);
  for (const view of ["overview", "ledger", "timeline", "chart", "compare"]) {
    await explorer.viewLink(view).click();
    const marks = page.locator("#view .chart").filter({ has: page.locator(".mark") }).first().locator(".mark");
    await expect(marks.first(), view).toBeVisible();
    await marks.first().focus();
    for (const [key, at] of [["End", -1], ["Home", 0], ["ArrowRight", 1], ["ArrowLeft", 0]]) {
      await page.keyboard.press(key);
      await expect((await marks.count()) > 1 ? marks.nth(at) : marks.first(), `${view}, ${key}`).toBeFocused();
    }
    // Name, value, place and period.
    await expect(marks.first(), view).toHaveAccessibleName(/^.+：.*\d.*[市区].*20\d\d年/);
    await page.keyboard.press("Enter");
    await expect(explorer.detailTitle, view).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(marks.first(), view).toBeFocused();
  }
});

test("no letter alone does anything, and what is played can be stopped", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=timeline`);
  await explorer.content.focus();
  const before = page.url();
  for (const key of "abcdefghijklmnopqrstuvwxyz0123456789+-/?.") await page.keyboard.press(key);
  expect(page.url()).toBe(before);
  await expect(explorer.focused).toHaveAttribute("id", "content");
  await explorer.play.click();
  await expect(explorer.playheadDate).not.toContainText("全部");
  await explorer.play.click();
  const date = await explorer.playheadDate.textContent();
  await page.waitForTimeout(600);
  await expect(explorer.playheadDate).toHaveText(date);
});

test("where less motion is asked for, nothing moves by itself", async ({ site, page, explorer }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await explorer.open(`${site.root}#v=1`);
  for (const view of VIEWS) {
    await explorer.viewLink(view).click();
    await expect(explorer.views[view]).toBeVisible();
    const moving = await page.evaluate(() =>
      document.getAnimations().filter(({ effect }) => effect.getComputedTiming().duration > 0).map(({ effect }) => effect.target.outerHTML.slice(0, 80)),
    );
    expect(moving, view).toEqual([]);
  }
});

test("what is said beside a mark stays while the pointer is on it, and goes by Escape wherever the focus is", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=chart&f.domain=education`);
  const marks = explorer.chartMarks;
  await expect(marks.nth(1)).toBeVisible();
  const top = async (mark) => {
    const { x, y, width } = await mark.boundingBox();
    return [x + width / 2, y + 2];
  };
  await page.mouse.move(...(await top(marks.nth(1))));
  await expect(explorer.tip).toBeVisible();
  const said = await explorer.tip.textContent();
  await page.waitForTimeout(500);
  // Step by step, over whatever lies between.
  const { x, y, width, height } = await explorer.tip.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 15 });
  await page.waitForTimeout(500);
  await expect(explorer.tip).toHaveText(said);
  await page.mouse.move(x + width - 4, y + 4, { steps: 5 });
  await expect(explorer.tip).toHaveText(said);
  await page.mouse.move(2, 2, { steps: 5 });
  await expect(explorer.tip).toHaveCount(0);

  // By Escape, with the focus elsewhere and the pointer where it was.
  await explorer.content.focus();
  const [left, up] = await top(marks.nth(1));
  await page.mouse.move(left, up);
  await expect(explorer.tip).toHaveText(said);
  await page.keyboard.press("Escape");
  await expect(explorer.tip).toHaveCount(0);
  await page.mouse.move(left + 1, up);
  await expect(explorer.tip).toHaveCount(0);
  await page.mouse.move(2, 2, { steps: 5 });
  await page.mouse.move(left, up);
  await expect(explorer.tip).toHaveText(said);
  await page.mouse.move(2, 2, { steps: 5 });

  // The same of the mark that has the focus, which keeps it.
  await marks.first().focus();
  await expect(explorer.tip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explorer.tip).toHaveCount(0);
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(explorer.tip).toHaveText(said);
});

test("what was passed by quickly does not hold the pointer", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&view=chart&f.domain=education`);
  await expect(explorer.chartMarks.nth(2)).toBeVisible();
  // Upwards, through what is said of each mark.
  const told = new Set();
  // Measured first: what stands for a while would hold it.
  const places = [];
  for (const at of [2, 1, 0]) places.push(await explorer.chartMarks.nth(at).boundingBox());
  for (const { x, y, width, height } of places) {
    await page.mouse.move(x + width / 2 + 12, y + height / 2);
    await page.mouse.move(x + width / 2 + 13, y + height / 2);
    told.add(await explorer.tip.textContent());
  }
  expect(told.size).toBe(3);
});

for (const lang of ["zh", "en"]) {
  for (const width of [1440, 390]) {
    test(`wider text takes nothing away from the table, ${lang}, ${width} px`, async ({ site, page, explorer }) => {
      await page.setViewportSize({ width, height: 900 });
      await explorer.open(`${site.root}#v=1&view=table&lang=${lang}`, { unfold: false });
      await explorer.gridRows.first().waitFor();
      const before = await page.evaluate(saidInRows);
      expect(before.length).toBeGreaterThan(4);
      const row = (await explorer.gridRows.first().boundingBox()).height;
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, WIDER);
      await expect.poll(async () => (await explorer.gridRows.first().boundingBox()).height).toBeGreaterThan(row + 8);
      const after = await page.evaluate(saidInRows);
      for (const [at, then] of before.slice(0, 4).entries()) {
        const now = after[at];
        expect(now.row).toBe(then.row);
        for (const text of then.whole) expect(now.whole.join(" "), `row ${then.row}`).toContain(text);
        // What was cut is cut no sooner: the rest of it stands in the row that is opened, as before.
        expect(now.cut.length, `row ${then.row}: ${now.cut}`).toBeLessThanOrEqual(then.cut.length);
        expect(now.isWithin, `row ${then.row}`).toBe(true);
      }
      expect(await explorer.overflow()).toBe(0);
      await page.evaluate(() => (document.adoptedStyleSheets = []));
      await expect.poll(async () => (await explorer.gridRows.first().boundingBox()).height).toBeCloseTo(row, 0);
    });
  }
}

/** Runs in the page: what the rows of the table say, whole or cut off, and whether all of it is within its row. */
function saidInRows() {
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const rows = [...document.querySelectorAll('[data-testid="row"]')];
  return rows.map((row) => {
    const parts = [...row.querySelectorAll(".cell-text, .card-name, .card-beside, .figure")].filter((part) => text(part));
    const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    const { top, bottom } = row.getBoundingClientRect();
    const isWithin = parts.every((part) => {
      const area = part.getBoundingClientRect();
      return area.top >= top - 1 && area.bottom <= bottom + 1;
    });
    return { row: row.getAttribute("aria-rowindex"), whole: parts.filter((part) => !isCut(part)).map(text), cut: parts.filter(isCut).map(text), isWithin };
  });
}
