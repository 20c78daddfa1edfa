// A scan by hand over typed arrays: one pass counts every view, each under all filters but its own.
import { binOf, DIMENSIONS, VIEWS } from "../page/data.js";

export const label = "JS scan";

export function open(table) {
  return new Scan(table);
}

/** The columns of codes in the order of the views; the last are the bins of the value. */
export function codesOf(table) {
  const bins = new Uint8Array(table.rows);
  const { values } = table.value;
  for (let row = 0; row < table.rows; row++) bins[row] = binOf(values[row]);
  return [...DIMENSIONS.map(({ key }) => table[key].codes), bins];
}

export class Scan {
  constructor(table) {
    this.rows = table.rows;
    this.codes = codesOf(table);
    this.values = table.value.values;
    this.names = table.place.values;
    // For each column, what a code misses: its column's bit where the filter rejects it, else nothing.
    this.misses = VIEWS.map(({ size }) => new Uint8Array(size));
  }

  filter(column, clause) {
    const index = VIEWS.findIndex(({ key }) => key === column);
    const misses = this.misses[index];
    const bit = 1 << index;
    misses.fill(clause ? bit : 0);
    if (clause?.in) for (const code of clause.in) misses[code] = 0;
    if (clause?.range) misses.fill(0, clause.range[0], clause.range[1] + 1);
  }

  counts() {
    const [c0, c1, c2, c3, c4, c5, c6] = this.codes;
    const [m0, m1, m2, m3, m4, m5, m6] = this.misses;
    const counts = VIEWS.map(({ size }) => new Uint32Array(size));
    const [n0, n1, n2, n3, n4, n5, n6] = counts;
    const { rows } = this;
    for (let row = 0; row < rows; row++) {
      const a = c0[row];
      const b = c1[row];
      const c = c2[row];
      const d = c3[row];
      const e = c4[row];
      const f = c5[row];
      const g = c6[row];
      const miss = m0[a] | m1[b] | m2[c] | m3[d] | m4[e] | m5[f] | m6[g];
      if (miss === 0) {
        n0[a]++;
        n1[b]++;
        n2[c]++;
        n3[d]++;
        n4[e]++;
        n5[f]++;
        n6[g]++;
      } else if ((miss & (miss - 1)) === 0) {
        if (miss === 1) n0[a]++;
        else if (miss === 2) n1[b]++;
        else if (miss === 4) n2[c]++;
        else if (miss === 8) n3[d]++;
        else if (miss === 16) n4[e]++;
        else if (miss === 32) n5[f]++;
        else n6[g]++;
      }
    }
    return Object.fromEntries(VIEWS.map(({ key }, index) => [key, counts[index]]));
  }

  activate(column) {
    this.active = column;
  }

  brush(lo, hi) {
    this.filter(this.active, { range: [lo, hi] });
    return this.counts();
  }

  deactivate() {
    this.filter(this.active, null);
  }

  sums() {
    const [place, year] = this.codes;
    const { rows, values } = this;
    const years = DIMENSIONS[1].size;
    const sums = new Float64Array(DIMENSIONS[0].size * years);
    for (let row = 0; row < rows; row++) sums[place[row] * years + year[row]] += values[row];
    return sums;
  }

  search(word) {
    const [place] = this.codes;
    const found = Uint8Array.from(this.names, (name) => (name.includes(word) ? 1 : 0));
    let count = 0;
    for (let row = 0; row < this.rows; row++) count += found[place[row]];
    return count;
  }
}
