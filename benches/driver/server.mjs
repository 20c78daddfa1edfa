// Serves the benchmark's pages, the installed packages and the built module from one origin, isolated, so that clocks are
// fine-grained and memory can be measured.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const ROOTS = {
  page: folder("../page"),
  peers: folder("../peers"),
  readers: folder("../readers"),
  node_modules: folder("../node_modules"),
  embed: folder("../../dist/embed"),
};

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Starts on a free port of the loopback interface. */
export async function startServer() {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { root: `http://127.0.0.1:${server.address().port}/`, stop };
}

function answer(request, response) {
  const [, first, ...rest] = decodeURIComponent(new URL(request.url, "http://localhost").pathname).split("/");
  const root = Object.hasOwn(ROOTS, first) ? ROOTS[first] : undefined;
  const file = root && join(root, normalize(`/${rest.join("/")}`));
  if (!file || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-length": statSync(file).size,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  });
  createReadStream(file).pipe(response);
}
