// The window and the document of one explorer within a page.
//
// The program asks a window, a document, and little else for all it does (src/browser). In an element it is handed
// stand-ins: the document is the element's shadow tree, the address is one of its own, which says what is chosen, and the
// width is the element's. What stands around is neither read nor changed. So the program is the same as the site's, knows
// nothing of elements, and gives everything back: whatever it has put on the page goes through here and ends with it.
import { mediaOf } from "./width.js";

/** Events that the program hears on its window and that matter wherever they happen. All others are its own tree's. */
const ANYWHERE = ["pointerdown", "resize", "beforeprint", "afterprint", "online", "offline"];
/** Events that come from nowhere else than the element: its page and its address are not the explorer's. */
const TOLD = ["message", "popstate", "hashchange"];

/** An object of this kind that is `own` as far as that goes, and `real` beyond; nothing is ever written to `real`. */
function standIn(kind, own, real) {
  const bound = new Map();
  return new Proxy(Object.create(kind.prototype), {
    get(_, key) {
      if (Object.hasOwn(own, key)) return own[key];
      const value = real[key];
      if (typeof value !== "function") return value;
      // Its methods work on nothing else than itself.
      if (!bound.has(value)) bound.set(value, value.bind(real));
      return bound.get(value);
    },
    set(_, key, value) {
      own[key] = value;
      return true;
    },
    has: (_, key) => Object.hasOwn(own, key) || key in real,
  });
}

/** Whatever goes on by itself and must end with the explorer. */
class Works {
  #ends = new Set();
  isOver = false;

  /** Keeps what ends something; gives what forgets it. */
  keep(end) {
    if (this.isOver) end();
    else this.#ends.add(end);
    return () => this.#ends.delete(end);
  }

  end() {
    this.isOver = true;
    this.#ends.forEach((end) => end());
    this.#ends.clear();
  }
}

/** Timers that end with the works, as pairs of functions by their names. */
function timers(works) {
  const pair = (set, clear, isOnce) => {
    const running = new Map();
    const stop = (id) => {
      running.get(id)?.();
      running.delete(id);
      window[clear](id);
    };
    const start = (work, ...when) => {
      if (works.isOver) return 0;
      const id = window[set]((...news) => {
        if (isOnce) {
          running.get(id)?.();
          running.delete(id);
        }
        work(...news);
      }, ...when);
      running.set(id, works.keep(() => window[clear](id)));
      return id;
    };
    return { [set]: start, [clear]: stop };
  };
  return {
    ...pair("setTimeout", "clearTimeout", true),
    ...pair("setInterval", "clearInterval", false),
    ...pair("requestAnimationFrame", "cancelAnimationFrame", true),
  };
}

/** Observers that end with the works, by their names. */
function observers(works) {
  const ending = (name) =>
    class extends window[name] {
      #forget = works.keep(() => super.disconnect());

      disconnect() {
        this.#forget();
        super.disconnect();
      }
    };
  return Object.fromEntries(["ResizeObserver", "IntersectionObserver", "MutationObserver"].map((name) => [name, ending(name)]));
}

/** What the stand-ins hear, and `tell`, by which the element tells them. */
function hearing(works, host, shadow) {
  const told = new Map(TOLD.map((type) => [type, new Set()]));
  const added = [];

  function addEventListener(type, handler, options) {
    if (works.isOver || !handler) return;
    if (told.has(type)) return void told.get(type).add(handler);
    const places = [[shadow, type === "dragleave" ? leaving(shadow, handler) : handler]];
    if (ANYWHERE.includes(type)) places.push([window, (event) => event.composedPath().includes(host) || handler(event)]);
    for (const [place, heard] of places) place.addEventListener(type, heard, options);
    const end = () => places.forEach(([place, heard]) => place.removeEventListener(type, heard, options));
    added.push({ type, handler, end, forget: works.keep(end) });
  }

  function removeEventListener(type, handler) {
    told.get(type)?.delete(handler);
    const at = added.findIndex((one) => one.type === type && one.handler === handler);
    if (at < 0) return;
    const [{ end, forget }] = added.splice(at, 1);
    forget();
    end();
  }

  const tell = (type, event = new Event(type)) => works.isOver || [...told.get(type)].forEach((handler) => handler(event));
  return { addEventListener, removeEventListener, tell };
}

/** Who drags a file out of the element has left all that the program knows, as one who leaves a window. */
const leaving = (shadow, handler) => (event) => handler(shadow.contains(event.relatedTarget) ? event : new DragEvent("dragleave"));

/**
 * The world of one explorer. `place` is the element that has its width, `root` and `page` stand for the root and the body
 * of its document, `address` is that of the site's page, which links lead to. `offers` is what the loader offers a page
 * (src/ui/boot/loader.js), by name. `onState` hears what is chosen, as a link; `onEvent` what the program announces.
 */
export function worldOf({ host, shadow, place, root, page, address, offers, onState, onEvent }) {
  const works = new Works();
  const location = new URL(address);
  const { tell, ...listening } = hearing(works, host, shadow);
  const media = mediaOf(place, () => place.getBoundingClientRect().width);
  works.keep(media.end);

  const write = (_, __, url) => {
    location.hash = url;
    onState(location.hash.slice(1));
  };
  const history = { length: 1, state: null, replaceState: write, pushState: write };
  const around = { postMessage() {} };
  const watching = observers(works);
  const timing = timers(works);

  const ownDocument = {
    ...listening,
    documentElement: root,
    body: page,
    head: root,
    baseURI: address,
    title: "",
    styleSheets: [],
    get activeElement() {
      return shadow.activeElement;
    },
    // A page has one main part, and it is not the explorer.
    createElement: (name, options) => document.createElement(name === "main" ? "section" : name, options),
    getElementById: (id) => shadow.getElementById(id),
    querySelector: (selector) => shadow.querySelector(selector),
    querySelectorAll: (selector) => shadow.querySelectorAll(selector),
    dispatchEvent: (event) => onEvent(event.type, event.detail),
  };
  const standDocument = standIn(Document, ownDocument, document);
  const ownWindow = { ...offers, ...listening, ...timing, ...watching, document: standDocument, location, history, parent: around, top: around, matchMedia: media.matchMedia };
  const standWindow = standIn(Window, ownWindow, window);
  Object.assign(ownWindow, { window: standWindow, self: standWindow, globalThis: standWindow });
  ownDocument.defaultView = standWindow;

  return {
    /** What the program's own JavaScript finds in place of the page's globals. */
    globals: { ...timing, ...watching, window: standWindow, self: standWindow, globalThis: standWindow, document: standDocument, location, history },
    /** What is chosen, as a link. */
    link: () => location.hash.slice(1),
    /** Leads to a link. */
    go(link) {
      location.hash = link;
      tell("hashchange");
    },
    /** Hands files over to be opened, as a page around a frame does once it has introduced itself. */
    open(files) {
      const say = (data) => tell("message", { type: "message", source: around, origin: window.location.origin, data });
      say({ type: "minsheng:hello", fixed: true });
      say({ type: "minsheng:open", files });
    },
    keep: (end) => works.keep(end),
    end: () => works.end(),
  };
}
