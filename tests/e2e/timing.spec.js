// How long a filter takes to show. Measured and reported, never judged: machines differ.
import { expect, test } from "./fixtures.js";
import { VIEWS } from "./page.js";
import { measureClicks } from "./timing.js";

const DOMAINS = ["教育", "医疗卫生", "养老", "救助帮扶", "就业创业", "住房", "生态环境", "文化体育"];

for (const view of VIEWS) {
  test(`filtering in the ${view} is measured`, async ({ site, explorer }, testInfo) => {
    await explorer.open(`${site.root}#v=1&view=${view}`);
    await expect(explorer.views[view]).toBeVisible();
    // On one by one, then off again.
    const clicks = [...DOMAINS, ...DOMAINS].map((name) => explorer.value("domain", name));
    const { times, median, worst } = await measureClicks(testInfo, `filter, ${view}`, clicks);
    expect(times).toHaveLength(16);
    for (const time of [...times, median, worst]) expect(time).toBeGreaterThan(0);
    await expect(explorer.chips).toHaveCount(0);
  });
}
