// Ours: bytes handed to the engine's reader, types inferred.
import { prepare } from "../peers/minsheng.js";

export const label = "Minsheng";
export { prepare };

export async function read(bytes) {
  const { Engine } = await import("/embed/minsheng-engine.js");
  return Engine.open(bytes, { format: "csv", transfer: true });
}

export async function summary(engine) {
  const counts = {};
  let sum = 0;
  for (const { key, values } of engine.columns) {
    if (!values) continue;
    const byCode = await engine.counts(key);
    counts[key] = Object.fromEntries(values.map((text, code) => [text, byCode[code]]));
    if (key === "stage") sum = (await engine.sums(key, "value")).reduce((sum, part) => sum + part, 0);
  }
  return { rows: engine.length, sum, counts };
}

export function drop(engine) {
  return engine.close();
}
