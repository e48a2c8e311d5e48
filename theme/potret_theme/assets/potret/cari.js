/* Opens the search dialog: by its button, by / and by Ctrl+K. Without this script the button leads to the page of ways
   through the site. Searches while one writes, and shows only what belongs to the last word. */
(() => {
  "use strict";
  const opener = document.querySelector("[data-potret-cari]");
  const view = window.potretCari?.view;
  if (!opener || !view?.dialog.showModal) return;
  const { dialog, form, field, narrow, selects, clear, close, status, list, more, help, words } = view;
  const WAIT = 200; // milliseconds after the last key
  let timer = 0;
  let turn = 0;
  let before = null;
  let all = null;
  let left = [];

  const chosen = () => Object.fromEntries(selects.filter((one) => one.value).map((one) => [one.name, one.value]));

  const add = async (own, isFirst) => {
    const found = await Promise.all(left.splice(0, view.PAGE).map((one) => one.data()));
    if (own !== turn) return;
    const items = found.map(view.result);
    if (isFirst) list.replaceChildren();
    list.append(...items);
    more.hidden = !left.length;
    if (!isFirst) items[0]?.querySelector("a").focus();
  };

  const say = (count) => {
    if (count === 1) return words.one;
    return count ? words.count.replace("#", count.toLocaleString(document.documentElement.lang)) : words.none;
  };

  const elsewhere = () => {
    const other = opener.dataset.lain;
    return other && `${other}?q=${encodeURIComponent(field.value.trim())}`;
  };

  const search = async () => {
    const own = ++turn;
    const term = field.value.trim() && field.value; // a blank at its end says that the last word is whole
    const filters = chosen();
    clear.hidden = !Object.keys(filters).length;
    try {
      const engine = await window.potretCari.engine();
      if (narrow.open) all = all || (await engine.filters()); // a file of its own: only for who asks for them
      const found = term || !clear.hidden ? await engine.search(term, filters) : null;
      if (own !== turn) return;
      if (all) selects.forEach((one) => view.fill(one, all[one.name] || {}, found && found.filters[one.name]));
      help.hidden = true;
      left = found ? found.results : [];
      status.textContent = found ? say(left.length) : words.idle;
      if (found && !left.length) view.advise(words.advice, [words.other, elsewhere()], [words.list, opener.href]);
      await add(own, true);
    } catch (error) {
      if (own !== turn) return;
      status.textContent = words[error.message === "from_disk" ? "from_disk" : "broken"];
      view.advise("", [words.list, opener.href]);
    }
  };

  const open = (term) => {
    if (dialog.open) return;
    before = document.activeElement;
    if (!dialog.isConnected) document.body.append(dialog);
    if (typeof term === "string") field.value = term;
    status.textContent = words.waiting;
    dialog.showModal();
    field.focus();
    field.select();
    search();
  };

  const step = (by) => {
    const links = [...dialog.querySelectorAll(".potret-find__link, .potret-find__way")];
    const next = links.indexOf(document.activeElement) + by;
    (next < 0 ? field : links[Math.min(next, links.length - 1)] || field).focus();
  };

  const isWriting = (target) => target.closest("input, textarea, select, [contenteditable]");
  const click = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  opener.addEventListener("click", (event) => click(event) && (event.preventDefault(), open()));
  document.addEventListener("keydown", (event) => {
    const asked = event.key === "/" ? !isWriting(event.target) && !event.ctrlKey : event.key === "k" && (event.ctrlKey || event.metaKey);
    if (asked && !dialog.open && !document.querySelector("dialog[open]")) (event.preventDefault(), open());
    const by = dialog.open && event.target.nodeName !== "SELECT" && { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) (event.preventDefault(), step(by));
  });
  field.addEventListener("input", () => (clearTimeout(timer), (timer = setTimeout(search, WAIT))));
  selects.forEach((one) => one.addEventListener("change", search));
  narrow.addEventListener("toggle", () => narrow.open && !all && search());
  clear.addEventListener("click", () => (selects.forEach((one) => (one.value = "")), field.focus(), search()));
  form.addEventListener("submit", (event) => (event.preventDefault(), step(1)));
  more.addEventListener("click", () => add(turn, false));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => (turn++, document.activeElement === document.body && before?.focus())); // it comes late
  const asked = new URLSearchParams(location.search).get("q");
  if (asked && opener.href.split("?")[0] === location.href.split("?")[0]) open(asked);
})();
