/* Presenter mode of a slide show: the page's own slides in a native <dialog>, one at a time. Without this script, and
   before it is asked to, they stand on the page one below another. The address keeps the number: #slide-3. */
(() => {
  "use strict";
  const SWIPE = 40; // pixels: less is a tap that slipped
  const SMALLEST = 6; // steps by which letters may shrink before a slide scrolls
  const box = document.querySelector("[data-potret-slide]");
  const dialog = document.createElement("dialog");
  if (!box || !dialog.showModal) return;
  const find = (name) => box.querySelector(`[data-${name}]`);
  const [start, bar, full, voice] = ["mulai", "bilah", "penuh", "suara"].map(find);
  const [progress, place] = [find("kemajuan"), find("angka")];
  const button = start.querySelector("button");
  const slides = [...box.querySelectorAll(".potret-slide")];
  const stage = document.createElement("div");
  let [at, touch] = [0, null];

  dialog.className = "potret-panggung";
  dialog.setAttribute("aria-label", box.dataset.potretSlide);
  Object.assign(stage, { className: "potret-panggung__layar md-typeset", tabIndex: -1 });
  dialog.append(stage);
  start.after(dialog);

  const load = (slide) => slide?.querySelectorAll("img").forEach((image) => (image.loading = "eager"));
  const numbered = () => slides.findIndex((slide) => `#${slide.id}` === location.hash);

  /** Make the letters smaller until the slide holds them; what is still too long scrolls. */
  const fit = () => {
    const [slide, words] = [slides[at], slides[at].querySelector(".potret-slide__teks")];
    const isOver = (one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;
    const isTooLong = () => isOver(slide) || isOver(words);
    slide.dataset.kecil = "0";
    for (let step = 1; step <= SMALLEST && isTooLong(); step += 1) slide.dataset.kecil = String(step);
  };

  const show = (number) => {
    slides[at].removeAttribute("data-kini");
    at = Math.min(Math.max(number, 0), slides.length - 1);
    slides[at].setAttribute("data-kini", "");
    [slides[at], slides[at + 1]].forEach(load);
    fit();
    slides[at].scrollTop = 0;
    progress.value = at + 1;
    place.textContent = `${at + 1} / ${slides.length}`;
    const said = box.dataset.posisi.replace("#", at + 1).replace("%", slides.length);
    voice.textContent = `${said}. ${slides[at].querySelector("h2").textContent}`;
    history.replaceState(null, "", `#${slides[at].id}`);
  };

  const fill = () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen?.())?.catch(() => {});

  const open = () => {
    stage.append(...slides, bar, voice);
    bar.hidden = false;
    full.hidden = !document.fullscreenEnabled;
    dialog.showModal();
    stage.focus();
    show(Math.max(numbered(), 0));
    fill();
  };

  const close = () => {
    bar.hidden = !slides[at].removeAttribute("data-kini");
    box.append(...slides, bar, voice);
    button.focus();
    slides[at].scrollIntoView();
  };

  const on = ({ shiftKey }) => at + (shiftKey ? -1 : 1);
  const back = () => at - 1;
  const ways = { ArrowRight: on, ArrowDown: on, PageDown: on, " ": on, ArrowLeft: back, ArrowUp: back, PageUp: back };
  Object.assign(ways, { Home: () => 0, End: () => slides.length - 1 });

  start.hidden = false;
  button.addEventListener("click", open);
  full.addEventListener("click", fill);
  bar.querySelector("[data-mundur]").addEventListener("click", () => show(at - 1));
  bar.querySelector("[data-maju]").addEventListener("click", () => show(at + 1));
  bar.querySelector("[data-tutup]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => (document.fullscreenElement && fill(), close()));
  const left = () => (dialog.open ? dialog.close() : button.focus()); // leaving full screen takes the focus
  const filled = () => (dialog.open ? fit : fill)(); // it may be closed before the browser has made it large
  document.addEventListener("fullscreenchange", () => (document.fullscreenElement ? filled : left)());
  addEventListener("resize", () => dialog.open && fit());
  addEventListener("hashchange", () => dialog.open && numbered() >= 0 && show(numbered()));
  dialog.addEventListener("keydown", (event) => {
    const isOnButton = event.key === " " && event.target.closest("button, a");
    if (!ways[event.key] || isOnButton || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(ways[event.key](event));
  });
  const begin = (event) => (touch = event.touches.length === 1 ? event.touches[0] : null);
  dialog.addEventListener("touchstart", begin, { passive: true });
  dialog.addEventListener("touchend", (event) => {
    if (!touch || visualViewport.scale > 1.01) return;
    const [x, y] = [event.changedTouches[0].clientX - touch.clientX, event.changedTouches[0].clientY - touch.clientY];
    touch = null;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) show(at + (x < 0 ? 1 : -1));
  });
})();
