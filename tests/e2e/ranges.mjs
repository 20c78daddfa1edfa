// A server of datasets that knows byte ranges, or is made to know none, and counts what it sends.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { POLICY, dist } from "./server.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const FOLDERS = {
  "/embed/": join(dist, "embed"),
  "/formats/": join(root, "tests/fixtures/formats/arrow"),
  "/microdata/": join(root, "target/microdata/observations"),
};

const TYPES = { ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

/** The Parquet module's files in dist/embed. */
export function parquetModule() {
  const names = readdirSync(FOLDERS["/embed/"]);
  return { code: `/embed/${names.find((name) => /^parquet-.*\.js$/.test(name))}`, wasm: `/embed/${names.find((name) => /^parquet-.*\.wasm$/.test(name))}` };
}

/** Starts on a free port. `sent` lists what went out of Parquet and Arrow files: `{path, status, from, to}`. */
export async function startRanges() {
  const state = { ranges: true, sent: [] };
  const server = createServer((request, response) => answer(request, response, state));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return Object.assign(state, { root: `http://127.0.0.1:${server.address().port}/`, stop });
}

function answer(request, response, { ranges, sent }) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const headers = { "content-security-policy": POLICY, "cache-control": "no-store", "content-type": TYPES[extname(path)] ?? "application/octet-stream" };
  if (path === "/") return void response.writeHead(200, { ...headers, "content-type": "text/html" }).end("<!doctype html><title>-</title>");
  const [prefix, folder] = Object.entries(FOLDERS).find(([prefix]) => path.startsWith(prefix)) ?? [];
  const file = folder && join(folder, normalize(path.slice(prefix.length)));
  if (!file?.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404, headers).end();
  const bytes = readFileSync(file);
  const [from, to] = (ranges && range(request.headers.range, bytes.length)) || [0, bytes.length];
  const status = from === 0 && to === bytes.length && !(ranges && request.headers.range) ? 200 : 206;
  if (/\.(parquet|arrows?)$/.test(path)) sent.push({ path, status, from, to });
  if (status === 206) headers["content-range"] = `bytes ${from}-${to - 1}/${bytes.length}`;
  response.writeHead(status, { ...headers, "content-length": to - from }).end(bytes.subarray(from, to));
}

/** `bytes=5-9` and `bytes=-9` (RFC 9110), one range. */
function range(header, length) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === undefined || (from === "" && to === "")) return undefined;
  if (from === "") return [Math.max(0, length - Number(to)), length];
  return [Number(from), to === "" ? length : Math.min(length, Number(to) + 1)];
}
