// The first screen, which the build drew into the page with the explorer's own program: shown while the explorer is on
// its way, which takes its place and what the reader did meanwhile.
//
// In the page's head and not deferred, so that it is not seen where a link leads elsewhere.
window.minshengFirst = (() => {
  "use strict";

  const root = document.documentElement;

  // In a frame with sandbox="allow-scripts" the page has no origin: neither modules nor data may be fetched, and the one
  // file, which has both in itself, takes over. It is this script's only without an address.
  if (origin === "null" && document.currentScript.src.startsWith("http")) {
    const { root = "./", start = "" } = document.querySelector("meta[name=minsheng-places]")?.dataset ?? {};
    location.replace(new URL(`${root}minsheng.html${location.search}${location.hash || `#${start}`}`, location.href));
  }

  // The page around may say hello before the program listens (src/browser/embedder.rs).
  addEventListener("message", (event) => {
    if (parent !== window && event.source === parent && event.data?.type === "minsheng:hello") window.minshengHello = event;
  });

  const isDrawn = () => "first" in root.dataset;

  // A link leads to any view, a page around this one asks for this and that, and a step of the history says that the
  // program's second part was needed before.
  const isBare = location.hash.length < 2 && location.search === "" && parent === window && history.state !== "minsheng:whole";
  if (!isBare) delete root.dataset.first;

  const drawing = () => document.querySelector("#first > *");

  /** Where an element stands: which child of which child of the screen it is. */
  function placeOf(element, within) {
    const place = [];
    for (let at = element; at !== within; at = at.parentElement) place.unshift([...at.parentElement.children].indexOf(at));
    return place;
  }

  /** The explorer's element at a place of the screen, where it is of the same kind. */
  function counterpart(element, within, explorer) {
    const found = placeOf(element, within).reduce((at, child) => at?.children[child], explorer);
    return found?.localName === element.localName ? found : undefined;
  }

  const acts = [];
  addEventListener(
    "click",
    (event) => {
      if (!isDrawn() || !event.target.closest("#first")) return;
      // A link that is to open elsewhere does so by itself.
      if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest("a")) return;
      // Whatever it leads to is the explorer's to do.
      event.preventDefault();
      const pressed = event.target.closest("a, button, label, summary") ?? event.target;
      pressed.setAttribute("aria-busy", "true");
      // What a button says is an element of its own here alone.
      acts.push(event.target.closest("button") ?? event.target);
    },
    true,
  );

  /**
   * Asks for the page past every cache, and starts again with it where it names other files than this one does: then a cache
   * kept this one beyond the version that it belongs to. Tells whether it does; a page that was just loaded anew does not.
   */
  async function renew() {
    try {
      const files = [...document.querySelectorAll("script[src], link[rel=stylesheet], link[rel$=preload]")];
      if (performance.getEntriesByType("navigation")[0].type === "reload") return false;
      const page = await fetch("", { cache: "reload" });
      const text = await page.text();
      const isOther = page.ok && files.some((file) => !text.includes(file.getAttribute("src") ?? file.getAttribute("href")));
      if (isOther) location.reload();
      return isOther;
    } catch {
      return false;
    }
  }

  /** A script or style sheet that does not come, the loader among them, which cannot say so. */
  async function lack({ target }) {
    const isNeeded = target.src || target.rel === "stylesheet";
    if (isNeeded && document.getElementById("boot") && !(await renew())) root.dataset.stuck = "";
  }
  addEventListener("error", lack, true);

  return {
    isBare,
    renew,

    /** Shows progress in the place of figures that are no longer the page's. */
    withdraw() {
      delete root.dataset.first;
    },

    /** Lets the explorer take the screen's place, with what was typed, focused and clicked. */
    handOver(explorer) {
      const [drawn, focused] = [isDrawn() && drawing(), document.activeElement];
      const typed = drawn && [...drawn.querySelectorAll("input[type=search], input[type=text], textarea")].filter(({ value }) => value);
      const here = (element) => counterpart(element, drawn, explorer);
      const [focus, fields, clicked] = drawn
        ? [drawn.contains(focused) ? here(focused) : undefined, typed.map((field) => [here(field), field.value]), acts.map(here)]
        : [undefined, [], []];
      document.getElementById("first")?.remove();
      delete root.dataset.first;
      focus?.focus({ preventScroll: true });
      for (const [field, value] of fields) {
        if (!field) continue;
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      for (const target of clicked) target?.click();
    },
  };
})();
