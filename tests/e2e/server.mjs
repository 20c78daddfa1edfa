// A static server for tests: dist/ under the root and under a portal's sub-path, with the strictest policy we promise.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, createBrotliCompress, createGzip } from "node:zlib";

export const dist = fileURLToPath(new URL("../../dist", import.meta.url));

export const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:";

const SUB_PATH = "/portal/minsheng";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

/** The same with trusted types: nothing that a browser could take for a script but by the explorer's own rules. */
export const STRICTEST = `${POLICY}; require-trusted-types-for 'script'; trusted-types minsheng`;

// Brotli at its best takes ten seconds for the engine; servers that compress as they answer do not ask that of it.
const ENCODERS = { gzip: createGzip, br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) };

/**
 * Starts on a free port of the loopback interface, so that several test runs may share a machine. `first` is asked before
 * the folder is, with the request, its path and the response; it may take its time, and says whether it has answered.
 * `how` is what the server does its own way: `policy` (empty for none), more `headers`, an `encoding` (gzip or br), and
 * `types`, media types by the endings of names in place of the right ones.
 */
export async function startServer(first = () => false, how = {}) {
  const server = createServer(async (request, response) => {
    const path = pathOf(request);
    if (!(await first(request, path, response))) answer(path, response, how);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${server.address().port}/`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { root, portal: new URL(`${SUB_PATH}/`, root).href, stop };
}

function pathOf(request) {
  let path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  if (path.startsWith(`${SUB_PATH}/`)) path = path.slice(SUB_PATH.length);
  return path.endsWith("/") ? `${path}index.html` : path;
}

function answer(path, response, { policy = POLICY, headers = {}, encoding, types = {} }) {
  const file = join(dist, normalize(path));
  const all = { ...(policy && { "content-security-policy": policy }), ...headers };
  if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { "content-type": "text/plain", ...all }).end("not found");
    return;
  }
  const ending = extname(file);
  response.writeHead(200, {
    "content-type": types[ending] ?? TYPES[ending] ?? "application/octet-stream",
    ...(encoding ? { "content-encoding": encoding } : { "content-length": statSync(file).size }),
    "cache-control": "no-store",
    ...all,
  });
  const content = createReadStream(file);
  (encoding ? content.pipe(ENCODERS[encoding]()) : content).pipe(response);
}
