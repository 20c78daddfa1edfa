// Where dist/minsheng.html has its bytes from: packed blocks inside the page, since a page opened from file:// may fetch
// nothing. tools/build/one-file.mjs puts this script before the loader, which asks it in place of the network.
window.minshengInside = (() => {
  "use strict";

  const UNPACKING = [
    "此浏览器不能解压页面里的程序；文件本身没有坏。请换用 Chrome 或 Edge 88、Firefox 113、Safari 16.4，或比它们更新的版本。",
    "This browser cannot unpack the program inside this page; nothing is wrong with the file. Please use Chrome or Edge 88, Firefox 113, Safari 16.4, or anything newer.",
  ];

  const packed = (name) => document.querySelector(`script[data-minsheng-${name}]`);

  /** Bytes that are unpacked at once. */
  const PIECE = 1 << 16;

  /**
   * What gives the `size` bytes of a text that tools/build/printable.mjs wrote, the next ones at each call and at most as many
   * as asked for: a character stands for 7, 13 or 20 bits.
   */
  function bytesOf(text, size) {
    let [at, held, bits, left] = [0, 0, 0, size];
    const read = () => {
      const code = text.charCodeAt(at++);
      // Of characters of one byte there is none for 60, which is `<`.
      if (code < 127) return put(code - (code < 60 ? 32 : 33), 7);
      const wide = code < 0x800 ? code - 0xa0 : 1888 + ((code - 0x3400) >> 7);
      put(94 + (wide >> 6), 7);
      put(wide & 63, 6);
      if (code >= 0x800) put((code - 0x3400) & 127, 7);
    };
    const put = (value, count) => {
      held |= value << bits;
      bits += count;
    };
    return (most) => {
      const bytes = new Uint8Array(Math.min(most, left));
      left -= bytes.length;
      for (let to = 0; to < bytes.length; to++, bits -= 8, held >>>= 8) {
        while (bits < 8) read();
        bytes[to] = held;
      }
      return bytes;
    };
  }

  const damaged = (error) => {
    throw Object.assign(error, { reason: "program" });
  };

  /** What is packed in a block, piece by piece as it is read: of the programs the page needs the first at once. */
  function packing(block) {
    const next = bytesOf(block.textContent, Number(block.dataset.bytes));
    const pull = (stream) => {
      const bytes = next(PIECE);
      if (bytes.length === 0) return stream.close();
      stream.enqueue(bytes);
    };
    return new ReadableStream({ pull });
  }

  const unpack = (stream) => new Response(stream).arrayBuffer().catch(damaged);
  const textOf = async (bytes) => new TextDecoder().decode(await bytes);

  let reader;
  /** What a block of XZ holds. Browsers read none by themselves: the page carries what does. */
  async function unpacked(block) {
    reader ??= unpack(packing(packed("xz")).pipeThrough(new DecompressionStream("gzip"))).then(module);
    const { XzReadableStream } = await reader;
    return new XzReadableStream(packing(block));
  }

  /** The parts of the program by name, in promises: unpacked up to the last one that was asked for. */
  const parts = {};
  let reading, held;

  const hasPart = (name) => ` ${packed("program").dataset.parts}`.includes(` ${name}:`);

  function part(name) {
    const block = packed("program");
    let before;
    for (const entry of block.dataset.parts.split(" ")) {
      const [next, size, places] = entry.split(":");
      const bring = async () => inPairs(await read(block, Number(size)), places).buffer;
      before = parts[next] ??= Promise.resolve(before).then(() => bring().catch(damaged));
      if (next === name) return before;
    }
  }

  /** Puts bytes back in pairs where all first ones stand before all second ones (tools/build/pairs.mjs). */
  function inPairs(bytes, places) {
    for (const place of places?.split(",") ?? []) {
      const [from, to] = place.split("-").map(Number);
      const [apart, half] = [bytes.slice(from, to), (to - from) / 2];
      for (let at = 0; at < half; at++) [bytes[from + 2 * at], bytes[from + 2 * at + 1]] = [apart[at], apart[half + at]];
    }
    return bytes;
  }

  /** The next bytes of all that is packed in a block. */
  async function read(block, size) {
    if (!reading) {
      reading = (await unpacked(block)).getReader();
      held = new Uint8Array();
    }
    const bytes = new Uint8Array(size);
    for (let at = 0; ; ) {
      bytes.set(held.subarray(0, size - at), at);
      const taken = Math.min(held.length, size - at);
      held = held.subarray(taken);
      if ((at += taken) === size) return bytes;
      const { done, value } = await reading.read();
      if (done) throw new Error("the program ends early");
      held = value;
    }
  }

  const module = (code) => import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));

  return {
    async prepare() {
      if (typeof DecompressionStream !== "function") throw Object.assign(new Error(""), { words: UNPACKING });
      // The explorer looks for its data package here before it asks the network.
      const block = packed("package");
      block.textContent = await textOf(unpack(await unpacked(block).catch(damaged)));
      block.type = "application/json";
      // The styles of what is not seen at first: wanted as soon as the program draws.
      if (!hasPart("styles")) return;
      const textContent = await textOf(part("styles"));
      document.head.append(Object.assign(document.createElement("style"), { textContent }));
    },

    glue: async () => module(await part("glue")),
    wasm: () => part("wasm"),
    // Unpacking cannot be hurried later, and costs no download.
    wantsRest: () => true,
    rest: () => part("rest"),

    async engine() {
      const engine = await module(await part("interface"));
      const carried = async (name) => (hasPart(name) ? { code: await textOf(part(`${name}-code`)), wasm: await part(name) } : undefined);
      // Which formats need the site is said by the engine, where one is not carried.
      await engine.init({ parts: { engine: await carried("engine"), parquet: await carried("parquet") } });
      return engine;
    },

    /** There are no files to link to: hands out the package that the page carries, unpacked if that went well. */
    offerData(list) {
      const block = packed("package");
      const link = (name, href) => {
        const anchor = Object.assign(document.createElement("a"), { href, download: name, textContent: name });
        const item = document.createElement("li");
        item.append(anchor);
        return item;
      };
      if (block.type !== "application/json") {
        const bytes = bytesOf(block.textContent, Number(block.dataset.bytes))(Infinity);
        const address = URL.createObjectURL(new Blob([bytes], { type: "application/x-xz" }));
        list.replaceChildren(link("minsheng-data.json.xz", address));
        return;
      }
      const files = Object.entries(JSON.parse(block.textContent));
      list.replaceChildren(...files.map(([name, text]) => link(name, URL.createObjectURL(new Blob([text])))));
    },
  };
})();
