// Pages of a portal with the explorer in frames, and what can be measured of them.
import { ExplorerPage } from "./page.js";

/** An empty page of a portal, but for this; browsers look for its icon. */
export const portalPage = (body) =>
  `<!doctype html><html lang="zh"><head><title>t</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

/** Such a page at this address of the site. */
export async function emptyPage(page, address, body) {
  await page.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: portalPage(body) }));
  await page.goto(address);
}

/** The explorer in the frame of this number. */
export async function inFrame(page, at = 0) {
  const frame = page.locator("iframe").nth(at);
  await frame.waitFor();
  const inside = new ExplorerPage(await (await frame.elementHandle()).contentFrame());
  await inside.standing();
  return inside;
}

/** How high a frame is. */
export const heightOf = (page, at = 0) => page.locator("iframe").nth(at).evaluate((frame) => frame.clientHeight);

/** What is not to be where an excerpt ends: a scroll bar, text or a picture that is cut, what the keyboard reaches beyond. */
export function faultsOfExcerpt(inside) {
  return inside.page.evaluate(() => {
    const faults = [];
    const root = document.documentElement;
    if (root.scrollHeight > root.clientHeight + 1) faults.push(`scrolls ${root.scrollHeight - root.clientHeight} px`);
    const content = document.getElementById("content");
    if (!content.dataset.cut) return faults;
    const end = content.getBoundingClientRect().bottom;
    const named = (element) => `${element.localName}.${element.getAttribute("class") ?? ""} "${element.textContent.slice(0, 20)}"`;
    for (const element of content.querySelectorAll("a[href], button, input, select, summary, [tabindex]")) {
      // A chart that is cut opens the rest when its marks are reached.
      const isMark = content.dataset.cut === "through" && element.closest("svg");
      // What scrolls by itself brings what has the focus into sight.
      if (!element.checkVisibility() || element.closest(".sheet, .card-sheet")) continue;
      if (element.getBoundingClientRect().top > end && !isMark && !element.closest("[inert]")) faults.push(`reached: ${named(element)}`);
    }
    if (content.dataset.cut !== "between") return faults;
    for (const element of content.querySelectorAll("p, h2, h3, li, svg, canvas, td, button, strong, dt, dd")) {
      if (!element.checkVisibility() || element.closest(".sheet, .card-sheet, .visually-hidden, svg svg") || element.parentElement.closest("svg")) continue;
      const { top, bottom, width } = element.getBoundingClientRect();
      const isLeaf = !element.children.length || element.localName === "svg";
      if (isLeaf && width > 1 && top < end - 1 && bottom > end + 1) faults.push(`cut: ${named(element)} ${top} to ${bottom}, end ${end}`);
    }
    return faults;
  });
}
