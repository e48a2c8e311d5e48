/* Potret: the search index of one language in one classic script, for pages opened from a disk (file://).
   Pagefind (MIT licence, https://pagefind.app) and its files stand below as base64. */
(() => {
  "use strict";
  const files = __BERKAS__;
  const bytes = (name) => Uint8Array.from(atob(files[name]), (sign) => sign.charCodeAt(0));

  /** Answer what Pagefind asks for; its addresses begin with the made-up folder below. */
  const answer = async (address) => {
    const name = String(address).replace(/^.*?memori\//, "").replace(/\?.*$/, "");
    return files[name] ? new Response(bytes(name)) : new Response("", { status: 404 });
  };

  window.potretLuring = {
    folder: "/memori/",
    answer,
    /** Give the address of the program; its own `fetch` is the answer above, the page's stays as it is. */
    program: () => {
      const code = new TextDecoder().decode(bytes("pagefind.js"));
      const own = "const fetch = (address) => window.potretLuring.answer(address);\n";
      return URL.createObjectURL(new Blob([own, code], { type: "text/javascript" }));
    },
  };
})();
