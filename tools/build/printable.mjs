// Bytes as text that HTML may hold and that UTF-8 writes short: 6.8 bits in a byte, where base64 has 6. It holds no control
// character and no `<`, so that no program which passes a page on has a reason to change it. src/ui/boot/inside.js reads it.

/** Characters of one byte, 7 bits each: those that can be printed, without `<`. Other values of 7 bits begin a longer one. */
export const ONE = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter((char) => char !== "<");

/** The first character of two bytes that is none of control, and how many there are: 13 bits each, of which 7 are none of `ONE`. */
const TWO = 0xa0;
const TWOS = 0x800 - TWO;

/** The first character of three bytes: 20 bits each, of which 13 are none of `TWOS`. From here they are letters without a gap. */
const THREE = 0x3400;

/** Text of bytes, the first bits being the lowest; behind the last there may be zeros. */
export function toPrintable(bytes) {
  const parts = [];
  let [at, held, bits] = [0, 0, 0];
  const take = (count) => {
    for (; bits < count; bits += 8) held |= (bytes[at++] ?? 0) << bits;
    const taken = held & ((1 << count) - 1);
    held >>>= count;
    bits -= count;
    return taken;
  };
  // Beyond the last byte there are only the zeros that filled up what was taken.
  while (at < bytes.length || (at === bytes.length && bits > 0)) {
    const one = take(7);
    if (one < ONE.length) {
      parts.push(ONE[one]);
    } else {
      const two = ((one - ONE.length) << 6) | take(6);
      parts.push(String.fromCharCode(two < TWOS ? TWO + two : THREE + (((two - TWOS) << 7) | take(7))));
    }
  }
  return parts.join("");
}
