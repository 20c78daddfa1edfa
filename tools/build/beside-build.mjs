// Trunk's build hook: makes the modules that the page brings on demand while cargo makes the page, since the last step of
// each is a single thread's work. The post_build hook finds them made.
//
// `trunk serve` should not wait for them at every change: it takes those of the build before, and this leaves a process
// behind that makes new ones for the next.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModules, keepModules, keptModules } from "./modules.mjs";

const { TRUNK_SOURCE_DIR: source, TRUNK_PROFILE: profile } = process.env;
const release = profile === "release";
const later = process.argv.includes("--later");
const folder = join(source, "target/modules");
/** Holds the number of the process that is at work. */
const turn = join(folder, "turn");

if (release || later || !keptModules(source)) await make();
else if (!isAtWork()) leaveBehind();

async function make() {
  const built = await buildModules(source, release);
  if (!release) keepModules(source, built);
}

function leaveBehind() {
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), "--later"], { detached: true, stdio: "ignore" });
  writeFileSync(turn, String(child.pid));
  child.unref();
}

function isAtWork() {
  if (!existsSync(turn)) return false;
  try {
    return process.kill(Number(readFileSync(turn, "utf8")), 0);
  } catch {
    return false;
  }
}
