// The picture that others show of a link to a page on one place: its name, its first finding, and the picture that the
// explorer drew for it. Messengers show no SVG, so it is painted at build time, by the fonts that the machine has.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "./text.mjs";

/** Sizes in px: of what most show, and of the square that WeChat does. */
export const CARDS = { "card.png": [1200, 630], "square.png": [300, 300] };

const FAMILIES = "PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Zen Hei, sans-serif";

/** What paints drawings as PNG, `undefined` where this machine cannot paint Chinese words; `say` is told why. */
export async function painter(say) {
  let Resvg;
  try {
    ({ Resvg } = await import("@resvg/resvg-js"));
  } catch {
    return void say("there is no @resvg/resvg-js for this machine");
  }
  const paint = (svg) => new Resvg(svg, { font: { loadSystemFonts: true, defaultFontFamily: "Noto Sans CJK SC" } }).render();
  // A character of no font looks like any other that is missing.
  const [word, missing] = ["民", "\u{e0fff}"].map((text) => paint(svg([40, 40], `<text y="32" font-size="32">${text}</text>`, "")).pixels);
  if (Buffer.compare(word, missing) === 0) return void say("this machine has no Chinese font ('apt-get install fonts-noto-cjk')");
  return (drawing) => paint(drawing).asPng();
}

/** The classes of charts with their colours and sizes, as light pages have them. */
export function chartStyles(source) {
  const read = (name) => readFileSync(join(source, "src/ui/styles", name), "utf8");
  const [, root] = read("tokens.css").match(/:root \{([^}]*)\}/);
  const tokens = new Map([...root.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
  const valued = (text) => {
    const named = text.replace(/var\((--[\w-]+)\)/g, (_, name) => tokens.get(name) ?? "");
    return named === text ? text.replace(/calc\((\d+)px \* 1\)/g, "$1px") : valued(named);
  };
  const rules = read("marks.css").match(/^\.(fill|stroke|text|tint|dashed)[^{}]*\{[^{}]*\}.*$/gm) ?? [];
  return valued(rules.join("\n"));
}

/** A drawing of a finding, of this size in px. */
export function card(finding, size, styles) {
  return svg(size, size[0] > 2 * 300 ? wide(finding, size) : square(finding, size), styles);
}

function svg([width, height], content, styles) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${FAMILIES}"><style>${styles}</style><rect width="${width}" height="${height}" fill="#fff"/>${content}</svg>`;
}

function wide({ brand, name, when, before, figure, after, hue, chart }, [width, height]) {
  const margin = 56;
  const lines = balanced([[before], [figure, hue], [after]], 52, width - 2 * margin);
  let y = 196;
  const said = lines.map((line) => textLine(line, 52, margin, (y += 68) - 68)).join("");
  const [, w, h] = chart?.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/)?.map(Number) ?? [];
  const room = [width - 2 * margin, height - y - 8];
  const scale = w > 0 ? Math.min(room[0] / w, room[1] / h) : 0;
  const picture = scale > 0.5 ? `<g transform="translate(${margin} ${y - 16}) scale(${scale.toFixed(3)})">${inner(chart)}</g>` : "";
  return [
    text(name, 44, margin, 92, 'font-weight="700" class="fill-ink"'),
    text(brand, 28, width - margin, 88, 'text-anchor="end" font-weight="700" class="fill-accent"'),
    `<rect x="${margin}" y="116" width="${width - 2 * margin}" height="2" class="fill-hairline"/>`,
    text(when, 26, margin + 44 * ems(name) + 24, 90, 'class="fill-muted"'),
    said,
    picture,
  ].join("");
}

function square({ name, when, before, figure, after, hue }, [width]) {
  const margin = 20;
  const large = Math.min(72, (width - 2 * margin) / ems(figure));
  const lines = balanced([[before], [figure], [after]], 22, width - 2 * margin).slice(0, 4);
  return [
    text(name, 30, margin, 48, 'font-weight="700" class="fill-ink"'),
    text(when, 18, margin, 76, 'class="fill-muted"'),
    text(figure, large, margin, 152, `font-weight="700" class="fill-hue-${hue}"`),
    lines.map((line, at) => textLine(line, 22, margin, 192 + 30 * at)).join(""),
  ].join("");
}

const text = (words, size, x, y, how) => `<text x="${x}" y="${y}" font-size="${size}" ${how}>${escapeHtml(words)}</text>`;

function textLine(line, size, x, y) {
  const runs = line.map(([words, hue]) => `<tspan class="fill-${hue === undefined ? "ink" : `hue-${hue}`}">${escapeHtml(words)}</tspan>`);
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="700" xml:space="preserve">${runs.join("")}</text>`;
}

/** About how wide a text is, in ems: a Chinese character one, others somewhat more than half. */
const ems = (words) => [...words].reduce((sum, character) => sum + (character > "\u2e7f" ? 1 : 0.6), 0);

/** Runs of words, `[words, hue]`, in lines of at most `width`; breaks between characters, and before no mark. */
export function wrapped(runs, size, width) {
  const lines = [[]];
  let used = 0;
  for (const [words, hue] of runs) {
    // A figure stays whole, and so do words and numerals of Latin letters.
    const pieces = hue === undefined ? words.match(/[\w.,%—-]+|[^][，。；：、？！）”》]*/gu) ?? [] : [words];
    for (const piece of pieces) {
      const wide = ems(piece) * size;
      if (used > 0 && used + wide > width) {
        lines.push([]);
        used = 0;
      }
      const line = lines.at(-1);
      if (line.length && line.at(-1)[1] === hue) line.at(-1)[0] += piece;
      else line.push([piece, hue]);
      used += wide;
    }
  }
  return lines;
}

/** The same in as few lines, which are about as long as each other: none is left with a single character. */
export function balanced(runs, size, width) {
  const count = wrapped(runs, size, width).length;
  const all = runs.reduce((sum, [words]) => sum + ems(words) * size, 0);
  for (let narrow = all / count; narrow < width; narrow += size / 2) {
    const lines = wrapped(runs, size, narrow);
    if (lines.length === count) return lines;
  }
  return wrapped(runs, size, width);
}

/** What a drawing holds, without itself. */
const inner = (drawing) => drawing.replace(/^<svg\b[^>]*>/, "").replace(/<\/svg>\s*$/, "");
