// Says which browser is needed where this one is too old. A script of its own in the oldest JavaScript there is, because
// such a browser cannot even read the loader, and would show "loading" for ever.
(function () {
  "use strict";
  try {
    // `:is()` in style sheets stands for what browsers learnt in the same months (Chrome 88, Firefox 78, Safari 14). The
    // module is an empty one: it is refused where WebAssembly is switched off.
    if (CSS.supports("selector(:is(a))") && WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))) return;
  } catch (error) {
    // No WebAssembly at all, or no way to ask about styles.
  }
  function part(id) {
    return document.getElementById("boot-" + id);
  }
  var file = part("file");
  if (file) file.parentNode.removeChild(file);
  part("reason-zh").textContent =
    "这个浏览器太旧，或者关掉了 WebAssembly，打不开本页；页面本身没有坏。请换用 Chrome 或 Edge 88、Firefox 113、Safari 16.4，或比它们更新的版本。";
  part("reason-en").textContent =
    "This browser is too old, or has WebAssembly switched off, and cannot open this page; nothing is wrong with the page. Please use Chrome or Edge 88, Firefox 113, Safari 16.4, or anything newer.";
  part("progress").setAttribute("hidden", "");
  if (!part("data").firstChild) part("has-data").setAttribute("hidden", "");
  part("failure").removeAttribute("hidden");
  // What the build drew stays, without what would do nothing in it.
  var named = document.getElementById("unscripted-styles");
  var address = /href=["']?([^"'\s>]+)/.exec((named && named.textContent) || "");
  if (address) {
    var styles = document.createElement("link");
    styles.rel = "stylesheet";
    styles.href = address[1];
    document.getElementsByTagName("head")[0].appendChild(styles);
  }
  // The loader, where it can be read, looks for this and does nothing.
  document.getElementById("boot").setAttribute("data-too-old", "");
})();
