// Prefix sums by hand: when a brush starts, one pass counts every other view by the bin of the brushed column; a step is
// then the difference of two rows of numbers.
import { VIEWS } from "../page/data.js";
import { codesOf } from "./js-scan.js";

export const label = "JS cube";

export function open(table) {
  return new Cube(table);
}

class Cube {
  constructor(table) {
    this.rows = table.rows;
    this.codes = codesOf(table);
    this.filters = new Map();
  }

  filter(column, clause) {
    if (clause) this.filters.set(column, new Set(clause.in));
    else this.filters.delete(column);
  }

  activate(column) {
    const index = VIEWS.findIndex(({ key }) => key === column);
    const others = [...VIEWS.keys()].filter((view) => view !== index);
    const bins = VIEWS[index].size;
    // Row `bin + 1` of a view's cube: its counts at that bin; after the sums, at all bins up to it.
    const cubes = others.map((view) => new Uint32Array((bins + 1) * VIEWS[view].size));
    const domain = 2;
    const allowed = this.filters.get(VIEWS[domain].key);
    const passes = Uint8Array.from({ length: VIEWS[domain].size }, (_, code) => (!allowed || allowed.has(code) ? 1 : 0));

    const active = this.codes[index];
    const filtered = this.codes[domain];
    const ofDomain = cubes[others.indexOf(domain)];
    const domains = VIEWS[domain].size;
    const [v0, v1, v2, v3, v4] = others.filter((view) => view !== domain);
    const [a, b, c, d, e] = [v0, v1, v2, v3, v4].map((view) => this.codes[view]);
    const [na, nb, nc, nd, ne] = [v0, v1, v2, v3, v4].map((view) => cubes[others.indexOf(view)]);
    const [sa, sb, sc, sd, se] = [v0, v1, v2, v3, v4].map((view) => VIEWS[view].size);
    const { rows } = this;
    for (let row = 0; row < rows; row++) {
      const bin = active[row] + 1;
      const code = filtered[row];
      ofDomain[bin * domains + code]++;
      if (passes[code]) {
        na[bin * sa + a[row]]++;
        nb[bin * sb + b[row]]++;
        nc[bin * sc + c[row]]++;
        nd[bin * sd + d[row]]++;
        ne[bin * se + e[row]]++;
      }
    }
    for (const [at, view] of others.entries()) {
      const cube = cubes[at];
      for (let cell = VIEWS[view].size; cell < cube.length; cell++) cube[cell] += cube[cell - VIEWS[view].size];
    }
    this.cubes = cubes;
    this.sizes = others.map((view) => VIEWS[view].size);
    this.outputs = others.map((view) => new Uint32Array(VIEWS[view].size));
    this.shown = Object.fromEntries(others.map((view, at) => [VIEWS[view].key, this.outputs[at]]));
  }

  brush(lo, hi) {
    for (let view = 0; view < this.cubes.length; view++) subtract(this.cubes[view], this.sizes[view], lo, hi + 1, this.outputs[view]);
    return this.shown;
  }
}

function subtract(cube, size, lo, hi, out) {
  const from = lo * size;
  const to = hi * size;
  for (let code = 0; code < size; code++) out[code] = cube[to + code] - cube[from + code];
}
