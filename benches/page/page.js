// What the driver calls in the page, one peer a page.
import { makeTable } from "./data.js";
import { measureReader } from "./csv.js";
import { measure } from "./measure.js";

let instance;

window.bench = {
  /** Loads the peer's own code (`peers/NAME` or `readers/NAME`), so that memory before and after data can be told apart. */
  async prepare(peer) {
    const module = await import(`../${peer}.js`);
    await module.prepare?.();
    return module.version?.() ?? null;
  },
  /** One reader of CSV. */
  async read(reader, rows, passes) {
    return measureReader(await import(`../${reader}.js`), rows, passes);
  },
  /** The whole workload; the opened instance stays until `close`. */
  async run(peer, rows) {
    const module = await import(`../${peer}.js`);
    const { instance: opened, ...report } = await measure(module, makeTable(rows));
    instance = opened;
    return report;
  },
  async close() {
    await instance?.close?.();
    instance = undefined;
  },
  /** Bytes of all realms of the page as the browser counts them, workers and wasm included; null where it does not say. */
  async bytes() {
    if (!crossOriginIsolated || !performance.measureUserAgentSpecificMemory) return null;
    return (await performance.measureUserAgentSpecificMemory()).bytes;
  },
};
document.title = "ready";
