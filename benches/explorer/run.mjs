// Measures the explorer's page in headless Chromium and writes benches/PAGE.md: how soon it stands, and how soon a click
// on a filter shows, each beside a floor that is measured in the same run. `make bench-page`, on a machine that does
// nothing else; with --rounds=N or --views=a,b the report goes to target/bench/PAGE.md instead.
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { launchOptions } from "../../tests/e2e/chromium.js";
import { VIEWS } from "../../tests/e2e/page.js";
import { startServer } from "../../tests/e2e/server.mjs";
import { load, machine } from "../driver/machine.mjs";
import { brushingOf } from "./brush.mjs";
import { clicksOf } from "./clicks.mjs";
import { report } from "./report.mjs";
import { answerPacked, overSlowLine } from "./slow.mjs";
import { FLOOR_PAGE, floorPage, standing, weights } from "./stand.mjs";

const options = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, "").split("=")));
const rounds = Number(options.rounds ?? 5);
const views = options.views?.split(",") ?? VIEWS;
const loads = [load()];

const server = await startServer((_, path, response) => {
  if (path !== FLOOR_PAGE) return answerPacked(path, response);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(floorPage());
  return true;
});
const browser = await chromium.launch(launchOptions);
try {
  const stand = {};
  for (const slowdown of [1, 4]) stand[slowdown] = await standing(browser, server.root, { rounds, slowdown });
  const slow = {};
  for (const slowdown of [1, 4]) slow[slowdown] = await overSlowLine(browser, server.root, { rounds: Math.min(rounds, 3), slowdown });
  console.log("over a slow line", JSON.stringify(slow));
  const clicks = {};
  for (const view of views) {
    clicks[view] = await clicksOf(browser, server.root, view);
    loads.push(load());
    console.log(view, JSON.stringify(clicks[view].median), "ms");
  }
  const brushing = {};
  for (const rows of options.views ? [] : [3_000, 1_000_000]) {
    brushing[rows] = [];
    for (let round = 0; round < 3; round++) brushing[rows].push(await brushingOf(browser, server.root, rows));
    console.log(`brushing ${rows} rows`, JSON.stringify(brushing[rows]));
  }
  const text = report({ date: new Date().toISOString(), machine: machine(), chromium: browser.version(), loads, stand, slow, clicks, brushing, weights: weights() });
  const file = process.argv.length > 2 ? "target/bench/PAGE.md" : "benches/PAGE.md";
  mkdirSync("target/bench", { recursive: true });
  writeFileSync(file, text);
  console.log(`${file} is written`);
} finally {
  await browser.close();
  await server.stop();
}
