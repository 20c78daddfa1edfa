// Arguments of `tools/bench.sh`.

export const PEERS = ["minsheng", "js-scan", "js-cube", "crossfilter2", "duckdb", "duckdb-cube"];
export const READERS = ["minsheng", "js", "udsv", "duckdb"];
export const ROWS = [100_000, 1_000_000, 10_000_000];
const CSV_ROWS = 1_000_000;

/**
 * `--rows=100k,1M --peers=minsheng,js-scan --readers=js,duckdb --rounds=1`: each may be left out. `complete` says whether
 * all was measured, however many rounds, which is what the published results need.
 */
export function parseOptions(args) {
  const given = Object.fromEntries(
    args.map((argument) => {
      const found = argument.match(/^--(rows|peers|readers|rounds)=(.*)$/);
      if (!found) throw new Error(`unknown argument ${argument}; expected --rows=, --peers=, --readers= or --rounds=`);
      return found.slice(1);
    }),
  );
  const list = (text) => text.split(",").filter(Boolean);
  const rows = given.rows === undefined ? ROWS : list(given.rows).map(parseRows);
  const peers = given.peers === undefined ? PEERS : list(given.peers).map((name) => oneOf(PEERS, name));
  const readers = given.readers === undefined ? READERS : list(given.readers).map((name) => oneOf(READERS, name));
  const rounds = given.rounds === undefined ? 3 : Number(given.rounds);
  if (!(rounds >= 1)) throw new Error(`--rounds=${given.rounds} is no number from 1`);
  return { rows, peers, readers, rounds, csvRows: Math.min(CSV_ROWS, ...rows.slice(-1)), complete: Object.keys(given).every((name) => name === "rounds") };
}

/** `250000`, `100k` or `10M`. */
function parseRows(text) {
  const found = text.match(/^(\d+)([kM]?)$/);
  if (!found) throw new Error(`--rows: ${text} is no number of rows such as 250000, 100k or 10M`);
  return Number(found[1]) * { "": 1, k: 1e3, M: 1e6 }[found[2]];
}

function oneOf(names, name) {
  if (!names.includes(name)) throw new Error(`${name} is unknown; expected one of ${names.join(", ")}`);
  return name;
}
