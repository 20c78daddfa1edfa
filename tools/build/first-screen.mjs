// What the finished program itself says of the data before any reader opens the page: its first screen as HTML, in the
// language that the bare address has, and the preview of the data that its first view is drawn from.
//
// The program runs in a process of its own over a document made by happy-dom. That has no layout, so charts, which are
// drawn for a width, are told one: the page has those of a wide window and of a phone, and shows one of each.
// Called as `node first-screen.mjs SITE WINDOW LINK`, this writes JSON.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { fingerprint, readPackage } from "./data.mjs";
import { replaceTags } from "./text.mjs";

/** Milliseconds within which the program says that it stands. */
const PATIENCE = 60_000;
/** Milliseconds after which it has done what it leaves for after the paint. */
const SETTLED = 300;

/** Widths in px: of the window, and of charts by what they stand in, as src/ui/styles/overview.css sets them. */
const WINDOWS = {
  wide: { window: 1440, ".rail": 219, ".card": 272, ".finding, .promised": 480, ".overview-bars": 640, content: 880 },
  narrow: { window: 390, ".rail": 219, ".card": 272, ".finding, .promised": 358, ".overview-bars": 358, content: 358 },
};
/** Stands for a chart until those of both windows are there. */
const CHART = "\u0000";

/** `{ preview, screen }`: the bytes of the preview, and the HTML of the first screen. */
export async function firstScreen(site) {
  const { preview, screen } = await screenOf(site, "");
  return { preview: Buffer.from(preview, "base64"), screen };
}

/** What the explorer shows first where a link leads: its HTML as `screen`, and in `told` what it says of one place. */
export async function screenOf(site, link) {
  const tell = async (window) => {
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), site, window, link], { maxBuffer: 1e8 });
    return JSON.parse(stdout);
  };
  const [wide, narrow] = await Promise.all(Object.keys(WINDOWS).map(tell));
  let at = -1;
  const screen = wide.screen.replaceAll(CHART, () => {
    at += 1;
    if (wide.charts[at] === narrow.charts[at]) return wide.charts[at];
    return Object.entries({ wide, narrow }).map(([name, { charts }]) => inWindow(charts[at], name)).join("");
  });
  return { ...wide, screen };
}

/** What an overview of one place says: its name, its findings as sentences, and the parts of the first. */
export function toldOf(document) {
  // Joiners keep lines of the page whole; elsewhere they are of no use.
  const plain = (text) => (text ?? "").replaceAll("\u2060", "").replaceAll("\u00a0", " ").trim();
  const words = (element, selector) => plain(element?.querySelector(selector)?.textContent);
  const findings = [...document.querySelectorAll(".finding")];
  const dated = (said, when) => (said.includes(when) ? said : `${said}（${when}）`);
  const sentences = findings.map((finding) => dated(words(finding, "h3"), words(finding, ".finding-head > span")));
  const [first] = findings;
  const button = first?.querySelector(".finding-figure");
  const beside = (side) => {
    let text = "";
    for (let at = button?.[side]; at; at = at[side]) text = side === "nextSibling" ? text + at.textContent : at.textContent + text;
    return plain(text);
  };
  return {
    title: document.title,
    name: words(document, ".place-head"),
    sentences,
    when: words(first, ".finding-head > span"),
    before: beside("previousSibling"),
    figure: plain(button?.textContent),
    after: beside("nextSibling"),
    hue: button?.className.match(/fill-hue-(\d+)/)?.[1] ?? "0",
    chart: first?.querySelector(".chart > svg")?.outerHTML ?? "",
  };
}

/** A first screen without its charts. */
export const withoutCharts = (screen) => screen.replace(/(<div class="chart">)(<svg\b[^]*?<\/svg>)+/g, "$1");

/** A chart that is seen in one of the windows, whose patterns have names of their own. */
export function inWindow(chart, name) {
  return chart.replace("<svg", `<svg data-window="${name}"`).replace(/(\bid="|url\(#)/g, `$1${name}-`);
}

/** What of an element has a meaning only in the explorer that stands: names, and what refers to them. */
const NAMES = /^(id|for|name|list|tabindex|style|data-.*|aria-(controls|labelledby|describedby|activedescendant))$/;

/**
 * The explorer as it stands, as a picture of itself: nothing in it is named but patterns, what is folded away is left out,
 * and so are styles of single elements, which the policy forbids in HTML.
 */
export function drawn(explorer) {
  const charts = [...explorer.querySelectorAll(".chart > svg")];
  // What has no words fits any width.
  for (const chart of charts) if (!chart.querySelector("text")) chart.setAttribute("preserveAspectRatio", "none");
  const walker = explorer.ownerDocument.createTreeWalker(explorer, 128);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  comments.forEach((comment) => comment.remove());
  // What the explorer set is no attribute.
  for (const input of explorer.querySelectorAll("input[type=range]")) input.setAttribute("value", input.value);
  for (const box of explorer.querySelectorAll("input[type=checkbox]")) if (box.checked) box.setAttribute("checked", "");
  for (const panel of explorer.querySelectorAll("details > :not(summary)")) panel.replaceChildren();
  // Where no script runs a style sheet takes buttons away and leaves what they say, which must be an element for that.
  for (const button of explorer.querySelectorAll("button")) {
    if (button.children.length) continue;
    const words = explorer.ownerDocument.createElement("span");
    words.append(...button.childNodes);
    button.append(words);
  }
  // What it skips to has no id here. It stays, because what is pressed is found again by where it stands.
  for (const skip of explorer.querySelectorAll(".skip")) {
    skip.removeAttribute("href");
    skip.setAttribute("aria-hidden", "true");
  }
  for (const element of [explorer, ...explorer.querySelectorAll("*")]) {
    for (const name of element.getAttributeNames()) {
      if (NAMES.test(name) && element.localName !== "pattern") element.removeAttribute(name);
    }
  }
  const told = charts.map((chart) => chart.outerHTML.replaceAll('id="', 'id="first-').replaceAll("url(#", "url(#first-"));
  charts.forEach((chart) => chart.replaceWith(CHART));
  return { screen: explorer.outerHTML, charts: told };
}

/** Runs the program in `window`, which becomes the global one, until it stands where `link` leads. */
async function run(site, widths, link) {
  const { Window } = await import("happy-dom");
  const window = new Window({ url: `https://localhost/${link && `#${link}`}`, width: widths.window, height: 900 });
  window.Element.prototype.getBoundingClientRect = function () {
    const place = Object.keys(widths).find((selector) => selector.startsWith(".") && this.closest(selector)) ?? "content";
    return new window.DOMRect(0, 0, widths[place], 0);
  };
  const names = ["document", "navigator", "location", "history", "addEventListener", "removeEventListener", "matchMedia", "getComputedStyle", "queueMicrotask"];
  const kinds = Object.getOwnPropertyNames(window).filter((name) => /^[A-Z]/.test(name) && !(name in globalThis));
  for (const name of [...names, ...kinds]) Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  Object.assign(globalThis, { window: globalThis, Window: Object, Event: window.Event, CustomEvent: window.CustomEvent });
  const data = readPackage(join(site, "data"));
  const meta = window.document.createElement("meta");
  meta.setAttribute("name", "minsheng-data");
  meta.setAttribute("content", "./data/datapackage.json");
  meta.setAttribute("data-known", fingerprint(data["datapackage.json"] ?? ""));
  window.document.head.append(meta);
  const bytes = (file) => new TextEncoder().encode(data[file]).buffer;
  Object.assign(globalThis, {
    minshengData: async (file) => bytes(file),
    minshengPreview: () => Promise.reject(),
    minshengRest: async () => {},
  });
  const stands = new Promise((resolve, reject) => {
    window.addEventListener("minsheng:ready", resolve);
    window.addEventListener("minsheng:failed", ({ detail }) => reject(new Error(`the program does not start over ${detail || "the data"}`)));
    setTimeout(() => reject(new Error("the program does not stand")), PATIENCE).unref();
  });
  const files = {};
  replaceTags(readFileSync(join(site, "index.html"), "utf8"), "link", (link) => {
    if (link.rel === "modulepreload" && !link.href.includes("/snippets/")) files.glue = link.href;
    if (link.rel === "preload" && link.href.endsWith(".wasm")) files.wasm = link.href;
  });
  const glue = await import(pathToFileURL(join(site, files.glue)));
  glue.initSync({ module: readFileSync(join(site, files.wasm)) });
  await stands;
  // The title is set once the page is painted.
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  return { window, preview: glue.previewOf(JSON.stringify(data)) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , site, name, link] = process.argv;
  const { window, preview } = await run(site, WINDOWS[name], link);
  const told = toldOf(window.document);
  const answer = { preview: Buffer.from(preview).toString("base64"), told, ...drawn(window.document.querySelector("[data-minsheng-root]")) };
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
}
