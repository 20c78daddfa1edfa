// Pages of a portal with elements on them, for specs.
import { ExplorerPage } from "./page.js";
import { POLICY } from "./server.mjs";

/** A page of the portal under the strict policy or another, with this in its body and its head; other files of its folder by name. */
export async function portalPage(site, page, body, { head = "", files = {}, name = "news/page.html", policy = POLICY } = {}) {
  const type = (file) => (file.endsWith(".css") ? "text/css" : file.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
  const script = `<script src="${site.portal}embed/minsheng-explorer.js" defer></script>`;
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,">${head}${script}</head><body>${body}</body></html>`;
  const address = new URL(name, site.root).href;
  for (const [file, text] of Object.entries({ ...files, [name]: html })) {
    const headers = { "content-security-policy": policy };
    await page.route(new URL(file, address).href.replace(/\?.*/, ""), (route) => route.fulfill({ contentType: type(file), headers, body: text }));
  }
  await page.route(address, (route) => route.fulfill({ contentType: type(name), headers: { "content-security-policy": policy }, body: html }));
  await page.addInitScript(() => {
    if (window.told) return;
    window.told = [];
    for (const name of ["ready", "change", "select", "error"]) addEventListener(`minsheng:${name}`, ({ target, detail }) => told.push([name, target.id, detail]));
  });
  await page.goto(address);
}

/** The explorer in the element of this id, once it stands. */
export async function inElement(page, id = "a") {
  const element = page.locator(`#${id}`);
  await element.evaluate((element) => customElements.whenDefined("minsheng-explorer").then(() => element.ready).then(() => undefined));
  const explorer = new ExplorerPage(element);
  explorer.element = element;
  return explorer;
}

/** What the events told, of the element with this id. */
export const told = (page, name, id = "a") => page.evaluate(([name, id]) => window.told.filter(([n, i]) => n === name && i === id).map(([, , detail]) => detail), [name, id]);
