// Firefox, driven by WebDriver BiDi, which it speaks itself: Debian has no geckodriver.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

/** How long Firefox may take to start, and a command to be answered, in milliseconds. */
const PATIENCE = 60_000;

/** The program; another one by the environment variable FIREFOX. */
const PROGRAM = process.env.FIREFOX ?? "firefox-esr";

export const hasFirefox = () => spawnSync(PROGRAM, ["--version"]).status === 0;

/** Starts Firefox with a profile of its own and gives what tests/engines/page.mjs asks of a browser. */
export async function openFirefox() {
  const profile = mkdtempSync(join(tmpdir(), "minsheng-firefox-"));
  const browser = spawn(PROGRAM, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => browser.once("close", resolve));
  const end = async () => {
    browser.kill("SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const socket = new WebSocket(`${await addressOf(browser)}/session`);
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    return await drive(socket, end);
  } catch (error) {
    await end();
    throw error;
  }
}

/** Where Firefox says that it listens. */
function addressOf(browser) {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`Firefox did not start in ${PATIENCE / 1000} s: ${said.slice(-500)}`)), PATIENCE);
    browser.once("error", reject);
    browser.once("close", () => reject(new Error(`Firefox ended: ${said.slice(-500)}`)));
    browser.stderr.on("data", (chunk) => {
      said += chunk;
      const found = said.match(/WebDriver BiDi listening on (ws:\/\/\S+)/);
      if (!found) return;
      clearTimeout(late);
      resolve(found[1]);
    });
  });
}

async function drive(socket, end) {
  const waiting = new Map();
  const errors = [];
  socket.on("message", (text) => {
    const { id, result, message, method, params } = JSON.parse(text);
    if (method === "log.entryAdded" && params.level === "error") errors.push(params.text);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (result) asked?.resolve(result);
    else asked?.reject(new Error(`${asked.method}: ${message}`));
  });
  let count = 0;
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++count;
      const late = setTimeout(() => reject(new Error(`Firefox gave no answer to ${method}`)), PATIENCE);
      const settle = (how) => (value) => (clearTimeout(late), how(value));
      waiting.set(id, { method, resolve: settle(resolve), reject: settle(reject) });
      socket.send(JSON.stringify({ id, method, params }));
    });

  const { capabilities } = await send("session.new", { capabilities: {} });
  await send("session.subscribe", { events: ["log.entryAdded"] });
  const { contexts } = await send("browsingContext.getTree");
  const { context } = contexts[0];
  await send("browsingContext.setViewport", { context, viewport: { width: 1280, height: 900 } });

  const run = async (expression) => {
    const answer = await send("script.evaluate", { expression, target: { context }, awaitPromise: true });
    if (answer.type === "exception") throw new Error(`${expression}: ${answer.exceptionDetails.text}`);
    return answer.result;
  };
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    errors,
    /** A value that JSON can hold. */
    evaluate: async (expression) => JSON.parse((await run(`JSON.stringify((${expression}) ?? null)`)).value),
    open: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    async click(selector) {
      const { sharedId } = await run(`(() => { const it = document.querySelector(${JSON.stringify(selector)}); it?.scrollIntoView({ block: "center" }); return it; })()`);
      if (!sharedId) throw new Error(`there is no ${selector}`);
      const origin = { type: "element", element: { sharedId } };
      const actions = [{ type: "pointerMove", x: 0, y: 0, origin }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await send("input.performActions", { context, actions: [{ type: "pointer", id: "mouse", actions }] });
    },
    async close() {
      socket.terminate();
      await end();
    },
  };
}
