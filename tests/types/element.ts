// A small program over the element's interface, only ever type-checked: what it does and what the types must refuse.
import { mount } from "../../public/embed/minsheng-engine.js";
import type { MinshengExplorerElement } from "../../public/embed/minsheng-explorer.js";

export async function show(place: Element): Promise<string> {
  const explorer: MinshengExplorerElement = await mount(place, { view: "chart", state: "v=1&f.domain=education", lang: "zh", height: "80vh" });
  explorer.addEventListener("minsheng:change", ({ detail }) => console.log(detail.state.length));
  explorer.addEventListener("minsheng:select", ({ detail: { selection } }) => console.log(selection?.length));
  explorer.addEventListener("minsheng:error", ({ detail }) => console.log(detail.reason === "data", detail.message));
  explorer.addEventListener("click", () => explorer.setState(""));
  const { name, blob } = await explorer.export("csv");
  console.log(name, blob.size);
  await explorer.load(new File(["a,b\n1,2"], "t.csv"));
  const made = document.createElement("minsheng-explorer");
  made.setAttribute("view", "table");
  place.append(made);
  await made.ready;
  const state = made.getState();
  made.destroy();
  return state;
}

export function refused(explorer: MinshengExplorerElement): void {
  // @ts-expect-error no such kind
  void explorer.export("doc");
  // @ts-expect-error a link is a text
  explorer.setState(1);
  // @ts-expect-error only the explorer itself knows when it stands
  explorer.ready = Promise.resolve(explorer);
  // @ts-expect-error no such view
  void mount(explorer, { view: "globe" });
}
