// What a reader opens and leaves is gone: nothing of it listens any longer, and no element of it is held.
import { expect, test } from "./fixtures.js";
import { dropText } from "./tables.js";

/** What the page holds once all that can go has gone. */
async function held(page, session) {
  await page.waitForTimeout(600);
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { listeners: of("JSEventListeners"), nodes: of("Nodes") };
}

/** A turn that was taken once leaves nothing more behind when it is taken again. */
async function leavesNothing(page, turn) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await turn();
  const before = await held(page, session);
  for (let time = 0; time < 4; time += 1) await turn();
  const after = await held(page, session);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 4);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 200);
}

test("views that are opened and left leave no listener and no node behind", async ({ site, page, explorer }) => {
  test.slow();
  await explorer.open(site.root, { unfold: false });
  const turn = async () => {
    for (const view of ["timeline", "chart", "compare", "table", "ledger", "poster", "overview"]) {
      await explorer.viewLink(view).click();
      await expect(explorer.views[view]).toBeVisible();
    }
  };
  await leavesNothing(page, turn);
});

test("tables that are opened in place of others leave no listener and no node behind", async ({ site, page, explorer }) => {
  test.slow();
  await explorer.open(site.root, { unfold: false });
  const lines = Array.from({ length: 3000 }, (_, row) => `p${row % 40},${1990 + (row % 30)},d${row % 10},${(row * 7919) % 10_003}`);
  const turn = async () => {
    for (const [name, rows] of [["many.csv", lines], ["small.csv", ["north,2021,a,1", "south,2022,b,2", "west,2023,a,3"]]]) {
      await dropText(page, name, `place,year,domain,value\n${rows.join("\n")}\n`);
      await expect(page.getByTestId("shown-table")).toContainText(name);
      await expect(page.getByTestId("matching")).toContainText(rows.length.toLocaleString("en"));
    }
  };
  await leavesNothing(page, turn);
});
