// What a reader may do, chosen at random within the page. `act` runs there: it knows nothing of this file's surroundings.

/**
 * Does `count` things with whatever controls are in sight, and tells how many of each kind were done. What leaves the page,
 * writes a file, or asks the browser for something is passed over.
 */
export async function act({ seed, count, makeChance }) {
  const random = new Function(`return ${makeChance}`)()(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const done = {};
  const shy = /export|print|download|copy|share|open-file|open-pasted|back-to-own|embed|install|reload|open-full|poster-(done|leave)|reopen|cancel/;
  const controls = "button, summary, a[href*='#v='], select, input, [role=button], [role=option], [role=radio], th[tabindex], .mark";
  const isFair = (element) => {
    const name = `${element.dataset.testid ?? ""} ${element.className?.baseVal ?? element.className} ${element.id}`;
    if (shy.test(name) || element.disabled || element.type === "file" || element.target === "_blank" || element.download) return false;
    if (element.closest(".export, dialog, [data-testid=embed-dialog]")) return false;
    return element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
  };
  const say = (element, ...kinds) => kinds.forEach((kind) => element.dispatchEvent(new Event(kind, { bubbles: true })));
  const key = (element, name) => ["keydown", "keyup"].forEach((kind) => element.dispatchEvent(new KeyboardEvent(kind, { key: name, bubbles: true, cancelable: true })));
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const words = ["教育", "低保", "dezhou", "schools", "2021", "投资", "zzz", "<b>", "养老 德州", ""];
  const ways = {
    click: (element) => (element.click ? element.click() : element.dispatchEvent(new MouseEvent("click", { bubbles: true }))),
    key: (element) => (element.focus?.(), key(element, pick(["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End", "Escape", "Enter", " ", "PageDown"]))),
    select: (element) => ((element.selectedIndex = Math.floor(random() * element.options.length)), say(element, "input", "change")),
    range: (element) => {
      const [from, to] = [Number(element.min || 0), Number(element.max || 100)];
      element.value = String(Math.round(from + random() * (to - from)));
      say(element, "input", "change");
    },
    type: (element) => ((element.value = pick(words)), say(element, "input", "change")),
    hover: (element) => ["pointerover", "pointerenter", "pointermove", "pointerout"].forEach((kind) => element.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerType: "mouse" }))),
  };
  const wayOf = (element) => {
    if (element instanceof HTMLSelectElement) return "select";
    if (element.type === "range") return "range";
    if (element instanceof HTMLInputElement && !/checkbox|radio|button/.test(element.type)) return "type";
    return random() < 0.75 ? "click" : pick(["key", "hover"]);
  };
  for (let at = 0; at < count; at++) {
    if (random() < 0.01) {
      pick([() => history.back(), () => history.forward()])();
      done.history = (done.history ?? 0) + 1;
    } else {
      const fair = [...document.querySelectorAll(controls)].filter(isFair);
      // The views' own links lead everywhere, so that a run does not stay where most controls are.
      const roads = fair.filter((element) => element.closest("nav"));
      const element = roads.length && random() < 0.05 ? pick(roads) : pick(fair);
      if (element) {
        const way = wayOf(element);
        ways[way](element);
        done[way] = (done[way] ?? 0) + 1;
      }
    }
    if (at % 4 === 3) await frame();
  }
  await frame();
  return { done, next: Math.floor(random() * 2 ** 32) };
}
