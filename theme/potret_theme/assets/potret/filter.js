/* Narrows the cards below a filter form. Without this script the form stays hidden and every card shows.
   The choice is kept in the address after #, so that it can be sent to others; that works from file:// too. */
(() => {
  "use strict";

  /** Lower case without accents, so that "Béo" is found by "beo". */
  const plain = (text) => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase().trim();

  /** The list of cards that follows the form. */
  const cardsAfter = (form) => {
    let next = form.nextElementSibling;
    while (next && !next.matches(".potret-cards")) next = next.nextElementSibling;
    return next ? [...next.querySelectorAll(".potret-card")] : [];
  };

  /** What the form asks for, only the fields that are filled in. */
  const choice = (form) => [...new FormData(form)].filter(([, value]) => value.trim());

  const fits = (card, [name, value]) => {
    if (name !== "teks") return card.dataset[name] === value;
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
