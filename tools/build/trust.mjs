// Lets wasm-bindgen's module write markup where a page's policy asks for trusted types.

/**
 * The module with every text that it makes an element's content passed through the policy that `ui/boot/trusted.js` or the
 * page around has made, where there is one.
 */
export function trusting(glue) {
  const written = /\.innerHTML = ([^;]+);/g;
  if (/\.(outerHTML|srcdoc) =|insertAdjacentHTML|document\.write/.test(glue)) {
    throw new Error("wasm-bindgen's module writes markup in a way that tools/build/trust.mjs does not know");
  }
  return glue.replace(written, (_, text) => `.innerHTML = globalThis.minshengTrusted?.createHTML(${text}) ?? ${text};`);
}
