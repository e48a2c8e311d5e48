/* Gets the search what it needs once it is opened: the rest of its program, and the pieces of the index. Each is a classic
   script, as a page from a disk may load nothing else; each is loaded once, and a failure is forgotten, so that the next
   try may succeed. */
(() => {
  "use strict";
  const here = document.currentScript.src;
  const language = document.documentElement.lang;
  const isDisk = location.protocol === "file:";
  const root = new URL("../../", here);
  const PROGRAM = ["cari-hitung", "cari-petik"];
  const STEMMED = ["id", "en"]; // other languages are searched by whole words
  const pieces = new Map();
  const asked = new Map();
  let version = "";
  let engine = null;

  /** Every piece of the index calls this with its name. */
  window.potretIsi = (name, content) => pieces.set(name, content);

  const write = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => (script.remove(), resolve());
      script.onerror = () => (script.remove(), reject(new Error(isDisk ? "from_disk" : "broken")));
      document.head.append(script);
    });

  const script = (address) => {
    if (!asked.has(address)) {
      asked.set(address, write(address));
      asked.get(address).catch(() => asked.delete(address));
    }
    return asked.get(address);
  };

  /** Give a piece of the index; on a stick daftar.js brings all of them. */
  const piece = async (name) => {
    if (!pieces.has(name)) {
      const address = new URL(`cari/${language}/${name}.js${version}`, root).href;
      await script(address);
      if (!pieces.has(name)) { // a host that answers everything with a page of its own
        asked.delete(address);
        throw new Error("broken");
      }
    }
    return pieces.get(name);
  };

  const start = async () => {
    const program = STEMMED.includes(language) ? [`cari-stem-${language}`, ...PROGRAM] : PROGRAM;
    const [list] = await Promise.all([piece("daftar"), ...program.map((name) => script(new URL(`${name}.js`, here).href))]);
    version = isDisk ? "" : `?v=${list.v}`; // so that the pieces can be kept for as long as they are right
    return window.potretHitung(list, piece);
  };

  /** Address of a page of the index as seen from this page, in whatever folder the site lies. */
  const address = (path) => new URL(isDisk && (path.endsWith("/") || !path) ? `${path}index.html` : path, root).href;

  window.potretCari = {
    address,
    engine: () => {
      engine = engine || start();
      engine.catch(() => (engine = null));
      return engine;
    },
  };
})();
