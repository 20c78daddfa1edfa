// Seeds the corpora and runs the fuzz targets one after another; the last lines count runs and faults.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { finished, seedsOf, targetOf } from "./fuzz-seeds.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const fuzz = join(root, "fuzz");
const TARGETS = ["link", "package", "csv", "json", "document", "workbook", "sheet", "zip", "parquet"];
/** Megabytes that a run may take, seconds that one input may, and bytes that one may have. */
const LIMITS = ["-rss_limit_mb=256", "-malloc_limit_mb=256", "-timeout=10", "-max_len=65536"];
/** Larger files teach a fuzzer little and slow it down. */
const LARGEST = 64 << 10;

const words = process.argv.slice(2);
const values = (name) => {
  const found = [];
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name)) found.push(words.splice(at, 2)[1]);
  return found;
};
const seconds = Number(values("--seconds")[0] ?? 600);
const folders = values("--seeds");
const chosen = words.length ? words : TARGETS;

const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= LARGEST);

const corpus = (target) => join(fuzz, "corpus", target);
for (const target of TARGETS) mkdirSync(corpus(target), { recursive: true });
const keep = (target, bytes) => writeFileSync(join(corpus(target), createHash("sha1").update(bytes).digest("hex")), bytes);
for (const folder of folders.length ? folders : [join(root, "tests/fixtures")]) {
  for (const path of files(folder)) {
    const target = targetOf(basename(path));
    if (target) keep(target, readFileSync(path));
  }
}
for (const [target, bytes] of seedsOf(root)) keep(target, bytes);

let failed = 0;
const rows = [];
for (const target of chosen) {
  const run = spawnSync("cargo", ["fuzz", "run", "--fuzz-dir", fuzz, target, "--", `-max_total_time=${seconds}`, "-print_final_stats=1", ...LIMITS], {
    cwd: root,
    // What the sanitizer holds back before it hands it out again would count as the program's.
    env: { ...process.env, ASAN_OPTIONS: "quarantine_size_mb=8:detect_leaks=0" },
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const { runs, peak } = finished(run.stderr);
  if (run.status !== 0) {
    failed += 1;
    console.log(run.stderr.slice(-6000));
  }
  rows.push(`${run.status === 0 ? "ok     " : "FAILED "}  ${target.padEnd(9)} ${runs} runs in ${seconds} s, ${peak} MB at most`);
}
console.log(rows.join("\n"));
const artifacts = join(fuzz, "artifacts");
if (failed && existsSync(artifacts)) console.log(`what failed lies in ${artifacts}; mend it and keep it as a test`);
process.exitCode = failed ? 1 : 0;
