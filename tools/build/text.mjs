// Small text helpers of the build: CSV reading, HTML escaping, and edits of the HTML that trunk wrote.

/** Reads RFC 4180 CSV with a header row into objects. */
export function parseCsv(text) {
  const rows = [[""]];
  let quoted = false;
  for (const token of text.replace(/^\uFEFF/, "").match(/""|"|,|\r\n|\n|[^",\r\n]+|\r/g) ?? []) {
    const row = rows.at(-1);
    if (token === '""') {
      // Inside quotes a doubled quote is one quote; outside, it is an empty quoted field.
      if (quoted) row[row.length - 1] += '"';
    } else if (token === '"') quoted = !quoted;
    else if (quoted) row[row.length - 1] += token;
    else if (token === ",") row.push("");
    else if (token === "\n" || token === "\r\n") rows.push([""]);
    else row[row.length - 1] += token;
  }
  const [header, ...body] = rows.filter((row) => row.length > 1 || row[0] !== "");
  return body.map((row) => Object.fromEntries((header ?? []).map((name, i) => [name, row[i] ?? ""])));
}

/** Escapes text for HTML content and for double-quoted attributes. */
export function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char]);
}

/** The attributes of one start tag; the minifier may have taken their quotes away. */
export function attributes(tag) {
  const found = {};
  for (const [, name, , double, single, bare] of tag.replace(/^<[\w-]+/, "").matchAll(
    /([^\s=/>]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g,
  )) {
    found[name.toLowerCase()] = double ?? single ?? bare ?? "";
  }
  return found;
}

/** Replaces every start tag `<name …>` for which `edit(attributes, tag)` returns a string; other tags stay as they are. */
export function replaceTags(html, name, edit) {
  const pattern = new RegExp(`<${name}(?=[\\s>])(?:"[^"]*"|'[^']*'|[^'">])*>`, "gi");
  return html.replace(pattern, (tag) => edit(attributes(tag), tag) ?? tag);
}

/** Adds attributes to a start tag. */
export function withAttributes(tag, added) {
  const text = Object.entries(added).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join("");
  return tag.replace(/\s*\/?>$/, `${text}>`);
}

/** Puts `content` into every element marked `data-fill="slot"`, in place of what it held. */
export function fill(html, slot, content) {
  const pattern = new RegExp(`(<(\\w+)\\b[^>]*\\bdata-fill="?${slot}"?[^>]*>)[^]*?(</\\2>)`, "g");
  if (!pattern.test(html)) throw new Error(`index.html has no place marked data-fill="${slot}"`);
  return html.replace(pattern, (_, open, name, close) => open + content + close);
}
