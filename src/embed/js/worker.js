// What makes this file a worker's program. The first message brings the compiled module:
//
// boot      engine: WebAssembly.Module, places         –
//
// and every later one goes to the service.
import { Service } from "./service.js";
import { initSync } from "./engine.js";

if (typeof WorkerGlobalScope === "function" && globalThis instanceof WorkerGlobalScope) {
  let service;
  addEventListener("message", ({ data }) => {
    if (data.op !== "boot") return void service.receive(data);
    try {
      initSync({ module: data.engine });
      service = new Service((message, transfer) => postMessage(message, transfer), data.places);
      postMessage({ id: data.id, ok: undefined });
    } catch (error) {
      postMessage({ id: data.id, error: { code: "internal", message: String(error.message) } });
    }
  });
}

// On the page's thread the interface calls these itself.
export { initSync as boot };
