// A small page around an explorer's frame, only ever type-checked: what may be said and what the types must refuse.
import type { ToExplorer, ToPage } from "../../public/embed/messages.js";

export function follow(frame: HTMLIFrameElement): (message: ToExplorer) => void {
  const { origin } = new URL(frame.src);
  const say = (message: ToExplorer) => frame.contentWindow?.postMessage(message, origin);
  frame.addEventListener("load", () => say({ type: "minsheng:hello", height: 600 }));
  addEventListener("message", (event: MessageEvent<ToPage>) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    if (event.data.type === "minsheng:height") frame.style.height = `${event.data.height}px`;
    else console.log(event.data.state.length);
  });
  say({ type: "minsheng:set", state: "theme=dark" });
  // @ts-expect-error: what is set is a piece of a link
  say({ type: "minsheng:set", theme: "dark" });
  // @ts-expect-error: it is the page that says hello, nobody says ready
  say({ type: "minsheng:ready" });
  return say;
}
