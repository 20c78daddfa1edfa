// What the engine's interface on the page (public/embed/minsheng-engine.js) and its service in a worker have in common. The
// build puts it into the file of each.

/** Bytes of a table that leave room in a module's 4 GiB for what is asked of it. */
export const LARGEST = 2 ** 31;

/** A failure, by one of the codes of src/base/failure.rs. */
export class EngineError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "EngineError";
    this.code = code;
  }
}

/** What an address gives, where it gives something. */
export async function fetchWhole(address) {
  // Whoever is signed in to another site is not known to it by this.
  const response = await fetch(address, { credentials: "same-origin" }).catch((error) => {
    throw new EngineError("not_found", `${address}: ${error.message}`);
  });
  if (!response.ok) throw new EngineError("not_found", `${address}: ${response.status} ${response.statusText}`.trim());
  return response;
}
