/* What every page of the kiosk needs: memory, the way back, text size, and no way out. Without scripts the pages are
   plain pages with links. Storage may be closed (some browsers on file://): then the kiosk only forgets more. */
(() => {
  "use strict";
  const root = document.documentElement;
  if (window.parent !== window) {
    window.parent.postMessage("potret-kios", "*"); // the staff's check asks whether this page is whole
    return;
  }
  const MOST = 50; // pages the way back remembers

  const store = (area) => ({
    read(key, otherwise) {
      try {
        return JSON.parse(window[area].getItem(`potret-kios-${key}`)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    write(key, value) {
      try {
        window[area].setItem(`potret-kios-${key}`, JSON.stringify(value));
      } catch {
        // full or closed
      }
    },
  });
  const visit = store("sessionStorage"); // gone with the visitor
  const tally = store("localStorage"); // stays on this machine

  /** Back to the loop, as if nobody had been here. */
  const reset = () => {
    for (const key of ["jejak", "ukuran"]) visit.write(key, null);
    location.replace(new URL(root.dataset.awal, location.href).href);
  };

  const count = (key, name) => {
    const counts = tally.read(key, {});
    counts[name] = (counts[name] || 0) + 1;
    tally.write(key, counts);
  };

  const signal = (name) => document.dispatchEvent(new Event(`potret:${name}`));
  window.potretKios = { visit, tally, reset, count, signal };
  root.dataset.js = "";

  const bar = document.querySelector(".kios-bilah");
  if (bar) {
    const other = document.querySelector("[data-bahasa]");
    const trail = visit.read("jejak", []) || [];
    if (other && trail.at(-1) === other.href) trail.pop(); // the same page in the other language
    if (trail.at(-1) !== location.href.split("#")[0]) trail.push(location.href.split("#")[0]);
    visit.write("jejak", trail.slice(-MOST));
    count("halaman", document.title);

    const size = document.querySelector("[data-ukuran-tombol]");
    const grow = (step) => (root.dataset.ukuran = visit.write("ukuran", step) || step);
    grow(visit.read("ukuran", 0) || 0);
    size.hidden = false;
    size.addEventListener("click", () => grow((Number(root.dataset.ukuran) + 1) % 3));
  }

  const back = document.querySelector("[data-kembali]");
  const goBack = () => {
    const trail = visit.read("jejak", []) || [];
    trail.pop();
    const before = trail.at(-1);
    visit.write("jejak", trail);
    location.replace(before || back.href);
  };
  if (back) back.addEventListener("click", (event) => (event.preventDefault(), goBack()));

  for (const link of document.querySelectorAll("a[data-besar]")) link.href = link.dataset.besar;

  // No menus, no windows, no dragging: what a browser offers beside the page leads out of it.
  const stop = (event) => event.preventDefault();
  for (const name of ["contextmenu", "dragstart", "auxclick", "selectstart"]) document.addEventListener(name, stop);
  const modified = (event) => event.ctrlKey || event.metaKey || event.altKey;
  document.addEventListener("click", (event) => {
    if (event.target.closest("a[data-besar]")) event.preventDefault(); // lightbox.js shows it; a bare photo is a dead end
    if (!modified(event) && !event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  document.addEventListener("wheel", (event) => event.ctrlKey && stop(event), { passive: false });

  const links = () => [...document.querySelectorAll("a[href], button, summary")].filter((one) => one.checkVisibility());
  document.addEventListener("keydown", (event) => {
    if (modified(event) || /^F\d+$|^Browser|^Launch/.test(event.key)) return stop(event);
    if (document.querySelector("dialog[open]") || document.querySelector("[data-putar]")) return;
    if (event.key === "Escape" && back) goBack();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const all = links();
    all.at((all.indexOf(document.activeElement) + step + (step < 0 && !all.includes(document.activeElement))) % all.length).focus();
    event.preventDefault();
  });
})();
