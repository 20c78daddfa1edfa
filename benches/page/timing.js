// Time of single steps in milliseconds.

/** Runs `step` and returns its time and its result; awaits only what is a promise, so that a plain call costs no turn. */
export async function timed(step) {
  const start = performance.now();
  let value = step();
  if (value instanceof Promise) value = await value;
  return { ms: performance.now() - start, value };
}

/** A turn of the event loop between steps, as between two moves of a pointer; never part of a time. */
export function turn() {
  return new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
}

const channel = new MessageChannel();
