// DuckDB-WASM with a table of counts by bin of the brushed column for every other view (Heer and Moritz, Mosaic, 2024):
// a step sums over the bins of the brush in place of the rows.
import { countsOf, emptyCounts, fieldOf, open as openTables, prepare, spread, Tables, version } from "./duckdb.js";

export const label = "DuckDB with cube";
export { prepare, version };

export async function open(table) {
  return new Cubes((await openTables(table)).connection);
}

class Cubes extends Tables {
  /** Only what a cube changes is measured. */
  counts = undefined;
  sums = undefined;
  search = undefined;

  async activate(column) {
    super.activate(column);
    const batches = this.batches(this.others, column);
    this.names = new Map(batches.flatMap(({ names }) => [...names]));
    const parts = batches.map((batch) => countsOf(batch, fieldOf(column)));
    await this.connection.query(`CREATE OR REPLACE TEMP TABLE cube AS ${parts.join(" UNION ALL ")}`);
  }

  async brush(lo, hi) {
    const counts = emptyCounts(this.others);
    const result = await this.connection.query(
      `SELECT view, code, sum(n)::INTEGER AS n FROM cube WHERE active BETWEEN ${lo} AND ${hi} GROUP BY view, code`,
    );
    spread(result, this.names, counts);
    return counts;
  }
}
