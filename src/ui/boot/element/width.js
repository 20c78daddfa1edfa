// Media queries of an explorer that is narrower than the window: what they say of the width holds of its place.

/** One condition on the width, as the explorer's media queries have them (tools/build/shadow-styles.mjs reads the same). */
const WIDTH = /^\(\s*(min|max)-width:\s*(\d+(?:\.\d+)?)px\s*\)$/;

/** Whether so many px meet a query's conditions on the width; `others` are its other conditions. */
export function parted(query) {
  const conditions = query.split(/\s+and\s+/).map((part) => part.trim());
  const widths = conditions.map((part) => WIDTH.exec(part)).filter(Boolean);
  const others = conditions.filter((part) => !WIDTH.test(part)).join(" and ");
  const meets = (width) => widths.every(([, bound, px]) => (bound === "min" ? width >= Number(px) : width <= Number(px)));
  return { hasWidth: widths.length > 0, meets, others };
}

/** What `matchMedia` is of a place of the page, until `end` is called. `widthOf` tells its width in px. */
export function mediaOf(place, widthOf) {
  const lists = new Set();
  const observer = new ResizeObserver(() => lists.forEach((list) => list.look()));
  observer.observe(place);

  function matchMedia(query) {
    const { hasWidth, meets, others } = parted(query);
    const real = window.matchMedia(others || "all");
    const heard = new Set();
    const holds = () => real.matches && (!hasWidth || meets(widthOf()));
    let told = holds();
    const look = () => {
      if (told === holds()) return;
      told = !told;
      for (const handler of [...heard]) handler({ type: "change", matches: told, media: query });
    };
    const list = { look, end: () => real.removeEventListener("change", look) };
    return {
      media: query,
      get matches() {
        return holds();
      },
      addEventListener(type, handler) {
        if (type !== "change") return;
        if (!heard.size) {
          told = holds();
          lists.add(list);
          real.addEventListener("change", look);
        }
        heard.add(handler);
      },
      removeEventListener(type, handler) {
        if (!heard.delete(handler) || heard.size) return;
        lists.delete(list);
        list.end();
      },
    };
  }

  function end() {
    observer.disconnect();
    lists.forEach((list) => list.end());
    lists.clear();
  }

  return { matchMedia, end };
}
