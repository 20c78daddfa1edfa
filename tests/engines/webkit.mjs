// WebKit, as Debian's WebKitGTK has it, driven by its WebDriver on a screen of its own.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How long the driver may take to start, in milliseconds. */
const PATIENCE = 30_000;

/** WebKitGTK's own small browser, of any of the interfaces that Debian's versions have. */
const BROWSER = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
  .map((name) => `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/${name}/MiniBrowser`)
  .find(existsSync);

/** Whether the browser, its driver and a screen for them are there. */
export const hasWebKit = () => Boolean(BROWSER) && ["WebKitWebDriver", "xvfb-run"].every((program) => !spawnSync(program, ["--help"]).error);

/** Starts WebKit and gives what tests/engines/page.mjs asks of a browser. */
export async function openWebKit() {
  if (!BROWSER) throw new Error("WebKitGTK's MiniBrowser is not installed: tools/setup/engines.sh brings it");
  const port = await freePort();
  // Without a sandbox of WebKit's own, which needs rights that containers do not give, without a graphics card, without
  // the last of its compilers, by which every third load or so of any build ends with a memory access that is out of bounds,
  // and without compiling while a program runs, by which one load in some two hundred still did.
  const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1", JSC_useOMGJIT: "0", JSC_useConcurrentJIT: "0" };
  // In a group of its own, since the screen and the driver each start programs.
  const driver = spawn("xvfb-run", ["-a", "-s", "-screen 0 1400x1000x24", "WebKitWebDriver", `--port=${port}`], { env, stdio: "ignore", detached: true });
  const failed = new Promise((_, reject) => driver.once("error", reject));
  const ended = new Promise((resolve) => driver.once("close", resolve));
  const end = async () => {
    process.kill(-driver.pid, "SIGTERM");
    await Promise.race([ended, sleep(5000)]);
  };
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const begin = async () => {
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: BROWSER, args: ["--automation"] } } };
    for (const last = Date.now() + PATIENCE; ; await sleep(250)) {
      try {
        return await call("POST", "/session", { capabilities });
      } catch (error) {
        // The driver does not listen yet.
        if (error.message !== "fetch failed" || Date.now() > last) throw error;
      }
    }
  };
  try {
    const { sessionId, capabilities } = await Promise.race([begin(), failed]);
    return drive((method, path, body) => call(method, `/session/${sessionId}${path}`, body), capabilities, end);
  } catch (error) {
    await end().catch(() => {});
    throw error;
  }
}

async function drive(call, { browserVersion }, end) {
  await call("POST", "/window/rect", { x: 0, y: 0, width: 1280, height: 980 });
  const errors = [];
  const evaluate = (expression) => call("POST", "/execute/sync", { script: `return (${expression}) ?? null;`, args: [] });
  return {
    name: `WebKitGTK ${browserVersion}`,
    // The driver tells nothing of the console: what the page itself hears of is read after each step.
    errors,
    evaluate,
    open: (url) => call("POST", "/url", { url }),
    // Not by the driver's own click, which takes the marks of a chart, being SVG, for nothing that can be clicked.
    async click(selector) {
      const element = JSON.stringify(selector);
      const at = await evaluate(`(() => {
        const it = document.querySelector(${element});
        it?.scrollIntoView({ block: "center" });
        const box = it?.getBoundingClientRect();
        return box && [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
      })()`);
      if (!at) throw new Error(`there is no ${selector}`);
      const actions = [{ type: "pointerMove", x: at[0], y: at[1] }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await call("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
    },
    async close() {
      await call("DELETE", "").catch(() => {});
      await end().catch(() => {});
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
