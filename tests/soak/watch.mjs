// What must hold all the time: no error, no request elsewhere, no growth.

/** Growth that is none: caches fill, and the collector is not exact. */
const HEAP = { times: 1.5, plus: 12e6 };
const NODES = { times: 2, plus: 6000 };

/** Chromium's own words for a file that a scenario takes away, which no page can keep from the console. */
const NETWORK = /Failed to load resource|net::ERR_/;

export class Watch {
  constructor(page, site, { offline = false } = {}) {
    this.page = page;
    this.faults = [];
    this.samples = [];
    page.on("pageerror", (error) => this.faults.push(`page error: ${error.message}`));
    page.on("console", (message) => {
      const isNetwork = offline && NETWORK.test(message.text());
      if (message.type() === "error" && !isNetwork) this.faults.push(`console: ${message.text()}`);
    });
    page.on("crash", () => this.faults.push("the page crashed"));
    page.on("request", (request) => {
      const address = request.url();
      if (!address.startsWith(site) && !/^(blob|data|about):/.test(address)) this.faults.push(`asked ${address}`);
    });
  }

  /** Measures what the page holds once all that can go has gone. */
  async sample() {
    this.devtools ??= await this.page.context().newCDPSession(this.page);
    await this.devtools.send("Performance.enable");
    await this.devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await this.devtools.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    this.samples.push({ heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") });
  }

  /** Faults so far, with growth among them: the last third against the first. */
  verdict() {
    const third = Math.floor(this.samples.length / 3);
    if (third > 0) {
      for (const [key, bound] of [["heap", HEAP], ["nodes", NODES], ["listeners", NODES]]) {
        const most = (part) => Math.max(...part.map((sample) => sample[key]));
        const [first, last] = [most(this.samples.slice(0, third)), most(this.samples.slice(-third))];
        if (last > first * bound.times + bound.plus) this.faults.push(`${key} grew from ${first} to ${last}`);
      }
    }
    return this.faults;
  }
}
