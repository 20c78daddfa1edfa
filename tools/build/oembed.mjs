// What programs that are given a link to the site show in its place (oEmbed 1.0): a frame, described in `oembed.json` beside
// the page and found by a tag in its head. It needs addresses in full, so there is none where the build is not told the
// site's.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml, withAttributes } from "./text.mjs";

/** Px of the frame: what an embedded view's first part fits well (FALLBACK_HEIGHT of src/export/embed.rs). */
const SIZE = { width: 800, height: 720 };
/** Seconds for which what is read may be kept. */
const DAY = 86_400;

/** The description of a page of the site: `site` is the address of its folder, `path` the page's from there, `link` what it shows. */
export function oembedOf({ site, path = "", title, link = "v=1" }) {
  const folder = site.endsWith("/") ? site : `${site}/`;
  const src = `${new URL(path, folder).href}#${link}&embed=1`;
  const frame = withAttributes("<iframe>", { src, title, ...SIZE, frameborder: 0, allow: "clipboard-write" });
  return { version: "1.0", type: "rich", title, provider_name: "民生数图 Minsheng Explorer", provider_url: folder, cache_age: DAY, ...SIZE, html: `${frame}</iframe>` };
}

/** Writes the description beside the page in `folder` and gives the page with the tag that leads to it. */
export function withOembed(html, folder, page) {
  if (!page.site) return html;
  const said = oembedOf(page);
  writeFileSync(join(folder, "oembed.json"), `${JSON.stringify(said, null, 2)}\n`);
  const href = new URL(`${page.path ?? ""}oembed.json`, said.provider_url).href;
  const tag = `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(href)}" title="${escapeHtml(page.title)}">`;
  return html.replace(/<\/title>/, (end) => end + tag);
}
