// What a page whose policy asks for trusted types lets pass: parts of templates, which hold no script, and addresses of
// the page's own origin. The site's page and the element of other pages both begin with it.
(() => {
  "use strict";

  const refuse = (what) => {
    throw new TypeError(`not trusted: ${what}`);
  };
  const rules = {
    createHTML: (markup) => (/<(script|iframe|object|embed|base|meta|link)\b|\son\w+\s*=|javascript:/i.test(markup) ? refuse(markup) : markup),
    createScriptURL: (address) => (/^blob:/.test(address) || new URL(address, location.href).origin === location.origin ? address : refuse(address)),
  };
  const policy = () => {
    try {
      return window.trustedTypes?.createPolicy("minsheng", rules);
    } catch (error) {
      // The page's policy does not name ours. Whatever needs it will be refused; the rest goes on.
      console.warn(error);
    }
  };
  window.minshengTrusted = window.minshengTrusted ?? policy() ?? rules;
})();
