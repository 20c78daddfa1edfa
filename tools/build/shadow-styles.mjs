// The site's style sheets as they hold within an element of another page: its root is an element of a shadow tree, its
// window is the place that the element has.

/** The name of the container that stands for the window. */
const PLACE = "minsheng";
const WIDTH = /^\(\s*(?:min|max)-width:\s*\d+(?:\.\d+)?px\s*\)$/;

/** Tokens that a page around may set, as `--minsheng-accent` for `--accent`. */
export const THEMED = ["paper", "sunk", "ink", "muted", "hairline", "control", "accent", "accent-wash", "on-accent", "mark-wash", "font", "font-latin"];

/** The rules of a sheet: a prelude with declarations, or with rules within; a statement has neither. */
export function rulesOf(css) {
  const text = css.replace(/\/\*[^]*?\*\//g, "");
  const rules = [];
  let at = 0;
  while (at < text.length) {
    const end = text.slice(at).search(/[{;}]/);
    if (end < 0) break;
    const prelude = text.slice(at, at + end).trim();
    at += end + 1;
    if (text[at - 1] !== "{") {
      if (prelude) rules.push({ prelude });
      continue;
    }
    const close = closing(text, at);
    rules.push({ prelude, body: text.slice(at, close).trim() });
    at = close + 1;
  }
  return rules;
}

/** Where the block that begins here ends; signs within quotes do not count. */
function closing(text, from) {
  let [depth, quote] = [1, ""];
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (quote) {
      if (sign === "\\") at++;
      else if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return at;
  }
  throw new Error(`a block of a style sheet does not end: ${text.slice(from, from + 80)}`);
}

/** A selector with the stand-ins for the root and the body of a document. */
export function selector(text) {
  return text
    .replace(/:root(?![\w-])/g, ".minsheng-root")
    .replace(/(^|[\s,>+~(])html(?![\w-])/g, "$1.minsheng-root")
    .replace(/(^|[\s,>+~(])body(?![\w-])/g, "$1.minsheng-page");
}

/** Declarations that measure the place instead of the window, and take a page's tokens over. */
export function declarations(text) {
  if (/\d(?:rem|vmin|vmax|dvh|svh|lvh)\b/.test(text)) throw new Error(`a size that belongs to the page around: ${text}`);
  const themed = new RegExp(`(^|[;{\\s])--(${THEMED.join("|")}):\\s*([^;]+)`, "g");
  return text
    .replace(/(\d)vw\b/g, "$1cqi")
    .replace(/(\d)vh\b/g, "$1cqb")
    .replace(themed, (_, before, name, value) => `${before}--${name}: var(--minsheng-${name}, ${value.trim()})`);
}

/** The at-rules of a media query, outermost first: what it says of the width is asked of the place. */
export function queries(query) {
  const conditions = query.split(/\s+and\s+/).map((part) => part.trim());
  const widths = conditions.filter((part) => WIDTH.test(part));
  if (!widths.length && !/(?:width|height)/.test(query)) return [`@media ${query}`];
  if (query.includes(",") || conditions.some((part) => !WIDTH.test(part) && /(?:width|height|\bnot\b)/.test(part))) {
    throw new Error(`a media query of a form that has no place within an element: ${query}`);
  }
  const others = conditions.filter((part) => !WIDTH.test(part)).join(" and ");
  return [...(others ? [`@media ${others}`] : []), `@container ${PLACE} ${widths.join(" and ")}`];
}

/** The sheet of a shadow tree for a sheet of the site. */
export function shadowStyles(css) {
  return rulesOf(css).map(translated).join("\n");
}

function translated({ prelude, body }) {
  // How a page is printed is the affair of the page around.
  if (prelude.startsWith("@page")) return "";
  if (body === undefined) throw new Error(`a statement that no sheet of the site has: ${prelude}`);
  if (prelude.startsWith("@keyframes")) return `${prelude} {${body}}`;
  if (!prelude.startsWith("@")) return `${selector(prelude)} {${declarations(body)}}`;
  // A container of the sheet's own is one wherever it stands; so is what a browser supports.
  if (/^@(?:container|supports)/.test(prelude)) return `${prelude} {\n${shadowStyles(body)}\n}`;
  if (prelude.startsWith("@media")) {
    const alternatives = prelude.slice("@media".length).split(",").map((query) => query.trim());
    // How high a place is follows from what stands in it: what a low window needs, no element does.
    const asked = alternatives.length > 1 ? alternatives.filter((query) => !/height/.test(query)) : alternatives;
    const within = shadowStyles(body);
    return asked.map(queries).map((around) => `${around.join(" { ")} {\n${within}\n${"}".repeat(around.length)}`).join("\n");
  }
  throw new Error(`a rule that no sheet of the site has: ${prelude}`);
}
