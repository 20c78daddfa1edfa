// What a screen reader is given, as somebody has read it: tests/snapshots/trees. UPDATE_SNAPSHOTS=1 writes it anew; read the difference.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";

const FOLDER = fileURLToPath(new URL("../snapshots/trees/", import.meta.url));

/** Compares the tree of a part of the page with the one that was read. Addresses are no part of it. */
async function isAsRead(part, name) {
  const tree = (await part.ariaSnapshot()).replace(/^\s*- \/url: .*\n?/gm, "").trimEnd() + "\n";
  const file = `${FOLDER}${name}.yml`;
  if (process.env.UPDATE_SNAPSHOTS) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, tree);
  }
  expect(existsSync(file), `${file} has been written and read`).toBe(true);
  expect(tree, name).toBe(readFileSync(file, "utf8"));
}

test.use({ viewport: { width: 1280, height: 900 } });

for (const lang of ["zh", "en"]) {
  test(`the tree of every view is the one that was read, ${lang}`, async ({ site, page, explorer }) => {
    const fragment = `v=1&f.place=chengde&lang=${lang}`;
    await explorer.open(`${site.root}#${fragment}`, { unfold: false });
    await expect(explorer.copySummary).toBeVisible();
    await isAsRead(explorer.header, `header-${lang}`);
    await isAsRead(explorer.filters, `filters-${lang}`);
    await isAsRead(explorer.footer, `footer-${lang}`);
    for (const view of VIEWS) {
      await explorer.viewLink(view).click();
      await expect(explorer.views[view]).toBeVisible();
      // Nothing is still on its way.
      await expect(explorer.copySummary).toBeVisible();
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      await isAsRead(explorer.content, `${view}-${lang}`);
    }
    for (const comparison of ["pair", "coverage"]) {
      await explorer.editFragment(`v=1&view=compare&compare=${comparison}&lang=${lang}`);
      await expect(explorer.comparison(comparison)).toHaveAttribute("aria-pressed", "true");
      await expect(explorer.compareMarks.first()).toBeVisible();
      await isAsRead(explorer.views.compare, `compare-${comparison}-${lang}`);
    }
    await explorer.editFragment(`${fragment}&sel=chengde2024-schools-completed`);
    await expect(explorer.detail).toBeVisible();
    await isAsRead(explorer.detail, `detail-${lang}`);
    await explorer.editFragment(`v=1&lang=${lang}&story=chengde2024.2`);
    await expect(explorer.storyPicture).toBeVisible();
    await isAsRead(page.locator("body"), `story-${lang}`);
  });
}
