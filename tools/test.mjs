// Runs every suite, goes on after a failed one, and ends with the line `N passed, N failed` over all of them.
// With names as arguments it runs only the suites whose name contains one of them: tools/test.sh clippy e2e
import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const has = (program, ...args) => spawnSync(program, args, { stdio: "ignore" }).status === 0;
const forWasm = "tools/setup/for-wasm.sh";
const wasm = ["--target", "wasm32-unknown-unknown"];
const nextest = has("cargo", "nextest", "--version");
const deny = has("cargo", "deny", "--version");
const nodeTests = ["tools", "tools/build", "benches/test", "tests/soak"].flatMap((folder) =>
  readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).map((name) => `${folder}/${name}`),
);

// `count` finds passed and failed tests in a suite's output; a suite without it counts as one test.
const SUITES = [
  { name: "set-up: npm packages", run: ["tools/setup/node.sh"], silent: true },
  { name: "set-up: Rust tools", run: ["tools/setup/rust.sh"], silent: true },
  { name: "set-up: Python packages", run: ["tools/setup/python.sh"], silent: true },
  { name: "set-up: browser", run: ["tools/setup/browser.sh"], silent: true },
  { name: "set-up: engines", run: ["tools/setup/engines.sh"], silent: true },
  { name: "format", run: ["cargo", "fmt", "--all", "--check"] },
  { name: "clippy, native", run: ["cargo", "clippy", "--locked", "--workspace", "--all-targets", "--features", "parquet", "--", "-D", "warnings"] },
  { name: "clippy, wasm", run: [forWasm, "cargo", "clippy", "--locked", ...wasm, "--all-features", "--lib", "--bins", "--test", "web", "--", "-D", "warnings"] },
  nextest
    ? { name: "native tests", run: ["cargo", "nextest", "run", "--locked", "--workspace", "--features", "parquet", "--no-tests=pass"], count: countNextest }
    : { name: "native tests", run: ["cargo", "test", "--locked", "--workspace", "--all-targets", "--features", "parquet"], count: countCargo },
  {
    name: "SQL over microdata",
    run: ["tools/setup/python.sh", "-m", "unittest", "discover", "-v", "-s", "tests/microdata"],
    count: countUnittest,
  },
  {
    name: "microdata read back",
    run: ["cargo", "test", "--locked", "--workspace", "--features", "parquet", "--test", "native", "--", "--ignored", "microdata"],
    count: countCargo,
  },
  { name: "documentation tests", run: ["cargo", "test", "--locked", "--doc"], count: countCargo },
  { name: "documentation", run: ["cargo", "doc", "--locked", "--no-deps", "--features", "parquet"], env: { RUSTDOCFLAGS: "-D warnings" } },
  // Only where somebody has installed it: its own build takes longer than most suites. Its other check, of advisories, needs the network.
  ...(deny ? [{ name: "licences and sources", run: ["cargo", "deny", "check", "licenses", "bans", "sources"] }] : []),
  {
    name: "component tests",
    run: [forWasm, "cargo", "test", "--locked", ...wasm, "--test", "web"],
    env: {
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner",
      CHROMEDRIVER: process.env.CHROMEDRIVER ?? programPath("chromedriver"),
      WASM_BINDGEN_TEST_ONLY_WEB: "1",
      WASM_BINDGEN_TEST_TIMEOUT: "120",
    },
    count: countCargo,
  },
  { name: "scripts' tests", run: ["node", "--test", "--test-reporter=spec", ...nodeTests], count: countNode },
  { name: "types of the interface", run: ["tsc", "--project", "tests/types"] },
  { name: "release build", run: ["make", "--no-print-directory", "dist"] },
  { name: "old browsers", run: ["node", "--test", "--test-reporter=spec", "tests/old-browsers/old.test.mjs"], count: countNode },
  { name: "other engines", run: ["node", "--test", "--test-reporter=spec", "tests/engines/smoke.test.mjs"], count: countNode },
  { name: "end-to-end tests", run: ["playwright", "test", "--config", "tests/e2e"], count: countPlaywright },
  { name: "size budget", run: ["make", "--no-print-directory", "budget"] },
];

const chosen = process.argv.slice(2);
const rows = [];
for (const suite of SUITES) {
  if (chosen.length && !chosen.some((word) => suite.name.includes(word))) continue;
  rows.push(await runSuite(suite));
}
report(rows);

async function runSuite({ name, run: [program, ...args], env = {}, count, silent }) {
  console.log(`\n\x1b[1m== ${name}\x1b[0m`);
  const started = Date.now();
  const { code, output } = await runProgram(program, args, env);
  const result = count?.(output) ?? { passed: 0, failed: 0 };
  const named = code === 0 ? [] : namesOfFailed(output);
  const counted = result.passed + result.failed > 0;
  if (code !== 0 && result.failed === 0) result.failed = 1;
  else if (code === 0 && !count && !silent) result.passed = 1;
  if (code === 0 && count && !counted) console.log("(no tests)");
  return { name, silent, ...result, named, seconds: Math.round((Date.now() - started) / 1000) };
}

/** Shows the output as it comes and keeps it. */
function runProgram(program, args, env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...Object.fromEntries(Object.entries(env).filter(([, value]) => value)) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (stream) => (chunk) => {
      output += chunk;
      stream.write(chunk);
    };
    child.stdout.on("data", keep(process.stdout));
    child.stderr.on("data", keep(process.stderr));
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: output.replace(/\x1b\[[0-9;]*m/g, "") }));
  });
}

function report(rows) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log("");
  for (const { name, named } of rows) {
    for (const failure of named) console.log(`${name}: ${failure}`);
  }
  for (const { name, passed, failed, seconds, silent, named } of rows) {
    const verdict = failed ? "FAILED" : "ok";
    const counts = silent && !failed ? "" : `${passed} passed, ${failed} failed`;
    // Where only these lines are kept, the first that failed is named too.
    const first = named.length ? `  ${named[0]}` : "";
    console.log(`${verdict.padEnd(7)}${name.padEnd(26)}${counts.padEnd(24)}${seconds} s${first}`);
  }
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") ? 1 : 0;
}

/** The failed tests that the output names, each with the first line of its reason where the runner prints one below it. */
function namesOfFailed(output) {
  const patterns = [
    /^ {2}\d+\) (\[\w+\] › .*?)[ ─]*\n\s*\n\s*(.*)$/gm, // Playwright
    /^test (\S+) \.\.\. FAILED$/gm, // cargo test
    /^\s+FAIL \[.*?\] (.*)$/gm, // nextest
    /^✖ (.*?) \([\d.]+ms\)$/gm, // node --test
    /^(?:FAIL|ERROR): (.*)$/gm, // unittest
  ];
  const found = patterns.flatMap((pattern) => [...output.matchAll(pattern)].map(([, ...parts]) => parts.join(" — ")));
  return [...new Set(found)].slice(0, 20);
}

function countAll(output, pattern) {
  return [...output.matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
}

/** `test result: ok. 3 passed; 0 failed; …`, once for each binary. */
function countCargo(output) {
  return {
    passed: countAll(output, /^test result: .*?(\d+) passed/gm),
    failed: countAll(output, /^test result: .*?(\d+) failed/gm),
  };
}

/** `Summary [0.4s] 12 tests run: 11 passed, 1 failed, 0 skipped` */
function countNextest(output) {
  const summary = output.match(/^\s*Summary .*$/m)?.[0] ?? "";
  return { passed: countAll(summary, /(\d+) passed/g), failed: countAll(summary, /(\d+) (?:failed|timed out)/g) };
}

/** `ℹ pass 12` and `ℹ fail 0` */
function countNode(output) {
  return { passed: countAll(output, /^ℹ pass (\d+)$/gm), failed: countAll(output, /^ℹ fail (\d+)$/gm) };
}

/** `Ran 4 tests in 5.2s`, then `OK` or `FAILED (failures=1, errors=1)` */
function countUnittest(output) {
  const failed = countAll(output, /^FAILED \(.*?failures=(\d+)/gm) + countAll(output, /^FAILED \(.*?errors=(\d+)/gm);
  return { passed: Math.max(0, countAll(output, /^Ran (\d+) tests? in/gm) - failed), failed };
}

function countPlaywright(output) {
  return { passed: countAll(output, /^ {2}(\d+) passed/gm), failed: countAll(output, /^ {2}(\d+) (?:failed|did not run)/gm) };
}

function programPath(name) {
  return spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim() || undefined;
}
