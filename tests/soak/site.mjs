// The bundled site and the one file under random actions, and links that lead back.
import { ExplorerPage } from "../e2e/page.js";
import { act } from "./act.mjs";
import { chance, mutated } from "./random.mjs";
import { Watch } from "./watch.mjs";

const BATCH = 50;
/** Actions between two looks at the memory, and between two links that are opened anew. */
const LOOK = 500;

/** Closes what may lie over the page, and goes back to it where a link has led away within the site. */
async function settle(page, address) {
  if (!page.url().startsWith(address.split("#")[0])) await page.goto(address);
  await page.locator("[data-minsheng-root]").first().waitFor({ state: "attached", timeout: 60_000 });
}

/** `count` random actions on an open page; gives how many of each kind. */
export async function play(page, { random, count, address, watch, reproduce }) {
  const all = {};
  let seed = Math.floor(random() * 2 ** 32);
  for (let done = 0; done < count; done += BATCH) {
    const many = Math.min(BATCH, count - done);
    const result = await page.evaluate(act, { seed, count: many, makeChance: chance.toString() });
    seed = result.next;
    for (const [kind, number] of Object.entries(result.done)) all[kind] = (all[kind] ?? 0) + number;
    await settle(page, address);
    if (done % LOOK === 0) {
      await watch.sample();
      await reproduce?.();
    }
    if (watch.faults.length) break;
  }
  return all;
}

/** What a page shows. Its menu of views is drawn when it is first opened where it is folded; the title names the view always. */
async function sightOf(explorer) {
  const { view: _, ...sight } = await explorer.sight();
  return { title: await explorer.page.title(), ...sight };
}

/** Whether the page's link, opened in a page of its own, shows what the page shows. */
async function leadsBack(page, other, watch) {
  // What is on its way into the link comes within moments.
  await page.waitForTimeout(600);
  const [here, there] = [new ExplorerPage(page), new ExplorerPage(other)];
  const address = page.url();
  const before = await sightOf(here);
  await other.goto("about:blank");
  await there.open(address, { unfold: false });
  let after;
  for (let time = 0; time < 80; time++) {
    after = await sightOf(there);
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    await other.waitForTimeout(250);
  }
  const differ = Object.keys(before).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  watch.faults.push(`${address} shows another ${differ.map((key) => `${key}: ${JSON.stringify(before[key])} / ${JSON.stringify(after[key])}`).join("; ")}`);
}

/** The site's own data: actions, and every so often its link in another page. */
export async function site({ browser, server, random, counts }) {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block", reducedMotion: "reduce" });
  const [page, other] = [await context.newPage(), await context.newPage()];
  const watch = new Watch(page, server.root);
  await new ExplorerPage(page).open(server.root, { unfold: false });
  let links = 0;
  const reproduce = async () => {
    links += 1;
    await leadsBack(page, other, watch);
  };
  const done = await play(page, { random, count: counts.actions, address: server.root, watch, reproduce });
  await context.close();
  return { done: { ...done, links }, faults: watch.verdict() };
}

/** Links that others have mangled: each leaves a page that stands, and a link that is read without a complaint. */
export async function links({ browser, server, random, counts }) {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
  const [page, other] = [await context.newPage(), await context.newPage()];
  const watch = new Watch(page, server.root);
  const explorer = new ExplorerPage(page);
  await explorer.open(server.root, { unfold: false });
  const met = ["v=1&view=chart&f.domain=education", "v=1&view=table&sort=-value&lang=en", "v=1&view=timeline&t.time=2019..2022&theme=dark"];
  let opened = 0;
  for (let at = 0; at < counts.links; at++) {
    if (at % 10 === 0) {
      await page.evaluate(act, { seed: Math.floor(random() * 2 ** 32), count: 10, makeChance: chance.toString() });
      await settle(page, server.root);
      met.push(new URL(page.url()).hash.slice(1));
    }
    const link = mutated(random, met[Math.floor(random() * met.length)]);
    await page.evaluate((link) => (location.hash = link), link);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    if (!(await explorer.root.count())) watch.faults.push(`${link} took the page down`);
    if (at % 40 === 0) {
      await watch.sample();
      opened += 1;
      await leadsBack(page, other, watch);
    }
    if (watch.faults.length) {
      watch.faults.push(`after ${at} links, the last ${JSON.stringify(link)}`);
      break;
    }
  }
  await context.close();
  return { done: { links: counts.links, opened }, faults: watch.verdict() };
}

/** The one file, without a server. */
export async function oneFile({ browser, random, counts }) {
  const context = await browser.newContext({ locale: "zh-CN", reducedMotion: "reduce" });
  const page = await context.newPage();
  const address = ExplorerPage.fileAddress("minsheng.html");
  const watch = new Watch(page, "file:");
  await new ExplorerPage(page).open(address, { unfold: false });
  const done = await play(page, { random, count: Math.ceil(counts.actions / 10), address, watch });
  await context.close();
  return { done, faults: watch.verdict() };
}

/** A visit, then no network, a page opened without it, and back. */
export async function offline({ browser, server, random, counts }) {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "allow", reducedMotion: "reduce" });
  const page = await context.newPage();
  const watch = new Watch(page, server.root, { offline: true });
  const explorer = new ExplorerPage(page);
  await explorer.open(server.root, { unfold: false });
  await page.evaluate(() => navigator.serviceWorker.ready);
  const all = {};
  const times = 6;
  for (let time = 0; time < times; time++) {
    await context.setOffline(time % 2 === 0);
    if (time > 0) await page.reload();
    await explorer.standing();
    const count = Math.ceil(counts.actions / 20 / times);
    const done = await play(page, { random, count, address: server.root, watch });
    for (const [kind, number] of Object.entries(done)) all[kind] = (all[kind] ?? 0) + number;
  }
  await context.close();
  return { done: { ...all, turns: times }, faults: watch.faults };
}
