// DuckDB-WASM, eh bundle, from node_modules: codes in the narrowest integers, one pass a step over all views under the same filters.
import * as arrow from "apache-arrow";
import * as duckdb from "@duckdb/duckdb-wasm";
import { BINS, DIMENSIONS, VIEWS } from "../page/data.js";

export const label = "DuckDB";

const FILES = new URL("/node_modules/@duckdb/duckdb-wasm/dist/", location.href).href;
let database;

/** The library in its worker, without any table. */
export async function prepare() {
  database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(`${FILES}duckdb-browser-eh.worker.js`));
  await database.instantiate(`${FILES}duckdb-eh.wasm`);
}

/** The version of the engine inside the package. */
export function version() {
  return database.getVersion();
}

export const connect = () => database.connect();
export const registerBuffer = (name, bytes) => database.registerFileBuffer(name, bytes);

export async function open(table) {
  const connection = await connect();
  await insert(connection, table);
  return new Tables(connection);
}

/** Batches of 1 000 000 rows as Arrow, which is how the library takes columns without text in between. */
async function insert(connection, table) {
  const step = 1_000_000;
  for (let from = 0; from < table.rows; from += step) {
    const columns = {};
    for (const { key } of DIMENSIONS) columns[key] = table[key].codes.subarray(from, from + step);
    columns.value = table.value.values.subarray(from, from + step);
    await connection.insertArrowTable(arrow.tableFromArrays(columns), { name: "raw", create: from === 0 });
  }
  const bin = `floor(ln(value / ${BINS.min}) * ${BINS.count / Math.log(BINS.max / BINS.min)})::UTINYINT`;
  await connection.query(`CREATE TABLE observation AS SELECT *, ${bin} AS bin FROM raw`);
  await connection.query("DROP TABLE raw");
  const names = table.place.values;
  const places = { code: Uint16Array.from(names, (_, code) => code), name: names };
  await connection.insertArrowTable(arrow.tableFromArrays(places), { name: "places", create: true });
}

export class Tables {
  constructor(connection) {
    this.connection = connection;
    this.clauses = new Map();
  }

  filter(column, clause) {
    const field = fieldOf(column);
    if (!clause) this.clauses.delete(column);
    else if (clause.range) this.clauses.set(column, `${field} BETWEEN ${clause.range[0]} AND ${clause.range[1]}`);
    else this.clauses.set(column, `${field} IN (${clause.in.join()})`);
  }

  /** `WHERE` of every clause but those of `columns`. */
  where(...columns) {
    const clauses = [...this.clauses].filter(([column]) => !columns.includes(column)).map(([, text]) => text);
    return clauses.length ? `WHERE ${clauses.join(" AND ")}` : "";
  }

  counts() {
    return this.count(VIEWS);
  }

  async count(views) {
    const counts = emptyCounts(views);
    for (const batch of this.batches(views)) {
      spread(await this.connection.query(countsOf(batch)), batch.names, counts);
    }
    return counts;
  }

  /** Views under the same filters share a statement: `{ keys, where, names: Map of view number → key }`. */
  batches(views, ...without) {
    const byFilter = new Map();
    for (const { key } of views) {
      const where = this.where(key, ...without);
      byFilter.set(where, [...(byFilter.get(where) ?? []), key]);
    }
    return [...byFilter].map(([where, keys], batch) => ({ keys, where, batch, names: namesOf(keys, batch) }));
  }

  activate(column) {
    this.active = column;
    this.others = VIEWS.filter(({ key }) => key !== column);
  }

  brush(lo, hi) {
    this.filter(this.active, { range: [lo, hi] });
    return this.count(this.others);
  }

  deactivate() {
    this.filter(this.active, null);
  }

  async sums() {
    const years = DIMENSIONS[1].size;
    const result = await this.connection.query(
      "SELECT place::INTEGER AS place, year::INTEGER AS year, sum(value) AS sum FROM observation GROUP BY place, year",
    );
    const sums = new Float64Array(DIMENSIONS[0].size * years);
    const [place, year, sum] = ["place", "year", "sum"].map((name) => result.getChild(name).toArray());
    for (let row = 0; row < place.length; row++) sums[place[row] * years + year[row]] = sum[row];
    return sums;
  }

  async search(word) {
    const result = await this.connection.query(
      `SELECT count(*)::INTEGER AS n FROM observation WHERE place IN (SELECT code FROM places WHERE contains(name, '${word}'))`,
    );
    return result.getChild("n").get(0);
  }

  async close() {
    await this.connection.close();
    await database.terminate();
  }
}

/** The histogram's field is the bin of the value. */
export const fieldOf = (column) => (column === "value" ? "bin" : column);

/**
 * One pass for several views: rows of `view`, `code` and `n`, and `active` where the counts are by bin of a brushed column too.
 * `grouping()` tells the sets apart: its bit is 0 for the column that is grouped, the first column's bit being the highest.
 */
export function countsOf({ keys, where, batch }, active) {
  const fields = keys.map(fieldOf);
  const sets = fields.map((field) => (active ? `(${active}, ${field})` : `(${field})`));
  const code = fields.length > 1 ? `coalesce(${fields.map((field) => `${field}::INTEGER`)})` : `${fields[0]}::INTEGER`;
  return `SELECT ${active ? `${active} AS active, ` : ""}(grouping(${fields}) + ${batch << 8})::INTEGER AS view, ${code} AS code,
    count(*)::INTEGER AS n FROM observation ${where} GROUP BY GROUPING SETS (${sets})`;
}

function namesOf(keys, batch) {
  const all = (1 << keys.length) - 1;
  return new Map(keys.map((key, index) => [(batch << 8) + (all ^ (1 << (keys.length - 1 - index))), key]));
}

export function emptyCounts(views) {
  return Object.fromEntries(views.map(({ key, size }) => [key, new Uint32Array(size)]));
}

/** Writes rows of `view`, `code` and `n` into arrays by code. */
export function spread(result, names, counts) {
  const [view, code, n] = ["view", "code", "n"].map((name) => result.getChild(name).toArray());
  for (let row = 0; row < n.length; row++) counts[names.get(view[row])][code[row]] = n[row];
}
