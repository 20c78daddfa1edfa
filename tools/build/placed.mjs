// Where the site stands: what is said of a link to it elsewhere needs addresses in full.
import { replaceTags, withAttributes } from "./text.mjs";

/** Tags of Open Graph whose value is an address. */
const ADDRESSES = ["og:image", "og:url"];

/**
 * The page with the addresses of its Open Graph tags written in full, and its own address among them, where `site`, the
 * address of its folder, is known; else they stay relative to the page, which not every reader of such tags follows.
 */
export function placed(html, site) {
  if (!site) return html;
  let folder;
  try {
    folder = new URL(site.endsWith("/") ? site : `${site}/`);
  } catch {
    throw new Error(`MINSHENG_SITE is to be the address of the site's folder, such as https://example.gov.cn/minsheng/; found ${site}`);
  }
  return replaceTags(html, "meta", (meta, tag) => {
    if (ADDRESSES.includes(meta.property)) {
      const bare = tag.replace(/\s+content=("[^"]*"|'[^']*'|[^\s>]+)/, "");
      return withAttributes(bare, { content: new URL(meta.content, folder).href });
    }
    if (meta.property === "og:type") return `${tag}<meta property="og:url" content="${folder.href}">`;
  });
}

/** The page without what is said of a link to it: one that travels alone has none. */
export function unplaced(html) {
  return replaceTags(html, "meta", (meta) => (meta.property?.startsWith("og:") ? "" : undefined));
}
