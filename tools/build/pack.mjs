// XZ for the one file: how it is packed here, and the reader that the page carries.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { splitTool } from "./split.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bytes as XZ. */
export function xz(bytes) {
  const folder = mkdtempSync(join(tmpdir(), "minsheng-xz-"));
  const [from, to] = ["whole", "packed"].map((name) => join(folder, name));
  try {
    writeFileSync(from, bytes);
    const [program, args, options] = splitTool(root, ["xz", from, to]);
    execFileSync(program, args, options);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A module with the class `XzReadableStream`: a stream of XZ in, a stream of bytes out. */
export function xzReader() {
  const contents = 'export { XzReadableStream } from "xz-decompress";';
  const built = buildSync({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    legalComments: "inline",
  });
  return built.outputFiles[0].text;
}
