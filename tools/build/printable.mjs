// Bytes as printable text, 13 bits in two characters: a sixth denser than base64, which the one file has no room for.
// src/ui/boot/inside.js reads it.

/** 91 characters, none of which means anything to HTML inside a script element; their squares hold 13 bits. */
export const ALPHABET = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((char) => !"<>&".includes(char)).join("");

/** Text of bytes; the last characters may stand for fewer than 13 bits, the rest of which are zero. */
export function toPrintable(bytes) {
  const parts = [];
  let bits = 0;
  let held = 0;
  const put = () => parts.push(ALPHABET[Math.floor((held & 8191) / 91)] + ALPHABET[(held & 8191) % 91]);
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits >= 13) {
      put();
      held >>>= 13;
      bits -= 13;
    }
  }
  if (bits > 0) put();
  return parts.join("");
}
