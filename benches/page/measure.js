// Runs one peer through the workload and notes times and answers.
//
// A peer is a module that exports `open(table)` → instance (a promise is fine). An instance does what it can of:
//   filter(column, { in } | { range } | null), counts() → { view: counts by code }        any filter, all views
//   activate(column), brush(lo, hi) → { other view: counts by code }                       a brush; bounds are codes, inclusive
//   sums() → sums of value by place × year, place-major                                    under no filter
//   search(word) → number of rows whose place's name contains the word
//   close()
import { VIEWS } from "./data.js";
import { digestCounts } from "./digest.js";
import { rest, timed, turn } from "./timing.js";
import { BRUSHED, brushSteps, DOMAIN_SETS, FILTER_CHANGES, SEARCHED } from "./workload.js";

const ALL = VIEWS.map((view) => view.key);

/** Times in ms by measure, answers by label, and the opened instance, which the caller closes. */
export async function measure(peer, table) {
  const times = {};
  const answers = {};
  const note = (name, ms) => (times[name] ??= []).push(ms);

  await rest();
  const loaded = await timed(() => peer.open(table));
  note("load", loaded.ms);
  const instance = loaded.value;

  if (instance.counts) {
    await recount(instance, FILTER_CHANGES.slice(0, 4), () => {}, {});
    for (const [column] of FILTER_CHANGES.slice(0, 4)) await instance.filter(column, null);
    await rest();
    await recount(instance, FILTER_CHANGES, note, answers);
  }
  for (const column of BRUSHED) await brush(instance, column, note, answers);
  if (instance.sums) {
    answers.sums = Array.from(await instance.sums());
    await rest();
    for (let pass = 0; pass < 5; pass++) {
      await turn();
      note("sums", (await timed(() => instance.sums())).ms);
    }
  }
  if (instance.search) {
    await instance.search("山川");
    await rest();
    for (const word of SEARCHED) {
      await turn();
      const { ms, value } = await timed(() => instance.search(word));
      note("search", ms);
      answers[`search ${word}`] = String(value);
    }
  }
  return { times, answers, instance };
}

/** Each change of filters with all views recounted. The list ends without any filter. */
async function recount(instance, changes, note, answers) {
  for (const [index, [column, clause]] of changes.entries()) {
    await turn();
    const { ms, value } = await timed(async () => {
      await instance.filter(column, clause);
      return instance.counts();
    });
    note("filter", ms);
    answers[`filter ${index}`] = digestCounts(value, ALL);
  }
}

/** Cubes under three filters, then 60 steps; passes are repeated while they are short, for the sake of the percentiles. */
async function brush(instance, column, note, answers) {
  const others = ALL.filter((key) => key !== column);
  const steps = brushSteps(column);
  await rest();
  for (const domains of DOMAIN_SETS) {
    await instance.filter("domain", { in: domains });
    if (instance.counts) await instance.counts();
    await turn();
    const { ms } = await timed(() => instance.activate(column));
    note(`cube ${column}`, ms);
    answers[`cube ${column} ${domains}`] = digestCounts(await instance.brush(...steps[0]), others);
  }
  const tries = [];
  for (const step of steps.slice(1, 4)) tries.push((await timed(() => instance.brush(...step))).ms);
  const quick = Math.min(...tries) < 2;
  if (quick) for (let pass = 0; pass < 10; pass++) for (const step of steps) await instance.brush(...step);
  for (let pass = 0; pass < (quick ? 20 : 1); pass++) {
    for (const [index, [lo, hi]] of steps.entries()) {
      await turn();
      const { ms, value } = await timed(() => instance.brush(lo, hi));
      note(`brush ${column}`, ms);
      if (pass === 0) answers[`brush ${column} ${index}`] = digestCounts(value, others);
    }
  }
  await instance.deactivate?.();
  await instance.filter("domain", null);
}
