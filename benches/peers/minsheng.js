// Ours, by its published interface, in its default mode: a table of this size lives in a worker.
import { BINS, DIMENSIONS } from "../page/data.js";

export const label = "Minsheng";

const ADDRESS = "/embed/minsheng-engine.js";
const ROLES = { place: "area", year: "time", domain: "topic", indicator: "series", stage: "stage", unit: "category", value: "measure" };

/** The module, compiled, and a worker that stands by, without any table. */
export async function prepare() {
  await (await import(ADDRESS)).init();
}

export async function open(table) {
  const { Engine } = await import(ADDRESS);
  const columns = {};
  for (const [key, role] of Object.entries(ROLES)) columns[key] = { ...table[key], role };
  columns.value.bins = { scale: "log", ...BINS };
  const engine = await Engine.open(columns, { transfer: true });
  return new Filtered(engine, table);
}

class Filtered {
  constructor(engine, table) {
    this.engine = engine;
    this.names = Object.fromEntries(DIMENSIONS.map(({ key }) => [key, table[key].values]));
    this.shown = {};
  }

  filter(column, clause) {
    if (!clause) return this.engine.clear(column);
    if (clause.range) return this.engine.setRange(column, ...clause.range, { codes: true });
    return this.engine.setIn(column, clause.in.map((code) => this.names[column][code]));
  }

  counts() {
    return this.engine.counts();
  }

  activate(column) {
    return this.engine.activate(column);
  }

  brush(lo, hi) {
    return this.engine.brush(lo, hi, this.shown);
  }

  async sums() {
    return (await this.engine.crosstab(["place", "year"], { measure: "value" })).sum;
  }

  async search(word) {
    await this.engine.setText(word);
    return this.engine.matching();
  }

  close() {
    return this.engine.close();
  }
}
