// One explorer in a shadow tree: from progress to the program that runs, and to its end, after which nothing of it is left.
import { DATA, PAGE, bring, engine, failure, start } from "./program.js";
import { nameParts } from "./parts.js";
import { FAILED, FULL, LOADING, REASONS, RETRY, STARTING, STOPPED } from "./words.js";
import { said } from "./link.js";
import { worldOf } from "./world.js";

/** Data packages are named by their descriptor; every other file is a table. */
const DESCRIPTOR = /(?:^|\/)datapackage\.json(?:[?#]|$)/;

function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

export class Explorer {
  #host;
  #shadow;
  #heard;
  #world;
  #place;
  #root = make("div", { class: "minsheng-root", "data-framed": "" });
  #page = make("div", { class: "minsheng-page", part: "page" });
  #parts;
  #isOver = false;
  #make;
  stands = false;

  /** `heard` has `ready`, `change`, `failed`, and `again`, which a reader presses after a failure. */
  constructor(host, shadow, heard) {
    [this.#host, this.#shadow, this.#heard] = [host, shadow, heard];
    this.#root.append(this.#page);
    this.#place = make("div", { class: "minsheng-place" }, this.#root);
    shadow.replaceChildren(this.#place);
  }

  /** Shows what `link` says of `data`, an address or none for the site's own, and puts its areas on the map at the address `map`. */
  async run(link, { data, map, height }) {
    this.setHeight(height);
    this.#root.lang = said(link, "lang") === "en" ? "en" : "zh-CN";
    this.#root.dataset.theme = said(link, "theme") ?? "auto";
    this.#world = this.#worldOf(link, data, map);
    const status = this.#progress();
    try {
      if (!("replace" in CSSStyleSheet.prototype) || !CSS.supports("container-type: inline-size")) throw failure("old");
      const brought = await bring((share) => status(`${LOADING[this.#language()]} ${Math.floor(share * 100)}%`));
      if (this.#isOver) return;
      this.#shadow.adoptedStyleSheets = [brought.sheet];
      status(STARTING[this.#language()]);
      await start(brought, this.#world.globals, (error) => setTimeout(() => this.#fail("stopped", error.message)));
    } catch (error) {
      this.#fail(reasonOf(error), error.message);
    }
  }

  /** What is chosen, as a link. */
  get link() {
    return this.#world.link();
  }

  go(link) {
    this.#world.go(link);
  }

  open(files) {
    this.#world.open(files);
  }

  /** A file of what is on screen, as `{name, blob}`. */
  file(kind) {
    return new Promise((resolve, reject) => {
      this.#make(kind, (name, type, bytes) => {
        if (bytes) resolve({ name, blob: new Blob([bytes], { type }) });
        else reject(failure("none", `there is no '${kind}' of what is on screen`));
      });
    });
  }

  /** A height of its own: a number of px or a length; as high as its content without. */
  setHeight(height) {
    const fixed = /^\d+(\.\d+)?$/.test(height ?? "") ? `${height}px` : height === "auto" ? "" : (height ?? "");
    this.#place.style.height = fixed;
    this.#place.classList.toggle("is-fixed", this.#place.style.height !== "");
    this.#root.toggleAttribute("data-framed", this.#place.style.height === "");
  }

  end() {
    this.#isOver = true;
    this.stands = false;
    this.#parts?.disconnect();
    this.#world?.end();
    this.#shadow.replaceChildren();
  }

  #language() {
    return this.#root.lang === "en" ? 1 : 0;
  }

  #worldOf(link, data, map) {
    const address = new URL(PAGE);
    const isTable = data && !DESCRIPTOR.test(data);
    if (isTable) address.searchParams.set("data", new URL(data, document.baseURI).href);
    if (map) address.searchParams.set("map", new URL(map, document.baseURI).href);
    address.hash = link;
    // The program reads from the page's tags where its data are.
    const own = data && !isTable ? { content: new URL(data, document.baseURI).href } : { content: DATA.address, "data-version": DATA.version };
    this.#shadow.append(make("meta", { name: "minsheng-data", ...own }));
    let coming;
    const world = worldOf({
      host: this.#host,
      shadow: this.#shadow,
      place: this.#place,
      root: this.#root,
      page: this.#page,
      address: address.href,
      onState: (state) => this.stands && this.#heard.change(state),
      onEvent: (type, detail) => this.#announced(type, detail),
      offers: {
        minshengData: (file) => Promise.reject(file),
        minshengPreview: () => Promise.reject(failure("missing")),
        minshengRest: () => Promise.resolve(),
        minshengBeforeArrival() {},
        minshengMaker: (make) => (this.#make = make),
        minshengEngine: () => (coming ??= this.#engine().catch((error) => ((coming = undefined), Promise.reject(error)))),
      },
    });
    return world;
  }

  /** The engine's interface; its workers end with the explorer. */
  async #engine() {
    const real = await engine();
    const connect = async () => {
      const client = await real.connect();
      this.#world.keep(() => client.close());
      return client;
    };
    return { connect };
  }

  #announced(type, detail) {
    if (type === "minsheng:failed") this.#fail(detail ? "data" : "stopped", String(detail));
    if (type !== "minsheng:ready" || this.#isOver) return true;
    this.#page.querySelector(".minsheng-status")?.remove();
    this.#parts = nameParts(this.#page);
    this.stands = true;
    this.#heard.ready();
    return true;
  }

  /** Shows that something comes, and gives what says how far it is. */
  #progress() {
    const words = make("p", { role: "status" }, `${LOADING[this.#language()]}…`);
    this.#page.replaceChildren(make("div", { class: "minsheng-status", part: "status" }, words));
    return (text) => (words.textContent = text);
  }

  #fail(reason, detail) {
    if (this.#isOver) return;
    console.error(`minsheng-explorer: ${reason}: ${detail}`);
    this.#isOver = true;
    this.stands = false;
    this.#parts?.disconnect();
    this.#world.end();
    const link = this.link;
    const both = (name, [zh, en]) => [make(name, { lang: "zh-CN" }, zh), make(name, { lang: "en" }, en)];
    const label = (words) => words[this.#language()];
    const again = make("button", { type: "button" }, label(RETRY));
    again.onclick = () => this.#heard.again(this.link);
    const full = make("a", { href: `${PAGE}#${link}`, target: "_blank", rel: "noopener" }, label(FULL));
    this.#page.replaceChildren(
      make("div", { class: "minsheng-status", part: "status", role: "alert" }, make("strong", {}, label(reason === "stopped" ? STOPPED : FAILED)), ...both("p", REASONS[reason]), make("p", { class: "muted", lang: "en" }, detail === reason ? "" : detail), again, " ", full),
    );
    this.#heard.failed(reason, detail);
  }
}

function reasonOf(error) {
  if (error.reason) return error.reason;
  // Each engine says it by the same error as of a damaged program, and in words of its own.
  if (error instanceof WebAssembly.CompileError && /unsafe-eval|\bCSP\b|Content Security|disallowed/.test(error.message)) return "policy";
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return "damaged";
  if (error instanceof WebAssembly.RuntimeError) return "stopped";
  if (error instanceof RangeError || /out of memory/i.test(error.message)) return "memory";
  return "missing";
}
