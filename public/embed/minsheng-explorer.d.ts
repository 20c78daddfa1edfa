/**
 * Minsheng Explorer (民生数图) as an element of any page.
 *
 * ```html
 * <script src="/data/minsheng/embed/minsheng-explorer.js" defer></script>
 * <minsheng-explorer view="chart" state="v=1&f.domain=education" lang="zh"></minsheng-explorer>
 * ```
 *
 * Several may stand on a page. Its styles do not reach the page's nor theirs its own: colours and type are set by custom
 * properties (`--minsheng-accent`), parts by `::part(header)`. docs/element.md tells of all of them.
 */

/** The views. */
export type View = "overview" | "ledger" | "timeline" | "chart" | "compare" | "map" | "table" | "poster";

/** What `export` gives: of data a workbook, a table for people or for programs; of what is drawn a picture. */
export type ExportKind = "xlsx" | "csv" | "csv-plain" | "json" | "csvw" | "datapackage" | "svg" | "png";

/** A file, as a reader would download it. */
export interface Exported {
  /** Its name, in the language in force. */
  name: string;
  /** Its content, with its media type. */
  blob: Blob;
}

/** Why an explorer does not stand. */
export type Reason =
  /** A program file did not come whole. */
  | "missing"
  /** A program file is not what the script expects: another version, or altered on its way. */
  | "damaged"
  /** The page's Content Security Policy lacks 'wasm-unsafe-eval'. */
  | "policy"
  /** A data file could not be had or read. */
  | "data"
  /** The program met an error. */
  | "stopped"
  /** There is not enough memory to start the program. */
  | "memory"
  /** The browser is too old. */
  | "old";

/** Events of the element. All bubble, and leave shadow trees. */
export interface MinshengExplorerEventMap {
  /** It stands. */
  "minsheng:ready": CustomEvent<{ state: string }>;
  /** What is chosen has changed: by the reader, an attribute or `setState`. */
  "minsheng:change": CustomEvent<{ state: string }>;
  /** A figure was opened, by its id in the data; `null`: closed. */
  "minsheng:select": CustomEvent<{ selection: string | null }>;
  /** It cannot stand, or has stopped. The reader is told in its place, and offered to try again. */
  "minsheng:error": CustomEvent<{ reason: Reason; message: string }>;
}

/**
 * The element. Attributes, each of which holds as soon as it is set:
 *
 * - `view`: the view to show.
 * - `state`: what is chosen, as a link of the explorer or the part of it after `#`.
 * - `lang`: `zh` or `en`; that of the page around without.
 * - `theme`: `light`, `dark`, or `auto` for what the reader's system asks for; what the page's `color-scheme` says without.
 * - `height`: `auto`, as high as the content, as without; a number of px, or a length such as `80vh`.
 * - `data`: an address in place of the site's own data: of a data package (`datapackage.json`), or of a table
 *   of the script's own origin. A new one starts the explorer anew.
 * - `map`: the address of a map of the table's areas, GeoJSON or TopoJSON, of the script's own origin. Its areas go with the
 *   table's by name or code; without, known areas are tiles. It holds for tables, those handed to `load` too.
 * - `embed`: without header and filters.
 */
export interface MinshengExplorerElement extends HTMLElement {
  /** Resolves once it stands; rejects with an error that has a `reason` where it cannot. */
  readonly ready: Promise<MinshengExplorerElement>;

  /** Shows other data: an address, as the attribute `data` has it, or a table's file. Resolves once they stand, or once the file has been handed over. */
  load(data: string | URL | Blob | Blob[]): Promise<unknown>;

  /** What is chosen, as the part of a link after `#`. */
  getState(): string;

  /** Shows what a link shows. Language and colours stay where the link says nothing of them. */
  setState(link: string): void;

  /** Makes a file of what is on screen, as *Download* does. Rejects where the view has none of this kind. */
  export(kind: ExportKind): Promise<Exported>;

  /** Takes it out of the page and gives all its memory back. Put into a page again, it starts anew. */
  destroy(): void;

  addEventListener<K extends keyof MinshengExplorerEventMap>(type: K, listener: (event: MinshengExplorerEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof MinshengExplorerEventMap>(type: K, listener: (event: MinshengExplorerEventMap[K]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "minsheng-explorer": MinshengExplorerElement;
  }
}
