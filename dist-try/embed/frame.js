// Makes every embedded explorer on a page as wide as its place and as high as its content:
// `iframe[data-minsheng-embed]`, and what `mount` of minsheng-engine.js makes. The one place where that is done.
//
// The explorer says `{type: "minsheng:ready"}` once it stands. The page answers `{type: "minsheng:hello"}` to its
// origin, and from then on gets `{type: "minsheng:height", height}` (in px) whenever the height changes.
(() => {
  "use strict";
  // The page may name this file several times, once for each frame.
  if (globalThis.minshengFrames) return;

  const SELECTOR = "iframe[data-minsheng-embed]";
  /** Lower than any view is; what a page says that is not the explorer does not make the frame vanish. */
  const LEAST = 120;
  const followed = new Set();

  const originOf = (frame) => new URL(frame.src, document.baseURI).origin;

  function hello(frame) {
    // A page opened from a folder has no origin to name.
    const target = originOf(frame) === "null" ? "*" : originOf(frame);
    frame.contentWindow?.postMessage({ type: "minsheng:hello" }, target);
  }

  /** Gives a frame the width of its place, and its content's height from now on. */
  function follow(frame) {
    if (followed.has(frame)) return;
    followed.add(frame);
    // Attributes and not styles where they do: the page's own style sheet has the last word.
    if (!frame.hasAttribute("width")) frame.width = "100%";
    if (!frame.hasAttribute("frameborder")) frame.setAttribute("frameborder", "0");
    // Set as properties: a strict policy forbids attributes of style.
    frame.style.maxWidth = "100%";
    frame.style.verticalAlign = "top";
    frame.addEventListener("load", () => hello(frame));
  }

  function fit(frame, height) {
    // A border that the page has drawn around it may count as a part of its height.
    const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.max(LEAST, Math.ceil(height)) + border}px`;
  }

  /** Lets go of a frame that is taken away. */
  function leave(frame) {
    followed.delete(frame);
  }

  function find() {
    document.querySelectorAll(SELECTOR).forEach(follow);
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (data?.type !== "minsheng:ready" && data?.type !== "minsheng:height") return;
    // Frames may have come since.
    find();
    const frame = [...followed].find((candidate) => candidate.contentWindow === source);
    if (!frame || origin !== originOf(frame)) return;
    if (data.type === "minsheng:ready") hello(frame);
    else if (Number.isFinite(data.height)) fit(frame, data.height);
  });

  globalThis.minshengFrames = { follow, leave };
  find();
  // An explorer may have stood before this ran, and its frame have been loaded.
  const greet = () => followed.forEach(hello);
  if (document.readyState === "complete") greet();
  else addEventListener("load", greet);
})();
