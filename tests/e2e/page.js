// The page object: every selector of the explorer stands here and nowhere else.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { dist } from "./server.mjs";

export class ExplorerPage {
  /** @param {import("@playwright/test").Page} page */
  constructor(page) {
    this.page = page;
    this.root = page.locator("[data-minsheng-root]");
    this.boot = page.locator("#boot");
    this.bootProgress = page.locator("#boot-progress");
    this.failure = page.locator("#boot-failure");
    this.failureLinks = page.locator("#boot-data a");
    this.fileNote = page.locator("#boot-file");
    this.headlineTable = page.locator("noscript table");
    this.headlineRows = this.headlineTable.locator("tbody tr");
    this.grid = page.getByTestId("grid");
    this.gridRows = page.getByTestId("row");
    this.gridOrder = page.getByTestId("table-order");
    this.openRow = page.locator('[data-testid="row"][aria-current]');
    this.columns = page.getByTestId("columns");
    this.export = page.getByTestId("export");
    this.exportTold = page.getByTestId("export-told");
    this.printedRows = page.locator(".paper tbody tr");
    this.detailTitle = page.locator("#detail-title");
  }

  /** Opens a page and waits until the explorer stands in the boot screen's place. */
  async open(address) {
    await this.page.goto(address);
    await this.standing();
  }

  async standing() {
    await this.root.first().waitFor({ state: "attached" });
    await this.boot.waitFor({ state: "detached" });
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

  /** The link of a view in the header. */
  viewLink(view) {
    return this.page.getByTestId(`view-${view}`);
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
