// Writes tools/split/first-view.txt: which functions the first view runs although rest.txt names them, and which others
// it does not run. Run by `make first-view`, after changes that let the test of the first view or the budget fail.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "../tests/e2e/chromium.js";
import { ExplorerPage } from "../tests/e2e/page.js";
import { startServer } from "../tests/e2e/server.mjs";
import { splitTool } from "./build/split.mjs";

const HEADER = `# Written by \`make first-view\`; do not edit. \`!\`: the first view runs it although rest.txt names it, for instance
# because the compiler made one function of several that are alike. \`=\`: it does not run it, and a name in rest.txt
# would be too wide. Functions that are in neither file are part of the first view's module.
`;
const SIZES = [{ width: 1440, height: 900 }, { width: 390, height: 844 }, { width: 320, height: 800 }];
/** How many times the processor is slowed down: what waits for a frame or a timer may come in another order then. */
const SLOWDOWNS = [1, 6];
// Places of closures within a function shift with every change of it, and so do the numbers that tell functions of one name
// apart: naming them would soon be wrong.
const SHIFTING = /minsheng_explorer::.*\{closure|\.\d+$/;

const folder = mkdtempSync(join(tmpdir(), "minsheng-first-view-"));
const at = (name) => join(folder, name);
const target = process.env.CARGO_TARGET_DIR ?? "target";
const linked = join(target, "wasm32-unknown-unknown/release/minsheng-explorer.wasm");
function split(...args) {
  const [program, all, options] = splitTool(process.cwd(), args);
  return execFileSync(program, all, { ...options, encoding: "utf8", maxBuffer: 1 << 28 });
}

execFileSync("wasm-bindgen", ["--target=web", `--out-dir=${folder}`, "--out-name=app", "--no-typescript", "--no-demangle", linked]);
split("trace", at("app_bg.wasm"), at("traced.wasm"), at("names"));
const names = readFileSync(at("names"), "utf8").split("\n");
const ran = new Set([...(await numbersRun())].map((number) => names[number]));

const parts = readFileSync("tools/split/rest.txt", "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
const named = (name) => parts.some((part) => name.includes(part));
const kept = [...ran].filter(named).sort().map((name) => `! ${name}\n`);
const idle = [...new Set(names)].filter((name) => !ran.has(name) && !named(name) && !SHIFTING.test(name));
writeFileSync(at("idle"), kept.join("") + idle.map((name) => `= ${name}\n`).join(""));
const gates = split("gates", linked, at("app_bg.wasm"), "tools/split/rest.txt", at("idle")).trim().split("\n");
const waiting = gates.filter((name) => !named(name)).map((name) => `= ${name}\n`);
writeFileSync("tools/split/first-view.txt", HEADER + kept.join("") + [...new Set(waiting)].join(""));
rmSync(folder, { recursive: true });
console.log(`The first view runs ${ran.size} of ${names.length} functions; ${kept.length} of rest.txt among them, ${waiting.length} others wait.`);

/** Opens the first view of a build whose functions report themselves, in every size, on quick and slow machines. */
async function numbersRun() {
  const traced = readFileSync(at("app.js"), "utf8").replace(
    /return \{\s*__proto__: null,/,
    (found) => `${found} rest: { enter: (number) => (globalThis.ran ??= new Set()).add(number) },`,
  );
  // As if the rest never came: what waits for it is no part of the first view.
  const glue = `${traced}\nexport function onRest() {}\n`;
  const server = await startServer();
  const browser = await chromium.launch(launchOptions);
  const ran = new Set();
  for (const rate of SLOWDOWNS) {
    for (const viewport of SIZES) {
      const context = await browser.newContext({ locale: "zh-CN", viewport });
      const page = await context.newPage();
      await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate });
      await page.route("**/*_bg.wasm", (route) => route.fulfill({ path: at("traced.wasm"), contentType: "application/wasm" }));
      await page.route("**/minsheng-explorer-*.js", (route) => route.fulfill({ body: glue, contentType: "text/javascript" }));
      await page.route(server.root, async (route) => {
        const response = await route.fetch();
        const page = (await response.text()).replace(/ (data-)?integrity=("[^"]*"|[^\s>]+)| data-bytes=("[^"]*"|[^\s>]+)|<meta name="minsheng-rest"[^>]*>/g, "");
        await route.fulfill({ response, body: page });
      });
      await new ExplorerPage(page).open(server.root);
      // What comes after the first frame, as measuring and the charts drawn with it, belongs to the view as well.
      await page.waitForTimeout(1500 * rate);
      for (const number of await page.evaluate(() => [...globalThis.ran])) ran.add(number);
      await context.close();
    }
  }
  await browser.close();
  await server.stop();
  return ran;
}
