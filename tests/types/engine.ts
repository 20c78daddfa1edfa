// A small program over the interface, only ever type-checked: what it does and what the types must refuse.
import { Engine, EngineError, init, type Columns, type Page } from "../../public/embed/minsheng-engine.js";

const columns: Columns = {
  year: { codes: new Uint8Array([0, 1, 255]), values: ["2020", "2021"], role: "time" },
  place: { codes: new Uint16Array(3), values: ["chengde"], role: "area" },
  value: { values: new Float64Array(3), bins: { scale: "log", count: 50 } },
};

export async function explore(signal: AbortSignal): Promise<Page> {
  await init({ base: "./embed/" });
  const engine = await Engine.open(columns, { thread: "worker", signal, transfer: true, onProgress: ({ done, total }) => console.log(done / total) });
  const { edges }: { edges: Float64Array } = await engine.bin("value", { scale: "log", count: 50 });
  await engine.setRange("year", "2020", new Date());
  await engine.setRange("year", 0, 1, { codes: true });
  await engine.setIn("place", new Set(["chengde"]));
  const all: Record<string, Uint32Array> = await engine.counts();
  const one: Uint32Array = await engine.counts("place");
  const groups = await engine.groupBy(["place", "year"], { measure: "value" });
  const [places = 0, years = 0] = (await engine.crosstab(["place", "year"])).sizes;
  const { sum: cells }: { sum: Float64Array } = await engine.crosstab(["place", "year"], { measure: "value" });
  console.log(cells.length === places * years);
  const largest = Math.max(...groups.sum, ...edges, ...one, ...(all["year"] ?? []));
  await engine.activate("year", ["place"]);
  const brushed: Uint32Array | undefined = engine.brush(0, 1)["place"];
  try {
    return await engine.rows({ sort: "value", descending: true, limit: largest, columns: ["place"] });
  } catch (error) {
    if (error instanceof EngineError && error.code === "cancelled") console.log(brushed);
    throw error;
  } finally {
    await engine.close();
  }
}

export async function chosen(file: Blob): Promise<number> {
  const engine = await Engine.open(file, { encoding: "shift_jis", table: "Leavers", lang: "en" });
  // @ts-expect-error the page speaks two languages
  await Engine.open(file, { lang: "fr" });
  return engine.length;
}

export async function refused(engine: Engine): Promise<void> {
  // @ts-expect-error codes need values
  await Engine.open({ year: { codes: new Uint8Array(1) } });
  // @ts-expect-error codes are not put in bins
  await Engine.open({ year: { codes: new Uint8Array(1), values: ["2020"], bins: {} } });
  // @ts-expect-error numbers are no categories
  await Engine.open({ value: { values: new Float64Array(1), role: "area" } });
  // @ts-expect-error a group without a measure has no sums
  (await engine.groupBy(["year"])).sum;
  // @ts-expect-error a cross table of sums has no counts
  (await engine.crosstab(["year"], { measure: "value" })).count;
  // @ts-expect-error no such scale
  await engine.bin("value", { scale: "square" });
  // @ts-expect-error the number of rows is not to be set
  engine.length = 1;
}
