// Long random runs over the built site: node tests/soak/run.mjs [--seed N] [--actions N] [--links N] [--rows N] [NAME...]
// The seed is printed first; the same seed, numbers and names repeat a run.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "../e2e/chromium.js";
import { POLICY, dist, startServer } from "../e2e/server.mjs";
import { memory } from "./memory.mjs";
import { chance } from "./random.mjs";
import { links, offline, oneFile, site } from "./site.mjs";
import { elements, table } from "./table.mjs";

const SCENARIOS = { site, links, table, "one-file": oneFile, offline, elements, memory };

const words = process.argv.slice(2);
const number = (name, usual) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? usual : Number(words.splice(at, 2)[1]);
};
const seed = number("seed", Math.floor(Math.random() * 2 ** 32));
const counts = { actions: number("actions", 20_000), links: number("links", 1200), rows: number("rows", 1_000_000) };
const chosen = words.length ? words : Object.keys(SCENARIOS);

console.log(`seed ${seed}: repeat with tests/soak/run.mjs --seed ${seed} --actions ${counts.actions} --links ${counts.links} --rows ${counts.rows} ${words.join(" ")}`);
// A page of a portal that holds elements.
const portal = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>soak</title><link rel="icon" href="data:,"><script type="module" src="embed/minsheng-explorer.js"></script><body></body></html>`;
const server = await startServer((_, path, response) => {
  if (path !== "/soak.html") return false;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY }).end(portal);
  return true;
});
let failed = 0;
for (const name of chosen) {
  const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, "--js-flags=--expose-gc"] });
  const started = Date.now();
  const has = (file) => existsSync(join(dist, file));
  const result = await SCENARIOS[name]({ browser, server, random: chance(seed), counts, has }).catch((error) => ({ done: {}, faults: [String(error)] }));
  await browser.close();
  const seconds = Math.round((Date.now() - started) / 1000);
  if (result.skipped) {
    console.log(`skipped  ${name}: ${result.skipped}`);
    continue;
  }
  failed += result.faults.length > 0;
  const told = Object.entries(result.done).map(([kind, times]) => `${times} ${kind}`).join(", ");
  console.log(`${result.faults.length ? "FAILED " : "ok     "}  ${name.padEnd(9)} ${told} (${seconds} s)`);
  for (const fault of result.faults.slice(0, 10)) console.log(`         ${fault.slice(0, 1200)}`);
}
await server.stop();
process.exitCode = failed ? 1 : 0;
