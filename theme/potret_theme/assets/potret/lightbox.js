/* The large view of a gallery's photos: one native <dialog> over plain links. Without this script, with ctrl, cmd, shift
   or the middle button they stay links to the large picture. The address and the history never change. */
(() => {
  "use strict";
  const SWIPE = 40; // pixels: less is a tap that slipped

  const make = (tag, part, parent) => {
    const made = document.createElement(tag);
    made.className = `potret-lightbox__${part}`;
    parent.append(made);
    return made;
  };

  const button = (part, sign, parent) => {
    const made = make("button", part, parent);
    made.type = "button";
    made.textContent = sign;
    return made;
  };

  const dialog = document.createElement("dialog");
  if (!dialog.showModal) return;
  dialog.className = "potret-lightbox";
  const image = make("img", "image", dialog);
  const words = make("div", "words", dialog); // read out whenever another photo comes
  words.setAttribute("aria-live", "polite");
  const position = make("p", "position", words);
  const caption = make("div", "caption", words);
  const before = button("before", "‹", dialog);
  const after = button("after", "›", dialog);
  const close = button("close", "×", dialog);
  let links = [];
  let at = 0;
  let opener = null;
  let touch = null;

  /** Fetch a photo's large picture; one that is on its way is not fetched again. */
  const load = (link) => Object.assign(new Image(), { src: link.href });

  const show = (number) => {
    at = (number + links.length) % links.length;
    const link = links[at];
    const small = link.querySelector("img");
    const large = load(link);
    const text = link.parentElement.querySelector("figcaption");
    image.src = large.complete ? large.src : small.currentSrc || small.src; // the small one is there at once
    large.onload = () => links[at] === link && (image.src = large.src);
    image.alt = small.alt;
    image.lang = small.lang || document.documentElement.lang;
    position.textContent = dialog.dataset.posisi.replace("#", at + 1).replace("%", links.length);
    caption.replaceChildren(...(text ? text.cloneNode(true).childNodes : []));
    [at + 1, at - 1].forEach((near) => load(links[(near + links.length) % links.length]));
  };

  const open = (gallery, link) => {
    Object.assign(dialog.dataset, gallery.dataset);
    dialog.setAttribute("aria-label", gallery.dataset.potretLightbox);
    [[before, "sebelum"], [after, "sesudah"], [close, "tutup"]].forEach(([one, name]) => {
      one.setAttribute("aria-label", gallery.dataset[name]);
    });
    links = [...gallery.querySelectorAll(".potret-figure:not([hidden]) .potret-figure__link")];
    before.hidden = after.hidden = links.length < 2;
    opener = link;
    document.body.append(dialog);
    dialog.showModal();
    (after.hidden ? close : after).focus();
    show(links.indexOf(link));
  };

  const ways = { ArrowLeft: () => at - 1, ArrowRight: () => at + 1, Home: () => 0, End: () => links.length - 1 };
  const modified = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-potret-lightbox] .potret-figure__link");
    if (!link || event.button !== 0 || modified(event)) return;
    event.preventDefault();
    open(link.closest("[data-potret-lightbox]"), link);
  });
  before.addEventListener("click", () => show(at - 1));
  after.addEventListener("click", () => show(at + 1));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => opener.focus());
  dialog.addEventListener("keydown", (event) => {
    if (!ways[event.key] || modified(event)) return;
    event.preventDefault();
    show(ways[event.key]());
  });
  visualViewport.addEventListener("resize", () => {
    dialog.toggleAttribute("data-diperbesar", visualViewport.scale > 1.01);
  });
  const start = (event) => (touch = event.touches.length === 1 ? event.touches[0] : null);
  dialog.addEventListener("touchstart", start, { passive: true });
  dialog.addEventListener("touchend", (event) => {
    if (!touch || dialog.hasAttribute("data-diperbesar")) return; // two fingers, or enlarged: looking closer
    const [x, y] = [event.changedTouches[0].clientX - touch.clientX, event.changedTouches[0].clientY - touch.clientY];
    touch = null;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y) && links.length > 1) show(at + (x < 0 ? 1 : -1));
  });
})();
