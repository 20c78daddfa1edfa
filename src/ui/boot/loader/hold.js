// What the reader does before the rest is there, held back by the loader until it is.
"use strict";

const held = [];
let wanted;
const ACTS = ["click", "input", "change", "keydown", "toggle", "drop", "paste", "hashchange", "popstate", "message"];
// Means nothing later.
const PASSING = ["pointerdown", "pointermove", "pointerup", "pointerleave", "focus", "focusin", "focusout", "dragover", "dragleave", "beforeprint", "afterprint"];
// Of these the browser does its own part at once, and another event tells of it where the explorer has to do one.
const NATIVE = "a[href], input, select, textarea, label, summary";
// Nobody waits for these.
const QUIET = ["toggle", "message", "keydown"];

/** The link of this page to a state of its own that an element is within. */
function linkAround(element) {
  const link = element.closest?.("a[href*='#']");
  const page = (address) => address.split("#")[0];
  return link && page(link.href) === page(location.href) ? link : undefined;
}

function hold(event) {
  const { type, target } = event;
  if (arrived || target.closest?.("#boot, #boot-notice, #first")) return;
  event.stopImmediatePropagation();
  const files = event.dataTransfer ?? event.clipboardData;
  // Left to itself, the browser would leave the page for a file that is dropped on it.
  if (files?.types.includes("Files")) event.preventDefault();
  if (PASSING.includes(type)) return;
  // A link to another view says where, for a page that is loaded anew; in a new tab it opens by itself.
  const link = type === "click" && linkAround(target);
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (link && !elsewhere) {
    event.preventDefault();
    wanted = link.href;
  }
  const isNative = type === "click" && (link ? elsewhere : target.closest?.(NATIVE));
  if (!isNative && !stuck) {
    const again = repeated(event, files);
    held.push(() => target.isConnected !== false && target.dispatchEvent(again));
  }
  if (!isNative && !QUIET.includes(type) && !(target instanceof MediaQueryList)) want();
}

/** An observer that tells the first thing at once, since the first view is drawn by it, and what changes then later. */
function patient(Observer) {
  return class extends Observer {
    constructor(heard, how) {
      let told;
      super((...news) => {
        if (arrived || !told) heard(...news);
        else arrival.then(() => this.ended || told !== news || heard(...news));
        told = news;
      }, how);
    }

    disconnect() {
      this.ended = true;
      super.disconnect();
    }
  };
}

/** A new event like this one: one that was stopped stays stopped. What is dropped or pasted can be read only now. */
function repeated(event, files) {
  const { type, constructor: Kind } = event;
  if (!files) return new Kind(type, event);
  const copy = new DataTransfer();
  for (const kind of files.types) if (kind !== "Files") copy.setData(kind, files.getData(kind));
  for (const file of files.files) copy.items.add(file);
  return new Kind(type, { bubbles: true, cancelable: true, dataTransfer: copy, clipboardData: copy });
}

/** From now on; before the explorer adds listeners of its own. */
function holdBack() {
  const types = [...ACTS, ...PASSING];
  for (const type of types) {
    addEventListener(type, hold, true);
    // What is done to the notice ends there.
    notice.addEventListener(type, (event) => event.stopPropagation());
  }
  arrival.then(() => types.forEach((type) => removeEventListener(type, hold, true)));
  for (const name of ["ResizeObserver", "IntersectionObserver"]) window[name] = patient(window[name]);
  // Of the window's width and the colours the page is told by lists of its own.
  const match = window.matchMedia;
  window.matchMedia = (query) => {
    const list = match.call(window, query);
    // A list that has a listener is never collected.
    if (!arrived) {
      list.addEventListener("change", hold);
      arrival.then(() => list.removeEventListener("change", hold));
    }
    return list;
  };
  addEventListener("online", () => {
    if (held.length) want();
    else if (!arrived) bringRest().catch(console.warn);
  });
}
