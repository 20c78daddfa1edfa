/**
 * Minsheng Engine: tables of millions of rows, filtered, counted and brushed in the browser.
 *
 * Every filter belongs to a column. What a column is counted by is counted under all filters but its own, so that linked
 * views show what choosing something else would give.
 *
 * @example
 * import { Engine } from "./embed/minsheng-engine.js";
 * const engine = await Engine.open({
 *   year: { codes: new Uint8Array([0, 0, 1]), values: ["2020", "2021"], role: "time" },
 *   value: { values: new Float64Array([3, 5, 8]) },
 * });
 * await engine.setRange("year", "2020", "2020");
 * const { year } = await engine.counts();
 */

import type { MinshengExplorerElement, View } from "./minsheng-explorer.js";

/** What a column is for. Columns with codes are a `category` unless told otherwise, numbers are a `measure`. */
export type Role =
  | "time"
  | "area"
  | "topic"
  | "series"
  | "kind"
  | "stage"
  | "qualifier"
  | "grain"
  | "category"
  | "measure"
  | "target"
  | "done"
  | "text";

/**
 * A column of codes: row `n` has the value `values[codes[n]]`; the greatest code of the array's type (255, 65 535 or
 * 4 294 967 295) is no value. Values of a column with the role `time` are years, months or days (`2019`, `2019-03`,
 * `2019-03-07`), or two of these with a slash between (`2016/2020`). No value holds the character U+0000.
 */
export interface CodedColumn {
  codes: Uint8Array | Uint16Array | Uint32Array;
  values: string[];
  role?: Exclude<Role, "measure" | "target" | "done">;
  /** Codes are counted as they are: only numbers are put in bins. */
  bins?: never;
}

/** A column of numbers; what is not finite is no value. */
export interface NumberColumn {
  values: Float64Array | Float32Array;
  /** `done` is how much of the `target` is done. Default `measure`. */
  role?: "measure" | "target" | "done";
  /** Puts the numbers in bins as the table is opened, as {@link Engine.bin} does later, without a message of its own. */
  bins?: BinOptions;
}

/** Columns of the same length, by key. */
export type Columns = Record<string, CodedColumn | NumberColumn>;

export interface Progress {
  /** Work done, in units of the step. */
  done: number;
  /** Work there is; 0 where nobody knows. */
  total: number;
  /** What is being done. */
  step: string;
}

export interface OpenOptions {
  /** Where the table is kept. `auto` keeps columns of fewer than 100 000 rows on the page's thread. */
  thread?: "auto" | "page" | "worker";
  /** Gives up opening; the promise rejects with the code `cancelled`. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Of Parquet, the columns and rows to read: what else a file holds is not fetched. */
  wanted?: {
    columns?: string[];
    where?: Record<string, { in: string[] } | { from?: string | number; to?: string | number }>;
  };
  /** Ending of the file's name, such as `csv`, where the source has no name. Without, the bytes tell. */
  format?: string;
  /** Encoding of a text, by its WHATWG label, such as `shift_jis`. Without, the bytes tell. */
  encoding?: string;
  /** The sheet of a workbook, or the table of a zip file, a data package or a web page. Without, the first with figures, or the largest. */
  table?: string;
  /** What stands between the cells of a text: one ASCII character. Without, the first lines tell. */
  separator?: string;
  /** Of several files, the one to join to the first ones: by these columns, and these times where both have one; of the first ones and of the file. */
  join?: { file: string; columns: [string, string]; times?: [string, string] | null };
  /** Language of whoever reads the table, for bytes that may be text in several encodings; Chinese without. */
  lang?: "zh" | "en";
  /** Hands the arrays over to the worker instead of copying them. They are empty afterwards. */
  transfer?: boolean;
}

/** Something wrong with a file. Its table has what could be read. */
export interface Problem {
  /** Such as `RaggedRow`, `NotANumber`, `BadDate`. */
  kind: string;
  /** What is wrong and where, in English. */
  message: string;
  /** Name of the file or of the table within it. */
  table: string;
  /** Line of the file, counted from 1. */
  row?: number;
  column?: string;
  found: string;
  expected: string;
}

export interface Column {
  readonly key: string;
  readonly role: Role;
  /** What the codes mean, in their order; absent for measures. Periods come in the order of their last days. */
  readonly values?: readonly string[];
  /** The bins that were asked for as the table was opened. */
  readonly bins?: Bins;
}

export interface Bins {
  scale: "linear" | "log";
  /** One more than there are bins. A bin holds its lower edge; the last one holds both. */
  edges: Float64Array;
}

export interface BinOptions {
  scale?: "linear" | "log";
  /** About how many bins between round numbers; exactly as many where `min` and `max` are given. Default 50. */
  count?: number;
  /** Lower edge of the first bin; with `max`. */
  min?: number;
  /** Upper edge of the last bin; with `min`. */
  max?: number;
}

export interface Groups {
  /** An array a column: the code of each group; 4 294 967 295 where its rows have no value. */
  codes: Uint32Array[];
  /** Rows of each group. */
  count: Uint32Array;
}

export interface MeasuredGroups extends Groups {
  /** Rows of each group that have a number. */
  numbers: Uint32Array;
  sum: Float64Array;
  /** Infinity where a group has no number. */
  min: Float64Array;
  /** -Infinity where a group has no number. */
  max: Float64Array;
}

/** A cell for every combination of codes. */
export interface CrossTable {
  /** Each column's number of codes or bins, as `columns` names them. */
  sizes: number[];
  /** Rows of each cell: of codes `a` and `b` at `a * sizes[1] + b`, and so on. */
  count: Uint32Array;
}

export interface MeasuredCrossTable extends Omit<CrossTable, "count"> {
  /** Sums of the numbers of each cell, in the same places; 0 where there is none. */
  sum: Float64Array;
}

export interface PageOptions {
  /** Key of the column to sort by; in the table's order without. Rows that have no value come last. */
  sort?: string;
  descending?: boolean;
  /** First row of the page, counted from 0. */
  offset?: number;
  /** Most rows of the page; default 100. */
  limit?: number;
  /** Columns to give; all without. */
  columns?: string[];
}

export interface Page {
  /** Rows under every filter. */
  total: number;
  /** Numbers of the page's rows in the table, counted from 0. */
  rows: Uint32Array;
  /** For each column, a text or number a row of the page; `null` or NaN for no value. */
  columns: Record<string, (string | null)[] | Float64Array>;
}

/**
 * | code | what happened |
 * | --- | --- |
 * | `not_found` | an address gave nothing |
 * | `interrupted` | the bytes stopped coming, or the file changed meanwhile |
 * | `elsewhere` | a file of another site, where only this site's are read |
 * | `no_reader` | a format whose reader is not at hand |
 * | `no_engine` | the worker's own script could not be had |
 * | `old_browser` | the browser has no 128-bit vectors in WebAssembly: older than Chrome 91, Firefox 89 or Safari 16.4 |
 * | `format` | bytes or values are not what they should be |
 * | `too_large` | the table would not fit in memory |
 * | `column` | there is no such column, or it is of another kind |
 * | `range` | a value, code or position that the column does not have |
 * | `inactive` | `brush` without an active column, or after a filter of another column changed |
 * | `cancelled` | given up by a signal, or replaced by a newer request of the same kind |
 * | `closed` | the engine was closed |
 * | `memory` | the browser gave no memory |
 * | `internal` | a fault of the engine |
 */
export type ErrorCode =
  | "not_found"
  | "interrupted"
  | "elsewhere"
  | "no_reader"
  | "no_engine"
  | "old_browser"
  | "format"
  | "too_large"
  | "column"
  | "range"
  | "inactive"
  | "cancelled"
  | "closed"
  | "memory"
  | "internal";

export class EngineError extends Error {
  readonly code: ErrorCode;
  /** What is wrong with the file that could not be opened, where it is that. */
  readonly problem?: Problem;
}

/** A module's script and its compiled code. */
export interface Part {
  code: string;
  wasm: BufferSource;
}

export interface InitOptions {
  /** Folder of this file's neighbours, where it is not the folder of this file itself. */
  base?: string | URL;
  /** The parts themselves, where there is no server to bring them. */
  parts?: { engine: Part; parquet?: Part };
}

/**
 * Brings the engine, and has a worker stand by for the next table that is kept in one, which then opens sooner by the start
 * of a worker. Every call that needs the engine brings it by itself; this chooses the moment.
 */
export function init(options?: InitOptions): Promise<void>;

/**
 * A table and its filters. Calls are answered in their order. A reading call repeated under changed filters replaces
 * the earlier one if that is still due: the earlier promise rejects with the code `cancelled`.
 */
export class Engine {
  /**
   * Opens a table: columns as typed arrays, or a file as bytes, as a `Blob` or by its address. A file is read piece by
   * piece in the worker; types and roles of its columns are told from names and values.
   */
  static open(source: Columns | ArrayBuffer | ArrayBufferView | Blob | string | URL, options?: OpenOptions): Promise<Engine>;

  /** Number of rows. */
  readonly length: number;
  readonly columns: readonly Column[];
  /** The first problems of each kind in the file that was opened. */
  readonly problems: readonly Problem[];
  /** Number of problems in all. */
  readonly problemCount: number;

  /** Puts a measure's numbers in bins; from then on it can be counted by and brushed. */
  bin(measure: string, options?: BinOptions): Promise<Bins>;

  /**
   * Keeps rows from one value to another, both held: periods that overlap days, numbers of a measure, values of a category
   * in the order of its codes. `null` or nothing is an open end. With `codes`, the ends are codes or bins.
   */
  setRange(
    column: string,
    from?: string | number | Date | null,
    to?: string | number | Date | null,
    options?: { codes?: boolean },
  ): Promise<void>;

  /** Keeps rows with one of these values; an empty list lifts the filter. */
  setIn(column: string, values: Iterable<string>): Promise<void>;

  /** Keeps rows in which every one of the words stands in some value, Latin words and numbers from their beginning; no words lift the filter. */
  setText(words: string): Promise<void>;

  /** Lifts a column's filter, or every filter. */
  clear(column?: string): Promise<void>;

  /** Number of rows under every filter. */
  matching(): Promise<number>;

  /** Rows by code or bin, for each column that has codes or bins, under every filter but that column's own. */
  counts(): Promise<Record<string, Uint32Array>>;
  counts(column: string): Promise<Uint32Array>;

  /** Sums of a measure by code or bin of a column, under every filter but the column's own. */
  sums(column: string, measure: string): Promise<Float64Array>;
  /** Means; NaN where no row has a number. */
  means(column: string, measure: string): Promise<Float64Array>;
  minima(column: string, measure: string): Promise<Float64Array>;
  maxima(column: string, measure: string): Promise<Float64Array>;
  /** The number below which a share `q` of the numbers lie; the median without. */
  quantiles(column: string, measure: string, q?: number): Promise<Float64Array>;

  /** Rows under every filter, grouped by one or more columns. */
  groupBy(columns: string[], options: { measure: string; extremes?: true }): Promise<MeasuredGroups>;
  /** Without the extremes, which cost more than all the rest. */
  groupBy(columns: string[], options: { measure: string; extremes: boolean }): Promise<Omit<MeasuredGroups, "min" | "max">>;
  groupBy(columns: string[], options?: { measure?: undefined }): Promise<Groups>;

  /**
   * Rows under every filter by every combination of the columns' codes, or a measure's sums: the quickest way to a table of
   * both ways, where most combinations have rows. Rows that lack a value of one of the columns are in no cell. Beyond four
   * million combinations there is `groupBy`.
   */
  crosstab(columns: string[], options: { measure: string }): Promise<MeasuredCrossTable>;
  crosstab(columns: string[], options?: { measure?: undefined }): Promise<CrossTable>;

  /** A page of the rows under every filter. */
  rows(options?: PageOptions): Promise<Page>;

  /** Prepares brushing of a column: from then on `brush` costs as many steps as the views have values. */
  activate(column: string, views?: string[]): Promise<void>;

  /**
   * Counts of every view for the active column's codes or bins from `lo` to `hi`, both held, at once and without any
   * message. Writes into the arrays of `out` where they are given. To make the range a filter: `setRange` with `codes`.
   */
  brush(lo: number, hi: number, out?: Record<string, Uint32Array>): Record<string, Uint32Array>;

  /** Hears how long work goes on; gives a function that stops it. */
  onProgress(callback: (progress: Progress) => void): () => void;

  /** Ends the engine and gives its memory back. Whatever is still due rejects with the code `closed`. */
  close(): Promise<void>;
}

export interface MountOptions {
  /** A link to start from, or the part of it after `#`. */
  state?: string;
  /** The view to start with. */
  view?: View;
  lang?: "zh" | "en";
  theme?: "auto" | "light" | "dark";
  /** Data in place of those that the explorer brings: an address (a `datapackage.json`, or a table), or a table's file. */
  data?: string | URL | Blob | Blob[];
  /** The address of a map of the table's areas, GeoJSON or TopoJSON. */
  map?: string | URL;
  /** Without header and filters. */
  embed?: boolean;
  /** Width: px, or a length such as `"50%"`; that of its place without. */
  width?: number | string;
  /** Height: as high as its content (`"auto"`, as without), px, or a length such as `"80vh"`. */
  height?: "auto" | number | string;
  /** What screen readers call it. */
  title?: string;
  /** Folder of this file, where it is not imported from there. */
  base?: string | URL;
}

/**
 * Puts the whole explorer into an element of the page and gives it once it stands: a `<minsheng-explorer>`, described in
 * `minsheng-explorer.d.ts`, whose script is brought from beside this file.
 */
export function mount(place: Element, options?: MountOptions): Promise<MinshengExplorerElement>;
