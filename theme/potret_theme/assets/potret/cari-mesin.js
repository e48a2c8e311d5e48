/* The search engine behind the dialog: Pagefind, from this site over http, from one script (luring-id.js) on a disk.
   Its worker is not used: 41 kB more to load, for a search that takes a few milliseconds. */
(() => {
  "use strict";
  const language = document.documentElement.lang;
  let engine = null;

  /** Give the folder of the index; cari.js knows it from the button. */
  const folder = () => new URL(document.querySelector("[data-potret-cari]").dataset.potretCari, location.href);

  /** On a disk neither fetch nor import of a file is allowed: the index comes as one classic script, if it is there. */
  const fromDisk = () =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`luring-${language}.js`, folder()).href;
      script.onload = () => resolve(window.potretLuring);
      script.onerror = () => reject(new Error("from_disk"));
      document.head.append(script);
    });

  const load = async () => {
    const isDisk = location.protocol === "file:";
    const carried = isDisk ? await fromDisk() : null;
    const program = carried ? carried.program() : new URL("pagefind.js", folder()).href;
    const loaded = await import(program);
    const basePath = carried ? carried.folder : folder().pathname;
    await loaded.options({ basePath, noWorker: true, excerptLength: 24 });
    await loaded.init();
    return loaded;
  };

  /** Address of a page of the index as seen from this page, in whatever folder the site lies. */
  const address = (path) => {
    const end = location.protocol === "file:" && path.endsWith("/") ? "index.html" : "";
    return new URL(`../${path.replace(/^\//, "")}${end}`, folder()).href;
  };

  window.potretCari = {
    address,
    /** Load Pagefind once; a failure is forgotten, so that the next try may succeed. */
    engine: () => {
      engine = engine || load();
      engine.catch(() => (engine = null));
      return engine;
    },
  };
})();
