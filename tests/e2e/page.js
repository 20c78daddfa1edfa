// The page object: every selector of the explorer stands here and nowhere else.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { dist } from "./server.mjs";

export const VIEWS = ["overview", "ledger", "timeline", "chart", "compare", "table", "poster"];

const HAN = "[\\u3400-\\u9fff]";

/** Matches a text whole, wherever the page joins a number to its unit so that no line parts them. */
export const joined = (text) => new RegExp(`^${[...text].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/, "\\$&")).join("\u2060?")}$`, "u");

export class ExplorerPage {
  /** @param {import("@playwright/test").Page} page */
  constructor(page) {
    this.page = page;
    this.root = page.locator("[data-minsheng-root]");
    this.boot = page.locator("#boot");
    this.bootProgress = page.locator("#boot-progress");
    this.failure = page.locator("#boot-failure");
    this.failureLinks = page.locator("#boot-data a");
    this.failureDetail = page.locator("#boot-detail");
    this.again = page.locator("#boot-again");
    this.stuck = page.locator("#boot-stuck");
    this.fileNote = page.locator("#boot-file");
    this.programNotice = page.locator("#boot-notice");
    this.retryProgram = this.programNotice.getByRole("button", { name: /^(重试|Try again)$/ });
    this.reloadPage = this.programNotice.getByRole("button", { name: /^(重新载入|Reload)$/ });
    this.keepWaiting = this.programNotice.getByRole("button", { name: /^(继续等|Keep waiting)$/ });
    this.dismissProgram = this.programNotice.getByRole("button", { name: /^(知道了|Dismiss)$/ });
    this.dataNotice = page.getByTestId("data-notice");
    this.firstScreen = page.locator("#first");
    this.grid = page.getByTestId("grid");
    this.gridRows = page.getByTestId("row");
    this.gridOrder = page.getByTestId("table-order");
    this.openRow = page.locator('[data-testid="row"][aria-current]');
    this.columns = page.getByTestId("columns");
    this.export = page.getByTestId("export");
    this.exportTold = page.getByTestId("export-told");
    this.copySummary = page.getByTestId("copy-summary");
    this.printedHead = page.getByTestId("printed-head");
    this.printedRows = page.locator(".paper tbody tr");
    this.detailTitle = page.locator("#detail-title");

    this.content = page.locator("#content");
    this.header = page.getByRole("banner");
    this.footer = page.getByRole("contentinfo");
    this.nav = page.getByRole("navigation");
    this.currentView = this.nav.locator("[aria-current=page]");
    this.views = {
      overview: page.getByTestId("overview"),
      ledger: page.getByTestId("ledger"),
      timeline: page.getByTestId("timeline"),
      chart: page.getByTestId("chart-view"),
      compare: page.getByTestId("compare-view"),
      table: page.getByTestId("table-view"),
      poster: page.getByTestId("poster-picture"),
      map: page.getByTestId("map-view"),
    };
    // What is said beside the mark that is pointed at or has the focus.
    this.tip = page.locator(".chart > .tip");
    this.mapMarks = this.views.map.locator(".chart svg .mark");
    this.posterPicture = page.getByTestId("poster-picture");
    this.posterField = page.getByTestId("poster-field");
    this.posterWords = page.getByTestId("poster-words");
    this.storyOpen = page.getByTestId("story-open");
    this.story = page.getByTestId("story");
    this.storyText = page.getByTestId("story-text");
    this.storyStep = page.getByTestId("story-step");
    this.storyNext = page.getByTestId("story-next");
    this.storyPrevious = page.getByTestId("story-previous");
    this.storyLeave = page.getByTestId("story-leave");
    this.storyMark = page.locator(":is(.story-picture .mark, .mark-current):visible").first();
    this.storyPicture = page.getByTestId("story-picture");
    this.share = page.getByTestId("share");
    this.skip = page.locator(".skip");
    this.language = page.getByTestId("language");
    this.menu = page.getByTestId("menu");
    this.place = page.getByTestId("place");
    this.theme = page.getByTestId("theme");
    this.typeSize = page.getByTestId("type-size");
    this.notice = page.getByTestId("link-notice");
    this.dismiss = this.notice.getByRole("button");
    this.copyLink = page.getByTestId("copy-link");
    this.openFull = page.getByTestId("open-full");

    this.sentence = page.getByTestId("sentence");
    this.line = page.getByTestId("line");
    this.findings = page.getByTestId("finding");
    this.findingFigures = page.getByTestId("finding-figure");
    this.placeHead = page.getByTestId("place-head");
    this.placeSource = page.getByTestId("place-source");
    this.money = page.getByTestId("money");
    this.moneyTitle = this.money.locator("h2");
    this.promised = page.getByTestId("promised");
    this.matching = page.getByTestId("matching");
    this.chips = page.getByTestId("chip");
    this.clearAll = page.getByTestId("clear-all");
    this.empty = page.locator(".empty");
    this.emptySays = this.empty.locator(".empty-title");
    this.lifts = this.empty.getByRole("button");
    this.filters = page.locator("#filters");
    this.openFilters = page.getByTestId("open-filters");
    this.closeFilters = this.filters.getByRole("button", { name: "关闭" });
    this.showFigures = this.filters.getByRole("button", { name: /^查看/ });
    this.typedDates = this.filters.locator(".typed-dates > summary");
    this.dateFrom = page.getByTestId("date-from");
    this.dateTo = page.getByTestId("date-to");
    this.dateError = page.locator("#date-hint");
    this.yearFrom = page.getByTestId("year-from");

    this.search = page.getByTestId("search");
    this.searchList = page.locator("#search-list");
    this.results = this.searchList.getByRole("option");
    this.chosenResult = this.searchList.locator("[aria-selected=true]");
    this.nothingFound = this.searchList.locator(".search-none");
    this.searchBeyond = page.getByTestId("search-beyond");
    this.searchTold = page.locator(".search > [role=status]");

    this.topics = page.getByRole("article");
    this.figures = this.topics.locator(".figure-button");
    this.chartTitle = page.getByTestId("chart-title");
    this.chartSubject = page.getByTestId("chart-subject");
    this.chartMarks = this.views.chart.locator(".mark");
    this.chartSource = page.locator(".chart-source");

    this.compareTitle = page.getByTestId("compare-title");
    this.compareLead = page.getByTestId("compare-lead");
    this.compareFigures = page.getByTestId("compare-figure");
    this.compareMarks = this.views.compare.locator(".mark");
    this.compareOffers = page.getByTestId("compare-offer");
    this.subject = page.getByTestId("compare-subject");
    this.per = page.getByTestId("compare-per");
    this.left = page.getByTestId("compare-left");
    this.right = page.getByTestId("compare-right");
    this.swap = page.getByTestId("compare-swap");
    this.unfold = page.getByTestId("compare-unfold");
    this.pairRows = page.getByTestId("compare-pair-table").locator("tbody tr");

    this.timelineDrawing = this.views.timeline.locator(".timeline-drawing svg");
    this.timelineWindow = page.getByTestId("timeline-window");
    this.zoomIn = page.getByTestId("zoom-in");
    this.zoomOut = page.getByTestId("zoom-out");
    this.zoomReset = page.getByTestId("zoom-reset");
    this.play = page.getByTestId("play");
    this.speed = page.getByTestId("speed");
    this.playhead = page.getByTestId("playhead");
    this.playheadDate = page.getByTestId("playhead-date");
    this.stillness = page.locator(".timeline-still");

    this.ledgerTitle = page.getByTestId("ledger-title");
    this.ledgerRest = page.getByTestId("ledger-projects");
    this.ledgerGroups = page.getByTestId("ledger-group");
    this.promises = page.getByTestId("promise");
    this.standings = page.getByTestId("standing");

    this.detail = page.getByTestId("detail");
    this.detailName = page.getByTestId("detail-name");
    this.detailFigure = page.getByTestId("detail-figure").locator(".visually-hidden");
    this.detailBase = page.getByTestId("detail-base");
    this.detailPrinted = page.getByTestId("detail-printed");
    this.detailSource = this.detail.locator(".source-title");
    this.closeDetail = page.getByTestId("close-detail");
    this.cite = page.getByTestId("cite-plain");
    this.check = page.getByTestId("detail-check");
    this.releaseText = page.getByTestId("release-text");
    this.textFound = page.getByTestId("text-found");
    this.passage = page.getByTestId("detail-passage");
    this.seeChart = page.getByTestId("see-chart");
    this.kin = this.detail.locator(".kin-button");

    this.embedOpen = page.getByTestId("embed-open");
    this.embedDialog = page.getByTestId("embed-dialog");
    this.embedClose = page.getByTestId("embed-close");
    this.embedLead = page.getByTestId("embed-lead");
    this.embedPreview = page.getByTestId("embed-preview");
    this.embedRest = page.getByTestId("embed-rest");
    this.embedTakePicture = page.getByTestId("embed-take-picture");
    this.embedErrors = this.embedDialog.locator(".error");

    this.printedSources = page.getByTestId("printed-sources").getByRole("listitem");
    this.frame = page.locator("iframe");
    this.focused = page.locator(":focus");
  }

  /** The link of a view in the header. */
  viewLink(name) {
    return this.page.getByTestId(`view-${name}`);
  }

  /** The promise of this name. */
  promise(name) {
    return this.promises.filter({ has: this.page.getByRole("heading", { name, exact: true }) });
  }

  /** The button that groups promises by places or fields. */
  groupBy(what) {
    return this.page.getByTestId(`group-${what}`);
  }

  /** An entry of the menu of what can be taken away. */
  exportItem(format) {
    return this.page.getByTestId(`export-${format}`);
  }

  /** Takes what is on screen away in a form; gives the file and the name it was given. */
  async takeAway(format) {
    await this.export.click();
    const download = this.page.waitForEvent("download");
    await this.exportItem(format).click();
    const taken = await download;
    return { file: await taken.path(), name: taken.suggestedFilename() };
  }

  /** A choice of the embed dialog: width, width-px, height, height-px, lang, theme, header. */
  embedChoice(name) {
    return this.page.getByTestId(`embed-${name}`);
  }

  /** The code that the embed dialog gives: element, frame or picture. */
  async embedCode(form) {
    return this.page.getByTestId(`embed-${form}`).inputValue();
  }

  /** What a copy button said: of the selection's summary, a link, a citation. */
  copied(button) {
    return button.locator("xpath=..").getByRole("status");
  }

  facet(column) {
    return this.page.getByTestId(`facet-${column}`);
  }

  /** The box of a facet's value, by the name it begins with. */
  value(column, name) {
    return this.facet(column).getByRole("checkbox", { name: new RegExp(`^${name}[，,]`) });
  }

  clearFacet(column) {
    return this.facet(column).locator(".facet-clear");
  }

  /** What a facet says: {name: count}. */
  async counts(column) {
    const values = await this.facet(column).locator(".facet-value").all();
    const pairs = values.map(async (value) => [
      await value.locator(".facet-name").textContent(),
      Number(await value.locator(".facet-count").textContent()),
    ]);
    return Object.fromEntries(await Promise.all(pairs));
  }

  /** How many figures the page says meet the filters. */
  async count() {
    return Number((await this.matching.textContent()).match(/\d+/)[0]);
  }

  /** The mark of the chart view that tells of `text`. */
  mark(text) {
    return this.views.chart.getByRole("button", { name: text });
  }

  /** The button of a kind of comparison: across, pair or coverage. */
  comparison(kind) {
    return this.page.getByTestId(`compare-${kind}`);
  }

  /** Has the sentence above the chart show what contains `text`. */
  async showInChart(text) {
    const option = this.chartSubject.locator("option").filter({ hasText: text });
    await this.chartSubject.selectOption({ label: await option.first().textContent() });
  }

  /** Another chart of the same selection. */
  offer(text) {
    return this.page.getByTestId("chart-offer").filter({ hasText: text });
  }

  /** A search result that has exactly this part marked. */
  found(text) {
    return this.results.filter({ has: this.page.locator("mark", { hasText: new RegExp(`^${text}$`, "i") }) });
  }

  /** What tells one state of the explorer from another. */
  async sight() {
    const text = (locator) => locator.allTextContents();
    const root = this.page.locator("html");
    return {
      lang: await root.getAttribute("lang"),
      theme: await root.getAttribute("data-theme"),
      view: await text(this.currentView),
      sentence: await text(this.sentence),
      matching: await text(this.matching),
      chips: await text(this.chips),
      chart: await text(this.chartTitle),
      compared: [...(await text(this.compareTitle)), ...(await text(this.compareLead))],
      marks: await this.chartMarks.count(),
      window: await text(this.timelineWindow),
      order: await text(this.gridOrder),
      detail: [...(await text(this.detailName)), ...(await text(this.detailFigure))],
    };
  }

  /** Changes the fragment of the address as a reader would by hand. */
  async editFragment(fragment) {
    await this.page.evaluate((hash) => (location.hash = hash), fragment);
  }

  /** Chinese in words or names that nothing marks as Chinese. */
  async unmarkedChinese() {
    return this.page.locator("body").evaluate((body, pattern) => {
      const han = new RegExp(pattern);
      const marked = (element) => element.closest("[lang]").lang.startsWith("zh");
      const found = [];
      const walk = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (node instanceof Text) {
          if (han.test(node.data) && !marked(node.parentElement)) found.push(node.data);
          continue;
        }
        for (const name of ["aria-label", "title", "placeholder", "aria-valuetext"]) {
          const value = node.getAttribute(name) ?? "";
          if (han.test(value) && !marked(node)) found.push(`${name}: ${value}`);
        }
      }
      return found;
    }, HAN);
  }

  /** What is wrong with the focus as it is to be seen; empty if nothing. */
  async focusFault() {
    return this.page.evaluate(faultOfFocus);
  }

  /**
   * What is to be clicked and smaller than `least` px in a direction. Left out: what stands in a sentence, and the marks of a
   * picture and what lies over a line of the poster, which are as large as what they show; those are also in the table.
   */
  async smallTargets(least) {
    return this.page.evaluate(tooSmall, least);
  }

  /** What is wrong with pictures: each is one image with a text, or a list of named marks of which the first has the tab stop. */
  async pictureFaults() {
    return this.page.evaluate(faultsOfPictures);
  }

  /** Presses Tab until `target` has the focus; every stop on the way must show it. */
  async tabTo(target, key = "Tab") {
    const goal = await target.elementHandle();
    const stops = 150;
    for (let stop = 0; stop < stops; stop += 1) {
      await this.page.keyboard.press(key);
      const fault = await this.focusFault();
      if (fault) throw new Error(fault);
      if (await goal.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${target} is not among the next ${stops} stops`);
  }

  /** By how many px the page is wider than the window. */
  async overflow() {
    return this.page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
  }

  /** Opens a page and waits until the explorer stands in the boot screen's place. */
  async open(address, { unfold = true } = {}) {
    await this.page.goto(address);
    await this.standing();
    // Specs filter by any column; a reader would open the list once.
    if (unfold && (await this.page.getByTestId("rail-more").count())) await this.unfoldFilters();
  }

  async standing() {
    await this.root.first().waitFor({ state: "attached" });
    await this.boot.waitFor({ state: "detached" });
  }

  /** Shows the filters that are folded away. */
  async unfoldFilters() {
    const more = this.page.getByTestId("rail-more");
    // A click, which the loader holds until the program is whole.
    await more.evaluate((more) => void (more.open || more.querySelector("summary").click()));
    // Where a spec holds the rest of the program back, they come later.
    await more.locator(".facet-count").first().waitFor({ state: "attached", timeout: 3000 }).catch(() => {});
  }

  /** The button of a column's name, and the header cell that says how the column is sorted. */
  sortBy(key) {
    const button = this.page.getByTestId(`sort-${key}`);
    return { button, header: this.grid.getByRole("columnheader").filter({ has: button }) };
  }

  /** The box that shows or hides a column. */
  columnBox(key) {
    return this.page.getByTestId(`column-${key}`);
  }

  /** A cell that takes the focus: line 0 is the header. */
  cell(line, column) {
    return this.page.locator(`#cell-${line}-${column}`);
  }

  /** The address of a built file as a double click opens it. */
  static fileAddress(name) {
    return pathToFileURL(join(dist, name)).href;
  }
}

/** Runs in the page. */
function faultOfFocus() {
  const element = document.activeElement;
  if (!element || element === document.body) return "nothing has the focus";
  const name = `${element.tagName}#${element.id} ${element.getAttribute("aria-label") ?? element.textContent.slice(0, 20)}`;
  if (!element.matches(":focus-visible")) return `${name} does not show that it has the focus`;
  const area = element.getBoundingClientRect();
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
  if (y <= 0 || y >= innerHeight || x <= 0 || x >= innerWidth) return `${name} is out of sight`;
  const over = document.elementFromPoint(x, y)?.closest("header");
  if (over && !over.contains(element)) return `${name} is under the page's head`;
  // A handle's outline is that of its thumb, which no script can ask for.
  if (element.matches(".handles input")) return "";
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const stroked = element.matches(".mark") && parseFloat(getComputedStyle(element.firstElementChild).strokeWidth) >= 2;
  return outlined || stroked ? "" : `${name} has no outline`;
}

/** Runs in the page. */
function tooSmall(least) {
  const found = [];
  for (const element of document.querySelectorAll("a, button, input, select, textarea, summary, [role=option]")) {
    const own = element.closest("label, .handles") ?? element;
    const { width, height } = own.getBoundingClientRect();
    const sentence = element.matches("a, button") && element.closest("p, h2, h3, li, td, dd");
    const isInSentence = sentence && sentence.textContent.trim() !== element.textContent.trim();
    const isLeftOut = isInSentence || element.matches(".skip, .poster-place") || element.closest("[inert]");
    if (!width || !element.checkVisibility({ visibilityProperty: true }) || isLeftOut) continue;
    // Parts of a pixel are the browser's rounding.
    if (Math.min(width, height) < least - 0.5) found.push(`${element.outerHTML.slice(0, 120)}: ${Math.round(width)} × ${Math.round(height)}`);
  }
  return found;
}

/** Runs in the page. */
function faultsOfPictures() {
  const faults = [];
  for (const picture of document.querySelectorAll(".chart > svg")) {
    const name = picture.getAttribute("aria-label")?.trim() ?? "";
    const marks = [...picture.querySelectorAll(".mark")];
    // Nothing is drawn for a place that is not shown.
    if (!picture.checkVisibility()) continue;
    const role = picture.getAttribute("role");
    const fault = (what) => faults.push(`${name}: ${what}`);
    if (!name) fault("no name");
    if (role !== (marks.length ? "group" : "img")) fault(`${role} with ${marks.length} marks`);
    if (marks.length && marks.filter(({ tabIndex }) => tabIndex === 0).length !== 1) fault("not one tab stop");
    if (marks.some((mark) => !mark.getAttribute("aria-label")?.trim())) fault("a mark without words");
  }
  return faults;
}
