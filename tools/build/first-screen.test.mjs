import assert from "node:assert/strict";
import test from "node:test";
import { drawn, inWindow, withoutCharts } from "./first-screen.mjs";
import { Window } from "happy-dom";

/** The picture of a page's explorer. */
function pictureOf(html) {
  const { document } = new Window();
  document.body.innerHTML = `<div data-minsheng-root="">${html}</div>`;
  return drawn(document.querySelector("[data-minsheng-root]"));
}

test("a picture has no names, comments or what is folded away, and keeps what can be read", () => {
  const { screen } = pictureOf('<!-- a --><p id="p" data-testid="q" class="r" tabindex="-1" aria-label="s">T</p><details><summary>U</summary><div>V</div></details>');
  assert.equal(screen, '<div><p class="r" aria-label="s">T</p><details><summary>U</summary><div></div></details></div>');
});

test("what a button says is an element of its own, so that it can stay where the button goes", () => {
  const { screen } = pictureOf("<button>12<!-- -->个</button><button><i>A</i></button>");
  assert.equal(screen, "<div><button><span>12个</span></button><button><i>A</i></button></div>");
});

test("what the explorer set of a range is seen", () => {
  const { document } = new Window();
  document.body.innerHTML = '<div data-minsheng-root=""><input type="range" min="0" max="17"></div>';
  document.querySelector("input").value = "17";
  assert.match(drawn(document.querySelector("[data-minsheng-root]")).screen, /value="17"/);
});

test("a chart's patterns are named, by window, and one without words fits any width", () => {
  const { charts } = pictureOf('<div class="chart"><svg><pattern id="h"></pattern><text>A</text><rect fill="url(#h)"></rect></svg></div><div class="chart"><svg><rect></rect></svg></div>');
  assert.equal(charts.length, 2);
  assert.match(inWindow(charts[0], "wide"), /^<svg data-window="wide"><pattern id="wide-first-h">.*url\(#wide-first-h\)/);
  assert.match(charts[1], /preserveAspectRatio="none"/);
});

test("the one file's screen has the words and no chart", () => {
  assert.equal(withoutCharts('<p>A</p><div class="chart"><svg data-window="wide"><g></g></svg><svg></svg></div><svg></svg>'), '<p>A</p><div class="chart"></div><svg></svg>');
});
