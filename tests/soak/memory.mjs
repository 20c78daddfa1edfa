// A table of ten million rows that no browser's memory holds: it is refused in words, and nothing is lost.
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { ExplorerPage } from "../e2e/page.js";
import { choose, dropText } from "../e2e/tables.js";
import { Watch } from "./watch.mjs";

/** Of a module's memory there are 4 GiB; texts that are all different take more. */
const ROWS = 10_000_000;
const TEXT = 110;
const BATCH = 20_000;

/** Writes the table, some 4.7 GB. */
async function write(path, rows) {
  const stream = createWriteStream(path);
  stream.write("place,year,note_a,note_b,note_c,note_d,value\n");
  const filler = "abcdefghijklmnopqrstuvwxyz ".repeat(8);
  const text = (row, column) => `${(row * 4 + column).toString(36)} ${filler}`.slice(0, TEXT);
  for (let row = 0; row < rows; row += BATCH) {
    let lines = "";
    for (let at = row; at < Math.min(row + BATCH, rows); at++) lines += `p${at % 2844},${1990 + (at % 30)},${[0, 1, 2, 3].map((column) => text(at, column)).join(",")},${at % 10_007}\n`;
    if (!stream.write(lines)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
  return stream.bytesWritten;
}

export async function memory({ browser, server, counts }) {
  const folder = mkdtempSync(join(tmpdir(), "minsheng-memory-"));
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block", reducedMotion: "reduce" });
  try {
    const rows = ROWS;
    const file = join(folder, "beyond.csv");
    const bytes = await write(file, rows);
    const page = await context.newPage();
    const watch = new Watch(page, server.root);
    const explorer = new ExplorerPage(page);
    await explorer.open(server.root, { unfold: false });
    const told = await explorer.matching.textContent();
    const done = { rows, megabytes: Math.round(bytes / 1e6), refused: 0, opened: 0 };
    const failed = page.getByTestId("open-failed");
    const shown = page.getByTestId("shown-table");
    // Twice: what the first try took is given back.
    for (let time = 0; time < 2; time++) {
      await choose(page, file);
      // Asked whether to wait, a patient reader waits.
      const asked = page.getByTestId("wait-on");
      const until = Date.now() + 900_000;
      while (Date.now() < until && !(await failed.count()) && !(await shown.count())) {
        if (await asked.isVisible().catch(() => false)) await asked.click().catch(() => undefined);
        await page.waitForTimeout(500);
      }
      if (await shown.count()) watch.faults.push(`a table of ${done.megabytes} MB was opened: ${await shown.textContent()}`);
      const words = (await failed.count()) ? await failed.first().textContent() : "nothing";
      if (!/内存/.test(words)) watch.faults.push(`what was said of it: ${words}`);
      if (/RangeError|RuntimeError|unreachable|undefined/.test(words)) watch.faults.push(`technical words: ${words}`);
      if ((await explorer.matching.textContent()) !== told) watch.faults.push("what was shown has changed");
      done.refused += 1;
      await page.keyboard.press("Escape");
      await explorer.viewLink(time ? "overview" : "chart").click();
      await explorer.views[time ? "overview" : "chart"].waitFor();
      if (watch.faults.length) break;
    }
    await dropText(page, "small.csv", "place,year,value\nnorth,2021,1\nsouth,2022,2\nwest,2023,3\n");
    await shown.filter({ hasText: "small.csv" }).waitFor({ timeout: 60_000 });
    done.opened += 1;
    return { done, faults: watch.verdict() };
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
