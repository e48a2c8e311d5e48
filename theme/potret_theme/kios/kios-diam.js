/* Nobody there? After a while (data-diam) a dialog counts down (data-hitung), then the kiosk begins anew. On the loop
   the same silence ends a pause. Counts with timers only: the machine's clock may be wrong. */
(() => {
  "use strict";
  const kiosk = window.potretKios;
  if (!kiosk) return;
  const root = document.documentElement;
  const dialog = document.getElementById("kios-diam");
  const left = dialog.querySelector("[data-sisa]");
  const isLoop = !document.querySelector(".kios-bilah");
  const idle = Number(root.dataset.diam) * 1000;
  const countdown = Number(root.dataset.hitung);
  let timer = 0;
  let ticking = 0;

  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(isLoop ? resume : ask, idle);
  };

  /** Staff who read the tally are left to it as long as any visitor; then the loop goes on. */
  const resume = () => {
    for (const one of document.querySelectorAll("dialog[open]")) one.close();
    kiosk.signal("lanjut");
    alive();
  };

  const ask = () => {
    let rest = countdown;
    const step = Math.min(1, countdown);
    const show = () => (left.textContent = String(Math.ceil(rest)));
    show();
    if (!dialog.open) dialog.showModal();
    clearInterval(ticking);
    ticking = setInterval(() => {
      rest -= step;
      show();
      if (rest > 0) return;
      clearInterval(ticking);
      kiosk.reset();
    }, step * 1000);
  };

  const stay = () => {
    clearInterval(ticking);
    if (dialog.open) dialog.close();
    alive();
  };

  for (const name of ["pointerdown", "keydown", "wheel", "touchmove"]) {
    document.addEventListener(name, () => (dialog.open ? 0 : alive()), { passive: true, capture: true });
  }
  document.addEventListener("scroll", () => (dialog.open ? 0 : alive()), { passive: true, capture: true });
  document.addEventListener("potret:hidup", () => (dialog.open ? 0 : alive())); // a slide show that is being watched
  dialog.addEventListener("pointerdown", stay); // anywhere: who touches the screen is here
  dialog.querySelector("[data-lanjut]").addEventListener("click", stay);
  dialog.addEventListener("close", stay); // Escape
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation(); // Escape says "I am here", not "go back" as on the page below
    if (!["Enter", "Escape"].includes(event.key)) stay(); // Escape closes the dialog by itself, and only this one
  });
  alive();

  // The screen stays lit where the browser can see to it; elsewhere the machine's own settings do.
  const light = () => document.visibilityState === "visible" && navigator.wakeLock?.request("screen").catch(() => 0);
  document.addEventListener("visibilitychange", light);
  light();
})();
