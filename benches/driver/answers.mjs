// Whether all peers answered the same.

/** Sums may be added in another order. */
const TOLERANCE = 1e-9;

/** Keeps the first answer to every question and names the peers whose answers differ. */
export class Answers {
  #first = new Map();
  /** How many answers were compared with another peer's. */
  compared = 0;
  differences = [];

  /** `answers` by label: text that must be equal, or numbers that must be close. */
  add(peer, answers) {
    for (const [label, answer] of Object.entries(answers)) {
      const first = this.#first.get(label);
      if (!first) {
        this.#first.set(label, { peer, answer });
        continue;
      }
      this.compared++;
      const fault = difference(first.answer, answer);
      if (fault) this.differences.push(`${label}: ${first.peer} and ${peer} differ: ${fault}`);
    }
  }
}

/** What differs, in words; nothing where all is equal. */
export function difference(expected, found) {
  if (!Array.isArray(expected)) return expected === found ? undefined : `${shorten(expected)} and ${shorten(found)}`;
  if (expected.length !== found.length) return `${expected.length} and ${found.length} numbers`;
  const at = expected.findIndex((number, index) => !close(number, found[index]));
  return at < 0 ? undefined : `${expected[at]} and ${found[at]} at ${at}`;
}

function close(a, b) {
  return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

const shorten = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
