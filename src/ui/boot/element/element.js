// The custom element <minsheng-explorer>: its attributes, events and methods, as public/embed/minsheng-explorer.d.ts
// describes them. Several may stand on a page; each has a program of its own.
import "../trusted.js";
import { Explorer } from "./explorer.js";
import { linkOr, linkWith, said } from "./link.js";
import { OWN, PAGE, VERSION } from "./program.js";

const NAME = "minsheng-explorer";

/** Attributes that are keys of a link, too. */
const KEYS = ["view", "lang", "theme"];

/** The explorer's own link that an event happened on, and the part after `#` that it leads to. */
function linkAt(event) {
  const link = event.composedPath()[0].closest?.("a[href*='#']");
  const [page, to] = link?.getAttribute("href").split("#") ?? [];
  return link && (page === PAGE || /^(\.\/[^/]*)?$/.test(page)) ? { link, to } : {};
}

class MinshengExplorer extends HTMLElement {
  static observedAttributes = [...KEYS, "data", "map", "height", "state", "embed"];
  /** Tells a script of another version that comes after this one. */
  static version = VERSION;

  #shadow = this.attachShadow({ mode: "open" });
  #explorer;
  #told = "";
  #selected;
  #data;
  #files = [];
  #ready;
  #settle;

  constructor() {
    super();
    this.#await();
    this.#shadow.addEventListener("click", (event) => this.#follow(event));
    for (const type of ["click", "auxclick", "contextmenu"]) this.#shadow.addEventListener(type, (event) => this.#leadOut(event), true);
  }

  /** Resolves once the explorer stands; rejects where it cannot. */
  get ready() {
    return this.#ready;
  }

  connectedCallback() {
    if (!this.#explorer) this.#begin(this.#told || this.#asked());
  }

  disconnectedCallback() {
    // One that is only moved is connected again by then.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#explorer || before === now) return;
    if (name === "height") return this.#explorer.setHeight(now);
    if (name === "data" || name === "map" || name === "embed") {
      const link = linkWith(name === "data" ? this.#asked() : this.#told, this.#looks());
      this.#end();
      this.#data = undefined;
      return this.#begin(link);
    }
    if (name === "state") return this.setState(now ?? "");
    this.#go(linkWith(this.#explorer.link, { ...(name === "view" ? {} : this.#looks()), [name]: name === "view" ? now : this.#looks()[name] }));
  }

  getState() {
    // How it is embedded is the page's affair, no choice of the reader's.
    return linkWith(this.#told || this.#asked(), { embed: undefined });
  }

  setState(link) {
    this.#go(linkOr(linkWith(link, { embed: this.#looks().embed }), this.#looks()));
  }

  async load(data) {
    const files = data instanceof Blob ? [data] : Array.isArray(data) ? data : undefined;
    if (!files) {
      const link = linkWith("", this.#looks());
      this.#end();
      this.#data = String(data);
      this.#begin(link);
      return this.#ready;
    }
    await this.#ready;
    this.#explorer.open(files.map((file) => (file instanceof File ? file : new File([file], ""))));
  }

  async export(kind) {
    await this.#ready;
    return this.#explorer.file(kind);
  }

  destroy() {
    this.#end();
    [this.#told, this.#data] = ["", undefined];
    this.remove();
  }

  #await() {
    this.#ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    // Who does not ask is told by the event.
    this.#ready.catch(() => undefined);
  }

  /** How it looks by its attributes and its page, as keys of a link. */
  #looks() {
    const isEnglish = /^en/i.test(this.lang || this.parentElement?.closest("[lang]")?.lang || navigator.language);
    // A page that says nothing of dark colours is light.
    const scheme = getComputedStyle(this).colorScheme;
    const followed = /light/.test(scheme) && /dark/.test(scheme) ? "auto" : /dark/.test(scheme) ? "dark" : "light";
    return { lang: isEnglish ? "en" : "zh", theme: this.getAttribute("theme") || followed, embed: this.hasAttribute("embed") ? "1" : undefined };
  }

  /** What the attributes ask for, as a link. */
  #asked() {
    const link = this.getAttribute("state") ?? "";
    const given = Object.fromEntries(KEYS.filter((key) => this.getAttribute(key)).map((key) => [key, this.getAttribute(key)]));
    const looks = this.#looks();
    if (given.lang) given.lang = looks.lang;
    return linkOr(linkWith(link, { ...given, embed: looks.embed }), looks);
  }

  #begin(link) {
    const explorer = new Explorer(this, this.#shadow, {
      ready: () => {
        this.#told = explorer.link;
        this.#selected = said(this.#told, "sel");
        this.#settle.resolve(this);
        this.#tell("ready", { state: this.getState() });
      },
      change: (state) => this.#changed(state),
      failed: (reason, message) => {
        this.#settle.reject(Object.assign(new Error(message), { reason }));
        this.#tell("error", { reason, message });
      },
      again: (state) => {
        this.#end();
        this.#begin(state);
      },
    });
    this.#explorer = explorer;
    this.#told = link;
    explorer.run(link, { data: this.#data ?? this.getAttribute("data"), map: this.getAttribute("map"), height: this.getAttribute("height") });
  }

  #end() {
    if (!this.#explorer) return;
    this.#explorer.end();
    this.#explorer = undefined;
    this.#await();
  }

  #go(link) {
    if (!this.#explorer) return void (this.#told = link);
    this.#explorer.go(link);
    if (this.#explorer.stands) this.#changed(this.#explorer.link);
  }

  #changed(state) {
    if (state === this.#told) return;
    this.#told = state;
    this.#tell("change", { state: this.getState() });
    const selected = said(state, "sel");
    if (selected === this.#selected) return;
    this.#selected = selected;
    this.#tell("select", { selection: selected ?? null });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`minsheng:${name}`, { bubbles: true, composed: true, detail }));
  }

  /** A link within the explorer that the program has left to the browser. */
  #follow(event) {
    const { link, to } = linkAt(event);
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#go(to);
  }

  /** A link that is to be opened elsewhere leads to the site's page, which shows what it says. */
  #leadOut(event) {
    const { link, to } = linkAt(event);
    const isElsewhere = event.type !== "click" || event.ctrlKey || event.metaKey || event.shiftKey;
    if (link && isElsewhere) link.href = `${PAGE}#${to}`;
  }
}

const before = customElements.get(NAME);
if (!before) customElements.define(NAME, MinshengExplorer);
// A name is given once: the elements stay those of the first script.
else if (before.version !== VERSION) console.warn(`${NAME}: a script of another version came first, and its elements are used; ${OWN} does nothing. One script serves all elements of a page.`);
