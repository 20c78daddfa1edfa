// Keeps the site for when there is no network: a service worker, which the build places beside the page with what it is
// to keep as `SITE` before this (tools/build/offline.mjs).
//
// Versions never mix. Whatever changes with a version has an address of its own, so a page gets the files it names
// whichever version is newest; pages themselves and the data are asked for anew, and taken from what is kept where no
// answer comes. A version is kept whole or not at all, and the one before stays for pages that are still open.

/** Milliseconds after which a page that does not come is taken from what is kept. */
const PATIENCE = 4000;
/** Versions that stay. */
const KEPT = 2;
const PREFIX = `minsheng ${registration.scope} `;
const NAME = PREFIX + SITE.version;
/** Addresses that change with what they hold: by a hash in the name, or by a version behind it. */
const VERSIONED = /-[0-9a-f]{8,}|\?v=[0-9a-f]{8,}$/;
const DESCRIPTOR = "data/datapackage.json";
const address = (path) => new URL(path, registration.scope).href;

addEventListener("install", (event) => event.waitUntil(keepVersion().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(forget()));

async function keepVersion() {
  const files = await Promise.all(Object.entries(SITE.files).map(([path, hash]) => fetched(path, hash)));
  const data = await fetchedData();
  await keep([...files, ...data]);
}

/** The data package as it is on the server now, which may be another than the build knew. */
async function fetchedData() {
  const descriptor = await fetched(DESCRIPTOR);
  const { resources = [] } = await descriptor.answer.clone().json();
  const local = resources.map(({ path }) => path).filter((path) => typeof path === "string" && /^[\w.-]+$/.test(path));
  return [descriptor, ...(await Promise.all(local.map((path) => fetched(`data/${path}`))))];
}

/**
 * A file from the server, whole; fails where it is not the one that this version was built with. Answers that nobody reads
 * would hold the few connections that a browser has to a server.
 */
async function fetched(path, hash) {
  const answer = await fetch(address(path), { cache: "reload" });
  const bytes = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  if (hash && (await sha256(bytes)) !== hash) throw new Error(`${path} is of another version`);
  return { path, answer: new Response(bytes, { headers: answer.headers }) };
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function keep(files) {
  const cache = await caches.open(NAME);
  await Promise.all(files.map(({ path, answer }) => cache.put(address(path), answer)));
}

async function forget() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(ours.slice(0, Math.max(0, ours.length - KEPT + 1)).map((name) => caches.delete(name)));
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const inScope = request.url.startsWith(registration.scope);
  // Parts of large files are the reader's own tables.
  if (request.method !== "GET" || !inScope || request.headers.has("range")) return;
  const asked = request.url.slice(registration.scope.length).replace(/#.*/, "");
  const path = asked.replace(/\?.*/, "");
  if (request.mode === "navigate") event.respondWith(page(request, path));
  else if (path.startsWith("data/")) event.respondWith(data(event, path));
  else if (asked in SITE.files || VERSIONED.test(asked)) event.respondWith(file(request, asked));
});

/** The page as it is on the server, or the newest that is kept; of the site's folder it is index.html. */
async function page(request, path) {
  const kept = async () => (await keptFile(path.replace(/(^|\/)$/, "$1index.html"))) ?? Promise.reject(new TypeError("no network"));
  const network = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(kept);
  // Where nothing is kept, the network is waited for.
  return Promise.race([network, late.catch(() => network)]).catch(kept);
}

async function data(event, path) {
  const kept = () => caches.open(NAME).then((cache) => cache.match(address(path))).catch(() => undefined);
  try {
    const answer = await fetch(event.request);
    if (answer.ok && path === DESCRIPTOR) event.waitUntil(followData(answer.clone(), await kept()).catch(() => undefined));
    return answer;
  } catch (error) {
    const found = await kept();
    if (found) return found;
    throw error;
  }
}

/** Keeps the data anew, all of it, where the server has others than are kept. */
async function followData(answer, kept) {
  const [now, before] = await Promise.all([answer.text(), kept?.text()]);
  if (now !== before) await keep(await fetchedData());
}

/** A file whose address changes with its content, of whichever version. */
async function file(request, path) {
  // Where the browser gives no storage, or what it gave is spoiled, there is the network.
  const found = await keptFile(path).catch(() => undefined);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await keep([{ path, answer: answer.clone() }]).catch(() => undefined);
  return answer;
}

async function keptFile(path) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const name of [NAME, ...names.filter((name) => name !== NAME)]) {
    const found = await (await caches.open(name)).match(address(path));
    if (found && (await isWhole(found.clone(), SITE.files[path]))) return found;
  }
}

/** Whether what was kept is what this version was built with; of another version nobody knows. */
const isWhole = async (answer, hash) => !hash || (await sha256(await answer.arrayBuffer())) === hash;
