// Draws every view of tools/shots.json ({name: hash}, where `{lang}` in a hash stands for zh or en) at three widths,
// light and dark, zh and en: target/shots/NAME-WIDTH-THEME-LANG.png. With --readme those that README shows, into docs/.
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { launchOptions } from "../tests/e2e/chromium.js";
import { ExplorerPage } from "../tests/e2e/page.js";
import { startServer } from "../tests/e2e/server.mjs";

const SIZES = [[1440, 900], [768, 1024], [390, 844]];
const THEMES = ["light", "dark"];
const LANGUAGES = { zh: "zh-CN", en: "en-GB" };
const folder = "target/shots";

/** The pictures of README: their names, and their height where it is not the usual one. */
const README = { overview: 900, ledger: 900, timeline: 900, chart: 900, compare: 900, table: 900, detail: 900, poster: 1180 };

const wanted = process.argv.slice(2);
const views = JSON.parse(readFileSync("tools/shots.json", "utf8"));
const server = await startServer();
const browser = await chromium.launch(launchOptions);

if (wanted.includes("--readme")) await drawReadme();
else await drawAll();
await browser.close();
await server.stop();

async function drawReadme() {
  for (const [name, height] of Object.entries(README)) {
    const context = await browser.newContext({ locale: "zh-CN", colorScheme: "light", viewport: { width: 1280, height }, reducedMotion: "reduce" });
    await draw(context, views[name].replaceAll("{lang}", "zh"), `docs/${name}.png`);
    await context.close();
  }
  console.log("The pictures of README are in docs/");
}

async function drawAll() {
  mkdirSync(folder, { recursive: true });
  for (const [lang, locale] of Object.entries(LANGUAGES)) {
    for (const colorScheme of THEMES) {
      for (const [width, height] of SIZES) {
        const context = await browser.newContext({ locale, colorScheme, viewport: { width, height }, reducedMotion: "reduce" });
        for (const [name, hash] of Object.entries(views)) {
          if (wanted.length && !wanted.includes(name)) continue;
          await draw(context, hash.replaceAll("{lang}", lang), `${folder}/${name}-${width}-${colorScheme}-${lang}.png`);
        }
        await context.close();
      }
    }
  }
  console.log(`Screenshots are in ${folder}/`);
}

/** A fresh page each: going from hash to hash would carry the last view's state along. */
async function draw(context, hash, path) {
  const page = await context.newPage();
  await new ExplorerPage(page).open(server.root + hash);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path });
  await page.close();
}
