// Draws the pictures that others show the page by, from drawings of ours: the icons of public/ from its favicon.svg, and
// public/share.png from tools/pictures/share.svg. Run after either has changed: tools/pictures.sh.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { launchOptions } from "../tests/e2e/chromium.js";

/** Each picture with its drawing and its width and height in px. A touch icon has corners of the phone's own. */
const PICTURES = [
  { file: "public/favicon.png", drawing: "public/favicon.svg", size: [64, 64] },
  { file: "public/touch-icon.png", drawing: "public/favicon.svg", size: [180, 180], square: true },
  { file: "public/icon-192.png", drawing: "public/favicon.svg", size: [192, 192] },
  { file: "public/icon-512.png", drawing: "public/favicon.svg", size: [512, 512], square: true },
  { file: "public/share.png", drawing: "tools/pictures/share.svg", size: [1200, 630] },
];

const browser = await chromium.launch(launchOptions);
for (const { file, drawing, size: [width, height], square } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height } });
  const svg = readFileSync(drawing, "utf8").replace("<svg ", `<svg width="${width}" height="${height}" `);
  const drawn = square ? svg.replace(/ rx="\d+"/, "") : svg.replace(/(<svg width="\d+" height="\d+" [^>]*?) width="\d+" height="\d+"/, "$1");
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawn}`);
  writeFileSync(file, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
console.log(`Drawn: ${PICTURES.map(({ file }) => file).join(", ")}`);
