// What the element itself says, in both languages: before its explorer stands, and where it cannot.

export const LOADING = ["正在载入", "Loading"];
export const STARTING = ["正在启动…", "Starting…"];
export const FAILED = ["民生数图未能打开", "The explorer could not start"];
export const STOPPED = ["民生数图已经停止", "The explorer has stopped"];
export const RETRY = ["重试", "Try again"];
export const FULL = ["打开完整页面", "Open the full page"];

/** Why it does not stand, by the codes that the event `minsheng:error` has. */
export const REASONS = {
  missing: [
    "程序文件没有下载完整。请检查网络后重试；若仍不行，请告诉网站管理员。",
    "A program file did not download completely. Check the connection and try again; if that does not help, tell the site's administrator.",
  ],
  damaged: [
    "程序文件已损坏，或与脚本不是同一版本。请刷新页面；若仍不行，请告诉网站管理员。",
    "A program file is damaged or belongs to another version of the script. Reload the page; if that does not help, tell the site's administrator.",
  ],
  policy: [
    "这个网站的内容安全策略（CSP）不许 WebAssembly 运行，程序无法启动。请网站管理员在该策略的 script-src 里加上 'wasm-unsafe-eval'。",
    "The Content Security Policy of this site forbids WebAssembly, so the program cannot start. Its administrator has to add 'wasm-unsafe-eval' to script-src in that policy.",
  ],
  data: [
    "数据文件没有取到，或不是这里能读的样子。请检查网络后重试；若仍不行，请告诉网站管理员。",
    "A data file could not be fetched, or is not of a form that can be read here. Check the connection and try again; if that does not help, tell the site's administrator.",
  ],
  stopped: [
    "程序运行中出错。重试会从刚才的选择开始。",
    "The program met an error. Trying again starts from what was chosen.",
  ],
  memory: [
    "内存不足，程序无法启动。请关掉一些网页或别的程序后重试。",
    "There is not enough memory to start the program. Close other pages or programs and try again.",
  ],
  old: [
    "此浏览器太旧，不能在页面里显示民生数图。请改用 Chrome 或 Edge 105、Firefox 113、Safari 16.4 或更新的版本。",
    "This browser is too old to show the explorer within a page. Use Chrome or Edge 105, Firefox 113, Safari 16.4 or a later one.",
  ],
};
