// The page where no script runs: the first screen stands as it was drawn, what in it would do nothing is put away, and after
// it come plain links to the pages of places, to the releases and to the data files.
import { escapeHtml, parseCsv, withAttributes } from "./text.mjs";

/** The style sheet of such a page, beside it. Named within `noscript`, it is fetched by nobody else, and holds in browsers of any age. */
export const STYLES = "./unscripted.css";

/** What names it. */
export const stylesTag = () => `<noscript id="unscripted-styles">${withAttributes("<link>", { rel: "stylesheet", href: STYLES })}</noscript>`;

const heading = (zh, en) => `<h2>${zh} <span lang="en">${en}</span></h2>`;

/** The list of a package's files (`{name: text}`), each to download. */
export function fileList(files) {
  const item = ([name, text]) => {
    const size = `${Math.max(1, Math.round(Buffer.byteLength(text) / 1000))} kB`;
    return `<li><a href="./data/${escapeHtml(name)}" download>${escapeHtml(name)}</a> <small>${size}</small></li>`;
  };
  return Object.entries(files).map(item).join("");
}

/** What stands after the first screen: `screens` are those of places (places.mjs), of which a debug build has none. */
export function plainLinks(files, screens = {}) {
  return [places(screens), releases(files), files["datapackage.json"] ? data(files) : ""].join("");
}

function places(screens) {
  const item = ([id, { told }]) => `<li><a href="./p/${id}/">${escapeHtml(told.name)}</a></li>`;
  const items = Object.entries(screens).map(item).join("");
  if (!items) return "";
  const all = '<li><a href="./">全部地区</a></li>';
  return `${heading("各地", "Places")}<ul>${items}${all}</ul>`;
}

/** The releases: title, who published it and when as far as it says so itself, its address where one is known. */
function releases(files) {
  const sources = parseCsv(files["sources.csv"] ?? "");
  const used = new Set(parseCsv(files["observations.csv"] ?? "").map(({ source }) => source));
  const item = (row) => {
    const isInferred = (row.inferred ?? "").split(";").includes("published");
    const title = /^https?:\/\//.test(row.url ?? "")
      ? withAttributes("<a>", { href: row.url, rel: "noopener" }) + `${escapeHtml(row.title_zh)}</a>`
      : escapeHtml(row.title_zh);
    const beside = [row.publisher, isInferred ? "" : row.published].filter(Boolean).map(escapeHtml).join(" ");
    return `<li>${title}${beside && ` <small>${beside}</small>`}</li>`;
  };
  const items = sources.filter(({ id }) => used.has(id)).map(item).join("");
  return items && `${heading("数据出自", "Releases")}<ul>${items}</ul>`;
}

function data(files) {
  const about = JSON.parse(files["datapackage.json"]);
  const licence = about.licenses?.[0];
  const name = escapeHtml(licence?.name ?? "");
  const terms = licence?.path ? `<p>许可 <span lang="en">Licence</span>: ${withAttributes("<a>", { href: licence.path, rel: "license" })}${name}</a></p>` : "";
  return `${heading("全部数据", "All data")}<ul>${fileList(files)}</ul>${terms}`;
}
