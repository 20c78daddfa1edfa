// Runs in the page, before its own scripts: random tables, and what the engine says counted again row by row.
window.recount = {
  /** A table of `rows` rows, the same for the same seed. About one value in 40 is missing. */
  table(rows, seed = 1) {
    const random = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32);
    const codes = (array, values) => array.fill(0).map(() => (random() < 0.025 ? 2 ** (8 * array.BYTES_PER_ELEMENT) - 1 : Math.floor(random() * values)));
    const names = (prefix, count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
    const value = new Float64Array(rows).map(() => (random() < 0.025 ? NaN : Math.round(Math.exp(random() * 9) * 10) / 10));
    return {
      year: { codes: codes(new Uint8Array(rows), 30), values: names("", 30).map((_, at) => String(1990 + at)), role: "time" },
      place: { codes: codes(new Uint16Array(rows), 400), values: names("place ", 400), role: "area" },
      domain: { codes: codes(new Uint8Array(rows), 10), values: names("domain ", 10) },
      value: { values: value },
    };
  },

  /** Rows for which every test holds but that of `except`. `tests` has, by column, a function of the row. */
  rows(table, tests, except) {
    const all = Object.entries(tests).filter(([column]) => column !== except);
    const found = [];
    for (let row = 0; row < table.value.values.length; row++) if (all.every(([, test]) => test(row))) found.push(row);
    return found;
  },

  counts(table, tests, column) {
    const { codes, values } = table[column];
    const counts = new Array(values.length).fill(0);
    for (const row of this.rows(table, tests, column)) if (codes[row] < counts.length) counts[codes[row]] += 1;
    return counts;
  },

  sums(table, tests, column) {
    const { codes, values } = table[column];
    const sums = new Array(values.length).fill(0);
    const numbers = table.value.values;
    for (const row of this.rows(table, tests, column)) if (codes[row] < sums.length && !Number.isNaN(numbers[row])) sums[codes[row]] += numbers[row];
    return sums;
  },
};
