/* Data saver: pictures stay unloaded and their descriptions stand there instead. In the page head, before anything is
   drawn: a picture that is not drawn is not fetched (all but a page's first picture wait until they are near the view,
   loading="lazy"). Without this script the switch stays hidden and pictures load only as far as one scrolls. */
(() => {
  "use strict";
  const KEY = "potret-hemat";
  const root = document.documentElement;

  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is closed: a private window, or file:// in some browsers
    }
  };

  const keep = (isOn) => {
    try {
      localStorage.setItem(KEY, isOn ? "1" : "0");
    } catch {
      // then it holds for this page only
    }
  };

  /** Write the description of each picture beside it, so that a link around a picture keeps its name. */
  const describe = (label) => {
    for (const image of document.querySelectorAll('img[loading="lazy"]')) {
      if (image.parentElement.nextElementSibling?.matches(".potret-saver__alt")) continue;
      const words = document.createElement("span");
      words.className = "potret-saver__alt";
      words.lang = image.lang;
      words.textContent = `${label} ${image.alt}`;
      image.parentElement.after(words);
    }
  };

  const start = () => {
    const button = document.querySelector("[data-potret-hemat]");
    if (!button) return;
    const show = () => {
      const isOn = root.hasAttribute("data-hemat");
      button.setAttribute("aria-pressed", String(isOn));
      if (isOn) describe(button.dataset.potretHemat);
    };
    button.addEventListener("click", () => {
      keep(root.toggleAttribute("data-hemat"));
      show();
    });
    button.hidden = false;
    show();
  };

  root.toggleAttribute("data-hemat", (kept() ?? (navigator.connection?.saveData ? "1" : "0")) === "1");
  document.addEventListener("DOMContentLoaded", start);
})();
