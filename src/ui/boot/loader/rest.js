// The rest of the program.
//
// The build splits the module (tools/build/split.mjs). What the first view can do without is a module of its own,
// which fills itself into the first one's memory and tables. It is brought once that view stands, and always compiled
// and made asynchronously: older browsers refuse anything else for modules of this size.
//
// Until it is there, whatever the reader does is held back and done once it is, so that the first part never waits for
// it within a function. Should it need the rest all the same (a window of a size that nobody tried), it cannot go on:
// the rest is brought, and the page starts again with both.
//
// The styles of what is not seen at first come along, and what the loader itself can do later; in the one file and in a debug
// build they are there already.
"use strict";

/** Says in the history that the page is to start with both parts. */
const WHOLE = "minsheng:whole";
/** Milliseconds that a reader waits without a word. */
const PATIENCE = 400;

let first; // the first part's exports, once there
let compiled; // the rest, as a module
let coming; // a promise of its arrival
let connected; // a promise that it is made
let isPreview = false; // whether the first view is drawn from the preview of the data
let beforeArrival; // what the explorer does before
let arrived = false;
let stuck = false;
let tellArrival;
const arrival = new Promise((resolve) => (tellArrival = resolve));

/** Resolves once the styles hold, or could not be had: a page without them can be read, and the next need tries again. */
function dress() {
  const meta = document.querySelector('meta[name="minsheng-styles"]');
  if (!meta) return undefined;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: meta.content });
  link.integrity = meta.dataset.integrity ?? "";
  meta.replaceWith(link);
  return new Promise((resolve) => {
    link.onload = resolve;
    link.onerror = () => resolve(link.replaceWith(meta));
  });
}

/** Brings what is only said or done once the page stands (later.js), which goes on without. */
async function bringLater() {
  const meta = document.querySelector('meta[name="minsheng-later"]');
  if (meta) await import(new URL(meta.content, document.baseURI)).catch(console.warn);
}

/** Fetches and compiles. */
async function prepareRest() {
  const others = [dress(), bringLater()];
  compiled ??= await WebAssembly.compile(await source.rest());
  await Promise.all(others);
}

async function connectRest() {
  // Made twice, it would reset variables that are in use.
  if (!stuck) {
    connected ??= WebAssembly.instantiate(compiled, { first }).catch((error) => {
      connected = undefined;
      throw error;
    });
  }
  await connected;
  if (stuck) return startAgain();
  if (isPreview) {
    await standing;
    // It fails with the name of the data file that keeps it from being done.
    await beforeArrival?.().catch((file) => Promise.reject(failure("data", file)));
  }
  arrived = true;
  tellArrival();
  tell();
  wanted = undefined;
  for (const act of held.splice(0)) {
    act();
    // What one act changes in the page is there for the next.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Brings the rest if it is not there; once it failed, the next call tries again. A data file that is missing is told at once. */
function bringRest() {
  coming ??= prepareRest()
    .then(connectRest)
    .catch((error) => {
      coming = undefined;
      if (error.reason === "data" && navigator.onLine) tell("data", error.message);
      throw error;
    });
  return coming;
}

/** Brings the rest because the reader waits for it. */
function want() {
  const patience = setTimeout(() => arrived || boot.isConnected || tell("waiting"), PATIENCE);
  expectMore();
  bringRest()
    .catch((error) => {
      console.warn(error);
      if (boot.isConnected) showFailure(error);
      else if (error.reason === "data") tell("data", error.message);
      else tell("late");
    })
    .finally(() => {
      clearTimeout(patience);
      expectNothing();
    });
}

/** The first part calls this when it cannot go on without the rest. */
function stopFirst() {
  stuck = true;
  held.length = 0;
  want();
  throw failure("late");
}

function startAgain() {
  history.replaceState(WHOLE, "");
  location.reload();
}
