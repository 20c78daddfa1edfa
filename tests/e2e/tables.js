// Tables that tests hand to the page.

/** Many rows, made in the page so that none travel by the debugger. */
export function manyRows(page, rows) {
  return page.evaluateHandle((count) => {
    const parts = ["place,year,domain,value\n"];
    for (let row = 0; row < count; row++) parts.push(`p${row % 2844},${1990 + (row % 30)},d${row % 10},${(row * 7919) % 100003}\n`);
    const transfer = new DataTransfer();
    transfer.items.add(new File(parts, "many.csv", { type: "text/csv" }));
    return transfer;
  }, rows);
}

/** Drops what a data transfer holds on the page. */
export async function drop(page, transfer) {
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** Drops a text as a file of this name. */
export async function dropText(page, name, text) {
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    },
    [name, text],
  );
  await drop(page, transfer);
}

/** Chooses a file in the page's menu. */
export async function choose(page, file) {
  await page.getByTestId("menu").click();
  await page.getByTestId("open-file").setInputFiles(file);
}
