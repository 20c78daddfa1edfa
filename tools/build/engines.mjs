// What the site says to search engines beside what its pages say: a map of the pages, and where that map is.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "./text.mjs";

/** A map of pages, by their addresses. */
export function sitemap(addresses) {
  const urls = addresses.map((address) => `<url><loc>${escapeHtml(address)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}

/** Rules for programs that visit: everything may be read, and here is the map. */
export const robots = (folder) => `User-agent: *\nAllow: /\n\nSitemap: ${new URL("sitemap.xml", folder).href}\n`;

/**
 * Writes the map of the site whose folder has this address, of its own page and those of places by their ids. Search engines
 * look for `robots.txt` at the root of a host alone: where the site stands deeper, gives the line that belongs there.
 */
export function writeMap(site, folder, ids) {
  writeFileSync(join(site, "sitemap.xml"), sitemap([folder.href, ...ids.map((id) => new URL(`p/${id}/`, folder).href)]));
  if (folder.pathname === "/") writeFileSync(join(site, "robots.txt"), robots(folder));
  return folder.pathname === "/" ? undefined : robots(folder).split("\n").at(-2);
}
