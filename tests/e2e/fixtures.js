// What every spec starts from: a server, the page object, a record of what the page asked and complained, and what looks
// for barriers.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base } from "@playwright/test";
import { ExplorerPage } from "./page.js";
import { startServer } from "./server.mjs";

const source = (file) => readFileSync(createRequire(import.meta.url).resolve(file), "utf8");
const axeSource = source("axe-core/axe.min.js");
// The sniffer that pa11y runs.
const snifferSource = source("html_codesniffer/build/HTMLCS.js");

// What Chromium says of a request that it cancelled itself, since nobody waits for it any more. Whatever else stops a request
// (a server, a policy) is named behind the full stop.
const LEFT_BEHIND = /^Fetch API cannot load \S+\. $/;

export const test = base.extend({
  // One server for each worker: `site.root` and `site.portal` are the addresses of the built site.
  site: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  explorer: async ({ page }, use) => use(new ExplorerPage(page)),

  // Errors of the console and of scripts, and every address asked for.
  record: async ({ page }, use) => {
    const record = { errors: [], requests: [] };
    page.on("console", (message) => message.type() === "error" && !LEFT_BEHIND.test(message.text()) && record.errors.push(message.text()));
    page.on("pageerror", (error) => record.errors.push(error.message));
    page.on("request", (request) => record.requests.push(request.url()));
    await use(record);
  },

  // Runs axe on the page, or a frame in it, as it stands and returns its violations, one readable line each.
  axe: async ({ page }, use) =>
    use(async (frame = page.mainFrame()) => {
      // evaluate() is the debugger's: the page's own policy does not stop it.
      await frame.evaluate(axeSource);
      const { violations } = await frame.evaluate(() => window.axe.run("html"));
      return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join("; ")})`);
    }),

  // As `axe`, and the errors of HTML_CodeSniffer by WCAG 2 AA.
  audit: async ({ axe, page }, use) =>
    use(async (frame = page.mainFrame()) => {
      const found = await axe(frame);
      await frame.evaluate(snifferSource);
      return [...found, ...(await frame.evaluate(sniffed))];
    }),
});

/** Runs in the page. */
function sniffed() {
  const { HTMLCS } = window;
  const line = ({ code, msg, element }) => `${code}: ${msg} (${element.outerHTML?.slice(0, 120) ?? element.nodeName})`;
  return new Promise((resolve) => {
    HTMLCS.process("WCAG2AA", document, () => {
      const errors = HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR);
      resolve(errors.map(line));
    });
  });
}

export { expect } from "@playwright/test";
