// What every peer is asked to do, step by step. All of it is fixed, so that answers can be compared.
import { generator, sizeOf } from "./data.js";

/** The second filter while a dimension is brushed; a new one before each cube, so that no cube can be kept from before. */
export const DOMAIN_SETS = [
  [0, 3, 7],
  [1, 4, 8],
  [2, 5, 9],
];

/** The dimensions that are brushed. */
export const BRUSHED = ["year", "value"];

/** 60 positions of a brush: one end or both move by one to three bins, and every fifteenth starts anew elsewhere. */
export function brushSteps(key) {
  const bins = sizeOf(key);
  const random = generator(bins);
  const pick = (count) => Math.floor(random() * count);
  const steps = [];
  let [lo, hi] = [0, 0];
  while (steps.length < 60) {
    const before = `${lo} ${hi}`;
    if (steps.length % 15 === 0) {
      lo = pick(bins / 2);
      hi = lo + 2 + pick(bins / 2 - 2);
    } else {
      const by = (1 + pick(3)) * (random() < 0.4 ? -1 : 1);
      const ends = pick(3);
      if (ends !== 0) lo = clamp(lo + by, 0, bins - 1);
      if (ends !== 1) hi = clamp(hi + by, 0, bins - 1);
      if (lo > hi) [lo, hi] = [hi, lo];
    }
    if (`${lo} ${hi}` !== before) steps.push([lo, hi]);
  }
  return steps;
}

/** Arbitrary changes of filters; after each, all seven views are counted. A change is `[column, { in | range } | null]`. */
export const FILTER_CHANGES = [
  ["domain", { in: DOMAIN_SETS[0] }],
  ["stage", { in: [0, 2] }],
  ["year", { range: [10, 24] }],
  ["indicator", { in: every(200, 3) }],
  ["domain", { in: DOMAIN_SETS[1] }],
  ["place", { in: every(2844, 7) }],
  ["value", { range: [20, 34] }],
  ["stage", null],
  ["domain", null],
  ["unit", { in: [1, 2, 5] }],
  ["place", { in: every(2844, 2) }],
  ["indicator", null],
  ["value", null],
  ["year", null],
  ["place", null],
  ["unit", null],
];

/** Searched in the names of places. */
export const SEARCHED = ["江河", "山", "泉石", "北", "永兴"];

function every(size, step) {
  return Array.from({ length: Math.ceil(size / step) }, (_, index) => index * step);
}

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
