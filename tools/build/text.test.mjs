import assert from "node:assert/strict";
import test from "node:test";
import { attributes, fill, parseCsv, replaceTags, withAttributes } from "./text.mjs";

test("CSV: quotes, doubled quotes, commas and line breaks inside quotes, empty fields, CRLF", () => {
  const text = 'id,note,end\r\n1,"a, ""b""\nc",\r\n2,"",x\n3,中文,y';
  assert.deepEqual(parseCsv(text), [
    { id: "1", note: 'a, "b"\nc', end: "" },
    { id: "2", note: "", end: "x" },
    { id: "3", note: "中文", end: "y" },
  ]);
});

test("CSV: nothing, or a header alone, has no rows", () => {
  assert.deepEqual(parseCsv(""), []);
  assert.deepEqual(parseCsv("id,name\n"), []);
});

test("attributes with and without quotes", () => {
  assert.deepEqual(attributes('<link rel=preload as="fetch" crossorigin href=\'./a b.wasm\'>'), {
    rel: "preload",
    as: "fetch",
    crossorigin: "",
    href: "./a b.wasm",
  });
});

test("tags are edited one by one, and others stay", () => {
  const html = '<link rel=icon href="a>b"><linkx><link rel=x>';
  const edited = replaceTags(html, "link", (link, tag) => (link.rel === "icon" ? withAttributes(tag, { n: '"1"' }) : undefined));
  assert.equal(edited, '<link rel=icon href="a>b" n="&quot;1&quot;"><linkx><link rel=x>');
});

test("every slot of a name is filled, dollar signs kept", () => {
  const html = "<ul data-fill=files></ul><ul id=b data-fill=\"files\">old</ul>";
  assert.equal(fill(html, "files", "$&1"), '<ul data-fill=files>$&1</ul><ul id=b data-fill="files">$&1</ul>');
  assert.throws(() => fill(html, "none", ""), /data-fill="none"/);
});
