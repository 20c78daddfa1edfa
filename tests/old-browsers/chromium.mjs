// Chromium as it was: builds that npm keeps, driven over the pipe that DevTools has for it. The usual drivers hang on
// such builds, which run everything in one process.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

/** The packages that hold each version, pinned. */
const PACKAGES = {
  80: "chrome-aws-lambda@2.1.1",
  88: "chrome-aws-lambda@5.5.0",
  92: "@sparticuz/chromium@92.0.0",
  103: "@sparticuz/chromium@103.0.0",
  109: "@sparticuz/chromium@109.0.6",
  116: "@sparticuz/chromium@116.0.0",
};

const home = fileURLToPath(new URL("../../target/old-browsers", import.meta.url));

/** How long a command may take. */
const PATIENCE = 30_000;

/** The program of a version; fetched once, some 50 MB. */
function program(version) {
  const name = PACKAGES[version];
  if (!name) throw new Error(`there is no Chromium ${version} here, only ${Object.keys(PACKAGES).join(", ")}`);
  const folder = join(home, String(version));
  const file = join(folder, "chromium");
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  try {
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", name], { cwd: folder, stdio: "pipe" });
  } catch (error) {
    throw new Error(`Chromium ${version} could not be had: 'npm install ${name}' failed: ${String(error.stderr ?? error.message).trim()}`);
  }
  const packed = join(folder, "node_modules", name.slice(0, name.lastIndexOf("@")), "bin");
  const found = readdirSync(packed).find((entry) => /^chromium.*\.br$/.test(entry));
  writeFileSync(`${file}.part`, brotliDecompressSync(readFileSync(join(packed, found))), { mode: 0o755 });
  renameSync(`${file}.part`, file);
  return file;
}

/** Starts a version and gives what can be done with its one page. Now and then such a build hangs before it has a page. */
export async function openChromium(version, tries = 3) {
  const started = start(version);
  return tries > 1 ? started.catch(() => openChromium(version, tries - 1)) : started;
}

async function start(version) {
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote", "--disable-quic", "--window-size=1280,900", "--remote-debugging-pipe", "about:blank"];
  const browser = spawn(program(version), flags, { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"] });
  let said = "";
  browser.stderr.on("data", (chunk) => (said = (said + chunk).slice(-2000)));
  const [, , , orders, answers] = browser.stdio;
  const waiting = new Map();
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  ended.then(() => waiting.forEach(({ reject }) => reject(new Error(`Chromium ${version} ended: ${said.trim()}`))));
  orders.on("error", () => {});

  const errors = [];
  let text = "";
  answers.setEncoding("utf8").on("data", (chunk) => {
    const messages = (text + chunk).split("\0");
    text = messages.pop();
    messages.map((message) => JSON.parse(message)).forEach(hear);
  });
  function hear({ id, result, error, method, params }) {
    if (method === "Runtime.exceptionThrown") errors.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    if (error) asked.reject(new Error(`${asked.method}: ${error.message}`));
    else asked.resolve(result);
  }

  let count = 0;
  let sessionId;
  function send(method, params = {}) {
    const id = ++count;
    orders.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const late = sleep(PATIENCE, undefined, { ref: false }).then(() => {
      throw new Error(`Chromium ${version} gave no answer to ${method} in ${PATIENCE / 1000} s`);
    });
    return Promise.race([new Promise((resolve, reject) => waiting.set(id, { method, resolve, reject })), late]);
  }

  const close = async () => {
    browser.kill("SIGKILL");
    await ended;
  };
  try {
    let page;
    for (let tries = 0; !page && tries < 40; tries++) {
      const { targetInfos } = await send("Target.getTargets");
      page = targetInfos.find(({ type }) => type === "page");
      if (!page) await sleep(250);
    }
    if (!page) throw new Error(`Chromium ${version} opened no page`);
    ({ sessionId } = await send("Target.attachToTarget", { targetId: page.targetId, flatten: true }));
    for (const domain of ["Page", "Runtime", "Network"]) await send(`${domain}.enable`);
  } catch (error) {
    await close();
    throw error;
  }

  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  };
  return {
    errors,
    send,
    evaluate,
    close,
    async open(url) {
      errors.length = 0;
      await send("Page.navigate", { url: "about:blank" });
      await send("Page.navigate", { url });
    },
    /** Waits until an expression is true of the page. */
    async until(expression, what = expression) {
      for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
        if (await evaluate(`Boolean(${expression})`).catch(() => false)) return;
      }
      const seen = await evaluate("document.body.innerText").catch(() => "");
      throw new Error(`not seen in ${PATIENCE / 1000} s: ${what}. On the page: ${seen.replace(/\s+/g, " ").slice(0, 300)}; errors: ${errors.join("; ").slice(0, 300)}`);
    },
  };
}
