// `make bench`: every peer in turn, each in a browser of its own, several rounds, then the report. Ends with an error
// where two peers answered differently.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Answers } from "./answers.mjs";
import { openPage } from "./browser.mjs";
import { load, machine, packages } from "./machine.mjs";
import { parseOptions } from "./options.mjs";
import { report } from "./report.mjs";
import { startServer } from "./server.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const options = parseOptions(process.argv.slice(2));
if ([...options.peers, ...options.readers].includes("minsheng") && !existsSync(path("../../dist/embed/minsheng-engine.js"))) {
  console.error("error: dist/embed/minsheng-engine.js is missing: run 'make dist', or name other peers and readers");
  process.exit(1);
}
const server = await startServer();
const run = { date: new Date().toISOString(), machine: machine(), packages: packages(), options, loads: [], versions: {}, tables: {}, csv: {} };
const differences = [];
let compared = 0;
const folder = path("../../target/bench");
mkdirSync(folder, { recursive: true });

for (const rows of options.rows) {
  const answers = new Answers();
  const table = (run.tables[rows] = {});
  await rounds(options.peers, async (peer) => {
    const found = await inFreshPage(`peers/${peer}`, async ({ page, memory }) => {
      const before = await memory();
      const { times, answers } = await page.evaluate(([peer, rows]) => window.bench.run(peer, rows), [`peers/${peer}`, rows]);
      const open = await memory();
      await page.evaluate(() => window.bench.close());
      return { times, answers, memory: { before, open, closed: await memory() } };
    });
    answers.add(peer, found.answers);
    const entry = (table[peer] ??= { times: {}, memory: [] });
    for (const [name, samples] of Object.entries(found.times)) (entry.times[name] ??= []).push(...samples);
    entry.memory.push(found.memory);
    return `${rows} rows`;
  });
  differences.push(...answers.differences.map((text) => `${rows} rows, ${text}`));
  compared += answers.compared;
}

const answers = new Answers();
await rounds(options.readers, async (reader) => {
  const found = await inFreshPage(`readers/${reader}`, ({ page }) =>
    page.evaluate(([reader, rows]) => window.bench.read(reader, rows, 3), [`readers/${reader}`, options.csvRows]),
  );
  answers.add(reader, found.answers);
  run.csvBytes = found.bytes;
  const entry = (run.csv[reader] ??= {});
  for (const [name, samples] of Object.entries(found.times)) (entry[name] ??= []).push(...samples);
  return "CSV";
});
differences.push(...answers.differences);
run.compared = compared + answers.compared;
run.empty = await emptyPage();
await server.stop();

keep();
if (differences.length) {
  for (const text of differences.slice(0, 20)) console.error(`error: ${text}`);
  console.error(`${differences.length} of ${run.compared} answers differ: no results written`);
  process.exit(1);
}
// Only a whole run may replace the published results.
const target = options.complete ? path("../RESULTS.md") : `${folder}/RESULTS.md`;
writeFileSync(target, report(run));
console.log(`${run.compared} answers equal; written to ${options.complete ? "benches" : "target/bench"}/RESULTS.md`);

/** Every name in each round; each round begins with another one. */
async function rounds(names, measure) {
  for (let round = 0; round < options.rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length];
      const start = Date.now();
      run.loads.push(load());
      const what = await measure(name);
      keep();
      console.log(`round ${round + 1}/${options.rounds}, ${what}, ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
    }
  }
}

/** What is measured so far: a long run that is stopped leaves it. */
function keep() {
  writeFileSync(`${folder}/results.json`, JSON.stringify(run));
}

async function inFreshPage(module, use) {
  const opened = await openPage(server.root);
  try {
    run.chromium = opened.version;
    const version = await opened.page.evaluate((module) => window.bench.prepare(module), module);
    if (version) run.versions[module] = version;
    return await use(opened);
  } catch (error) {
    throw new Error(`${module}: ${error.message}`, { cause: error });
  } finally {
    await opened.close();
  }
}

/** Memory of the page before any peer's code. */
async function emptyPage() {
  const opened = await openPage(server.root);
  const memory = await opened.memory();
  await opened.close();
  return memory;
}
