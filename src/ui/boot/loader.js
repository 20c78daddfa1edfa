// Starts the explorer: brings its WebAssembly in, shows progress, and shows a way out when anything fails.
//
// A classic script in a file of its own, so that a portal whose policy forbids inline scripts can host the site. One
// source for both editions: the site fetches its files from beside the page; dist/minsheng.html carries the same bytes
// inside (tools/build/one-file.mjs puts them there), because a page opened from file:// may fetch nothing.
(() => {
  "use strict";

  const REASONS = {
    file: [
      "浏览器不允许从文件夹里直接打开的网页读取旁边的文件。请改开同一文件夹中的 minsheng.html，它不需要服务器。",
      "Browsers do not let a page opened straight from a folder read the files beside it. Open minsheng.html in the same folder instead: it needs no server.",
    ],
    webAssembly: [
      "此浏览器不支持 WebAssembly，或者它被关掉了。请用近几年的 Chrome、Edge、Firefox 或 Safari 打开。",
      "This browser has no WebAssembly, or it is switched off. Please use a Chrome, Edge, Firefox or Safari of recent years.",
    ],
    unpacking: [
      "此浏览器不能解压页面里的程序。请用 2023 年以后的 Chrome、Edge、Firefox 或 Safari 打开。",
      "This browser cannot unpack the program inside this page. Please use a Chrome, Edge, Firefox or Safari from 2023 or later.",
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
  };

  class BootFailure extends Error {
    constructor(reason, detail) {
      super(detail ?? reason);
      this.reason = reason;
    }
  }

  const boot = document.getElementById("boot");
  const part = (id) => boot.querySelector(`#boot-${id}`);
  const chinese = /^zh/i.test(navigator.language);
  const restMeta = () => document.querySelector('meta[name="minsheng-rest"]');
  const packed = (name) => document.querySelector(`script[data-minsheng-${name}]`);

  // ---- what the reader sees -----------------------------------------------------------------------------------------

  function showStatus(zh, en, lang = chinese ? "zh-CN" : "en") {
    const status = part("status");
    status.lang = lang;
    status.textContent = chinese ? zh : en;
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
    const [zh, en] = REASONS[reason];
    part("reason-zh").textContent = zh;
    part("reason-en").textContent = en;
    part("other-edition").hidden = reason !== "file";
    part("detail").textContent = error.message === reason ? "" : error.message;
    part("progress").hidden = true;
    if (packed("package")) offerPackedData(part("data"));
    part("failure").hidden = false;
    // After start-up the panel comes back above whatever the explorer still shows.
    if (!boot.isConnected) document.body.prepend(boot);
  }

  function reasonOf(error) {
    if (error.reason) return error.reason;
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return "damaged";
    if (error instanceof WebAssembly.RuntimeError) return "stopped";
    // What is left is a fetch, an import or a stream that broke off.
    return "missing";
  }

  // ---- where the bytes come from ------------------------------------------------------------------------------------

  /** The site: files beside the page, named by the preload links that trunk writes. */
  const beside = {
    prepare() {
      if (location.protocol === "file:") throw new BootFailure("file");
    },

    glue() {
      // The page preloads it under its integrity hash, and the import takes what was preloaded.
      return import(document.querySelector('link[rel="modulepreload"]:not([href*="/snippets/"])').href);
    },

    // A link leads to any view; the bare address to the first one, which can do without the rest.
    wantsRest: () => location.hash.length > 1 && restMeta() !== null,

    async rest() {
      const meta = restMeta();
      const response = await fetch(meta.content);
      if (!response.ok) throw new BootFailure("missing", `${response.status} ${meta.content}`);
      const bytes = await response.arrayBuffer();
      await verify(bytes, meta.dataset.integrity);
      return bytes;
    },

    engine() {
      const { content, dataset } = document.querySelector('meta[name="minsheng-engine"]');
      return import(new URL(`${content}?v=${dataset.version}`, document.baseURI));
    },

    /** At once, because a function is waiting: the page stands still meanwhile. Only the size can be checked here. */
    restNow() {
      const meta = restMeta();
      const request = new XMLHttpRequest();
      request.open("GET", meta.content, false);
      // A request of this kind hands out text only; this character set keeps every byte, in the low half of a character.
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      if (request.status !== 200) throw new BootFailure("missing", `${request.status} ${meta.content}`);
      const bytes = Uint8Array.from(request.responseText, (char) => char.charCodeAt(0));
      if (bytes.length !== Number(meta.dataset.bytes)) {
        throw new BootFailure("missing", `${bytes.length} of ${meta.dataset.bytes} bytes: ${meta.content}`);
      }
      return bytes;
    },

    async wasm() {
      const link = document.querySelector('link[rel="preload"][as="fetch"]');
      const response = await fetch(link.href);
      if (!response.ok) throw new BootFailure("missing", `${response.status} ${link.href}`);
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
      if (size && received < size) throw new BootFailure("missing", `${received} of ${size} bytes: ${link.href}`);
      const bytes = await new Blob(chunks).arrayBuffer();
      await verify(bytes, link.dataset.integrity);
      return bytes;
    },
  };

  /** Checks a subresource-integrity value by hand: a fetch with `integrity` would report no progress. */
  async function verify(bytes, integrity) {
    // Plain http:// outside localhost has no crypto.subtle; there the size and the compiler's own check must do.
    if (!integrity || !globalThis.crypto?.subtle) return;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
    const found = `sha384-${btoa(String.fromCharCode(...digest))}`;
    if (found !== integrity) throw new BootFailure("damaged", `${found} instead of ${integrity}`);
  }

  /** The one file: gzipped blocks inside the page. */
  const inside = {
    async prepare() {
      if (typeof DecompressionStream !== "function") throw new BootFailure("unpacking");
      // The explorer looks for its data package here before it asks the network.
      const block = packed("package");
      block.textContent = new TextDecoder().decode(await unpack(block));
      block.type = "application/json";
    },

    async glue() {
      const code = new Blob([await unpack(packed("glue"))], { type: "text/javascript" });
      return import(URL.createObjectURL(code));
    },

    wasm: () => unpack(packed("wasm")),

    // Unpacking cannot be hurried later, and costs no download.
    wantsRest: () => true,
    rest: () => unpack(packed("rest")),
    restNow() {
      throw new BootFailure("damaged");
    },

    async engine() {
      const code = new Blob([await unpack(packed("engine"))], { type: "text/javascript" });
      const engine = await import(URL.createObjectURL(code));
      const part = async (name) => {
        if (!packed(`${name}-code`)) return undefined;
        const [code, wasm] = await Promise.all([unpack(packed(`${name}-code`)), unpack(packed(`${name}-wasm`))]);
        return { code: new TextDecoder().decode(code), wasm };
      };
      // Which formats need the site is said by the engine, where one is not carried.
      await engine.init({ parts: { engine: await part("engine"), parquet: await part("parquet") } });
      return engine;
    },
  };

  /** What is packed in a block, which is written 13 bits in two characters (tools/build/printable.mjs). */
  function packedBytes(block) {
    const text = block.textContent;
    const digits = new Uint8Array(127);
    for (let code = 33, digit = 0; code < 127; code++) if (!"<>&".includes(String.fromCharCode(code))) digits[code] = digit++;
    const bytes = new Uint8Array(Number(block.dataset.bytes));
    let [at, held, bits] = [0, 0, 0];
    for (let from = 0; from < text.length; from += 2) {
      held |= (digits[text.charCodeAt(from)] * 91 + digits[text.charCodeAt(from + 1)]) << bits;
      for (bits += 13; bits >= 8 && at < bytes.length; bits -= 8, held >>>= 8) bytes[at++] = held;
    }
    return bytes;
  }

  let xz;

  async function unpack(block) {
    const packing = new Blob([packedBytes(block)]).stream();
    try {
      if (!block.type.includes("+xz")) return await new Response(packing.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
      // Browsers read no XZ by themselves: the page carries what does.
      xz ??= unpack(packed("xz")).then((code) => import(URL.createObjectURL(new Blob([code], { type: "text/javascript" }))));
      const { XzReadableStream } = await xz;
      return await new Response(new XzReadableStream(packing)).arrayBuffer();
    } catch (error) {
      throw new BootFailure("damaged", error.message);
    }
  }

  /** In the one file there are no files to link to: hands out the package it carries, unpacked if that went well. */
  function offerPackedData(list) {
    const block = packed("package");
    const link = (name, href) => {
      const anchor = Object.assign(document.createElement("a"), { href, download: name, textContent: name });
      const item = document.createElement("li");
      item.append(anchor);
      return item;
    };
    if (block.type !== "application/json") {
      const address = URL.createObjectURL(new Blob([packedBytes(block)], { type: "application/gzip" }));
      list.replaceChildren(link("minsheng-data.json.gz", address));
      return;
    }
    const files = Object.entries(JSON.parse(block.textContent));
    list.replaceChildren(...files.map(([name, text]) => link(name, URL.createObjectURL(new Blob([text])))));
  }

  // ---- the rest of the program ---------------------------------------------------------------------------------------
  //
  // The build splits the module (tools/build/split.mjs). What the first view can do without is a module of its own,
  // which fills itself into the first one's memory and tables. It is brought once that view stands; when something
  // needs it earlier, at once.

  // The styles of what is not seen at first come along; in the one file and in a debug build they are there already.

  const rest = { module: undefined, arrived: false };
  const restImports = (wasm) => ({ first: wasm });

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

  /** Fetches and compiles; on failure does nothing, since the next need tries again. */
  async function prepareRest(source) {
    const dressed = dress();
    rest.module ??= await WebAssembly.compile(await source.rest());
    await dressed;
  }

  function connectRest(wasm) {
    // Twice would reset variables that are in use.
    if (rest.arrived) return;
    new WebAssembly.Instance(rest.module, restImports(wasm));
    rest.arrived = true;
  }

  /** The first part calls this when it needs the rest. */
  function restNow(source, wasm) {
    dress();
    try {
      rest.module ??= new WebAssembly.Module(source.restNow());
      connectRest(wasm);
    } catch (error) {
      showFailure(error);
      throw error;
    }
  }

  /** Brings the rest while nothing else is to be done. */
  async function restLater(source, wasm) {
    await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 1000 }));
    try {
      await prepareRest(source);
      connectRest(wasm);
    } catch (error) {
      // Older browsers make large modules only asynchronously.
      if (!(error instanceof RangeError) || rest.arrived) return console.warn(error);
      await WebAssembly.instantiate(rest.module, restImports(wasm));
      rest.arrived = true;
    }
  }

  // ---- the start ----------------------------------------------------------------------------------------------------

  /** Resolves once the explorer stands: it says so, or its root element is in the document. */
  const standing = new Promise((resolve) => {
    addEventListener("minsheng:ready", resolve, { capture: true, once: true });
    const look = () => document.querySelector("[data-minsheng-root]") && (watcher.disconnect(), resolve());
    const watcher = new MutationObserver(look);
    watcher.observe(document, { childList: true, subtree: true, attributeFilter: ["data-minsheng-root"] });
  });

  async function start() {
    part("file")?.remove();
    if (typeof WebAssembly !== "object") throw new BootFailure("webAssembly");
    const source = packed("wasm") ? inside : beside;
    await source.prepare();
    // The explorer asks for the engine's interface by this when it needs a worker; brought once.
    let engine;
    window.minshengEngine = () => (engine ??= source.engine().catch((error) => ((engine = undefined), Promise.reject(error))));
    const early = source.wantsRest() && prepareRest(source);
    const [glue, bytes] = await Promise.all([source.glue(), source.wasm(), early]);
    glue.onRest?.((wasm) => restNow(source, wasm));
    showStatus("正在启动…", "Starting…");
    const wasm = await glue.default({ module_or_path: bytes });
    // Trunk's own bootstrap leaves these two behind, and embedding pages may rely on them.
    window.wasmBindings = glue;
    dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
    await standing;
    boot.remove();
    // A debug build is whole.
    if (glue.onRest) await restLater(source, wasm);
  }

  // The explorer gives up by this event, with the name of the data file that keeps it from starting in its detail.
  addEventListener("minsheng:failed", ({ detail }) => showFailure(detail ? new BootFailure("data", String(detail)) : new BootFailure("stopped")), true);
  // A panic outside start-up surfaces here; after it the program answers nothing more.
  const onPanic = (error) => error instanceof (globalThis.WebAssembly?.RuntimeError ?? BootFailure) && showFailure(error);
  addEventListener("error", (event) => onPanic(event.error));
  addEventListener("unhandledrejection", (event) => onPanic(event.reason));

  start().catch(showFailure);
})();
