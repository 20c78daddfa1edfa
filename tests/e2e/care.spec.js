// Care mode: a state that the link carries, large, plain, with few controls, read aloud where the browser can.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";

/** A voice that says what it was given and goes on when it is told to, in place of the browser's. */
function putVoice() {
  window.spoken = [];
  let now;
  const voice = {
    speak(text) {
      now = text;
      window.spoken.push([text.lang, text.text]);
    },
    cancel() {
      now = undefined;
    },
  };
  window.goOn = (type = "end") => now?.[`on${type}`]?.(new Event(type));
  window.isSpeaking = () => now !== undefined;
  Object.defineProperty(window, "speechSynthesis", { value: voice, configurable: true });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
}

const root = (page) => page.locator("html");

test("it is switched on in the header, kept through every view and in the link, and left again", async ({ site, page, explorer }) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("about:blank");
    await explorer.open(site.root);
    await page.getByTestId("care").click();
    await expect(page).toHaveURL(/care=1/);
    await expect(root(page)).toHaveAttribute("data-care", "1");
    for (const view of VIEWS) {
      await page.getByTestId("care-views").locator("summary").click();
      await page.getByTestId(`view-${view}`).click();
      await expect(explorer.views[view]).toBeVisible();
      await expect(page.getByTestId(`view-${view}`), "the list folds").toBeHidden();
      await expect(page).toHaveURL(/care=1/);
    }
    await page.getByTestId("care-leave").click();
    await expect(page).not.toHaveURL(/care/);
    await expect(explorer.viewLink("overview")).toBeVisible();
  }
});

test("a link leads to it in both languages, and the way on to a place keeps it", async ({ site, page, explorer }) => {
  await explorer.open(`${site.root}#v=1&care=1&lang=en`);
  await expect(page.getByTestId("care-leave")).toHaveText("Standard view");
  await page.getByTestId("language").click();
  await expect(page.getByTestId("care-leave")).toHaveText("返回标准版");
  await explorer.place.selectOption("承德市");
  await expect(explorer.placeHead).toHaveText("承德市");
  await expect(page).toHaveURL(/care=1/);
  expect(await explorer.placeSource.getByRole("link").getAttribute("href")).toContain("care=1");
});

for (const [theme, lang] of [["light", "zh"], ["dark", "en"]]) {
  for (const width of [390, 1440]) {
    test(`type and targets are large in every view, nothing is wider than the window, ${theme}, ${lang}, ${width} px`, async ({ site, page, explorer }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const view of VIEWS) {
        await page.goto("about:blank");
        await explorer.open(`${site.root}#v=1&care=1&view=${view}&theme=${theme}&lang=${lang}`);
        await expect(explorer.views[view]).toBeVisible();
        expect(await explorer.overflow(), view).toBe(0);
        const found = await page.evaluate(() => {
          const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
          const small = [];
          const walk = document.createTreeWalker(document.querySelector(".explorer"), NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const element = node.parentElement;
            if (!node.data.trim() || element.closest("svg, .visually-hidden, .paper, option") || !seen(element)) continue;
            if (parseFloat(getComputedStyle(element).fontSize) < 18) small.push(`${element.className}: ${node.data.trim()}`);
          }
          // What stands within a sentence is as high as its line.
          const inline = ".finding-figure, .promise-said *, .ledger-named *, .poster-place";
          const controls = [...document.querySelectorAll(".explorer :is(button, select, summary, a[href])")];
          const low = controls
            .filter((element) => seen(element) && !element.closest(inline) && !element.matches(".skip") && element.closest("p") === null)
            .map((element) => [element.getBoundingClientRect().height, element.className, element.textContent.slice(0, 20)])
            .filter(([height]) => height < 47.5);
          return { small, low };
        });
        expect(found, view).toEqual({ small: [], low: [] });
      }
    });
  }
}

test("a figure's meaning stands beside it, and filters behind one button in every window", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await explorer.open(`${site.root}#v=1&care=1&f.place=dezhou_etdz`);
  await expect(explorer.findings.first().locator(".care-meaning").first()).not.toBeEmpty();
  await expect(explorer.filters).toBeHidden();
  await explorer.openFilters.click();
  await expect(explorer.filters).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explorer.filters).toBeHidden();
});

for (const theme of ["light", "dark"]) {
  for (const lang of ["zh", "en"]) {
    test(`axe and HTML_CodeSniffer find nothing in any view, ${theme}, ${lang}`, async ({ site, page, explorer, audit }) => {
      test.slow();
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        for (const view of VIEWS) {
          await page.goto("about:blank");
          await explorer.open(`${site.root}#v=1&care=1&view=${view}&theme=${theme}&lang=${lang}`);
          await expect(explorer.views[view]).toBeVisible();
          expect(await audit(), `${view}, ${width} px`).toEqual([]);
        }
      }
    });
  }
}

test("letters stand out from their ground by seven to one, large ones by four and a half", async ({ site, page, explorer }) => {
  for (const theme of ["light", "dark"]) {
    for (const view of VIEWS) {
      await page.goto("about:blank");
      await explorer.open(`${site.root}#v=1&care=1&view=${view}&theme=${theme}`);
      await expect(explorer.views[view]).toBeVisible();
      expect(await page.evaluate(faintWords), `${view}, ${theme}`).toEqual([]);
    }
  }
});

/** Runs in the page: words of the page's own column with less than 7:1 to their ground, large ones with less than 4.5:1 (WCAG 1.4.6). */
function faintWords() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if ((channels(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const faint = [];
  const walk = document.createTreeWalker(document.querySelector("#content"), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg, .visually-hidden, option") || !element.checkVisibility({ visibilityProperty: true })) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(groundOf(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    const { fontSize, fontWeight } = getComputedStyle(element);
    const isLarge = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
    if (contrast < (isLarge ? 4.5 : 7)) faint.push(`${element.className}: ${node.data.trim().slice(0, 20)}: ${contrast.toFixed(1)}`);
  }
  return [...new Set(faint)];
}

test("a finding is read aloud in the page's language, sentence by sentence, and stopped", async ({ site, page, explorer }) => {
  await page.addInitScript(putVoice);
  await explorer.open(`${site.root}#v=1&care=1`);
  expect(await page.evaluate(() => window.spoken), "nothing is read by itself").toEqual([]);
  const finding = explorer.findings.first();
  const button = finding.getByTestId("aloud");
  await button.click();
  await expect(button).toHaveText("停止朗读");
  for (let step = 0; step < 2; step += 1) await page.evaluate(() => window.goOn());
  const spoken = await page.evaluate(() => window.spoken);
  expect(spoken.map(([lang]) => lang)).toEqual(["zh-CN", "zh-CN", "zh-CN"]);
  expect(spoken[1][1]).toContain("12个");
  expect(spoken.flat().join()).not.toMatch(/读给我听|停止朗读|\u2060/);
  await button.click();
  await expect(button).toHaveText("读给我听");
  expect(await page.evaluate(() => window.isSpeaking())).toBe(false);
});

test("rows of the table are cards in every window, and are read as they stand", async ({ site, page, explorer }) => {
  await page.addInitScript(putVoice);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("about:blank");
    await explorer.open(`${site.root}#v=1&care=1&view=table`);
    await expect(explorer.gridRows.first().locator(".card-name")).toHaveText("学校、幼儿园建设投资（中小学）");
    await page.getByTestId("aloud").first().click();
    for (let step = 0; step < 2; step += 1) await page.evaluate(() => window.goOn());
    expect((await page.evaluate(() => window.spoken)).flat().join()).toContain("近17亿元");
  }
});

test("one thing is read at a time, and going elsewhere ends it", async ({ site, page, explorer }) => {
  await page.addInitScript(putVoice);
  await explorer.open(`${site.root}#v=1&care=1&lang=en`);
  const [first, second] = [0, 1].map((at) => explorer.findings.nth(at).getByTestId("aloud"));
  await first.click();
  await second.click();
  await expect(first).toHaveText("Read aloud");
  await expect(second).toHaveText("Stop reading");
  await page.evaluate(() => (location.hash = "v=1&care=1&lang=en&view=table"));
  await expect(explorer.views.table).toBeVisible();
  expect(await page.evaluate(() => window.isSpeaking())).toBe(false);
});

test("a browser that fails to read says so; one without a voice has no such buttons", async ({ site, page, explorer }) => {
  await page.addInitScript(putVoice);
  await explorer.open(`${site.root}#v=1&care=1`);
  const finding = explorer.findings.first();
  await finding.getByTestId("aloud").click();
  await page.evaluate(() => window.goOn("error"));
  await expect(finding.getByRole("status")).toContainText("没能读出来");
  await page.addInitScript(() => {
    Object.defineProperty(window, "speechSynthesis", { value: undefined, configurable: true });
  });
  await page.goto("about:blank");
  await explorer.open(`${site.root}#v=1&care=1`);
  await expect(page.getByTestId("aloud")).toHaveCount(0);
});
