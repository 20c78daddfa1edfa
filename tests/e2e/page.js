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

  /** The address of a built file as a double click opens it. */
  static fileAddress(name) {
    return pathToFileURL(join(dist, name)).href;
  }
}
