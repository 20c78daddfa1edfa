/**
 * What an explorer in a frame and the page around it say to one another by `postMessage`. The page speaks first, and
 * is answered at its origin alone. docs/embedding.md of the explorer's repository tells when.
 */

/** From the page to the explorer. */
export type ToExplorer =
  | {
      /** Introduces the page. May be said again. */
      type: "minsheng:hello";
      /** How high in px the first part may be, with the button for the rest. */
      height?: number;
      /** Whether the frame stays as high as it is. */
      fixed?: boolean;
    }
  | {
      type: "minsheng:set";
      /** The part of a link after `#`: a whole one with its version (`v=1&…`), or the keys that change (`theme=dark`). */
      state: string;
    }
  | {
      type: "minsheng:open";
      /** A table to open, as if it were dropped on the explorer. */
      files: File[];
    };

/** From the explorer to the page. */
export type ToPage =
  | {
      /** At every change. */
      type: "minsheng:height";
      /** How high the explorer is, in px. */
      height: number;
    }
  | {
      /** At every change of what is chosen. */
      type: "minsheng:state";
      /** The part of a link after `#`. */
      state: string;
    };
