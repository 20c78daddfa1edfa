// What a program that embeds links by oEmbed 1.0 (https://oembed.com) gets from the site, taken as such a program takes it.
import { oembedOf } from "../../tools/build/oembed.mjs";
import { expect, test } from "./fixtures.js";
import { inFrame, portalPage } from "./framing.js";

/** What the specification knows, and of what kind each is. */
const KNOWN = { type: "string", version: "string", title: "string", author_name: "string", author_url: "string", provider_name: "string", provider_url: "string", cache_age: "number", thumbnail_url: "string", thumbnail_width: "number", thumbnail_height: "number", html: "string", width: "number", height: "number" };

for (const [what, page] of [["the site", {}], ["a place", { path: "p/chengde/", link: "v=1&f.place=chengde" }]]) {
  test(`the description of ${what} is valid`, ({ site }) => {
    // As it travels.
    const said = JSON.parse(JSON.stringify(oembedOf({ site: site.portal, title: "民生数图", ...page })));
    expect(said).toMatchObject({ version: "1.0", type: "rich" });
    for (const [key, value] of Object.entries(said)) expect(typeof value, key).toBe(KNOWN[key]);
    for (const key of ["html", "width", "height"]) expect(said, "required of the type rich").toHaveProperty(key);
    // A consumer reckons with px, and opens addresses of the web alone.
    for (const key of ["width", "height", "cache_age"]) expect(Number.isInteger(said[key]) && said[key] > 0, key).toBe(true);
    expect(said.provider_url).toMatch(/^https?:\/\//);
  });

  test(`the frame that it gives stands in another page, and fits: ${what}`, async ({ site, page: tab, record }) => {
    const said = oembedOf({ site: site.portal, title: "民生数图 <1> \"2\"", ...page });
    await tab.route("**/consumer.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: portalPage("") }));
    await tab.goto(`${site.root}consumer.html`);
    // Well formed by XML as well, which some consumers keep their pages in; no script comes with it.
    const { isFormed, names } = await tab.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, "application/xhtml+xml");
      document.body.innerHTML = html;
      return { isFormed: !parsed.querySelector("parsererror"), names: [...document.body.querySelectorAll("*")].map((element) => element.localName) };
    }, said.html);
    expect({ isFormed, names }).toEqual({ isFormed: true, names: ["iframe"] });
    const inside = await inFrame(tab);
    await expect(inside.content).toBeVisible();
    await expect(inside.header).toHaveCount(0);
    if (page.link) await expect(inside.placeHead).toHaveText("承德市");
    await expect(tab.locator("iframe")).toHaveAttribute("title", "民生数图 <1> \"2\"");
    expect(await tab.locator("iframe").evaluate(({ offsetWidth, offsetHeight }) => [offsetWidth, offsetHeight])).toEqual([said.width, said.height]);
    // Nothing leans out of it, and before the rest is asked for nothing scrolls.
    const over = await inside.page.evaluate(() => ["Width", "Height"].map((way) => document.documentElement[`scroll${way}`] - document.documentElement[`client${way}`]));
    expect(Math.max(...over)).toBeLessThanOrEqual(0);
    expect(record.errors).toEqual([]);
  });
}
