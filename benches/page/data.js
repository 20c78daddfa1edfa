// The table of the benchmark: seven columns, the same in every page, from a seeded generator.

/** The coded columns, in the order of the views. `size` is the number of distinct codes. */
export const DIMENSIONS = [
  { key: "place", size: 2844 },
  { key: "year", size: 30 },
  { key: "domain", size: 10 },
  { key: "indicator", size: 200 },
  { key: "stage", size: 4 },
  { key: "unit", size: 8 },
];

/** Bins of the value's histogram, equally wide on a logarithmic scale. Every value lies inside; no value lies on an edge. */
export const BINS = { count: 50, min: 0.0095, max: 2.1e6 };

/** The seven linked views and how many numbers each shows. */
export const VIEWS = [...DIMENSIONS, { key: "value", size: BINS.count }];

export const sizeOf = (key) => VIEWS.find((view) => view.key === key).size;

/** The bin of a value. */
export function binOf(value) {
  return Math.floor(Math.log(value / BINS.min) * (BINS.count / Math.log(BINS.max / BINS.min)));
}

/**
 * `rows` rows as typed arrays and dictionaries: `{ rows, place: { codes, values }, …, value: { values } }`.
 * Places and years are drawn evenly, an indicator belongs to one domain, values are log-normal with two decimals.
 */
export function makeTable(rows) {
  const random = generator(20241031);
  const table = { rows };
  for (const { key, size } of DIMENSIONS) {
    const codes = size > 255 ? new Uint16Array(rows) : new Uint8Array(rows);
    table[key] = { codes, values: Array.from({ length: size }, (_, code) => nameOf(key, code)) };
  }
  const values = new Float64Array(rows);
  const codes = DIMENSIONS.map(({ key }) => table[key].codes);
  const [place, year, domain, indicator, stage, unit] = codes;
  for (let row = 0; row < rows; row++) {
    place[row] = random() * 2844;
    year[row] = random() * 30;
    indicator[row] = random() * 200;
    domain[row] = indicator[row] % 10;
    stage[row] = random() * 4;
    unit[row] = random() * 8;
    const spread = Math.sqrt(-2 * Math.log(random() + 2 ** -33)) * Math.cos(2 * Math.PI * random());
    const value = Math.round(Math.exp(4.6 + 1.6 * spread) * 100) / 100;
    values[row] = Math.min(Math.max(value, 0.01), 2e6);
  }
  table.value = { values };
  return table;
}

/** Even numbers in [0, 1) with 32 bits each (Marsaglia's xorshift of 32 bits under a Weyl sequence). */
export function generator(seed) {
  let state = seed | 0 || 1;
  let weyl = 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    weyl = (weyl + 0x9e3779b9) | 0;
    return ((state + weyl) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES = Array.from("江河湖海山川林泉石沙田原平安宁和永兴昌盛东西南北中新古高长清");
/** No syllable of a place stands in the name of anything else, so a search for one finds places alone. */
const WORDS = { domain: "领域", indicator: "指标", stage: "阶段", unit: "单位" };

function nameOf(key, code) {
  if (key === "year") return String(1995 + code);
  if (key !== "place") return `${WORDS[key]}${String(code).padStart(3, "0")}`;
  const at = (position) => SYLLABLES[Math.floor(code / SYLLABLES.length ** position) % SYLLABLES.length];
  return `${at(0)}${at(1)}${at(2)}县`;
}
