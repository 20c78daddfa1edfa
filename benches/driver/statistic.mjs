// Statistics of samples.

/** The value below which the share `at` of the samples lies (nearest rank); NaN without samples. */
export function quantile(samples, at) {
  if (!samples?.length) return NaN;
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * at) - 1))];
}

export const median = (samples) => quantile(samples, 0.5);
export const p95 = (samples) => quantile(samples, 0.95);
