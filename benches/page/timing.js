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

/**
 * A while in which the browser collects what making a table or an earlier measure has left, before the next begins: a peer
 * that answers from a worker would otherwise wait for it, since the page's thread has nothing else to do meanwhile.
 */
export function rest() {
  return new Promise((resolve) => setTimeout(resolve, 300));
}

const channel = new MessageChannel();
