// DuckDB-WASM reading a registered buffer into a table, its columns' types given.
import { connect, prepare, registerBuffer, version } from "../peers/duckdb.js";

export const label = "DuckDB";
export { prepare, version };

const TEXTS = ["place", "domain", "indicator", "stage", "unit"];

export async function read(bytes) {
  await registerBuffer("table.csv", bytes);
  const connection = await connect();
  await connection.query(
    `CREATE OR REPLACE TABLE csv AS SELECT * FROM read_csv('table.csv', header = true, columns = {
      place: 'VARCHAR', year: 'SMALLINT', domain: 'VARCHAR', indicator: 'VARCHAR', stage: 'VARCHAR', unit: 'VARCHAR', value: 'DOUBLE' })`,
  );
  return connection;
}

export async function summary(connection) {
  const one = async (sql) => (await connection.query(sql)).getChildAt(0).get(0);
  const counts = {};
  for (const name of [...TEXTS, "year"]) {
    const result = await connection.query(`SELECT ${name}::VARCHAR AS text, count(*)::INTEGER AS n FROM csv GROUP BY ${name}`);
    counts[name] = Object.fromEntries(Array.from(result, (row) => [row.text, row.n]));
  }
  return { rows: await one("SELECT count(*)::INTEGER FROM csv"), sum: await one("SELECT sum(value) FROM csv"), counts };
}

export async function drop(connection) {
  await connection.query("DROP TABLE csv");
  await connection.close();
}
