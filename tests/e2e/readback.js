// Reads what left the page with Python's own readers: tests/e2e/read_back.py, in the environment of tools/setup/python.sh.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a file of this kind holds. */
export function readBack(kind, file) {
  const python = process.env.MINSHENG_PYTHON ? [process.env.MINSHENG_PYTHON] : ["tools/setup/python.sh"];
  const [program, ...args] = [...python, "tests/e2e/read_back.py", kind, file];
  return JSON.parse(execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 }));
}

// Some fonts draw a radical and the character that it is alone with one glyph, and the paper then names the radical.
const RADICALS = { "⺠": "民", "⻓": "长", "⻬": "齐", "⻛": "风", "⻋": "车", "⻅": "见", "⻔": "门", "⻚": "页" };

/** A text without what paper changes: blanks, ends of lines, joiners, signs drawn alike. */
export const bare = (text) => text.replace(/[⺀-⻿]/g, (sign) => RADICALS[sign] ?? sign).normalize("NFKC").replace(/[\s\u2060]/g, "");

/** What each page of paper says, once printed, as `bare` has it. */
export async function readPaper(page, options = {}) {
  const file = join(mkdtempSync(join(tmpdir(), "minsheng-print-")), "page.pdf");
  writeFileSync(file, await page.pdf({ format: "A4", ...options }));
  return readBack("pdf", file).pages.map(bare);
}
