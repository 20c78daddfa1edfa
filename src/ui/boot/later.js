// What the loader does only once the page stands, or has failed: a file of its own, which comes with the rest of the program.
(() => {
  "use strict";

  const COPY = ["复制故障报告", "Copy a report"];
  const COPIED = ["已复制，可以发给网站管理员", "Copied; send it to the site's administrator"];
  const SHOWN = ["故障报告，不含您的文件和内容", "The report; nothing of your files is in it"];
  const UPDATED = [
    "网站有了新版本。重新载入即可换上，链接里的选择会保留。",
    "The site has a new version. Reload to use it; what the link says is kept.",
  ];

  const MEMORY = [
    "内存不足，程序无法启动。请关掉一些网页或别的程序，再刷新页面。",
    "There is not enough memory to start the program. Close other pages or programs and reload.",
  ];

  /** Which programs and data the page is made of: hashes in the names of its files. */
  function version() {
    const program = document.querySelector('link[rel="modulepreload"]')?.getAttribute("href") ?? "minsheng.html";
    const data = document.querySelector('meta[name="minsheng-data"]')?.dataset.version ?? "";
    return `${program.replace(/.*\//, "")} ${data}`.trim();
  }

  /**
   * What helps whoever looks after the site: no address, no file's name, nothing that was chosen, read or typed. Of the link
   * its view and the names of its keys, of the error its kind and its places in the program.
   */
  function reportOf(reason, error) {
    const link = new URLSearchParams(location.hash.slice(1));
    const [view = ""] = /^[a-z]+$/.exec(link.get("view") ?? "") ?? [];
    const keys = [...link.keys()].filter((key) => /^[a-z][a-z0-9-]{0,15}$/.test(key));
    const places = String(error?.stack ?? "").match(/wasm-function\[\d+\]:0x[0-9a-f]+/g) ?? [];
    const lines = {
      version: version(),
      reason: `${reason} ${error?.name ?? ""}`,
      at: places.slice(0, 12).join(" "),
      view,
      keys: [...new Set(keys)].join(" "),
      browser: navigator.userAgent,
      languages: `${document.documentElement.lang} ${navigator.language}`,
      window: `${innerWidth}x${innerHeight} ${devicePixelRatio}`,
      online: String(navigator.onLine),
      framed: String(parent !== window),
    };
    return Object.entries(lines).map(([name, value]) => `${name}: ${value}`).join("\n");
  }

  window.minshengLater = {
    /** Adds to `place` a button that copies a report, and shows what is in it. */
    report(place, reason, error) {
      // The loader takes it for a file that is damaged; its own words are in every reader's first view, and this is rare.
      if (place.closest("#boot") && (error instanceof RangeError || /out of memory/i.test(error?.message))) {
        ["zh", "en"].forEach((lang, at) => (document.getElementById(`boot-reason-${lang}`).textContent = MEMORY[at]));
      }
      const isChinese = /^zh/i.test(place.closest("#boot") ? navigator.language : document.documentElement.lang);
      const words = (pair) => pair[isChinese ? 0 : 1];
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: words(COPY) });
      const text = Object.assign(document.createElement("textarea"), { readOnly: true, rows: 5, value: reportOf(reason, error), hidden: true });
      text.setAttribute("aria-label", words(SHOWN));
      button.onclick = async () => {
        text.hidden = false;
        // Where it may not be put there by itself, it is selected to be copied by hand.
        text.select();
        await navigator.clipboard?.writeText(text.value).then(() => (button.textContent = words(COPIED)), () => {});
      };
      place.append(button, text);
    },

    /** Has a worker keep the site for when there is no network (offline.js), and says when it has kept a newer version. */
    async keepSite(tell) {
      const meta = document.querySelector('meta[name="minsheng-offline"]');
      // In a frame the site is a guest of another page. Without a secure address there are no such workers.
      if (!meta || parent !== window || !navigator.serviceWorker) return;
      const registration = await navigator.serviceWorker.register(window.minshengTrusted.createScriptURL(new URL(meta.content, document.baseURI).href));
      const look = () => document.hidden || registration.update().catch(() => undefined);
      document.addEventListener("visibilitychange", look);
      registration.onupdatefound = () => {
        const { installing: next, active: before } = registration;
        next.onstatechange = () => before && next.state === "installed" && tell(UPDATED);
      };
    },
  };
})();
