// A folder that is dropped: its tables are one, and what else lies in it is named.
import { expect, test } from "./fixtures.js";

/**
 * Drops a folder of these files, `[[path, text]]`, as browsers hand one out: an entry that is asked for what lies in it, in parts.
 */
function dropFolder(page, name, files) {
  return page.evaluate(
    ([name, files]) => {
      const entryOf = ([path, text]) => ({
        isDirectory: false,
        isFile: true,
        name: path.split("/").pop(),
        fullPath: `/${name}/${path}`,
        file: (take) => take(new File([text], path.split("/").pop())),
      });
      const folderOf = (own, path, inside) => ({
        isDirectory: true,
        isFile: false,
        name: own,
        fullPath: path,
        createReader() {
          const parts = [inside.slice(0, 2), inside.slice(2), []];
          return { readEntries: (take) => take(parts.shift() ?? []) };
        },
      });
      const within = files.filter(([path]) => path.includes("/"));
      const top = files.filter(([path]) => !path.includes("/")).map(entryOf);
      const folders = [...new Set(within.map(([path]) => path.split("/")[0]))];
      const inner = folders.map((own) => folderOf(own, `/${name}/${own}`, within.filter(([path]) => path.startsWith(`${own}/`)).map(entryOf)));
      const root = folderOf(name, `/${name}`, [...top, ...inner]);
      const event = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
      // The list of what is dragged cannot be made of folders by a script.
      Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], files: [], items: [{ kind: "file", webkitGetAsEntry: () => root }] } });
      document.body.dispatchEvent(event);
    },
    [name, files],
  );
}

test("a dropped folder is one table of its files, and what is no table is named", async ({ page, site, record }) => {
  await page.goto(`${site.root}#v=1&lang=en`);
  await expect(page.getByTestId("matching")).toContainText("338");
  await dropFolder(page, "years", [
    ["2019.csv", "place,n\nAld,1\nBrack,2\n"],
    ["a.pdf", "%PDF-1.7"],
    [".hidden.csv", "place,n\nx,1\n"],
    ["more/2020.csv", "place,n\nAld,3\nBrack,4\n"],
    ["more/b.docx", "PK"],
    ["more/c.png", "PNG"],
  ]);
  await expect(page.getByTestId("shown-table")).toContainText("2019.csv");
  await expect(page.getByTestId("matching")).toContainText("4");
  await expect(page.getByTestId("facet-file").getByRole("checkbox")).toHaveCount(2);
  await expect(page.getByTestId("source-remark")).toHaveText("3 files are no tables that can be read here and were left out: a.pdf, b.docx, c.png.");
  expect(record.errors).toEqual([]);
});

test("a folder without a table says so, and what was there stays", async ({ page, site }) => {
  await page.goto(`${site.root}#v=1&lang=en`);
  await expect(page.getByTestId("matching")).toContainText("338");
  await dropFolder(page, "pictures", [["a.png", "PNG"], ["b.jpg", "JPG"]]);
  await expect(page.getByTestId("open-failed")).toContainText("pictures");
  await expect(page.getByTestId("matching")).toContainText("338");
});
