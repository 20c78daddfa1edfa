// The hashes that files are named and checked by.
import { createHash } from "node:crypto";

/** SHA-256 of contents one after the other, hexadecimal. */
export function sha256(...contents) {
  return contents.reduce((all, content) => all.update(content), createHash("sha256")).digest("hex");
}

/** What a page's `integrity` says of a file. */
export function integrityOf(content) {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}
