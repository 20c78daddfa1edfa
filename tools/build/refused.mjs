// What the one file says where the policy of a server refuses the scripts and styles within it, as in a sandboxed frame of a
// strict portal: with neither, a page shows whatever it does not hide by attributes of HTML.
import { replaceTags, withAttributes } from "./text.mjs";

/** Words for whoever reads there, and the way on. The site stands beside the file wherever there is such a policy. */
const WORDS = `<p>本页的程序没有获准运行：页面的框架或网站的安全策略不许可。请在新窗口打开<a href="index.html" target="_blank">民生数图的完整页面</a>。</p>
<p lang="en">The program of this page was not allowed to run: the frame around it, or the policy of its site, forbids that. Open <a href="index.html" target="_blank">the full page of the explorer</a> in a new window.</p>`;

/** Hidden where no style comes, and told by the page's own where it does. */
const HIDDEN = ["boot-bar", "boot-status", "boot-stuck"];
const SHOWN = `<style>${HIDDEN.map((id) => `#boot #${id}[hidden]`).join()}{display:block}@media (scripting:none){#boot #boot-stuck[hidden]{display:none}}</style>`;

/** The page of the one file, whose place for words to those without styles says what it is there. */
export function tellingRefusal(html) {
  for (const name of ["progress", "p", "section"]) {
    html = replaceTags(html, name, ({ id }, tag) => (HIDDEN.includes(id) ? withAttributes(tag, { hidden: "" }) : undefined));
  }
  const told = html.replace(/(<section id="?boot-file"?>)[^]*?(?=<\/section>)/, (_, open) => open + WORDS);
  return told.replace(/<\/head>/i, (end) => SHOWN + end);
}
