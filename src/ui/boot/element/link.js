// Links as text: the part of an address after `#`. What its keys mean is the program's own affair (crate::state::link).

const parts = (link) => String(link).replace(/^[^#]*#/, "").split("&").filter(Boolean);
const keyOf = (part) => part.split("=", 1)[0];

/** What a link says of a key; undefined where it says nothing. */
export function said(link, key) {
  const found = parts(link).find((part) => keyOf(part) === key);
  try {
    return found && decodeURIComponent(found.slice(key.length + 1));
  } catch {
    // Not encoded as it should be: whoever reads it will say so.
    return "";
  }
}

/** A link with these keys in place of its own; one without a value is taken away. */
export function linkWith(link, keys) {
  const kept = parts(link).filter((part) => !(keyOf(part) in keys));
  if (!kept.some((part) => keyOf(part) === "v")) kept.unshift("v=1");
  const given = Object.entries(keys).filter(([, value]) => value);
  return [...kept, ...given.map(([key, value]) => `${key}=${encodeURIComponent(value)}`)].join("&");
}

/** A link with those of these keys that it says nothing of. */
export function linkOr(link, keys) {
  return linkWith(link, Object.fromEntries(Object.entries(keys).filter(([key]) => said(link, key) === undefined)));
}
