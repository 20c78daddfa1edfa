import assert from "node:assert/strict";
import test from "node:test";
import { Window } from "happy-dom";
import { toldOf } from "./first-screen.mjs";
import { placePage, placesOf, placesTag } from "./places.mjs";

const HTML = [
  '<html lang="zh-CN"><head><title>A</title><meta name="description" content="x"><meta property="og:title" content="x"><meta property="og:description" content="x">',
  '<meta property="og:image" content="./share.png"><meta name="minsheng-data" content="./data/datapackage.json"><link rel=stylesheet href=./s.css><link data-preview href="./p.bin">',
  '<script type="application/ld+json" data-fill="dataset">{"url":"./"}</script></head><body><div id="first" data-fill="first-screen"></div><script defer src="./l.js"></script></body></html>',
].join("");
const TOLD = { title: "一览 · 承德市", name: "承德市", sentences: ['12个"已竣工"', "24个小区"] };

const page = (hasCards) => placePage(HTML, { screen: "<p>S</p>", told: TOLD, dataset: '{"name":"承德市"}', tag: placesTag({ chengde: 1 }, { "data-root": "../../" }), hasCards });

test("places are those of releases, each once, whose ids can stand in an address", () => {
  assert.deepEqual(placesOf({ "sources.csv": "id,place\na,chengde\nb,duji\nc,chengde\nd,../x\ne,\n" }), ["chengde", "duji"]);
  assert.deepEqual(placesOf({}), []);
});

test("a place's page leads to the site's files from where it stands, and says what it is about", () => {
  const html = page(true);
  assert.doesNotMatch(html.replace(/\.\/(card|square)\.png/g, ""), /["=]\.\//);
  assert.match(html, /href=\.\.\/\.\.\/s\.css/);
  assert.match(html, /<title>一览 · 承德市<\/title>/);
  assert.match(html, /og:title" content="承德市：12个&quot;已竣工&quot;"/);
  assert.match(html, /name="description" content="承德市：12个&quot;已竣工&quot;。24个小区。"/);
  assert.match(html, /og:image" content="\.\/card\.png"/);
  assert.match(html, /twitter:image" content="\.\/card\.png"/);
  assert.match(html, /<html lang="zh-CN" data-first="">/);
  assert.match(html, /<p>S<\/p>/);
  assert.match(html, /<script type="application\/ld\+json" data-fill="dataset">{"name":"承德市"}<\/script>/);
  assert.doesNotMatch(html, /data-preview/);
});

test("without pictures of its own it shows the site's", () => {
  const html = page(false);
  assert.match(html, /og:image" content="\.\.\/\.\.\/share\.png"/);
  assert.doesNotMatch(html, /<img/);
});

test("what is told of a place is what its overview says, without joiners", () => {
  const { document } = new Window();
  document.title = "T";
  document.body.innerHTML = [
    '<h2 class="place-head">承德市</h2>',
    '<article class="finding"><p class="finding-head"><strong>上学</strong><span>2024年</span></p><h3>全部\u2060开工，<button class="finding-figure fill-hue-7">12个</button>已竣工</h3><div class="chart"><svg></svg></div></article>',
    '<article class="finding"><p class="finding-head"><span>2022年</span></p><h3>2022年有<button class="finding-figure">5个</button></h3></article>',
  ].join("");
  const { sentences, name, before, figure, after, hue, chart } = toldOf(document);
  assert.deepEqual(sentences, ["全部开工，12个已竣工（2024年）", "2022年有5个"]);
  assert.deepEqual([name, before, figure, after, hue, chart], ["承德市", "全部开工，", "12个", "已竣工", "7", "<svg></svg>"]);
});
