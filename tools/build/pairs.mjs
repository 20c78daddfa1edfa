// Tables of numbers of two bytes pack a sixth smaller where all first bytes stand before all second ones: the programs hold
// such tables, most of them of encodings. src/ui/boot/inside.js puts the bytes back in pairs.
import { deflateSync } from "node:zlib";

/** Bytes that are tried at once. */
const PIECE = 1024;
/** Pieces in a row that are worth being told of. */
const LEAST = 4;
/** How much of a piece may be left at most. */
const GAIN = 0.95;

const packed = (bytes) => deflateSync(bytes, { level: 9 }).length;

/** The first bytes of all pairs, then the second ones. */
const apart = (bytes) => Buffer.concat([0, 1].map((first) => bytes.filter((_, at) => at % 2 === first)));

/** `bytes` as they are packed, and where in them pairs were taken apart: `from-to,…`. */
export function takeApart(bytes) {
  const pieces = Array.from({ length: Math.floor(bytes.length / PIECE) }, (_, at) => bytes.subarray(at * PIECE, (at + 1) * PIECE));
  const gains = pieces.map((piece) => packed(apart(piece)) < packed(piece) * GAIN);
  const result = Buffer.from(bytes);
  const places = [];
  for (let from = 0, to; from < gains.length; from = to + 1) {
    to = gains.indexOf(false, from);
    if (to < 0) to = gains.length;
    if (to - from < LEAST) continue;
    const [first, end] = [from * PIECE, to * PIECE];
    apart(bytes.subarray(first, end)).copy(result, first);
    places.push(`${first}-${end}`);
  }
  return { bytes: result, places: places.join(",") };
}
