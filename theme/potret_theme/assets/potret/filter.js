/* Narrows the cards or photos below a filter form. Without this script the form stays hidden and everything shows.
   The choice is kept in the address after #, so that it can be sent to others; that works from file:// too. */
(() => {
  "use strict";

  /** Lower case without accents, so that "Béo" is found by "beo". */
  const plain = (text) => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase().trim();

  /** What the form narrows: everything after it that fits its selector. */
  const cardsAfter = (form) =>
    [...form.parentElement.querySelectorAll(form.dataset.potretFilter)].filter(
      (card) => form.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING,
    );

  /** A chapter (from one h2 to the next) in which no photo is left goes away with its heading. */
  const closeEmpty = (gallery) => {
    const empty = !gallery.querySelector(".potret-figure:not([hidden])");
    let first = gallery;
    while (first.previousElementSibling && !first.matches("h2, form")) first = first.previousElementSibling;
    if (!first.matches("h2")) return;
    first.hidden = empty;
    for (let next = first.nextElementSibling; next && !next.matches("h2"); next = next.nextElementSibling) {
      next.hidden = empty;
    }
  };

  /** What the form asks for, only the fields that are filled in. */
  const choice = (form) => [...new FormData(form)].filter(([, value]) => value.trim());

  const fits = (card, [name, value]) => {
    const own = card.dataset[name];
    if (name !== "teks") return own === value || own.split("|").includes(value); // a photo shows several standards
    const text = plain(card.dataset.teks);
    return plain(value).split(/\s+/).every((word) => text.includes(word));
  };

  const show = (form, cards) => {
    const wanted = choice(form);
    let shown = 0;
    for (const card of cards) {
      card.hidden = !wanted.every((field) => fits(card, field));
      if (!card.hidden) shown += 1;
    }
    form.parentElement.querySelectorAll(".potret-gallery").forEach(closeEmpty);
    for (const group of form.parentElement.querySelectorAll("[data-potret-group]")) {
      group.hidden = !cards.some((card) => !card.hidden && group.contains(card));
    }
    const count = form.querySelector("[data-one]");
    const sentence = (shown === 0 && count.dataset.none) || count.dataset.one;
    count.textContent = sentence.replace("%", shown);
  };

  /** Fill the form from the address; names that are not ours (a heading's anchor) are left alone. */
  const read = (form) => {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
    }
  };

  const write = (form) => {
    const hash = new URLSearchParams(choice(form)).toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
  };

  for (const form of document.querySelectorAll("[data-potret-filter]")) {
    const cards = cardsAfter(form);
    if (cards.length === 0) continue;
    const update = () => show(form, cards);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      update();
      write(form);
    });
    window.addEventListener("hashchange", () => {
      form.reset();
      read(form);
      update();
    });
    read(form);
    update();
    form.hidden = false;
  }
})();
