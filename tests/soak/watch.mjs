// What must hold all the time: no error, no request elsewhere, no growth.

/** Growth that is none: caches fill, and the collector is not exact. */
const HEAP = { times: 1.5, plus: 12e6 };
const NODES = { times: 2, plus: 6000 };
/** The same of a page that shows the same each time: listeners that stay are few at each turn, and nothing else tells of them. */
const ALIKE = { nodes: { times: 1.5, plus: 1000 }, listeners: { times: 1.5, plus: 60 } };

/** How often, and how long apart in ms, what is held is counted anew until it is the same twice. */
const TRIES = 20;
const REST = 250;

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

  /**
   * Measures what the page holds once all that can go has gone. `alike` names what the page shows, where that is the same
   * each time, so that a view is not held against another one.
   */
  async sample(alike = "") {
    this.devtools ??= await this.page.context().newCDPSession(this.page);
    await this.devtools.send("Performance.enable");
    let now = await this.held();
    // A page that is about to show an answer holds the former picture, the next one, and what nobody has collected yet.
    for (let time = 0; time < TRIES; time++) {
      const before = now;
      await this.page.waitForTimeout(REST);
      now = await this.held();
      if (now.nodes === before.nodes && now.listeners === before.listeners) break;
    }
    this.samples.push({ ...now, alike });
  }

  async held() {
    await this.devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await this.devtools.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
  }

  /** Faults so far, with growth among them: of what was measured alike the last third against the first. */
  verdict() {
    for (const alike of new Set(this.samples.map((sample) => sample.alike))) {
      const samples = this.samples.filter((sample) => sample.alike === alike);
      if (samples.length < 2) continue;
      const third = Math.max(1, Math.floor(samples.length / 3));
      const { nodes, listeners } = alike ? ALIKE : { nodes: NODES, listeners: NODES };
      for (const [key, bound] of Object.entries({ heap: HEAP, nodes, listeners })) {
        const most = (part) => Math.max(...part.map((sample) => sample[key]));
        const [first, last] = [most(samples.slice(0, third)), most(samples.slice(-third))];
        if (last > first * bound.times + bound.plus) this.faults.push(`${key} grew from ${first} to ${last}${alike && `, ${alike}`}`);
      }
    }
    return this.faults;
  }
}
