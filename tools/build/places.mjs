// A page for every place that a release is of: `p/ID/index.html`, the site's own page opened on that place. Whoever shows a
// link reads what the page says of itself before any program runs: title, description, picture. What it shows at first, and
// all its words, are the explorer's own (first-screen.mjs).
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CARDS, card, chartStyles, painter } from "./card.mjs";
import { screenOf } from "./first-screen.mjs";
import { datasetOf, scriptJson } from "./dataset.mjs";
import { withOembed } from "./oembed.mjs";
import { folderOf, placed } from "./placed.mjs";
import { escapeHtml, fill, parseCsv, replaceTags, withAttributes } from "./text.mjs";

/** From the folder of a place's page to the site's. */
const ROOT = "../../";
/** Ids that can be a folder's name and a part of an address as they are. */
const PLAIN = /^[\w-]+$/;

/** Ids of the places that a package's releases are of, in their order. */
export function placesOf(data) {
  const ids = parseCsv(data["sources.csv"] ?? "").map(({ place }) => place);
  return [...new Set(ids)].filter((id) => PLAIN.test(id));
}

/** What the explorer says of each place, by its id; takes a whole program, so before it is split. */
export async function placeScreens(site, data) {
  const screens = {};
  // Each takes two processes at a time.
  for (const id of placesOf(data)) screens[id] = await screenOf(site, startOf(id));
  return screens;
}

/** The link that the page of a place stands for. */
const startOf = (id) => `v=1&f.place=${id}`;

/** Names the places that have a page (src/browser/link.rs). */
export const placesTag = (screens, more = {}) => withAttributes("<meta>", { name: "minsheng-places", content: Object.keys(screens).join(" "), ...more });

/**
 * Writes the pages into `site`. `html` is the site's page without its first screen, with addresses relative to it; `data` its
 * package's files; `address` that of the site's folder, where it is known.
 */
export async function writePlaces(site, source, html, data, screens, address) {
  const base = folderOf(address);
  const paint = await painter((why) => console.warn(`warning: pages of places go without pictures of their own, because ${why}`));
  const styles = chartStyles(source);
  const brand = html.match(/<h1>([^<]*)</)?.[1] ?? "";
  for (const [id, { screen, told }] of Object.entries(screens)) {
    const folder = join(site, "p", id);
    mkdirSync(folder, { recursive: true });
    if (paint) {
      for (const [file, size] of Object.entries(CARDS)) writeFileSync(join(folder, file), paint(card({ brand, ...told }, size, styles)));
    }
    const tag = placesTag(screens, { "data-start": startOf(id), "data-root": ROOT });
    const place = { id, name: told.name, description: describedBy(told) };
    const dataset = scriptJson(datasetOf(data, { root: base?.href ?? ROOT, place }));
    const page = placePage(html, { screen, told, tag, dataset, hasCards: paint !== undefined });
    const described = withOembed(page, folder, { site: base?.href, path: `p/${id}/`, title: told.title, link: startOf(id) });
    writeFileSync(join(folder, "index.html"), placed(described, base && new URL(`p/${id}/`, base).href));
  }
}

/** What is said of a place in a sentence each. */
const describedBy = ({ name, sentences }) => `${name}：${sentences.join("。")}。`;

/** The site's page as that of a place. */
export function placePage(html, { screen, told, tag, dataset = "", hasCards }) {
  const { title, name, sentences } = told;
  const [first = name, ...others] = sentences;
  const heading = `${name}：${first}`;
  const description = `${(others.length ? others : [first]).join("。")}。`;
  const image = hasCards ? "./card.png" : `${ROOT}share.png`;
  const said = {
    description: describedBy(told),
    "og:title": heading,
    "og:description": description,
    "og:image": image,
    "og:image:alt": heading,
  };
  let page = html
    // What leads to a file of the site leads there from two folders below.
    .replace(/\b(href|src|content)=(["']?)\.\//g, `$1=$2${ROOT}`)
    .replace(/<title>[^]*?<\/title>/, `<title>${escapeHtml(title)}</title>`);
  page = replaceTags(page, "meta", (meta, old) => {
    const content = said[meta.property ?? meta.name];
    if (content === undefined) return;
    const bare = old.replace(/\s+content=("[^"]*"|'[^']*'|[^\s>]+)/, "");
    return withAttributes(bare, { content });
  });
  // It starts from the tables: their preview is made for the site's own page.
  page = replaceTags(page, "link", (link) => ("data-preview" in link ? "" : undefined));
  const more = [["twitter:card", "summary_large_image"], ["twitter:title", heading], ["twitter:description", description], ["twitter:image", image]];
  const tags = more.map(([named, content]) => withAttributes("<meta>", { name: named, content })).join("");
  page = page.replace(/<\/title>/, (end) => end + tag + tags);
  // WeChat takes the first picture of the page itself; a hidden one is not fetched by browsers.
  const square = hasCards ? '<img hidden loading="lazy" src="./square.png" width="300" height="300" alt="">' : "";
  page = page.replace(/<body[^>]*>/, (body) => body + square);
  page = fill(fill(page, "dataset", dataset), "first-screen", screen);
  return replaceTags(page, "html", (_, old) => ("data-first" in _ ? undefined : withAttributes(old, { "data-first": "" })));
}
