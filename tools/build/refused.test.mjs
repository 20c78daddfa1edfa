import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { tellingRefusal } from "./refused.mjs";

const PAGE = readFileSync(new URL("../../index.html", import.meta.url), "utf8");
const boot = (html) => html.slice(html.indexOf('<section id="boot"'), html.indexOf('<div id="first"'));

/** What a browser shows of a piece of HTML that has neither styles nor scripts. */
const seen = (html) => boot(html).replace(/<!--[^]*?-->/g, "").replace(/<(section|p|progress)[^>]* hidden(=""|(?=>))?[^>]*>[^]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ");

test("without styles and scripts it says that it was not allowed to run, and nothing of other cases", () => {
  const html = tellingRefusal(PAGE);
  assert.match(seen(PAGE), /正在载入[^]*文件夹里[^]*没有取全/, "what it is to replace");
  assert.match(seen(html), /没有获准运行[^]*was not allowed to run/);
  assert.doesNotMatch(seen(html), /正在载入|Loading|文件夹|folder|没有取全|did not come/);
  assert.match(boot(html), /<a href="index\.html" target="_blank">/);
});

test("with styles it looks as before", () => {
  const html = tellingRefusal(PAGE);
  for (const id of ["boot-bar", "boot-status", "boot-stuck"]) {
    assert.match(html, new RegExp(`<\\w+ id="${id}"[^>]* hidden="">`), id);
    assert.match(html, new RegExp(`#boot #${id}\\[hidden\\][^{]*\\{display:block\\}`), id);
  }
});
