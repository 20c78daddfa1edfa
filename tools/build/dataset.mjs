// Tells search engines and catalogues what data the page holds: schema.org Dataset as JSON-LD, from the data package.
import { parseCsv } from "./text.mjs";

/**
 * The dataset of a package's files (`{name: text}`) as an object; `undefined` where there is no package. Files are named from
 * `root`, the site's folder; where the page travels `alone`, they are not. `place` names one place by id and name, with what
 * is said of it: then it is the part of the data that the releases of that place are.
 */
export function datasetOf(files, { alone = false, root = "./", place } = {}) {
  if (!files["datapackage.json"]) return undefined;
  const about = JSON.parse(files["datapackage.json"]);
  const table = (name) => parseCsv(files[`${name}.csv`] ?? "");
  const sources = table("sources").filter((row) => !place || row.place === place.id);
  const own = new Set(sources.map(({ id }) => id));
  const observations = table("observations").filter(({ source }) => !place || own.has(source));
  const used = (column) => new Set(observations.map((row) => row[column]));
  const years = observations.flatMap((row) => [row.period_start, row.period_end]).filter(Boolean).map((date) => date.slice(0, 4)).sort();
  const [places, releases] = [used("place"), used("source")];
  const download = (name, encodingFormat) => ({ "@type": "DataDownload", name, encodingFormat, contentUrl: `${root}data/${name}` });
  const whole = { name: about.title, description: about.description };
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    ...(place ? { name: `${place.name}：${about.title}`, description: place.description, isPartOf: { "@type": "Dataset", ...whole, license: about.licenses?.[0]?.path } } : whole),
    url: /^https?:/.test(root) ? (place ? `${root}p/${place.id}/` : root) : undefined,
    version: about.version,
    keywords: about.keywords,
    license: about.licenses?.[0]?.path,
    isAccessibleForFree: true,
    inLanguage: ["zh", "en"],
    temporalCoverage: years.length ? `${years[0]}/${years.at(-1)}` : undefined,
    spatialCoverage: table("places").filter((row) => places.has(row.id)).map((row) => ({ "@type": "Place", name: row.name_zh, alternateName: row.name_en })),
    variableMeasured: table("domains").map((row) => row.name_zh),
    isBasedOn: sources
      .filter((row) => releases.has(row.id))
      // A date that is only inferred is not told as the release's.
      .map((row) => ({ "@type": "Report", name: row.title_zh, datePublished: isInferred(row, "published") ? undefined : row.published, ...(row.publisher && { publisher: { "@type": "Organization", name: row.publisher } }) })),
    distribution: alone ? undefined : [download("observations.csv", "text/csv"), download("datapackage.json", "application/json")],
  };
}

const isInferred = (row, what) => (row.inferred ?? "").split(";").includes(what);

/** JSON that may stand in a script element: nothing in it can end the element. */
export function scriptJson(value) {
  return value === undefined ? "" : JSON.stringify(value).replace(/</g, "\\u003c");
}
