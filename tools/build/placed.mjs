// Where the site stands: what is said of a link to it elsewhere needs addresses in full.
import { replaceTags, withAttributes } from "./text.mjs";

/** Tags of Open Graph whose value is an address. */
const ADDRESSES = ["og:image", "og:url"];

/** The address of the site's folder as one; `undefined` where none is known. */
export function folderOf(site) {
  if (!site) return undefined;
  try {
    return new URL(site.endsWith("/") ? site : `${site}/`);
  } catch {
    throw new Error(`MINSHENG_SITE is to be the address of the site's folder, such as https://example.gov.cn/minsheng/; found ${site}`);
  }
}

/**
 * The page with the addresses of its Open Graph tags written in full, and its own address among them and as the one of all
 * under which it can be had, where `site`, the address of its folder, is known; else they stay relative to the page, which
 * not every reader of such tags follows.
 */
export function placed(html, site) {
  const folder = folderOf(site);
  if (!folder) return html;
  return replaceTags(html, "meta", (meta, tag) => {
    if (ADDRESSES.includes(meta.property)) {
      const bare = tag.replace(/\s+content=("[^"]*"|'[^']*'|[^\s>]+)/, "");
      return withAttributes(bare, { content: new URL(meta.content, folder).href });
    }
    if (meta.property === "og:type") return `${tag}<meta property="og:url" content="${folder.href}"><link rel="canonical" href="${folder.href}">`;
  });
}

/** The page without what is said of a link to it: one that travels alone has none. */
export function unplaced(html) {
  const bare = replaceTags(html, "meta", (meta) => (meta.property?.startsWith("og:") ? "" : undefined));
  return replaceTags(bare, "link", (link) => (link.rel === "canonical" ? "" : undefined));
}
