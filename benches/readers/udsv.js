// udsv: the schema inferred from the text, then columns with types.
import { inferSchema, initParser } from "udsv";

export const label = "udsv";

export function read(bytes) {
  const text = new TextDecoder().decode(bytes);
  const schema = inferSchema(text);
  const columns = initParser(schema).typedCols(text);
  return { names: schema.cols.map(({ name }) => name), columns };
}

export function summary({ names, columns }) {
  const counts = {};
  let sum = 0;
  for (const [index, name] of names.entries()) {
    if (name === "value") for (const value of columns[index]) sum += value;
    else {
      const byText = (counts[name] = {});
      for (const text of columns[index]) byText[text] = (byText[text] ?? 0) + 1;
    }
  }
  return { rows: columns[0].length, sum, counts };
}
