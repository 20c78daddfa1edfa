// crossfilter2: records are row numbers, dimensions read the typed arrays, groups are kept up to date by the library.
import { binOf, DIMENSIONS, VIEWS } from "../page/data.js";

export const label = "crossfilter2";

/** The library's bundle is a classic script. */
export function prepare() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/node_modules/crossfilter2/crossfilter.min.js";
    script.onload = resolve;
    script.onerror = () => reject(new Error("crossfilter2 is not installed"));
    document.head.append(script);
  });
}

export function open(table) {
  return new Linked(table);
}

class Linked {
  constructor(table) {
    const { rows } = table;
    const rowNumbers = new Array(rows);
    for (let row = 0; row < rows; row++) rowNumbers[row] = row;
    const { values } = table.value;
    this.filters = window.crossfilter(rowNumbers);
    this.dimensions = {};
    this.groups = {};
    const readers = DIMENSIONS.map(({ key }) => {
      const { codes } = table[key];
      return [key, (row) => codes[row]];
    });
    for (const [key, read] of [...readers, ["value", (row) => binOf(values[row])]]) {
      this.dimensions[key] = this.filters.dimension(read);
      this.groups[key] = this.dimensions[key].group();
    }
    this.place = table.place.codes;
    this.year = table.year.codes;
    this.values = values;
  }

  filter(column, clause) {
    const dimension = this.dimensions[column];
    if (!clause) dimension.filterAll();
    else if (clause.range) dimension.filterRange([clause.range[0], clause.range[1] + 1]);
    else {
      const chosen = new Set(clause.in);
      dimension.filterFunction((code) => chosen.has(code));
    }
  }

  counts() {
    const counts = {};
    for (const { key, size } of VIEWS) {
      counts[key] = new Uint32Array(size);
      for (const group of this.groups[key].all()) counts[key][group.key] = group.value;
    }
    return counts;
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
    const { place, year, values } = this;
    const years = DIMENSIONS[1].size;
    const sums = new Float64Array(DIMENSIONS[0].size * years);
    const everything = this.filters.groupAll().reduce(
      (sums, row) => {
        sums[place[row] * years + year[row]] += values[row];
        return sums;
      },
      (sums, row) => {
        sums[place[row] * years + year[row]] -= values[row];
        return sums;
      },
      () => sums,
    );
    everything.value();
    everything.dispose();
    return sums;
  }
}
