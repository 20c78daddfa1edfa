// The engine's interface to JavaScript: on a page under the strict policy, and inside the one file.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./fixtures.js";
import { ExplorerPage } from "./page.js";

const fixture = (name) => fileURLToPath(new URL(`../fixtures/formats/${name}`, import.meta.url));
const recount = fileURLToPath(new URL("recount.js", import.meta.url));

/** A page of the site's origin that runs nothing of ours, with `window.Engine` once the interface is imported. */
async function bare(site, page) {
  await page.addInitScript({ path: recount });
  await page.goto(`${site.root}data/datapackage.json`);
  await page.evaluate(async () => Object.assign(window, await import("/embed/minsheng-engine.js")));
}

test.beforeEach(async ({ site, page }) => bare(site, page));
test.afterEach(({ record }) => expect(record.errors).toEqual([]));

for (const thread of ["page", "worker"]) {
  test(`counts under every filter but a column's own, on the thread of the ${thread}`, async ({ page }) => {
    const [found, expected] = await page.evaluate(async (thread) => {
      const table = recount.table(20_000);
      const engine = await Engine.open(table, { thread });
      const tests = {};
      const found = [];
      const expected = [];
      const compare = async () => {
        const counts = await engine.counts();
        for (const column of ["year", "place", "domain"]) {
          found.push([...counts[column]], [...(await engine.counts(column))]);
          const right = recount.counts(table, tests, column);
          expected.push(right, right);
        }
        found.push(await engine.matching());
        expected.push(recount.rows(table, tests).length);
      };
      await compare();
      await engine.setRange("year", "1995", "2004");
      tests.year = (row) => table.year.codes[row] >= 5 && table.year.codes[row] <= 14;
      await compare();
      await engine.setIn("domain", ["domain 2", "domain 3", "domain 5"]);
      tests.domain = (row) => [2, 3, 5].includes(table.domain.codes[row]);
      await compare();
      await engine.setRange("value", 10, 100.5);
      tests.value = (row) => table.value.values[row] >= 10 && table.value.values[row] <= 100.5;
      await compare();
      await engine.clear("year");
      delete tests.year;
      await engine.clear();
      for (const column of Object.keys(tests)) delete tests[column];
      await compare();
      await engine.close();
      return [found, expected];
    }, thread);
    expect(found).toEqual(expected);
  });
}

for (const thread of ["page", "worker"]) {
  test(`bins asked for as a table is opened are those asked for later, on the thread of the ${thread}`, async ({ page }) => {
    const [at, later, refused] = await page.evaluate(async (thread) => {
      const wanted = { scale: "log", count: 12, min: 1, max: 1e6 };
      const columns = (bins) => {
        const { place, value } = recount.table(3000);
        return { place, value: { ...value, bins } };
      };
      const told = async (engine, { scale, edges }) => {
        const counts = [...(await engine.counts("value"))];
        await engine.close();
        return { scale, edges: [...edges], counts };
      };
      const first = await Engine.open(columns(wanted), { thread });
      const second = await Engine.open(columns(), { thread });
      const { place } = columns();
      const refused = await Engine.open({ place: { ...place, bins: wanted } }, { thread }).catch(({ code }) => code);
      return [await told(first, first.columns.find(({ key }) => key === "value").bins), await told(second, await second.bin("value", wanted)), refused];
    }, thread);
    expect(at).toEqual(later);
    expect(at.counts).toHaveLength(12);
    expect(at.counts.reduce((all, count) => all + count, 0)).toBeGreaterThan(0);
    expect(refused).toBe("column");
  });
}

test("text is looked for in every value of a row", async ({ page }) => {
  const [found, expected] = await page.evaluate(async () => {
    const table = recount.table(5_000);
    const engine = await Engine.open(table);
    await engine.setText("place 7");
    const name = (row) => table.place.values[table.place.codes[row]] ?? "";
    const domain = (row) => table.domain.values[table.domain.codes[row]] ?? "";
    // A word or a number is looked for from its beginning.
    const begins = (text, word) => new RegExp(`(^|[^0-9a-z])${word}`).test(text);
    const holds = (row) => ["place", "7"].every((word) => begins(name(row), word) || begins(domain(row), word));
    const found = await engine.matching();
    await engine.close();
    return [found, recount.rows(table, { text: holds }).length];
  });
  expect(found).toBe(expected);
  expect(found).toBeGreaterThan(0);
});

test("sums, groups and pages of rows", async ({ page }) => {
  const result = await page.evaluate(async () => {
    const table = recount.table(20_000);
    const engine = await Engine.open(table, { thread: "worker" });
    await engine.setIn("domain", ["domain 1"]);
    const tests = { domain: (row) => table.domain.codes[row] === 1 };
    const near = (a, b) => a.length === b.length && a.every((n, at) => Math.abs(n - b[at]) <= 1e-9 * Math.abs(b[at]));
    const sums = near([...(await engine.sums("year", "value"))], recount.sums(table, tests, "year"));

    const groups = await engine.groupBy(["place", "year"], { measure: "value" });
    const cells = new Map();
    for (const row of recount.rows(table, tests)) {
      const key = [table.place.codes[row], table.year.codes[row]].map((code, at) => (code < [400, 30][at] ? code : 4_294_967_295)).join();
      const cell = cells.get(key) ?? { count: 0, max: -Infinity };
      cell.count += 1;
      if (table.value.values[row] > cell.max) cell.max = table.value.values[row];
      cells.set(key, cell);
    }
    const grouped = [...groups.count].every((count, at) => {
      const cell = cells.get(`${groups.codes[0][at]},${groups.codes[1][at]}`);
      return cell?.count === count && cell.max === groups.max[at];
    });

    const sorted = recount.rows(table, tests).filter((row) => !Number.isNaN(table.value.values[row]));
    sorted.sort((a, b) => table.value.values[b] - table.value.values[a]);
    const top = await engine.rows({ sort: "value", descending: true, offset: 5, limit: 10, columns: ["value", "place"] });
    const first = top.rows[0];
    await engine.close();
    return {
      sums,
      grouped: grouped && groups.count.length === cells.size,
      total: top.total === recount.rows(table, tests).length,
      values: [...top.columns.value].every((value, at) => value === table.value.values[sorted[at + 5]]),
      place: top.columns.place[0] === (table.place.values[table.place.codes[first]] ?? null),
      columns: Object.keys(top.columns).sort().join(),
    };
  });
  expect(result).toEqual({ sums: true, grouped: true, total: true, values: true, place: true, columns: "place,value" });
});

for (const thread of ["page", "worker"]) {
  test(`a cross table has a cell for every combination, on the thread of the ${thread}`, async ({ page }) => {
    const result = await page.evaluate(async (thread) => {
      const table = recount.table(20_000);
      const engine = await Engine.open(table, { thread });
      await engine.setIn("domain", ["domain 1", "domain 6"]);
      const rows = recount.rows(table, { domain: (row) => [1, 6].includes(table.domain.codes[row]) });
      const [counts, sums] = [new Uint32Array(400 * 30), new Float64Array(400 * 30)];
      for (const row of rows) {
        const [place, year] = [table.place.codes[row], table.year.codes[row]];
        if (place >= 400 || year >= 30) continue;
        counts[place * 30 + year] += 1;
        if (!Number.isNaN(table.value.values[row])) sums[place * 30 + year] += table.value.values[row];
      }
      const { sizes, count } = await engine.crosstab(["place", "year"]);
      const { sum } = await engine.crosstab(["place", "year"], { measure: "value" });
      const code = await engine.crosstab(["nowhere"]).catch((error) => error.code);
      await engine.close();
      const same = (a, b) => a.length === b.length && a.every((number, at) => number === b[at]);
      return { sizes, counts: same(count, counts), sums: same(sum, sums), code };
    }, thread);
    expect(result).toEqual({ sizes: [400, 30], counts: true, sums: true, code: "column" });
  });
}

test("values come back as they were given, periods in their order", async ({ page }) => {
  const found = await page.evaluate(async () => {
    const answers = [];
    for (const thread of ["page", "worker"]) {
      const values = ["承德市", "two\nlines", "", "😀"];
      const engine = await Engine.open(
        {
          year: { codes: new Uint8Array([0, 1, 255]), values: ["2021", "2020"], role: "time" },
          place: { codes: new Uint8Array([3, 0, 1]), values },
          nothing: { codes: new Uint8Array([255, 255, 255]), values: [] },
        },
        { thread },
      );
      values.length = 0;
      answers.push(Object.fromEntries(engine.columns.map(({ key, values }) => [key, values])), (await engine.rows({ columns: ["place"] })).columns.place);
      await engine.close();
    }
    const broken = await Engine.open({ place: { codes: new Uint8Array(1), values: ["a\0b"] } }).catch((error) => error.code);
    return { answers, broken };
  });
  const [columns, places] = [{ year: ["2020", "2021"], place: ["承德市", "two\nlines", "", "😀"], nothing: [] }, ["😀", "承德市", "two\nlines"]];
  expect(found).toEqual({ answers: [columns, places, columns, places], broken: "column" });
});

test("init has a worker stand by, which the next table takes", async ({ page }) => {
  const started = [];
  page.on("worker", (worker) => started.push(worker.url()));
  await page.evaluate(() => Promise.all([init(), init()]));
  await expect.poll(() => started.length).toBe(1);
  const matching = await page.evaluate(async () => {
    window.first = await Engine.open(recount.table(260_000));
    return first.matching();
  });
  expect([matching, started.length]).toEqual([260_000, 1]);
  await page.evaluate(async () => (window.second = await Engine.open(recount.table(260_000))));
  expect(started.length).toBe(2);
  await page.evaluate(() => Promise.all([first.close(), second.close()]));
  await expect.poll(() => page.workers().length).toBe(0);
});

test("a brush counts as the filter would, without a message", async ({ page }) => {
  const result = await page.evaluate(async () => {
    const table = recount.table(260_000);
    const engine = await Engine.open(table);
    await engine.setIn("domain", ["domain 4", "domain 8"]);
    const { edges } = await engine.bin("value", { scale: "log", count: 50, min: 1, max: 10_000 });
    const differences = [];
    for (const column of ["year", "value"]) {
      await engine.activate(column);
      const size = column === "year" ? 30 : edges.length - 1;
      for (const [lo, hi] of [[0, size - 1], [3, 3], [5, 20], [size - 1, size - 1]]) {
        // No turn of the event loop lies between call and answer.
        const brushed = engine.brush(lo, hi);
        await engine.setRange(column, lo, hi, { codes: true });
        const counts = await engine.counts();
        for (const view of Object.keys(brushed)) {
          if (brushed[view].some((count, at) => count !== counts[view][at])) differences.push([column, lo, hi, view]);
        }
        if (Object.keys(brushed).length !== 3) differences.push(Object.keys(brushed));
      }
      const turned = engine.brush(4, 3);
      if (Object.values(turned).some((counts) => counts.some((count) => count !== 0))) differences.push("an empty range");
      await engine.clear(column);
    }
    await engine.setIn("domain", ["domain 4"]);
    const code = (() => {
      try {
        engine.brush(0, 1);
      } catch (error) {
        return error.code;
      }
    })();
    await engine.close();
    return { differences, code, edges: [edges[0], edges.at(-1), edges.length] };
  });
  expect(result).toEqual({ differences: [], code: "inactive", edges: [1, 10_000, 51] });
});

test("opening is given up half-way", async ({ page }) => {
  const code = await page.evaluate(async () => {
    const controller = new AbortController();
    const heard = [];
    const opening = Engine.open(recount.table(1_000_000), {
      signal: controller.signal,
      onProgress(progress) {
        heard.push(progress);
        controller.abort();
      },
    });
    const code = await opening.catch((error) => error.code);
    return [code, heard.length];
  });
  expect(code).toEqual(["cancelled", 1]);
  await expect.poll(() => page.workers().length).toBe(0);
});

for (const kind of ["bytes", "a file"]) {
  test(`reads ${kind} of CSV into the same table`, async ({ page }) => {
    const result = await page.evaluate(async (kind) => {
      const table = recount.table(3_000);
      const cell = ({ codes, values }, row) => values[codes[row]] ?? "";
      const line = (_, row) => [cell(table.year, row), cell(table.place, row), `"${cell(table.domain, row)}"`, Number.isNaN(table.value.values[row]) ? "" : table.value.values[row]].join();
      const text = ["year,place,domain,value", ...Array.from({ length: 3_000 }, line)].join("\r\n");
      const source = kind === "bytes" ? new TextEncoder().encode(text) : new File([text], "figures.csv");
      const steps = [];
      const engine = await Engine.open(source, { onProgress: ({ step }) => steps.push(step) });
      await engine.setIn("domain", ["domain 3"]);
      const years = engine.columns.find(({ key }) => key === "year").values;
      const counts = await engine.counts("year");
      const expected = recount.counts(table, { domain: (row) => table.domain.codes[row] === 3 }, "year");
      const result = {
        length: engine.length,
        roles: Object.fromEntries(engine.columns.map(({ key, role }) => [key, role])),
        same: years.every((year, at) => counts[at] === expected[Number(year) - 1990]),
        problems: engine.problems,
        steps: [...new Set(steps)],
      };
      await engine.close();
      return result;
    }, kind);
    expect(result).toMatchObject({ length: 3_000, roles: { year: "time", place: "area", value: "measure" }, same: true, problems: [] });
    expect(result.steps).toContain("read");
  });
}

test("files of other programs hold the same rows, whatever their form", async ({ page }) => {
  const names = ["python.csv", "python-gb18030.csv", "pandas.ndjson", "openpyxl.xlsx", "libreoffice.ods"];
  const open = (name) =>
    page.evaluate(
      async ([name, content]) => {
        const engine = await Engine.open(new File([new Uint8Array(content)], name));
        const { columns } = await engine.rows({ limit: 1_000 });
        const plain = Object.entries(columns).map(([key, cells]) => [key, [...cells].map(String)]);
        const roles = engine.columns.map(({ key, role }) => [key, role]);
        await engine.close();
        return { roles, rows: Object.fromEntries(plain) };
      },
      [name, [...readFileSync(fixture(name))]],
    );
  const first = await open(names[0]);
  expect(first.roles.length).toBeGreaterThan(2);
  for (const name of names.slice(1)) expect(await open(name), name).toEqual(first);
});

test("reads Parquet and Arrow by their first bytes, with the same roles as text", async ({ page }) => {
  const open = (name) =>
    page.evaluate(
      async (content) => {
        // Without a name, only the bytes can tell.
        const engine = await Engine.open(new Blob([new Uint8Array(content)]));
        const answer = [engine.length, engine.columns.map(({ key, role, values }) => [key, role, values?.length])];
        await engine.close();
        return answer;
      },
      [...readFileSync(fixture(`arrow/${name}`))],
    );
  const parquet = await open("cells-zstd.parquet");
  expect(parquet[0]).toBe(60);
  expect(parquet[1].map(([, role]) => role)).toContain("time");
  expect(await open("cells.arrow")).toEqual(parquet);
});

test("reads an address of the site, and says where a file is wrong", async ({ page }) => {
  const result = await page.evaluate(async () => {
    const released = await Engine.open("/data/observations.csv");
    const length = released.length;
    await released.close();
    const text = "year,place,value\n2020,a,1\n2021,b\n2022,c,3\n";
    const ragged = await Engine.open(new TextEncoder().encode(text));
    const problems = ragged.problems.map(({ kind, row }) => [kind, row]);
    await ragged.close();
    const empty = await Engine.open(new Uint8Array()).catch((error) => error.code);
    return { length, problems, empty };
  });
  expect(result).toEqual({ length: 338, problems: [["RaggedRow", 3]], empty: "format" });
});

test("an address without a file is an error with a code", async ({ page, record }) => {
  const code = await page.evaluate(() => Engine.open("/data/nothing.csv").catch((error) => error.code));
  expect(code).toBe("not_found");
  // The browser's own words about the missing file.
  record.errors.length = 0;
});

test("reading a file is given up half-way", async ({ page }) => {
  const result = await page.evaluate(async () => {
    const line = "2020,Chengde,education,12.5\n";
    const file = new File(["year,place,domain,value\n", line.repeat(2_000_000)], "figures.csv");
    const controller = new AbortController();
    const seen = [];
    const opening = Engine.open(file, {
      signal: controller.signal,
      onProgress({ done, total }) {
        seen.push(done);
        if (done > total / 4) controller.abort();
      },
    });
    const code = await opening.catch((error) => error.code);
    return { code, size: file.size, last: seen.at(-1) };
  });
  expect(result.code).toBe("cancelled");
  expect(result.last).toBeLessThan(result.size);
  await expect.poll(() => page.workers().length).toBe(0);
});

test("a stale question is dropped for the newer one", async ({ page }) => {
  const result = await page.evaluate(async () => {
    const table = recount.table(260_000);
    const engine = await Engine.open(table);
    const answers = [];
    for (let year = 1990; year < 2000; year++) {
      engine.setRange("year", String(year), String(year));
      answers.push(engine.counts("place").then((counts) => counts, (error) => error.code));
    }
    // The same question under the same filters is asked once.
    const twice = [engine.counts("place"), engine.counts("place")];
    const [last, again] = await Promise.all(twice);
    const settled = await Promise.all(answers);
    const expected = recount.counts(table, { year: (row) => table.year.codes[row] === 9 }, "place");
    await engine.close();
    return {
      dropped: settled.slice(0, -1).every((answer) => answer === "cancelled"),
      right: last.every((count, at) => count === expected[at]),
      same: last === again && last === settled.at(-1),
    };
  });
  expect(result).toEqual({ dropped: true, right: true, same: true });
});

test("errors have codes", async ({ page }) => {
  const codes = await page.evaluate(async () => {
    const code = (promise) => promise.then(() => "none", (error) => (error instanceof EngineError ? error.code : String(error)));
    const table = recount.table(100);
    const engine = await Engine.open(table);
    const codes = {
      noColumn: await code(engine.counts("nowhere")),
      noBins: await code(engine.counts("value")),
      noMeasure: await code(engine.sums("year", "place")),
      noValue: await code(engine.setIn("place", ["Atlantis"])),
      noDate: await code(engine.setRange("year", "2021-13-45")),
      noCode: await code(engine.setRange("year", 0, 30, { codes: true })),
      ragged: await code(Engine.open({ ...table, short: { values: new Float64Array(3) } })),
      notArrays: await code(Engine.open({ year: { codes: [1, 2], values: ["a"] } })),
      beyond: await code(Engine.open({ year: { codes: new Uint8Array([0, 7]), values: ["2020"] } })),
      twice: await code(Engine.open({ place: { codes: new Uint8Array([0]), values: ["a", "a"] } })),
      role: await code(Engine.open({ place: { codes: new Uint8Array([0]), values: ["a"], role: "place" } })),
      nothing: await code(Engine.open(7)),
    };
    const due = code(engine.counts());
    await engine.close();
    return { ...codes, due: await due, closed: await code(engine.counts()) };
  });
  expect(codes).toEqual({
    noColumn: "column",
    noBins: "column",
    noMeasure: "column",
    noValue: "range",
    noDate: "range",
    noCode: "range",
    ragged: "column",
    notArrays: "column",
    beyond: "range",
    twice: "column",
    role: "column",
    nothing: "format",
    due: "closed",
    closed: "closed",
  });
});

test("small tables stay on the page's thread, large ones go to a worker", async ({ page }) => {
  const workers = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await page.evaluate(async () => {
    window.small = await Engine.open(recount.table(99_999));
  });
  expect(workers).toEqual([]);
  await page.evaluate(async () => {
    window.large = await Engine.open(recount.table(100_000), { transfer: true });
  });
  expect(workers).toHaveLength(1);
  // A file of the same origin: the policy allows no other.
  expect(workers[0]).toMatch(/^http.*\/embed\/engine-[0-9a-f]{16}\.js$/);
  await page.evaluate(() => Promise.all([small.close(), large.close()]));
  await expect.poll(() => page.workers().length).toBe(0);
});

test("transferred arrays are handed over, others stay", async ({ page }) => {
  const [kept, handed] = await page.evaluate(async () => {
    const lengths = async (transfer) => {
      const table = recount.table(1_000);
      const engine = await Engine.open(table, { thread: "worker", transfer });
      await engine.close();
      return [table.year.codes.length, table.value.values.length];
    };
    return [await lengths(false), await lengths(true)];
  });
  expect(kept).toEqual([1_000, 1_000]);
  expect(handed).toEqual([0, 0]);
});

for (const thread of ["page", "worker"]) {
  test(`closing gives the memory of the thread of the ${thread} back`, async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    // Every memory of a module that the page's thread still holds, and its array buffers, in MiB.
    const held = async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { backingStorageSize } = await session.send("Runtime.getHeapUsage");
      const { result } = await session.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
      const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
      const size = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
      const sum = await session.send("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration: size, returnByValue: true });
      // What the debugger holds would never be freed.
      await session.send("Runtime.releaseObject", { objectId: objects.objectId });
      return (backingStorageSize + sum.result.value) / 2 ** 20;
    };
    // The module stays, and an instance without a table.
    await page.evaluate(async (thread) => (await Engine.open(recount.table(10), { thread })).close(), thread);
    const before = await held();
    await page.evaluate(async (thread) => {
      window.open = await Engine.open(recount.table(3_000_000), { thread, transfer: true });
      await open.activate("year");
    }, thread);
    const during = await held();
    await page.evaluate(() => window.open.close());
    await expect.poll(() => page.workers().length).toBe(0);
    const after = await held();
    // 3 million rows of 12 bytes.
    if (thread === "page") expect(during - before).toBeGreaterThan(30);
    expect(after - before).toBeLessThan(1);
  });
}

test("the one file carries the engine", async ({ context }) => {
  const page = await context.newPage();
  await page.addInitScript({ path: recount });
  await context.setOffline(true);
  const explorer = new ExplorerPage(page);
  await explorer.open(ExplorerPage.fileAddress("minsheng.html"));
  const [found, expected] = await page.evaluate(async () => {
    const { Engine } = await window.minshengEngine();
    const table = recount.table(260_000);
    const engine = await Engine.open(table);
    await engine.setRange("year", "2000", "2009");
    const tests = { year: (row) => table.year.codes[row] >= 10 && table.year.codes[row] <= 19 };
    return [[...(await engine.counts("place"))], recount.counts(table, tests, "place")];
  });
  expect(found).toEqual(expected);
  // Started from a Blob: files may start no worker from an address.
  expect(page.workers().map((worker) => worker.url().slice(0, 5))).toEqual(["blob:"]);
});
