// A phone, and a window zoomed to 200 %: sheets in place of columns, nothing wider than the window.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";

const PHONE = { width: 390, height: 844 };
// 1280 px at 200 %.
const ZOOMED = { width: 640, height: 400 };

test.describe("the filters' sheet", () => {
  test.use({ viewport: PHONE, hasTouch: true });
  test.beforeEach(({ site, explorer }) => explorer.open(site.root));

  test("opens, filters, and closes by the button that counts", async ({ explorer }) => {
    await expect(explorer.filters).toBeHidden();
    await explorer.openFilters.tap();
    await expect(explorer.filters).toBeVisible();
    await expect(explorer.openFilters).toHaveAttribute("aria-expanded", "true");
    await explorer.value("domain", "教育").tap();
    await expect(explorer.showFigures).toHaveText(new RegExp(`^查看${await explorer.count()}\u2060?项数据$`));
    await explorer.showFigures.tap();
    await expect(explorer.filters).toBeHidden();
    await expect(explorer.chips).toHaveText("教育");
    await expect(explorer.openFilters).toBeFocused();
  });

  test("closes on Escape and by its cross, giving the focus back", async ({ page, explorer }) => {
    for (const close of [() => page.keyboard.press("Escape"), () => explorer.closeFilters.tap()]) {
      await explorer.openFilters.focus();
      await page.keyboard.press("Enter");
      await expect(explorer.filters).toBeFocused();
      await close();
      await expect(explorer.filters).toBeHidden();
      await expect(explorer.openFilters).toBeFocused();
    }
  });

  test("traps nobody: Tab leads out of it", async ({ page, explorer }) => {
    await explorer.openFilters.tap();
    await expect(explorer.filters).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(explorer.menu).toBeFocused();
  });
});

test.describe("the first screen", () => {
  test.use({ viewport: PHONE });
  const FIRST = {
    overview: (page) => page.getByTestId("finding-figure").first(),
    ledger: (page) => page.getByTestId("ledger-title").locator("strong"),
    timeline: (page) => page.getByTestId("timeline-years").getByRole("button").first(),
    table: (page) => page.getByTestId("row").first().getByRole("button"),
  };
  for (const lang of ["zh", "en"]) {
    test(`has its first figure above y = 260, ${lang}`, async ({ site, page, explorer }) => {
      for (const [view, first] of Object.entries(FIRST)) {
        await explorer.open(`${site.root}#v=1&lang=${lang}&view=${view}`);
        const { y } = await first(page).boundingBox();
        expect(y, view).toBeLessThan(260);
      }
    });
  }
});

test.describe("a figure's sheet", () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test("opens over the page and closes", async ({ site, page, explorer }) => {
    await explorer.open(site.root);
    await explorer.figures.first().tap();
    await expect(explorer.detailTitle).toBeFocused();
    await expect(explorer.detailTitle).toBeInViewport();
    expect(await explorer.overflow()).toBe(0);
    await explorer.closeDetail.tap();
    await expect(explorer.detail).toHaveCount(0);
    await expect(explorer.figures.first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(explorer.detail).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(explorer.detail).toHaveCount(0);
  });
});

for (const [name, viewport] of Object.entries({ "a phone": PHONE, "200 %": ZOOMED })) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });
    for (const lang of ["zh", "en"]) {
      test(`no view is wider than the window, ${lang}`, async ({ site, explorer }) => {
        await explorer.open(`${site.root}#v=1&lang=${lang}`);
        for (const view of VIEWS) {
          await explorer.viewLink(view).click();
          await expect(explorer.views[view]).toBeVisible();
          expect(await explorer.overflow(), view).toBe(0);
        }
        await explorer.editFragment(`v=1&lang=${lang}&f.domain=safety&f.place=chengde`);
        await expect(explorer.empty).toBeVisible();
        expect(await explorer.overflow(), "empty").toBe(0);
      });
    }
  });
}

for (const width of [390, 320]) {
  test(`the skip link leads to the content of every view (${width} px)`, async ({ site, page, explorer }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const view of VIEWS) {
      await page.goto("about:blank");
      await explorer.open(`${site.root}#v=1&view=${view}`);
      await expect(explorer.views[view]).toBeVisible();
      await page.keyboard.press("Tab");
      await expect(explorer.skip, view).toBeFocused();
      await expect(explorer.skip, view).toBeInViewport();
      const link = page.url();
      await page.keyboard.press("Enter");
      await expect(explorer.content, view).toBeFocused();
      // Of the link nothing is lost by it.
      expect(page.url(), view).toBe(link);
    }
  });
}

test.describe("held across", () => {
  test.use({ viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true });

  test("every view is as wide as the window and begins in it, and sheets fit it", async ({ site, explorer }) => {
    await explorer.open(`${site.root}#v=1`);
    for (const view of VIEWS) {
      await explorer.viewLink(view).tap();
      await expect(explorer.views[view]).toBeVisible();
      expect(await explorer.overflow(), view).toBe(0);
      expect((await explorer.views[view].boundingBox()).y, view).toBeLessThan(390);
      expect(await explorer.smallTargets(24), view).toEqual([]);
    }
    await explorer.openFilters.tap();
    await expect(explorer.showFigures).toBeInViewport();
    await explorer.value("topic", "上学").tap();
    await explorer.showFigures.tap();
    await expect(explorer.filters).toBeHidden();
    await expect(explorer.chips).toHaveCount(1);
    await explorer.viewLink("table").tap();
    await explorer.gridRows.first().getByRole("button").first().tap();
    await expect(explorer.detailTitle).toBeInViewport();
    expect(await explorer.overflow()).toBe(0);
    await expect(explorer.closeDetail).toBeInViewport();
  });
});

test.describe("two fingers", () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test("enlarge the page wherever they begin, on charts too", async ({ site, page, explorer }) => {
    await explorer.open(`${site.root}#v=1`);
    for (const view of VIEWS) {
      await explorer.viewLink(view).tap();
      await expect(explorer.views[view]).toBeVisible();
      expect(await page.evaluate(unpinchable), view).toEqual([]);
    }
  });
});

/** Runs in the page: what keeps two fingers from enlarging it. */
function unpinchable() {
  const found = [...document.querySelectorAll("body *")].filter((element) => !/auto|manipulation|pinch-zoom/.test(getComputedStyle(element).touchAction));
  const own = /user-scalable\s*=\s*(no|0)|maximum-scale/.test(document.querySelector("meta[name=viewport]").content) ? ["the viewport"] : [];
  return [...own, ...found.map((element) => element.outerHTML.slice(0, 80))];
}

/** What in these elements a line ends amid: of what the pattern names, whatever begins on one line and goes on on the next. */
function parted(page, selector, pattern) {
  return page.evaluate(
    ([selector, pattern]) => {
      const found = [];
      for (const element of document.querySelectorAll(selector)) {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode;
          if (text.parentElement.closest(".visually-hidden")) continue;
          for (const match of text.data.matchAll(new RegExp(pattern, "gu"))) {
            const range = document.createRange();
            range.setStart(text, match.index);
            range.setEnd(text, match.index + match[0].length);
            const tops = [...range.getClientRects()].map((box) => Math.round(box.top));
            if (tops.some((top) => Math.abs(top - tops[0]) > 4)) found.push(match[0]);
          }
        }
      }
      return found;
    },
    [selector, pattern],
  );
}

for (const width of [320, 390]) {
  test(`no word, name or percentage is parted at ${width} px`, async ({ site, page, explorer }) => {
    await page.setViewportSize({ width, height: 844 });
    await explorer.open(`${site.root}#v=1&view=compare&lang=en`);
    const card = page.getByTestId("compare-likeness");
    await card.locator("summary").click();
    await expect(card.locator("tbody")).toBeVisible();
    expect(await parted(page, ".likeness :is(th, td)", "\\p{L}{3,}")).toEqual([]);
    await explorer.open(`${site.root}#v=1&story=chengde2024.2&lang=en`);
    expect(await parted(page, ".story-turning button, .story-text", "\\p{L}{3,}")).toEqual([]);
    for (const care of ["", "&care=1"]) {
      await explorer.open(`${site.root}#v=1&view=timeline&lang=zh${care}`);
      await expect(page.getByTestId("timeline-years")).toBeVisible();
      expect(await parted(page, ".timeline-line small", "\\p{Script=Han}+")).toEqual([]);
      await explorer.open(`${site.root}#v=1&view=ledger&lang=zh${care}`);
      await expect(explorer.promise("失业人员再就业")).toBeVisible();
      expect(await parted(page, ".promise-said", "[\\d,.]+%?")).toEqual([]);
    }
  });
}

for (const lang of ["zh", "en"]) {
  test(`the row of views fades where it goes on, and its last one stands clear of that, ${lang}`, async ({ site, page, explorer }) => {
    await page.setViewportSize(PHONE);
    await explorer.open(`${site.root}#v=1&view=chart&lang=${lang}`);
    const row = page.locator(".views");
    await expect(row).toHaveCSS("mask-image", /gradient/);
    const room = await row.evaluate((row) => {
      row.scrollLeft = row.scrollWidth;
      return row.getBoundingClientRect().right - row.lastElementChild.getBoundingClientRect().right;
    });
    expect(room).toBeGreaterThan(23);
  });

  test(`what is told of a year stands level with it, and its lines apart, ${lang}`, async ({ site, page, explorer }) => {
    await page.setViewportSize(PHONE);
    await explorer.open(`${site.root}#v=1&view=timeline&lang=${lang}`);
    await expect(page.getByTestId("timeline-years")).toBeVisible();
    const { off, gaps } = await page.getByTestId("timeline-years").evaluate((list) => {
      const texts = (selector) =>
        [...list.querySelector("li").querySelectorAll(selector)].map((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return range.getClientRects();
        });
      const lines = texts(".timeline-line > span + span");
      const [[[year]], [[figure]]] = [texts("h3"), texts(".timeline-line b")];
      const end = (rects) => Math.max(...[...rects].map((rect) => rect.bottom));
      const start = (rects) => Math.min(...[...rects].map((rect) => rect.top));
      return {
        off: Math.abs((year.top + year.bottom) / 2 - (figure.top + figure.bottom) / 2),
        gaps: lines.slice(1).map((rects, at) => start(rects) - end(lines[at])),
      };
    });
    expect(off).toBeLessThan(5);
    expect(Math.min(...gaps)).toBeGreaterThan(8);
  });
}

test("no word of a long figure is parted in care mode, and the name of what is shown is whole", async ({ site, page, explorer }) => {
  await page.setViewportSize(PHONE);
  await explorer.open(`${site.root}#v=1&view=timeline&lang=en&care=1`);
  await expect(page.getByTestId("timeline-years")).toBeVisible();
  expect(await parted(page, ".timeline-line", "\\p{L}{3,}")).toEqual([]);
  await explorer.open(`${site.root}#v=1&sel=dezhou2021-school-building-investment&lang=en&care=1`);
  await expect(page.locator(".detail-figure")).toBeVisible();
  expect(await parted(page, ".detail-figure", "\\p{L}{3,}")).toEqual([]);
  for (const view of ["chart", "compare"]) {
    await explorer.open(`${site.root}#v=1&view=${view}&lang=en&care=1`);
    const choice = page.locator(`.${view}-sentence select`).first();
    await expect(choice).toHaveCSS("white-space", "normal");
    // Two lines of a name of thirty letters.
    expect((await choice.boundingBox()).height).toBeGreaterThan(64);
  }
});

test("in a tablet's window a table shows its periods whole", async ({ site, page, explorer }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  for (const lang of ["zh", "en"]) {
    await explorer.open(`${site.root}#v=1&view=table&lang=${lang}`);
    const header = explorer.grid.getByRole("columnheader").nth(4);
    await expect(header).toContainText(lang === "zh" ? "时间" : "Period");
    const right = async (locator) => ((box) => box.x + box.width)(await locator.boundingBox());
    expect(await right(header)).toBeLessThanOrEqual(await right(page.locator(".sheet")));
  }
});
