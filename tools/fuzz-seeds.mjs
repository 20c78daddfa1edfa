// What fuzz targets begin with: which file teaches which target, and inputs that no fixture is.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ENDINGS = {
  csv: ["csv", "tsv", "txt", "gz", "zst"],
  json: ["json", "ndjson", "jsonl", "geojson", "topojson"],
  document: ["px", "html", "htm", "xml"],
  workbook: ["xlsx", "xls", "xlsb", "ods"],
  zip: ["zip"],
  parquet: ["parquet", "arrow"],
};

/** The target that a file is a seed of, by its ending; none where it is none. */
export function targetOf(name) {
  const ending = name.split(".").pop().toLowerCase();
  return Object.keys(ENDINGS).find((target) => name.includes(".") && ENDINGS[target].includes(ending));
}

/** Links that have one of everything in them. */
const LINKS = [
  "v=1",
  "v=1&view=chart&f.domain=education,health&t.time=2019..2022&n.value=1..100&lang=en&theme=dark",
  "v=1&view=table&sort=-value,place&columns=place,value&sel=dezhou2021-schools-built",
  "v=1&view=compare&compare=pair&left=dezhou&right=weihai_etdz",
  "v=1&table=own.csv,72,crc32-0&view=timeline&step=2020",
  "#v=1&amp;view=ledger&q=%E6%95%99%E8%82%B2%20",
];

/** Texts that must be whole before their rows can be told, one of each form. */
const DOCUMENTS = [
  '<html><body><table><caption>t</caption><tr><th rowspan=2>place<th colspan=2>2020</tr><tr><th>m<th>f</tr><tr><td>north<td>1&nbsp;204<td>&#49;</tr></table><table><tr><td>a</table></body></html>',
  '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">place</Data></Cell></Row><Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">1.5</Data></Cell></Row></Table></Worksheet></Workbook>',
  'CHARSET="ANSI";\nAXIS-VERSION="2000";\nSTUB="area";\nHEADING="year","sex";\nVALUES("area")="a","b";\nVALUES("year")="2020","2021";\nVALUES("sex")="m","f";\nTIMEVAL("year")=TLIST(A1,"2020"-"2021");\nDATA=\n1 2 3 4\n5 ".." 7 8;\n',
  '{"class":"dataset","version":"2.0","id":["area","year"],"size":[2,2],"role":{"time":["year"]},"dimension":{"area":{"category":{"index":{"a":0,"b":1}}},"year":{"category":{"index":["2020","2021"]}}},"value":{"0":1,"3":4},"status":{"3":"c"}}',
  '{"data":{"dataSets":[{"series":{"0:0":{"observations":{"0":[1],"1":[2]}}}}],"structure":{"dimensions":{"series":[{"id":"A","values":[{"id":"x","name":"X"}]},{"id":"B","values":[{"id":"y"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"id":"2020"},{"id":"2021"}]}]},"attributes":{"series":[{"id":"UNIT_MEASURE","values":[{"id":"PC"}]}]}}}}',
  '{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[0,0]},"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,-2]],"properties":{"name":"x","n":1}}]}},"arcs":[[[0,0],[9,0],[0,9]],[[0,0],[0,9],[9,0]]]}',
];

/** A sheet of an unpacked workbook, and its styles behind a zero byte. */
const SHEETS = [
  '<worksheet><dimension ref="A1:C4"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>year</t></is></c><c r="C1" t="str"><f>"s"</f><v>share</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>2020</v></c><c r="C2" s="1"><v>0.5</v></c></row><row r="4"><c r="B4" s="2"><v>44197</v></c><c r="C4" t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells></worksheet>',
  '<worksheet><sheetData><row><c s="1"><v>1</v></c><c s="3"><f t="shared" ref="B1:B9" si="0">A1*2</f><v>2</v></c></row></sheetData></worksheet>\0<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%;[Red]\\-0&quot;%&quot;"/></numFmts><cellXfs count="2"><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="22"/></cellXfs></styleSheet>',
];

/** `[target, bytes]` of inputs that are made: links, documents, sheets, and the package's descriptor with its tables behind it. */
export function seedsOf(root) {
  const folder = (path) => readdirSync(join(root, path)).filter((name) => name.endsWith(".csv"));
  const table = (path) => (name) => `${name.replace(/\.csv$/, "")}\n${readFileSync(join(root, path, name), "utf8")}`;
  const about = readFileSync(join(root, "public/data/datapackage.json"), "utf8");
  const valid = "tests/fixtures/packages/valid";
  const whole = [about, ...folder(valid).map(table(valid))].join("\0");
  const texts = Object.entries({ link: LINKS, document: DOCUMENTS, sheet: SHEETS });
  const made = texts.flatMap(([target, all]) => all.map((text) => [target, Buffer.from(text)]));
  return [...made, ["package", Buffer.from(about)], ["package", Buffer.from(whole)]];
}

/** Runs and megabytes that libFuzzer's last lines tell. */
export function finished(output) {
  const number = (name) => Number(output.match(new RegExp(`${name}:\\s*(\\d+)`))?.[1] ?? 0);
  return { runs: number("stat::number_of_executed_units"), peak: number("stat::peak_rss_mb") };
}
