// What a reader must know about where the numbers come from: the machine in general terms, and the versions.
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

export function machine() {
  return { cores: cpus().length, cpu: cpus()[0].model.trim(), gigabytes: Math.round(totalmem() / 2 ** 30), system: process.platform };
}

/** How many programs wanted a core in the last minute: above the number of cores, times are of a crowded machine. */
export const load = () => loadavg()[0];

/** Versions of the packages as installed. */
export function packages() {
  const folder = new URL("../", import.meta.url);
  const names = Object.keys(JSON.parse(readFileSync(new URL("package.json", folder))).dependencies);
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, folder))).version]),
  );
}
