// Chance that can be had again: the same seed gives the same run. Functions here are also handed to the page as text, so
// each stands by itself.

/** A source of numbers from 0 to 1: mulberry32. */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list. */
export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** The link with a few characters of it lost, doubled, changed, moved, or escaped once more. */
export function mutated(random, link) {
  const alphabet = "abcz019%=&.,;#~-_+ 教育\u200b\u202e\"'<>{}\\";
  let text = link;
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) {
    const at = Math.floor(random() * (text.length + 1));
    const length = 1 + Math.floor(random() * 8);
    const piece = text.slice(at, at + length);
    const [before, after] = [text.slice(0, at), text.slice(at + length)];
    text = pick(random, [
      () => before + after,
      () => before + piece + piece + after,
      () => before + pick(random, [...alphabet]) + piece + after,
      () => before + encodeURIComponent(piece.replace(/[\ud800-\udfff]/g, "")) + after,
      () => piece + before + after,
      () => `${before}&${text}`.slice(0, 2000),
      () => before.toUpperCase() + piece + after,
    ])();
  }
  return text;
}
