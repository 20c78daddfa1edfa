// The parts that a portal's styles may name by `::part`.

const PARTS = {
  header: ".header",
  rail: ".rail",
  view: "#content",
  chart: ".chart",
  table: "table",
  poster: ".poster-picture",
  detail: ".detail",
  footer: ".footer",
};

/** Names the parts of a tree, and of what is drawn in it later, until the observer that this gives is disconnected. */
export function nameParts(tree) {
  const name = () => {
    for (const [part, selector] of Object.entries(PARTS)) {
      tree.querySelectorAll(`${selector}:not([part])`).forEach((element) => element.setAttribute("part", part));
    }
  };
  const observer = new MutationObserver(name);
  observer.observe(tree, { childList: true, subtree: true });
  name();
  return observer;
}
