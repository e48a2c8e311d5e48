/* Slides that go on by themselves: the attract loop and the slide shows. A photo is fetched one slide ahead and never
   let go (clearing it made the renderer grow to 939 MB). Without scripts all slides stand on the page one below another. */
(() => {
  "use strict";
  const kiosk = window.potretKios;
  const box = document.querySelector("[data-putar]");
  if (!kiosk || !box) return;
  const SHIFTS = 8; // places the picture moves to, so that nothing burns in
  const root = document.documentElement;
  const slides = [...box.querySelectorAll("[data-slide]")];
  const isLoop = "sentuh" in box.dataset;
  const pause = document.querySelector("[data-jeda]");
  const controls = document.querySelector("[data-kendali]");
  const place = document.querySelector("[data-posisi]");
  const pace = Number(box.dataset.lama) * 1000;
  let at = -1;
  let turns = 0;
  let timer = 0;
  let isPaused = !isLoop && matchMedia("(prefers-reduced-motion: reduce)").matches;

  const load = (slide) => slide.querySelectorAll("img").forEach((image) => (image.loading = "eager"));

  const show = (number) => {
    const before = slides[at];
    at = (number + slides.length) % slides.length;
    if (before) before.removeAttribute("data-kini");
    slides[at].setAttribute("data-kini", "");
    load(slides[at]);
    load(slides[(at + 1) % slides.length]);
    turns += 1;
    root.dataset.geser = String(turns % SHIFTS);
    if (place) place.textContent = slides[at].getAttribute("aria-label");
    if (!isLoop && !isPaused && turns <= slides.length) kiosk.signal("hidup");
    wait();
  };

  const wait = () => {
    clearTimeout(timer);
    if (!isPaused) timer = setTimeout(() => show(at + 1), pace);
  };

  const hold = (isHeld) => {
    isPaused = isHeld;
    pause.textContent = isHeld ? pause.dataset.main : pause.dataset.henti;
    wait();
  };

  /** A touch begins the visit, in the language that was on the screen. */
  const enter = () => {
    const link = document.querySelector(`[data-masuk="${slides[at].lang}"]`);
    kiosk.count("kunjungan", "semua");
    location.replace(link.href);
  };

  pause.hidden = false;
  if (controls) controls.hidden = false;
  pause.addEventListener("click", () => hold(!isPaused));
  document.querySelector("[data-mundur]")?.addEventListener("click", () => show(at - 1));
  document.querySelector("[data-maju]")?.addEventListener("click", () => show(at + 1));
  if (isLoop) {
    box.addEventListener("click", enter);
    for (const link of document.querySelectorAll("[data-masuk]")) {
      link.addEventListener("click", () => kiosk.count("kunjungan", "semua"));
    }
    document.addEventListener("potret:lanjut", () => isPaused && hold(false));
  }

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || event.ctrlKey || event.altKey || event.metaKey) return;
    const isOnControl = document.activeElement.closest("a, button");
    const acts = {
      ArrowRight: () => show(at + 1),
      ArrowLeft: () => show(at - 1),
      " ": () => (isOnControl ? false : hold(!isPaused)),
      Enter: () => (isOnControl || !isLoop ? false : enter()),
      Escape: () => (isLoop ? hold(false) : document.querySelector("[data-kembali]").click()),
    };
    if (acts[event.key] && acts[event.key]() !== false) event.preventDefault();
  });

  hold(isPaused);
  show(0);
})();
