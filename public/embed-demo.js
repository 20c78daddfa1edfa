// Lets each embedded explorer on a portal page be as high as its content.
//
// The explorer says `{type: "minsheng:ready"}` once it stands. The page answers `{type: "minsheng:hello"}` to its
// origin, and from then on gets `{type: "minsheng:height", height}` (in px) whenever the height changes.
(() => {
  "use strict";
  const frames = [...document.querySelectorAll("iframe[data-minsheng-embed]")];
  const originOf = (frame) => new URL(frame.src, document.baseURI).origin;
  const hello = (frame) => {
    // A page opened from a folder has no origin to name.
    const target = originOf(frame) === "null" ? "*" : originOf(frame);
    frame.contentWindow.postMessage({ type: "minsheng:hello" }, target);
  };
  addEventListener("message", (event) => {
    const frame = frames.find((candidate) => candidate.contentWindow === event.source);
    if (!frame || event.origin !== originOf(frame)) return;
    if (event.data?.type === "minsheng:ready") hello(frame);
    if (event.data?.type === "minsheng:height" && Number.isFinite(event.data.height)) {
      frame.style.height = `${Math.max(200, Math.ceil(event.data.height))}px`;
    }
  });
  // The explorer may have stood before this script ran.
  frames.forEach((frame) => frame.addEventListener("load", () => hello(frame)));
})();
