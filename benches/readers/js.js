// A CSV reader by hand: one pass over the bytes into codes with dictionaries and numbers.

export const label = "JS by hand";

const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** The measure is a column of numbers, every other one a column of text: years are few and become codes like places. */
export function read(bytes) {
  const header = headerOf(bytes);
  const columns = header.names.map((name) => (name === "value" ? new Numbers(name) : new Texts(name, bytes)));
  let at = header.end;
  let rows = 0;
  while (at < bytes.length) {
    for (let column = 0; column < columns.length; column++) at = columns[column].take(bytes, at);
    rows++;
  }
  for (const column of columns) column.finish(rows);
  return { rows, columns };
}

function headerOf(bytes) {
  const end = bytes.indexOf(NEWLINE) + 1;
  return { names: new TextDecoder().decode(bytes.subarray(0, end)).trim().split(","), end };
}

/** The position after the delimiter that ends a cell at `end`. */
function past(bytes, end) {
  return bytes[end] === RETURN ? end + 2 : end + 1;
}

class Numbers {
  constructor(name) {
    this.name = name;
    this.values = new Float64Array(1 << 16);
    this.length = 0;
  }

  take(bytes, at) {
    if (this.length === this.values.length) this.values = grown(this.values);
    let mantissa = 0;
    let scale = 1;
    let fraction = false;
    let end = at;
    let negative = false;
    let plain = true;
    for (; end < bytes.length; end++) {
      const byte = bytes[end];
      if (byte >= 48 && byte <= 57) {
        mantissa = mantissa * 10 + byte - 48;
        if (fraction) scale *= 10;
      } else if (byte === 46) fraction = true;
      else if (byte === 45 && end === at) negative = true;
      else if (byte === COMMA || byte === NEWLINE || byte === RETURN) break;
      else plain = false;
    }
    // Exact while both numbers are below 2^53; anything else is left to the language.
    const exact = plain && end > at && mantissa < 2 ** 53 && scale <= 1e22;
    const value = exact ? mantissa / scale : Number(new TextDecoder().decode(bytes.subarray(at, end)) || NaN);
    this.values[this.length++] = exact && negative ? -value : value;
    return past(bytes, end);
  }

  finish(rows) {
    this.values = this.values.slice(0, rows);
  }
}

class Texts {
  constructor(name, bytes) {
    this.name = name;
    this.bytes = bytes;
    this.codes = new Uint32Array(1 << 16);
    this.length = 0;
    // Open addressing by hash; a slot holds code + 1. Of each value, where it first stood.
    this.slots = new Uint32Array(1 << 13);
    this.hashes = [];
    this.starts = [];
    this.ends = [];
    this.escaped = [];
  }

  take(bytes, at) {
    if (this.length === this.codes.length) this.codes = grown(this.codes);
    let hash = 0;
    let end = at;
    if (bytes[at] === QUOTE) {
      let doubled = false;
      for (end = at + 1; end < bytes.length; end++) {
        const byte = bytes[end];
        if (byte === QUOTE) {
          if (bytes[end + 1] !== QUOTE) break;
          doubled = true;
          end++;
        }
        hash = Math.imul(hash ^ byte, 0x01000193);
      }
      this.codes[this.length++] = this.codeOf(bytes, at + 1, end, hash, doubled);
      return past(bytes, end + 1);
    }
    for (; end < bytes.length; end++) {
      const byte = bytes[end];
      if (byte === COMMA || byte === NEWLINE || byte === RETURN) break;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    this.codes[this.length++] = this.codeOf(bytes, at, end, hash, false);
    return past(bytes, end);
  }

  codeOf(bytes, start, end, hash, doubled) {
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = this.slots[slot] - 1;
      if (code < 0) break;
      if (this.hashes[code] === hash && same(bytes, this.starts[code], this.ends[code], start, end)) return code;
      slot = (slot + 1) & mask;
    }
    const code = this.starts.length;
    this.hashes.push(hash);
    this.starts.push(start);
    this.ends.push(end);
    this.escaped.push(doubled);
    this.slots[slot] = code + 1;
    if (code * 2 > this.slots.length) this.widen();
    return code;
  }

  widen() {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (const [code, hash] of this.hashes.entries()) {
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot]) slot = (slot + 1) & mask;
      this.slots[slot] = code + 1;
    }
  }

  finish(rows) {
    const decoder = new TextDecoder();
    this.values = this.starts.map((start, code) => {
      const text = decoder.decode(this.bytes.subarray(start, this.ends[code]));
      return this.escaped[code] ? text.replaceAll('""', '"') : text;
    });
    const Narrow = this.values.length <= 256 ? Uint8Array : this.values.length <= 65536 ? Uint16Array : Uint32Array;
    this.codes = Narrow.from(this.codes.subarray(0, rows));
  }
}

function same(bytes, startA, endA, startB, endB) {
  if (endA - startA !== endB - startB) return false;
  for (; startA < endA; startA++, startB++) if (bytes[startA] !== bytes[startB]) return false;
  return true;
}

function grown(array) {
  const larger = new array.constructor(array.length * 2);
  larger.set(array);
  return larger;
}

export function summary({ rows, columns }) {
  const counts = {};
  let sum = 0;
  for (const column of columns) {
    if (column instanceof Numbers) for (const value of column.values) sum += value;
    else {
      const byCode = new Uint32Array(column.values.length);
      for (const code of column.codes) byCode[code]++;
      counts[column.name] = Object.fromEntries(column.values.map((text, code) => [text, byCode[code]]));
    }
  }
  return { rows, sum, counts };
}
