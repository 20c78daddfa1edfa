// Builds the modules that the page brings on demand, each a wasm of its own with its JavaScript: the engine
// (src/bin/engine.rs, src/embed) and, for the formats that need it, parquet (src/bin/parquet.rs).
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { sha256 } from "./digest.mjs";

const run = promisify(execFile);

/** Rooms of src that only the page has, and those that reading Parquet and Arrow needs (the arrows of ARCHITECTURE.md). */
const PAGE = ["app", "browser", "ui", "views"];
const READING = ["base", "column", "embed", "import", "model", "query"];

/**
 * The modules; each is a binary and a feature of its name, built by a profile of Cargo.toml. `scripts` of src/embed/js are
 * put into one file with its glue; `uses` tells whether a room of src has a part in it.
 */
const ENGINE = { name: "engine", profile: "engine", scripts: ["service.js", "worker.js"], optimize: "-O3", uses: (room) => !PAGE.includes(room) };
const PARQUET = { name: "parquet", profile: "parquet", scripts: ["ranges.js"], optimize: "-Oz", uses: (room) => READING.includes(room) };
const SMALL_ENGINE = { ...ENGINE, profile: "engine-small", optimize: "-Oz" };

/** The public interface, a file of public/embed with this line in it, which names the files beside it. */
const INTERFACE = "minsheng-engine.js";
const FILES_LINE = /^const FILES = .*;$/m;

/** Where the modules that a debug build places lie: those of the build before, until new ones are there. */
const lastOf = (source) => join(process.env.CARGO_TARGET_DIR ?? join(source, "target"), "modules", "last");

/** Keeps a debug build's modules for the next one. */
export function keepModules(source, { modules }) {
  const folder = lastOf(source);
  mkdirSync(folder, { recursive: true });
  for (const [name, { code, wasm }] of Object.entries(modules)) {
    writeFileSync(join(folder, `${name}.js`), code);
    writeFileSync(join(folder, `${name}.wasm`), wasm);
  }
}

/** The modules that a debug build kept; `undefined` where there are none. */
export function keptModules(source) {
  const at = (name, ending) => join(lastOf(source), `${name}.${ending}`);
  const names = [ENGINE, PARQUET].map(({ name }) => name);
  if (!names.every((name) => existsSync(at(name, "js")) && existsSync(at(name, "wasm")))) return undefined;
  const read = (name) => ({ code: readFileSync(at(name, "js"), "utf8"), wasm: readFileSync(at(name, "wasm")) });
  return { modules: Object.fromEntries(names.map((name) => [name, read(name)])) };
}

/**
 * Builds the modules and gives `{modules: {name: {code, wasm}}, small}`, text and bytes. `small` is the engine for the one
 * file, which has no room for the fast one: the same, built for size, and only for a release. A debug build is made soon,
 * and is slow and large.
 *
 * The last step of each build runs on one core, so two go side by side; each has a folder of its own to build in.
 */
export async function buildModules(source, release) {
  const others = async () => [await build(source, PARQUET, release), release && (await build(source, SMALL_ENGINE, true))];
  const [engine, [parquet, small]] = await Promise.all([build(source, ENGINE, release), others()]);
  return { modules: { engine, parquet }, small };
}

/** Writes the modules into `site/embed`, named by their content, and their names into the public interface there. */
export function placeModules(site, built) {
  const folder = join(site, "embed");
  const place = (name, ending, content) => {
    const file = `${name}-${sha256(content).slice(0, 16)}${ending}`;
    writeFileSync(join(folder, file), content);
    return file;
  };
  const names = Object.entries(built).map(([name, { code, wasm }]) => [
    name,
    { code: place(name, ".js", code), wasm: place(name, "_bg.wasm", wasm) },
  ]);
  const text = readFileSync(join(folder, INTERFACE), "utf8");
  if (!FILES_LINE.test(text)) throw new Error(`public/embed/${INTERFACE} has no line 'const FILES = …;' to fill`);
  const filled = text.replace(FILES_LINE, () => `const FILES = ${JSON.stringify(Object.fromEntries(names))};`);
  writeFileSync(join(folder, INTERFACE), filled);
  return { interface: filled, version: sha256(filled).slice(0, 8) };
}

async function build(source, { name, profile: released, scripts, optimize, uses }, release) {
  const profile = release ? released : "dev";
  const started = Date.now();
  const args = ["build", "--locked", "--profile", profile, "--target", "wasm32-unknown-unknown", "--bin", name];
  // A debug build has a folder of its own, where it keeps nobody waiting who builds the page.
  const own = process.env.CARGO_TARGET_DIR ?? join(source, "target");
  const target = release ? own : join(own, "modules", "debug");
  const linked = join(target, "wasm32-unknown-unknown", release ? profile : "debug", `${name}.wasm`);
  const made = `${linked}.sources`;
  const sources = sourcesOf(source, uses);
  // Cargo would compile it anew for a change of the page alone.
  if (!release || !existsSync(linked) || !existsSync(made) || readFileSync(made, "utf8") !== sources) {
    await step(source, "tools/setup/fast.sh", ["cargo", ...args, "--target-dir", target, "--no-default-features", "--features", name]);
    writeFileSync(made, sources);
  }
  const { glue, wasm } = await bind(source, target, linked, name, release && optimize);
  console.log(`    module ${released}: ${Math.round((Date.now() - started) / 1000)} s`);
  const parts = scripts.map((script) => withoutImports(script, readFileSync(join(source, "src/embed/js", script), "utf8")));
  return { code: [glue, ...parts].join("\n"), wasm };
}

/** A hash of all that a module is compiled from. */
export function sourcesOf(source, uses) {
  const hash = createHash("sha256");
  const take = (path) => {
    const file = join(source, path);
    if (!existsSync(file)) return;
    if (!statSync(file).isDirectory()) return void hash.update(`${path}\0`).update(readFileSync(file));
    for (const name of readdirSync(file).sort()) take(join(path, name));
  };
  for (const room of readdirSync(join(source, "src")).sort()) if (uses(room.replace(/\.rs$/, "")) || room === "lib.rs") take(join("src", room));
  for (const path of ["src/bin", "build.rs", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", ".cargo", "tools/setup", "zstd"]) take(path);
  return hash.digest("hex");
}

/** Runs wasm-bindgen and wasm-opt, once for each content of the linked module. */
async function bind(source, target, linked, name, optimize) {
  const lock = readFileSync(join(source, "package-lock.json"));
  const key = sha256(readFileSync(linked), readFileSync(new URL(import.meta.url)), lock, String(optimize)).slice(0, 16);
  const folder = join(target, "modules", `${name}-${key}`);
  const at = (file) => join(folder, file);
  if (!existsSync(at("done.wasm"))) {
    mkdirSync(folder, { recursive: true });
    // The state function lets the page drop an instance, whose memory could only grow.
    const options = ["--target", "web", "--no-typescript", "--omit-default-module-path", "--experimental-reset-state-function"];
    await step(source, "wasm-bindgen", [...options, "--out-dir", folder, "--out-name", name, linked]);
    if (optimize) {
      const wasmOpt = join(source, "node_modules/.bin/wasm-opt");
      await step(source, wasmOpt, [optimize, "--enable-simd", "--strip-debug", "--strip-producers", at(`${name}_bg.wasm`), "-o", at("small.wasm")]);
    }
    renameSync(at(optimize ? "small.wasm" : `${name}_bg.wasm`), at("done.wasm"));
  }
  return { glue: readFileSync(at(`${name}.js`), "utf8"), wasm: readFileSync(at("done.wasm")) };
}

/** A script of src/embed/js without what it imports: in the file it becomes part of, those names stand before it. */
export function withoutImports(name, text) {
  const bare = text.replace(/^import \{[^}]*\} from "\.\/[\w-]+\.js";\n/gm, "");
  if (/^import\b/m.test(bare)) throw new Error(`src/embed/js/${name} may import only names from files beside it`);
  return bare;
}

async function step(source, program, args) {
  try {
    await run(program, args, { cwd: source, maxBuffer: 1 << 26 });
  } catch (error) {
    throw new Error(`'${program} ${args.join(" ")}' failed: ${error.stderr || error.message}`);
  }
}
