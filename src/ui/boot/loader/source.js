// Where the loader has its bytes from.
"use strict";

const restMeta = () => document.querySelector('meta[name="minsheng-rest"]');

/** What a file of the site answers, where it does. */
async function fetched(address, how) {
  const response = await fetch(address, how);
  if (!response.ok) throw failure("program", nameOf(address));
  return response;
}

/** The bytes of an answer; `heard` is told of each piece. */
async function bytesOf(response, heard) {
  const chunks = [];
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks).arrayBuffer();
    chunks.push(value);
    heard(value.length);
  }
}

/** The site: files beside the page, named by the preload links that trunk writes. */
const beside = {
  prepare(isWhole) {
    if (location.protocol === "file:") throw failure("file");
    askForData(isWhole);
  },

  glue() {
    // The page preloads it under its integrity hash, and the import takes what was preloaded.
    return import(document.querySelector('link[rel="modulepreload"]:not([href*="/snippets/"])').href);
  },

  // The first view can do without the rest where it stands alone and shows the bare address of the site's own page. That
  // of a place (tools/build/places.mjs) starts from the tables.
  wantsRest: () => restMeta() !== null && !(window.minshengFirst.isBare && !document.querySelector("meta[data-start]")),

  async rest() {
    const meta = restMeta();
    return (await fetched(meta.content, { integrity: meta.dataset.integrity })).arrayBuffer();
  },

  engine(tries) {
    const { content, dataset } = document.querySelector('meta[name="minsheng-engine"]');
    return import(new URL(`${content}?v=${dataset.version}${tries ? `&try=${tries}` : ""}`, document.baseURI));
  },

  async wasm() {
    const link = document.querySelector('link[rel="preload"][href$=".wasm"]');
    const response = await fetched(link.href);
    // Content-Length counts compressed bytes where the server compresses; data-bytes is the size once unpacked.
    const compressed = response.headers.has("content-encoding");
    const size = Number(link.dataset.bytes);
    const total = size || (compressed ? 0 : Number(response.headers.get("content-length")));
    let received = 0;
    const bytes = await bytesOf(response, (length) => showProgress((received += length), total));
    if (size && received < size) throw failure("program", nameOf(link.href));
    await verify(bytes, link);
    return bytes;
  },
};

/**
 * Asks for the data together with the program, so that neither waits for the other. The first view is drawn from a
 * preview that the build made; beside it the descriptor tells whether the data on the server are still those. Where a
 * start needs the rest of the program anyway, and where the build made no preview, all tables are asked for: as they
 * are on the server now, like src/browser/package.rs. Each file is handed over once; one that did not come is asked
 * for again by the explorer, which knows what to say of it.
 */
function askForData(isWhole) {
  const meta = document.querySelector('meta[name="minsheng-data"]');
  const link = document.querySelector("link[data-preview]");
  const folder = new URL(meta?.content ?? "", document.baseURI);
  const asked = new Map();
  const byPreview = link && !isWhole;
  const files = meta?.dataset.first?.split(" ") ?? [];
  for (const file of byPreview ? files.slice(0, 1) : files) {
    const bytes = fetched(new URL(`${file}?v=${meta.dataset.version}`, folder).href, { cache: "no-cache" }).then((response) => bytesOf(response, () => boot.isConnected && expectMore()));
    bytes.then((its) => file === files[0] && isOther(its, meta) && window.minshengFirst.withdraw()).catch(() => {});
    asked.set(file, bytes);
  }
  window.minshengData = (file) => {
    const bytes = asked.get(file);
    asked.delete(file);
    return bytes ?? Promise.reject(file);
  };
  window.minshengPreview = async () => {
    if (!byPreview) throw failure("program");
    const bytes = await (await fetched(link.href)).arrayBuffer();
    await verify(bytes, link);
    // From now on the rest has arrived only once the tables have taken the preview's place.
    isPreview = true;
    return bytes;
  };
}

/** Whether a descriptor is not the one that the build knew: FNV-1a, as tools/build/data.mjs writes it. */
function isOther(descriptor, { dataset }) {
  const hash = new Uint8Array(descriptor).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
  return dataset.known !== String(hash);
}

/** Checks the subresource-integrity value of a link by hand: a fetch with `integrity` would report no progress. */
async function verify(bytes, { href, dataset: { integrity } }) {
  // Plain http:// outside localhost has no crypto.subtle; there the size and the compiler's own check must do.
  if (!integrity || !globalThis.crypto?.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  if (`sha384-${btoa(String.fromCharCode(...digest))}` !== integrity) throw failure("program", nameOf(href));
}

const source = window.minshengInside ?? beside;
