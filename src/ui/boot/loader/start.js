// The loader's own way, from the page's first script to the explorer that stands.
"use strict";

/** Resolves once the explorer says that it stands. */
const standing = new Promise((resolve) => addEventListener("minsheng:ready", resolve, { capture: true, once: true }));

async function start() {
  part("stuck").remove();
  if ("tooOld" in boot.dataset) return source.offerData?.(part("data"));
  const needsRest = source.wantsRest();
  window.minshengPreview = () => Promise.reject(failure("program"));
  await source.prepare(needsRest);
  expectMore();
  window.minshengEngine = engineOnce();
  window.minshengBeforeArrival = (work) => (beforeArrival = work);
  const early = needsRest && prepareRest();
  const [glue, bytes] = await Promise.all([source.glue(), source.wasm(), early]);
  // A debug build is whole.
  if (glue.onRest) {
    glue.onRest(stopFirst, async (exports) => {
      first = exports;
      if (early) await bringRest();
    });
    holdBack();
  } else {
    arrived = true;
    tellArrival();
  }
  // The explorer waits by this for the rest: until it comes, or `now`, which it wants where it cannot use the preview.
  window.minshengRest = (now) => {
    if (!now || arrived) return arrival;
    isPreview = false;
    return bringRest();
  };
  showStatus("正在启动…", "Starting…");
  const wasm = await glue.default({ module_or_path: bytes });
  // Trunk's own bootstrap leaves these two behind, and embedding pages may rely on them.
  window.wasmBindings = glue;
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
  await standing;
  expectNothing();
  boot.remove();
  window.minshengFirst.handOver(document.querySelector("[data-minsheng-root]"));
  if (!arrived) {
    await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 1000 }));
    bringRest().catch(console.warn);
  }
  await arrival;
  // What is kept may be asked for once nothing of the page's own is on its way.
  window.minshengLater?.keepSite(tell).catch(console.warn);
}

/**
 * What the explorer asks for the engine's interface by when it needs a worker: brought once. One that failed or does not come
 * is brought again at the next call, by another address: browsers remember of a module that it failed.
 */
function engineOnce() {
  let engine, since;
  let tries = 0;
  return () => {
    if (performance.now() - since > STALL) engine = undefined;
    if (engine) return engine;
    since = performance.now();
    const its = (engine = source.engine(tries++));
    its.then(() => (since = Infinity), () => (engine = engine === its ? undefined : engine));
    return its;
  };
}

// The explorer gives up by this event, with the name of the data file that keeps it from starting in its detail.
addEventListener("minsheng:failed", ({ detail }) => showFailure(detail ? failure("data", String(detail)) : failure("stopped")), true);
// A panic outside start-up surfaces here; after it the program answers nothing more. One that is stuck is about to start again.
const onPanic = (error) => !stuck && error instanceof (globalThis.WebAssembly?.RuntimeError ?? Array) && showFailure(error);
addEventListener("error", (event) => onPanic(event.error));
addEventListener("unhandledrejection", (event) => onPanic(event.reason));

start().catch(async (error) => {
  // A page that some cache has kept names files that the server has no longer: the page of now takes its place.
  if (reasonOf(error) !== "program" || !(await window.minshengFirst.renew())) showFailure(error);
});
