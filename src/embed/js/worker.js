// What makes this file a worker's program. The first message brings the compiled module:
//
// boot      engine: WebAssembly.Module, places, standby         –
//
// and every later one goes to the service.
import { Service, turn } from "./service.js";
import { initSync } from "./engine.js";

if (typeof WorkerGlobalScope === "function" && globalThis instanceof WorkerGlobalScope) {
  let service;
  let isAsked = false;
  addEventListener("message", ({ data }) => {
    if (data.op !== "boot") {
      isAsked = true;
      return void service.receive(data);
    }
    try {
      initSync({ module: data.engine });
      service = new Service((message, transfer) => postMessage(message, transfer), data.places);
      postMessage({ id: data.id, ok: undefined });
      if (data.standby) practise(() => isAsked);
    } catch (error) {
      postMessage({ id: data.id, error: { code: "internal", message: String(error.message) } });
    }
  });
}

/** How often a worker that stands by asks the same: by then the browser has compiled well what goes over rows. */
const ROUNDS = 4;

/**
 * What a worker that stands by does: opens a table of its own making and asks of it what tables are asked, so that what the
 * first table needs is compiled by then. Ends when there is something to do.
 */
async function practise(isAsked) {
  const rows = 1 << 17;
  const texts = (count) => ({ text: Array.from({ length: count }, (_, at) => 1000 + at).join("\0"), count });
  const columns = {
    year: { codes: new Uint8Array(rows), texts: texts(2), role: "time" },
    place: { codes: new Uint16Array(rows), texts: texts(2000) },
    value: { values: new Float64Array(rows).fill(1) },
  };
  const call = (method, ...args) => ({ op: "call", method, args });
  const round = [
    { op: "open", source: { columns } },
    call("bin", "value", "log", 50, 0.1, 10),
    call("crosstab", ["place", "year"], "value"),
    call("countsAll"),
    call("setIn", "place", ["1000"]),
    call("countsAll"),
    call("groupBy", ["place", "year"], "value", false),
  ];
  const service = new Service(() => {});
  for (const request of Array(ROUNDS).fill(round).flat()) {
    await turn();
    if (isAsked()) break;
    await service.receive(request);
  }
  service.close();
}

// On the page's thread the interface calls these itself.
export { initSync as boot };
