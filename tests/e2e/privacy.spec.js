// A visit leaves no trace of the reader: no other origin is asked, nothing is stored, nothing is complained of. That the site
// keeps its own files is tried in offline.spec.js.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";

test("asks no other origin, stores nothing, and raises no error", async ({ site, page, context, explorer, record }) => {
  await explorer.open(site.root);
  for (const view of VIEWS) {
    await explorer.viewLink(view).click();
    await expect(explorer.views[view]).toBeVisible();
    await explorer.value("domain", "教育").click();
  }
  await explorer.search.fill("db");
  await explorer.results.first().click();
  await explorer.editFragment("v=1&sel=dezhou2021-schools-built");
  await expect(explorer.detail).toBeVisible();
  await explorer.language.click();
  await explorer.menu.click();
  await explorer.theme.selectOption("dark");
  await expect(page).toHaveURL(/theme=dark/);

  const foreign = record.requests.filter((address) => !address.startsWith(site.root) && !/^(blob|data):/.test(address));
  expect(foreign).toEqual([]);
  expect(record.errors).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const stored = await page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
  }));
  expect(stored).toEqual({ cookie: "", local: 0, session: 0, databases: 0 });
});
