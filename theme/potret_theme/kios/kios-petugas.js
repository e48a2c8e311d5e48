/* For the staff: a long press on the date opens a check of every file (isi.js lists them) and the tally of visits. */
(() => {
  "use strict";
  const kiosk = window.potretKios;
  const dialog = document.getElementById("kios-petugas");
  if (!kiosk || !dialog) return;
  const PRESS = 3000; // milliseconds
  const PATIENCE = 8000; // for one file on a slow stick
  const find = (name) => dialog.querySelector(`[data-${name}]`);
  const top = new URL(document.documentElement.dataset.awal, location.href);
  let run = 0;

  /** Resolve to whether an element says it has loaded. */
  const loads = (element, start) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), PATIENCE);
      element.onload = () => resolve(!clearTimeout(timer));
      element.onerror = () => resolve(Boolean(clearTimeout(timer)));
      start(element);
    });

  /** A page says itself that it is there: file:// tells nobody else. */
  const answers = (address) =>
    new Promise((resolve) => {
      const frame = document.createElement("iframe");
      const end = (isThere) => {
        clearTimeout(timer);
        removeEventListener("message", hear);
        frame.remove();
        resolve(isThere);
      };
      const hear = (event) => event.source === frame.contentWindow && event.data === "potret-kios" && end(true);
      const timer = setTimeout(() => end(false), PATIENCE);
      addEventListener("message", hear);
      frame.hidden = true;
      frame.src = address;
      document.body.append(frame);
    });

  const linked = (address) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
    const done = loads(link, (one) => ((one.href = address), document.head.append(one)));
    return done.finally(() => link.remove());
  };

  const isThere = (path) => {
    const address = new URL(path.split("/").map(encodeURIComponent).join("/"), top).href;
    if (/\.(webp|jpg|svg)$/.test(path)) return loads(new Image(), (image) => (image.src = address));
    if (path.endsWith(".html")) return answers(address);
    if (path.endsWith(".css")) return linked(address);
    if (path.endsWith(".woff2")) return new FontFace("periksa", `url("${address}")`).load().then(() => true, () => false);
    return Promise.resolve(true); // scripts run or nothing here would; a text file nobody on the screen reads
  };

  const say = (words, ...values) => values.reduce((text, value, at) => text.replace("#%"[at], value), words);

  const check = async () => {
    const files = (window.potretIsi || []).slice();
    const mine = ++run;
    let found = 0;
    find("hilang").replaceChildren();
    for (const [number, [path]] of files.entries()) {
      if (mine !== run || !dialog.open) return;
      if (number % 10 === 0) find("hasil").textContent = say(dialog.dataset.periksa, number, files.length);
      if (await isThere(path)) found += 1;
      else find("hilang").append(Object.assign(document.createElement("li"), { textContent: path }));
    }
    const size = files.reduce((sum, [, bytes]) => sum + bytes, 0) / 1e6;
    find("hasil").textContent = `${say(dialog.dataset.ada, found, files.length)} ${say(dialog.dataset.seluruh, size.toFixed(1))}`;
  };

  const report = () => {
    const pages = Object.entries(kiosk.tally.read("halaman", {}) || {}).sort((one, two) => two[1] - one[1]);
    find("kunjungan").textContent = (kiosk.tally.read("kunjungan", {}) || {}).semua || 0;
    find("halaman").textContent = pages.reduce((sum, [, times]) => sum + times, 0);
    find("terbanyak").replaceChildren(
      ...pages.slice(0, 8).map(([name, times]) => Object.assign(document.createElement("li"), { textContent: `${name}: ${times}` })),
    );
  };

  const open = () => (dialog.showModal(), report(), check());
  for (const date of document.querySelectorAll("[data-petugas]")) {
    let timer = 0;
    date.addEventListener("pointerdown", () => (timer = setTimeout(open, PRESS)));
    for (const name of ["pointerup", "pointerleave", "pointercancel"]) date.addEventListener(name, () => clearTimeout(timer));
  }
  find("tutup").addEventListener("click", () => dialog.close());
  find("nol").addEventListener("click", () => {
    for (const key of ["kunjungan", "halaman"]) kiosk.tally.write(key, {});
    report();
  });
})();
