// benches/PAGE.md: what is asked for, what was found, and the floor beside it.
import { median } from "../driver/statistic.mjs";
import { LINE } from "./slow.mjs";

/** What a click may take over its floor, in ms: the median of sixteen, and the worst. */
const MEDIAN_OVER = 25;
const WORST_OVER = 60;
/** The longest task while the page comes up, in ms, by how many times the processor is slowed down. */
const LONGEST = { 1: 200, 4: 400 };

/** The longest task of a step of a brush after the first, in ms. */
const LONGEST_BRUSHED = 50;

const kilo = (bytes) => (bytes / 1000).toFixed(1);
const ms = (value) => value.toFixed(0);
const verdict = (met) => (met ? "**met**" : "not met");

export function report({ date, machine, chromium, loads, stand, slow, clicks, brushing, weights }) {
  return `${[
    "# The page's speed",
    [
      "Written by `make bench-page`; nothing here is typed by hand.",
      "",
      `- Date: ${date.slice(0, 10)}`,
      `- Machine: ${machine.cores} cores (${machine.cpu}), ${machine.gigabytes} GB of memory, ${machine.system}; load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} during the run`,
      `- Chromium ${chromium}, headless, 1280 × 900`,
    ].join("\n"),
    "## Until the page stands: medians in ms",
    standTable(stand),
    "The floor is a page that fetches the same program and data, compiles the program and does nothing with either. “Stands” is when the explorer says that it is ready.",
    `The first paint shows the figures: the overview as the explorer draws it stands in the page itself, ${kilo(weights.screen)} kB of it compressed. Of the data the first view fetches a preview, ${kilo(weights.preview)} kB; the tables follow.`,
    `## On a phone over a slow line (${LINE.kilobits} kbit/s, ${LINE.latency} ms, 390 × 844, gzip): medians in seconds`,
    slowTable(slow),
    "The first figure is seen in the page itself, before any program has come; from “answers” on the explorer does what is clicked, and once it is whole every view and all data are there.",
    "## Click on a filter's value until it is painted: ms over sixteen clicks",
    clickTable(clicks),
    `The floor is a click that changes one class on the same page, sixteen times too. A median is to be at most ${MEDIAN_OVER} ms over the floor's, the worst at most ${WORST_OVER} ms over it.`,
    ...brushed(brushing),
  ].join("\n\n")}\n`;
}

/** The longest task while a table is brushed. */
function brushed(brushing) {
  const rows = Object.entries(brushing).map(([rows, rounds]) => {
    const of = (key) => median(rounds.map((round) => round[key]));
    return [Number(rows).toLocaleString("en").replaceAll(",", " "), ms(of("first")), ms(of("later")), ms(LONGEST_BRUSHED), verdict(of("later") <= LONGEST_BRUSHED)];
  });
  if (!rows.length) return [];
  return [
    "## Brushing the years of a table, processor 4× slower: the longest task in ms, median of three rounds",
    table(["rows", "first step", "later steps", "at most", ""], rows),
    "A 0 is a task under 50 ms, which browsers do not tell of.",
  ];
}

function standTable(stand) {
  const rows = Object.entries(stand).map(([slowdown, { page, floor }]) => {
    const of = (rounds, key) => median(rounds.map((round) => round[key]));
    const longest = of(page, "longest");
    return [
      slowdown === "1" ? "as it is" : `${slowdown}× slower`,
      ms(of(page, "paint")),
      ms(of(page, "ready")),
      ms(of(floor, "ready")),
      ms(longest),
      ms(LONGEST[slowdown]),
      verdict(longest <= LONGEST[slowdown]),
      of(page, "shift").toFixed(3),
    ];
  });
  return table(["processor", "first contentful paint", "stands", "floor", "longest task", "at most", "", "layout shift"], rows);
}

function slowTable(slow) {
  const rows = Object.entries(slow).map(([slowdown, rounds]) => {
    const seconds = (key) => (median(rounds.map((round) => round[key])) / 1000).toFixed(1);
    return [slowdown === "1" ? "as it is" : `${slowdown}× slower`, seconds("figure"), seconds("ready"), seconds("whole"), ms(median(rounds.map(({ received }) => received)) / 1000)];
  });
  return table(["processor", "first figure seen", "answers", "whole", "kB fetched"], rows);
}

function clickTable(clicks) {
  const rows = Object.entries(clicks).map(([view, found]) => [
    view,
    ms(found.median),
    ms(found.worst),
    ms(found.floor),
    `+${ms(found.median - found.floor)}`,
    `+${ms(found.worst - found.floor)}`,
    verdict(found.median <= found.floor + MEDIAN_OVER && found.worst <= found.floor + WORST_OVER),
  ]);
  return table(["view", "median", "worst", "floor", "median over it", "worst over it", ""], rows);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
