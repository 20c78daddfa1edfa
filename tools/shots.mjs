// Draws every view of tools/shots.json ({name: hash}, where `{lang}` in a hash stands for zh or en) at three widths,
// light and dark, zh and en: target/shots/NAME-WIDTH-THEME-LANG.png.
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { launchOptions } from "../tests/e2e/chromium.js";
import { ExplorerPage } from "../tests/e2e/page.js";
import { startServer } from "../tests/e2e/server.mjs";

const SIZES = [[1440, 900], [768, 1024], [390, 844]];
const THEMES = ["light", "dark"];
const LANGUAGES = { zh: "zh-CN", en: "en-GB" };
const folder = "target/shots";

const wanted = process.argv.slice(2);
const views = Object.entries(JSON.parse(readFileSync("tools/shots.json", "utf8")));
const server = await startServer();
const browser = await chromium.launch(launchOptions);
mkdirSync(folder, { recursive: true });

for (const [lang, locale] of Object.entries(LANGUAGES)) {
  for (const colorScheme of THEMES) {
    for (const [width, height] of SIZES) {
      const context = await browser.newContext({ locale, colorScheme, viewport: { width, height }, reducedMotion: "reduce" });
      for (const [name, hash] of views) {
        if (wanted.length && !wanted.includes(name)) continue;
        // A fresh page each: going from hash to hash would carry the last view's state along.
        const page = await context.newPage();
        await new ExplorerPage(page).open(server.root + hash.replaceAll("{lang}", lang));
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}-${lang}.png` });
        await page.close();
      }
      await context.close();
    }
  }
}
await browser.close();
await server.stop();
console.log(`Screenshots are in ${folder}/`);
