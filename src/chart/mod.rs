//! Channels of values → scales → layout → [`Scene`](scene) → SVG text. Knows no dataset and no DOM.
