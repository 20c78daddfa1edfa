// Makes every embedded explorer on a page as wide as its place and as high as its content:
// `iframe[data-minsheng-embed]`, and what `mount` of minsheng-engine.js makes. The one place where that is done.
//
// The page says `{type: "minsheng:hello"}` to the frame's origin when the frame has loaded; `data-height` of the frame, in
// px, says how high its first part may be. From then on the explorer says `{type: "minsheng:height", height}` whenever its
// height changes. What else can be said stands in docs/embedding.md of the explorer's repository.
(() => {
  "use strict";
  // The page may name this file several times, once for each frame.
  if (globalThis.minshengFrames) return;

  const SELECTOR = "iframe[data-minsheng-embed]";
  /** Lower than any view is; what a page says that is not the explorer does not make the frame vanish. */
  const LEAST = 120;
  const followed = new Set();

  /** The origin that a frame's page has; one that is sandboxed without `allow-same-origin` has none, nor has a folder. */
  function originOf(frame) {
    const { sandbox } = frame;
    const hasNone = frame.hasAttribute("sandbox") && !sandbox.contains("allow-same-origin");
    return hasNone ? "null" : new URL(frame.src, document.baseURI).origin;
  }

  function hello(frame) {
    const height = Number(frame.dataset.height) || undefined;
    const origin = originOf(frame);
    frame.contentWindow?.postMessage({ type: "minsheng:hello", height }, origin === "null" ? "*" : origin);
  }

  /** Whether a frame is still at the empty page that it has before its own. */
  const isEmpty = (frame) => frame.contentDocument?.URL === "about:blank";

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
    if (data?.type !== "minsheng:height" || !Number.isFinite(data.height)) return;
    const frame = [...followed].find((candidate) => candidate.contentWindow === source);
    if (frame && origin === originOf(frame)) fit(frame, data.height);
  });

  globalThis.minshengFrames = { follow, leave };
  find();
  // Frames may come later.
  new MutationObserver(find).observe(document, { childList: true, subtree: true });
  // An explorer may have loaded before this ran.
  const greet = () => followed.forEach((frame) => isEmpty(frame) || hello(frame));
  if (document.readyState === "complete") greet();
  else addEventListener("load", greet);
})();
