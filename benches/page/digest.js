// Answers as short text that is equal exactly when the numbers are.

/** The digest of the counts of several views: `{ place: Uint32Array, … }`, in the order of `keys`. */
export function digestCounts(counts, keys) {
  let a = 0x811c9dc5;
  let b = 0;
  let total = 0;
  for (const key of keys) {
    const view = counts[key];
    if (!view) throw new Error(`no counts of ${key}`);
    for (let code = 0; code < view.length; code++) {
      const count = Number(view[code]);
      a = Math.imul(a ^ count, 0x01000193);
      b = (Math.imul(b, 31) + count + 1) | 0;
      total += count;
    }
    a = Math.imul(a ^ view.length, 0x01000193);
  }
  return `${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}-${total}`;
}
