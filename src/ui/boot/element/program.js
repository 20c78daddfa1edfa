// The program's files, brought once for all elements of a page: compiled modules and the style sheet are shared, and
// every explorer is made of them anew.
import { files } from "minsheng:files";
import { program } from "minsheng:program";

export const failure = (reason, detail) => Object.assign(new Error(detail ?? reason), { reason });

/** The address of this script, beside which everything stands; a module has no `currentScript`, but a stack. */
export const OWN = document.currentScript?.src || new Error().stack.match(/\b(?:https?|file):[^\s()]+?\.js/)[0];

/** Tells builds apart: the hash of the program. */
export const VERSION = files.wasm.integrity;

/** The address of a file of the site. */
export const addressOf = (file) => new URL(file, OWN).href;

/** The site's page, to which links lead. */
export const PAGE = addressOf("../index.html");

/** The site's data, as the element `<meta name="minsheng-data">` of its page names them. */
export const DATA = { address: addressOf(files.data.href), version: files.data.version };

/** Checks a hash by hand: a fetch with `integrity` would report no progress. Without a secure address there is no way to. */
async function verify(bytes, integrity) {
  if (!globalThis.crypto?.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  const found = `sha384-${btoa(String.fromCharCode(...digest))}`;
  if (found !== integrity) throw failure("damaged", `${found} instead of ${integrity}`);
}

/** The bytes of a file; `heard` is told how many have come. */
async function bytesOf({ href, integrity }, heard) {
  const response = await fetch(addressOf(href));
  if (!response.ok) throw failure("missing", `${response.status} ${href}`);
  const chunks = [];
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    heard(value.length);
  }
  const bytes = await new Blob(chunks).arrayBuffer();
  await verify(bytes, integrity);
  return bytes;
}

let brought;
let received = 0;
const waiting = new Set();

/**
 * Resolves to the compiled modules and the style sheet. `heard` is told the share that has come, from 0 to 1. What failed
 * is tried again by the next call.
 */
export async function bring(heard) {
  waiting.add(heard);
  heard(share());
  brought ??= all().catch((error) => {
    [brought, received] = [undefined, 0];
    throw error;
  });
  try {
    return await brought;
  } finally {
    waiting.delete(heard);
  }
}

const parts = [files.wasm, files.rest, files.styles].filter(Boolean);
const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
const share = () => Math.min(1, received / total);

async function all() {
  const come = (length) => {
    received += length;
    waiting.forEach((heard) => heard(share()));
  };
  const compiled = (part) => part && bytesOf(part, come).then((bytes) => WebAssembly.compile(bytes));
  const sheetOf = async (bytes) => new CSSStyleSheet().replace(new TextDecoder().decode(bytes));
  const [first, rest, sheet] = await Promise.all([compiled(files.wasm), compiled(files.rest), bytesOf(files.styles, come).then(sheetOf)]);
  return { first, rest, sheet };
}

/**
 * WebAssembly as the program's own JavaScript finds it. Whatever it calls of the instance is watched: `onStop` hears of an
 * error within, after which the program answers nothing more. `onMade` gets the exports as they are.
 */
function watched(onMade, onStop) {
  const watch = (call) => (...given) => {
    try {
      return call(...given);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) onStop(error);
      throw error;
    }
  };
  const instantiate = async (module, imports) => {
    const { exports } = await WebAssembly.instantiate(module, imports);
    onMade(exports);
    const value = Object.fromEntries(Object.entries(exports).map(([name, one]) => [name, typeof one === "function" ? watch(one) : one]));
    return Object.create(WebAssembly.Instance.prototype, { exports: { value } });
  };
  return Object.assign(Object.create(WebAssembly), { instantiate });
}

/** Starts a program of its own in this world; `onStop` hears when it has met an error. */
export async function start({ first, rest }, globals, onStop) {
  let made;
  const glue = program({ ...globals, WebAssembly: watched((exports) => (made = exports), onStop) });
  // A debug build is whole.
  glue.onRest?.(
    () => {
      throw failure("damaged", "the program asked for its second part, which it has");
    },
    () => WebAssembly.instantiate(rest, { first: made }),
  );
  await glue.default({ module_or_path: first });
}

/** The interface of the engine that reads tables; its workers end by `close`. */
export const engine = () => import(`${addressOf(files.engine.href)}?v=${files.engine.version}`);
