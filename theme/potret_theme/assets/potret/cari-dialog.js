/* The search dialog: one native <dialog>, made when it is first opened. What the index holds is put into the page as text,
   nothing of it as markup. */
(() => {
  "use strict";
  const words = window.potretKata;
  const cari = window.potretCari;
  if (!words || !cari) return;
  const PAGE = 5; // results at a time, what a screen shows: each is a file of 1 to 8 kB

  const make = (tag, part, parent, properties) => {
    const made = Object.assign(document.createElement(tag), properties);
    if (part) made.className = `potret-find__${part}`;
    parent.append(made);
    return made;
  };
  const link = (parent, text, href) => make("a", "way", make("p", "", parent), { textContent: text, href });

  const dialog = document.createElement("dialog");
  dialog.className = "potret-find md-typeset";
  dialog.setAttribute("aria-labelledby", "potret-cari-judul");
  const head = make("div", "head", dialog);
  make("h2", "title", head, { id: "potret-cari-judul", textContent: words.title });
  const close = make("button", "close", head, { type: "button", textContent: "×" });
  close.setAttribute("aria-label", words.close);
  const form = make("form", "form", dialog);
  form.setAttribute("role", "search");
  const label = make("label", "label", form, { textContent: words.label });
  const field = make("input", "field", label, { type: "text", enterKeyHint: "search", autocomplete: "off" });
  field.spellcheck = false;
  const narrow = make("details", "narrow", form, {});
  make("summary", "summary", narrow, { textContent: words.narrow });
  const choices = make("div", "choices", narrow);
  const selects = Object.entries(words.filters).map(([name, title]) => {
    const one = make("div", "choice", choices);
    make("label", "", one, { textContent: title, htmlFor: `potret-cari-${name}` });
    return make("select", "select", one, { name, id: `potret-cari-${name}` });
  });
  const clear = make("button", "clear", choices, { type: "button", textContent: words.clear, hidden: true });
  const status = make("p", "status", dialog);
  status.setAttribute("role", "status");
  const list = make("ol", "results", dialog);
  const more = make("button", "more", dialog, { type: "button", textContent: words.more, hidden: true });
  const help = make("div", "help", dialog, { hidden: true });

  /** Write an excerpt as text with its marks. */
  const excerpt = (page) =>
    window.potretPetik(page.x, page.match).map(({ sign, isHit }) => {
      return isHit ? Object.assign(document.createElement("mark"), { textContent: sign }) : sign;
    });

  const result = (found) => {
    const item = document.createElement("li");
    item.className = "potret-find__result";
    make("a", "link", item, { textContent: found.t || found.u, href: cari.address(found.u) });
    const about = [words.values.jenis[found.j], found.s].filter(Boolean).join(" · ");
    make("p", "about", item, { textContent: about });
    make("p", "excerpt", item).append(...excerpt(found));
    return item;
  };

  const nameOf = (name, value) => words.values[name]?.[value] || value;

  /** Fill a select with the values that occur and how often they do now; the order is that of the words, else a to z. */
  const fill = (select, all, now) => {
    const chosen = select.value;
    const order = Object.keys(words.values[select.name] || {});
    const rank = (value) => (order.includes(value) ? String(order.indexOf(value)).padStart(3, "0") : nameOf(select.name, value));
    const values = Object.keys(all).filter((value) => (now ? now[value] : all[value]) || value === chosen);
    values.sort((one, other) => rank(one).localeCompare(rank(other)));
    const options = values.map((value) => new Option(`${nameOf(select.name, value)} (${(now ? now[value] : all[value]) || 0})`, value));
    select.replaceChildren(new Option(words.all, ""), ...options);
    select.value = chosen;
    select.parentElement.hidden = !Object.keys(all).length;
  };

  /** Say that nothing was found or works, and how to go on. */
  const advise = (sentence, ...ways) => {
    help.replaceChildren();
    make("p", "", help, { textContent: sentence });
    ways.filter(([, href]) => href).forEach(([text, href]) => link(help, text, href));
    help.hidden = false;
  };

  cari.view = { PAGE, dialog, form, field, narrow, selects, clear, close, status, list, more, help, words, result, fill, advise };
})();
