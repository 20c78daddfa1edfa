// Starts the explorer: brings its WebAssembly in, shows progress, and shows a way out when anything fails.
//
// A classic script in a file of its own, so that a portal whose policy forbids inline scripts can host the site. One
// source for both editions: the site fetches its files from beside the page; in dist/minsheng.html inside.js, which
// stands before this, has the same bytes from the page itself.
(() => {
  "use strict";

  const REASONS = {
    file: [
      "浏览器不允许从文件夹里直接打开的网页读取旁边的文件。请改开同一文件夹中的 minsheng.html，它不需要服务器。",
      "Browsers do not let a page opened straight from a folder read the files beside it. Open minsheng.html in the same folder instead: it needs no server.",
    ],
    missing: [
      "程序文件没有下载完整。请检查网络后刷新页面；若仍不行，请告诉网站管理员。",
      "A program file did not download completely. Check the connection and reload; if that does not help, tell the site's administrator.",
    ],
    damaged: [
      "程序文件已损坏或与本页不是同一版本。请刷新页面；若仍不行，请告诉网站管理员。",
      "A program file is damaged or belongs to another version of this page. Reload; if that does not help, tell the site's administrator.",
    ],
    data: [
      "数据文件没有取到，或不是本页能读的样子。请检查网络后刷新页面；若仍不行，请告诉网站管理员。",
      "A data file could not be fetched, or is not of the form that this page reads. Check the connection and reload; if that does not help, tell the site's administrator.",
    ],
    stopped: [
      "程序运行中出错，已经停止。请刷新页面重试。",
      "The program met an error and stopped. Reload the page to try again.",
    ],
    // What follows is said of a page that stands.
    waiting: [
      "正在取程序的其余部分，取到就照刚才的操作做。",
      "Fetching the rest of the program. What you asked for follows.",
    ],
    late: [
      "页面的其余部分没有取到，页面先保持原样，网络恢复后会再取。若网站刚更新过，请重新载入，链接里的选择会保留。",
      "The rest of the page could not be fetched. The page stays as it is and tries again when the network is back. If the site has just been updated, reload: what the link says is kept.",
    ],
    updated: [
      "网站有了新版本。重新载入即可换上，链接里的选择会保留。",
      "The site has a new version. Reload to use it; what the link says is kept.",
    ],
  };
  const RETRY = ["重试", "Try again"];
  const RELOAD = ["重新载入", "Reload"];
  const DISMISS = ["知道了", "Dismiss"];

  const failure = (reason, detail) => Object.assign(new Error(detail ?? reason), { reason });

  const boot = document.getElementById("boot");
  const part = (id) => boot.querySelector(`#boot-${id}`);
  const chinese = () => /^zh/i.test(boot.isConnected ? navigator.language : document.documentElement.lang);
  const restMeta = () => document.querySelector('meta[name="minsheng-rest"]');

  // ---- what the reader sees -----------------------------------------------------------------------------------------

  function showStatus(zh, en) {
    const status = part("status");
    status.lang = chinese() ? "zh-CN" : "en";
    status.textContent = chinese() ? zh : en;
  }

  function showProgress(received, total) {
    if (!total) return;
    const percent = Math.min(100, Math.floor((received / total) * 100));
    part("bar").value = percent / 100;
    showStatus(`正在载入 ${percent}%`, `Loading ${percent}%`);
  }

  function showFailure(error) {
    console.error(error);
    const reason = reasonOf(error);
    const detail = error.message === reason ? "" : error.message;
    // What stands is never covered.
    if (!boot.isConnected) return tell(reason, detail);
    const [zh, en] = error.words ?? REASONS[reason];
    part("reason-zh").textContent = zh;
    part("reason-en").textContent = en;
    part("other-edition").hidden = reason !== "file";
    part("detail").textContent = detail;
    part("progress").hidden = true;
    source.offerData?.(part("data"));
    part("failure").hidden = false;
  }

  function reasonOf(error) {
    if (error.reason) return error.reason;
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return "damaged";
    if (error instanceof WebAssembly.RuntimeError) return "stopped";
    // What is left is a fetch, an import or a stream that broke off.
    return "missing";
  }

  const notice = Object.assign(document.createElement("div"), { id: "boot-notice" });

  /** Says something at the foot of a page that stands; with nothing to say, takes it away. */
  function tell(reason, detail = "") {
    if (!reason) return notice.remove();
    const zh = chinese();
    const words = (pair) => pair[zh ? 0 : 1];
    const add = (name, text, done) => {
      const element = Object.assign(document.createElement(name), { textContent: text, onclick: done ?? null });
      notice.append(element);
    };
    notice.lang = zh ? "zh-CN" : "en";
    notice.replaceChildren();
    // Spoken where it stands before its words do.
    notice.setAttribute("role", "status");
    document.body.append(notice);
    add("p", `${words(REASONS[reason])} ${detail}`);
    if (reason === "waiting") return;
    if (reason === "late") add("button", words(RETRY), want);
    // The address says what is looked at, or what was asked for.
    add("button", words(RELOAD), () => {
      if (wanted) history.replaceState(null, "", wanted);
      location.reload();
    });
    add("button", words(DISMISS), () => tell());
  }

  // ---- where the bytes come from ------------------------------------------------------------------------------------

  /** The site: files beside the page, named by the preload links that trunk writes. */
  const beside = {
    prepare(isWhole) {
      if (location.protocol === "file:") throw failure("file");
      askForData(isWhole);
    },

    glue() {
      // The page preloads it under its integrity hash, and the import takes what was preloaded.
      return import(document.querySelector('link[rel="modulepreload"]:not([href*="/snippets/"])').href);
    },

    // The first view can do without the rest where it stands alone and shows the bare address of the site's own page. That
    // of a place (tools/build/places.mjs) starts from the tables.
    wantsRest: () => restMeta() !== null && !(window.minshengFirst.isBare && !document.querySelector("meta[data-start]")),

    async rest() {
      const meta = restMeta();
      const response = await fetch(meta.content, { integrity: meta.dataset.integrity });
      if (!response.ok) throw failure("missing", `${response.status} ${meta.content}`);
      return response.arrayBuffer();
    },

    engine() {
      const { content, dataset } = document.querySelector('meta[name="minsheng-engine"]');
      return import(new URL(`${content}?v=${dataset.version}`, document.baseURI));
    },

    async wasm() {
      const link = document.querySelector('link[rel="preload"][href$=".wasm"]');
      const response = await fetch(link.href);
      if (!response.ok) throw failure("missing", `${response.status} ${link.href}`);
      // Content-Length counts compressed bytes where the server compresses; data-bytes is the size once unpacked.
      const compressed = response.headers.has("content-encoding");
      const size = Number(link.dataset.bytes);
      const total = size || (compressed ? 0 : Number(response.headers.get("content-length")));
      const chunks = [];
      let received = 0;
      for (const reader = response.body.getReader(); ; ) {
        const { done, value } = await reader.read();
        if (done) break;
        chunks.push(value);
        received += value.length;
        showProgress(received, total);
      }
      if (size && received < size) throw failure("missing", `${received} of ${size} bytes: ${link.href}`);
      const bytes = await new Blob(chunks).arrayBuffer();
      await verify(bytes, link.dataset.integrity);
      return bytes;
    },
  };

  /**
   * Asks for the data together with the program, so that neither waits for the other. The first view is drawn from a
   * preview that the build made; beside it the descriptor tells whether the data on the server are still those. Where a
   * start needs the rest of the program anyway, and where the build made no preview, all tables are asked for: as they
   * are on the server now, like src/browser/package.rs. Each file is handed over once; one that did not come is asked
   * for again by the explorer, which knows what to say of it.
   */
  function askForData(isWhole) {
    const meta = document.querySelector('meta[name="minsheng-data"]');
    const link = document.querySelector("link[data-preview]");
    const folder = new URL(meta?.content ?? "", document.baseURI);
    const asked = new Map();
    const byPreview = link && !isWhole;
    const files = meta?.dataset.first?.split(" ") ?? [];
    for (const file of byPreview ? files.slice(0, 1) : files) {
      const bytes = fetch(new URL(`${file}?v=${meta.dataset.version}`, folder), { cache: "no-cache" }).then((response) =>
        response.ok ? response.arrayBuffer() : Promise.reject(response.status),
      );
      bytes.then((its) => file === files[0] && isOther(its, meta) && window.minshengFirst.withdraw()).catch(() => {});
      asked.set(file, bytes);
    }
    window.minshengData = (file) => {
      const bytes = asked.get(file);
      asked.delete(file);
      return bytes ?? Promise.reject(file);
    };
    window.minshengPreview = async () => {
      if (!byPreview) throw failure("missing");
      const response = await fetch(link.href);
      if (!response.ok) throw failure("missing", `${response.status} ${link.href}`);
      const bytes = await response.arrayBuffer();
      await verify(bytes, link.dataset.integrity);
      // From now on the rest has arrived only once the tables have taken the preview's place.
      isPreview = true;
      return bytes;
    };
  }

  /** Whether a descriptor is not the one that the build knew: FNV-1a, as tools/build/data.mjs writes it. */
  function isOther(descriptor, { dataset }) {
    const hash = new Uint8Array(descriptor).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
    return dataset.known !== String(hash);
  }

  /** Checks a subresource-integrity value by hand: a fetch with `integrity` would report no progress. */
  async function verify(bytes, integrity) {
    // Plain http:// outside localhost has no crypto.subtle; there the size and the compiler's own check must do.
    if (!integrity || !globalThis.crypto?.subtle) return;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
    const found = `sha384-${btoa(String.fromCharCode(...digest))}`;
    if (found !== integrity) throw failure("damaged", `${found} instead of ${integrity}`);
  }

  const source = window.minshengInside ?? beside;

  // ---- the rest of the program ---------------------------------------------------------------------------------------
  //
  // The build splits the module (tools/build/split.mjs). What the first view can do without is a module of its own,
  // which fills itself into the first one's memory and tables. It is brought once that view stands, and always compiled
  // and made asynchronously: older browsers refuse anything else for modules of this size.
  //
  // Until it is there, whatever the reader does is held back and done once it is, so that the first part never waits for
  // it within a function. Should it need the rest all the same (a window of a size that nobody tried), it cannot go on:
  // the rest is brought, and the page starts again with both.
  //
  // The styles of what is not seen at first come along; in the one file and in a debug build they are there already.

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

  /** Fetches and compiles. */
  async function prepareRest() {
    const dressed = dress();
    compiled ??= await WebAssembly.compile(await source.rest());
    await dressed;
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
      await beforeArrival?.();
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

  /** Brings the rest if it is not there; once it failed, the next call tries again. */
  function bringRest() {
    coming ??= prepareRest()
      .then(connectRest)
      .catch((error) => {
        coming = undefined;
        throw error;
      });
    return coming;
  }

  /** Brings the rest because the reader waits for it. */
  function want() {
    const patience = setTimeout(() => arrived || boot.isConnected || tell("waiting"), PATIENCE);
    bringRest()
      .catch((error) => {
        console.warn(error);
        if (!boot.isConnected) tell("late");
        else showFailure(error);
      })
      .finally(() => clearTimeout(patience));
  }

  /** The first part calls this when it cannot go on without the rest. */
  function stop() {
    stuck = true;
    held.length = 0;
    want();
    throw failure("late");
  }

  function startAgain() {
    history.replaceState(WHOLE, "");
    location.reload();
  }

  // ---- what the reader does before the rest is there ------------------------------------------------------------------

  const held = [];
  let wanted;
  const ACTS = ["click", "input", "change", "keydown", "toggle", "drop", "paste", "hashchange", "popstate", "message"];
  // Means nothing later.
  const PASSING = ["pointerdown", "pointermove", "pointerup", "pointerleave", "focus", "focusin", "focusout", "dragover", "dragleave", "beforeprint", "afterprint"];
  // Of these the browser does its own part at once, and another event tells of it where the explorer has to do one.
  const NATIVE = "a[href]:not([href^='#']), input, select, textarea, label, summary";
  // Nobody waits for these.
  const QUIET = ["toggle", "message", "keydown"];

  function hold(event) {
    const { type, target } = event;
    if (arrived || target.closest?.("#boot, #boot-notice, #first")) return;
    event.stopImmediatePropagation();
    const files = event.dataTransfer ?? event.clipboardData;
    // Left to itself, the browser would leave the page for a file that is dropped on it.
    if (files?.types.includes("Files")) event.preventDefault();
    if (PASSING.includes(type)) return;
    // A link to another view says where, for a page that is loaded anew; in a new tab it opens by itself.
    const link = type === "click" && target.closest?.("a[href^='#']");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (link && !elsewhere) {
      event.preventDefault();
      wanted = link.href;
    }
    const isNative = type === "click" && target.closest?.(link && elsewhere ? "a" : NATIVE);
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
      list.addEventListener("change", hold);
      return list;
    };
    addEventListener("online", () => {
      if (held.length) want();
      else if (!arrived) bringRest().catch(console.warn);
    });
  }

  // ---- the start ----------------------------------------------------------------------------------------------------

  /** Has a worker keep the site for when there is no network (offline.js), and says when it has kept a newer version. */
  async function keepSite() {
    const meta = document.querySelector('meta[name="minsheng-offline"]');
    // In a frame the site is a guest of another page. Without a secure address there are no such workers.
    if (!meta || parent !== window || !navigator.serviceWorker) return;
    const registration = await navigator.serviceWorker.register(window.minshengTrusted.createScriptURL(new URL(meta.content, document.baseURI).href));
    const look = () => document.hidden || registration.update().catch(() => undefined);
    document.addEventListener("visibilitychange", look);
    registration.onupdatefound = () => {
      const { installing: next, active: before } = registration;
      next.onstatechange = () => before && next.state === "installed" && tell("updated");
    };
  }

  /** Resolves once the explorer stands: it says so, or its root element is in the document. */
  const standing = new Promise((resolve) => {
    addEventListener("minsheng:ready", resolve, { capture: true, once: true });
    const look = () => document.querySelector("[data-minsheng-root]") && (watcher.disconnect(), resolve());
    const watcher = new MutationObserver(look);
    watcher.observe(document, { childList: true, subtree: true, attributeFilter: ["data-minsheng-root"] });
  });

  async function start() {
    part("file")?.remove();
    if ("tooOld" in boot.dataset) return source.offerData?.(part("data"));
    const needsRest = source.wantsRest();
    window.minshengPreview = () => Promise.reject(failure("missing"));
    await source.prepare(needsRest);
    // The explorer asks for the engine's interface by this when it needs a worker; brought once.
    let engine;
    window.minshengEngine = () => (engine ??= source.engine().catch((error) => ((engine = undefined), Promise.reject(error))));
    window.minshengBeforeArrival = (work) => (beforeArrival = work);
    const early = needsRest && prepareRest();
    const [glue, bytes] = await Promise.all([source.glue(), source.wasm(), early]);
    // A debug build is whole.
    if (glue.onRest) {
      glue.onRest(stop, async (exports) => {
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
    boot.remove();
    window.minshengFirst.handOver(document.querySelector("[data-minsheng-root]"));
    if (!arrived) {
      await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 1000 }));
      bringRest().catch(console.warn);
    }
    await arrival;
    // What is kept may be asked for once nothing of the page's own is on its way.
    keepSite().catch(console.warn);
  }

  // The explorer gives up by this event, with the name of the data file that keeps it from starting in its detail.
  addEventListener("minsheng:failed", ({ detail }) => showFailure(detail ? failure("data", String(detail)) : failure("stopped")), true);
  // A panic outside start-up surfaces here; after it the program answers nothing more. One that is stuck is about to start again.
  const onPanic = (error) => !stuck && error instanceof (globalThis.WebAssembly?.RuntimeError ?? Array) && showFailure(error);
  addEventListener("error", (event) => onPanic(event.error));
  addEventListener("unhandledrejection", (event) => onPanic(event.reason));

  start().catch(showFailure);
})();
