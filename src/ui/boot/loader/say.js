// The loader's words, and where they are shown: before the explorer stands in the page's own frame, from then on at its foot.
//
// The loader starts the explorer: it brings its WebAssembly in, shows progress, and shows a way out when anything fails. Its
// parts are classic scripts, in a file of their own so that a portal whose policy forbids inline scripts can host the site;
// a release joins them into one function (tools/build/minify.mjs). One source for both editions: the site fetches its files
// from beside the page; in dist/minsheng.html inside.js, which stands before this, has the same bytes from the page itself.
"use strict";

const REASONS = {
  // The page itself says what to do.
  file: ["", ""],
  program: [
    "程序文件没有下载完整，已损坏，或与本页不是同一版本。请检查网络后刷新页面；若仍不行，请告诉网站管理员。",
    "A program file did not download completely, is damaged, or belongs to another version of this page. Check the connection and reload; if that does not help, tell the site's administrator.",
  ],
  policy: [
    "这个网站的内容安全策略（CSP）不许 WebAssembly 运行，程序无法启动。请网站管理员在该策略的 script-src 里加上 'wasm-unsafe-eval'。",
    "The Content Security Policy of this site forbids WebAssembly, so the program cannot start. Its administrator has to add 'wasm-unsafe-eval' to script-src in that policy.",
  ],
  data: [
    "数据文件没有取到，或不是本页能读的样子。请检查网络后刷新页面；若仍不行，请告诉网站管理员。",
    "A data file could not be fetched, or is not of the form that this page reads. Check the connection and reload; if that does not help, tell the site's administrator.",
  ],
  stopped: [
    "程序运行中出错，已经停止。重新载入会从链接里的选择接着来。",
    "The program met an error and stopped. Reload to go on with what the link says.",
  ],
  slow: ["一直没有进展：网络太慢，或者断了。", "Nothing has come for a while: the connection is slow, or lost."],
  // What follows is said of a page that stands.
  waiting: [
    "正在取程序的其余部分，取到就照刚才的操作做。",
    "Fetching the rest of the program. What you asked for follows.",
  ],
  late: [
    "页面的其余部分没有取到，页面先保持原样，网络恢复后会再取。若网站刚更新过，请重新载入，链接里的选择会保留。",
    "The rest of the page could not be fetched. The page stays as it is and tries again when the network is back. If the site has just been updated, reload: what the link says is kept.",
  ],
};
const RETRY = ["重试", "Try again"];
const RELOAD = ["重新载入", "Reload"];
const DISMISS = ["知道了", "Dismiss"];
const WAIT = ["继续等", "Keep waiting"];
/** Milliseconds without progress after which a reader is asked whether to wait on. */
const STALL = 15_000;

/** A failure of ours; `detail` is the name of a file, which is shown beside the words of the reason. */
const failure = (reason, detail) => Object.assign(new Error(detail ?? reason), { reason });
const nameOf = (address) => address.replace(/.*\//, "");

const boot = document.getElementById("boot");
const part = (id) => boot.querySelector(`#boot-${id}`);
const chinese = () => /^zh/i.test(boot.isConnected ? navigator.language : document.documentElement.lang);
const words = (pair) => pair[chinese() ? 0 : 1];

function showStatus(...pair) {
  const status = part("status");
  status.lang = chinese() ? "zh-CN" : "en";
  status.textContent = words(pair);
}

function showProgress(received, total) {
  expectMore();
  if (!total) return;
  const percent = Math.min(100, Math.floor((received / total) * 100));
  part("bar").value = percent / 100;
  showStatus(`正在载入 ${percent}%`, `Loading ${percent}%`);
}

function showFailure(error) {
  console.error(error);
  expectNothing();
  const reason = reasonOf(error);
  // What a browser says of it is in its own language, and for the console.
  const detail = error.reason && error.message !== reason ? error.message : "";
  // What stands is never covered.
  if (!boot.isConnected) return tell(reason, detail, error);
  const [zh, en] = error.words ?? REASONS[reason];
  part("reason-zh").textContent = zh;
  part("reason-en").textContent = en;
  if (reason === "file") part("failure").prepend(...part("file").children);
  part("detail").textContent = detail;
  part("progress").hidden = true;
  part("again").onclick = () => location.reload();
  source.offerData?.(part("data"));
  part("failure").hidden = false;
  bringLater().then(() => window.minshengLater?.report(part("ways"), reason, error));
}

function reasonOf(error) {
  if (error.reason) return error.reason;
  // Each engine says it by the same error as of a damaged program, and in words of its own.
  if (error instanceof WebAssembly.CompileError && /unsafe-eval|\bCSP\b|Content Security|disallowed/.test(error.message)) return "policy";
  // What else there is: a fetch, an import or a stream that broke off, or what came is no program.
  return error instanceof WebAssembly.RuntimeError ? "stopped" : "program";
}

const notice = Object.assign(document.createElement("div"), { id: "boot-notice" });
let told;

/**
 * Says something at the foot of a page that stands; with nothing to say, takes it away. `reason` is one of those above, or
 * words of both languages; `error` what is reported of it.
 */
function tell(reason, detail = "", error) {
  told = reason;
  if (!reason) return notice.remove();
  const add = (name, pair, onclick = null) => notice.append(Object.assign(document.createElement(name), { textContent: words(pair), onclick }));
  notice.lang = words(["zh-CN", "en"]);
  notice.replaceChildren();
  // Spoken where it stands before its words do.
  notice.setAttribute("role", "status");
  document.body.append(notice);
  const said = REASONS[reason] ?? reason;
  add("p", detail ? [`${detail}：${said[0]}`, `${detail}: ${said[1]}`] : said);
  if (reason === "waiting") return;
  if (reason === "late" || reason === "data") add("button", RETRY, want);
  // The address says what is looked at, or what was asked for.
  add("button", RELOAD, () => {
    if (wanted) history.replaceState(null, "", wanted);
    location.reload();
  });
  if (reason === "stopped") window.minshengLater?.report(notice, reason, error);
  if (reason === "slow") add("button", WAIT, expectMore);
  else add("button", DISMISS, () => tell());
}

let stalled;

/** Something is on its way: says so when nothing comes. */
function expectMore() {
  expectNothing();
  // The one file has all its bytes.
  if (source === beside) stalled = setTimeout(tell, STALL, "slow");
}

function expectNothing() {
  clearTimeout(stalled);
  if (told === "slow") tell();
}
