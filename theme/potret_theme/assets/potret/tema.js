/* Light or dark: the visitor's choice, else the system's. Stands in for Material's bundle (114 kB), of which the site
   needs only this; everything else works by HTML and CSS. The choice is kept where Material's own small script in the
   page head looks for it, so that the next page has it before it is drawn. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-md-component=palette]");
  document.documentElement.setAttribute("data-potret-js", "");
  menuButton();
  wideTables();
  if (!form) return;
  var options = Array.prototype.slice.call(form.querySelectorAll("input"));
  var dark = matchMedia("(prefers-color-scheme: dark)");

  function chosen() {
    try {
      var kept = window.__md_get("__palette");
      return kept && options[kept.index] ? kept.index : -1;
    } catch (error) {
      return -1; // storage is closed: a private window, or file:// in some browsers
    }
  }

  function show(index) {
    var option = options[index];
    ["scheme", "primary", "accent"].forEach(function (name) {
      var key = "data-md-color-" + name;
      document.body.setAttribute(key, option.getAttribute(key));
    });
    option.checked = true;
    options.forEach(function (other) {
      other.nextElementSibling.hidden = other !== option;
    });
  }

  function keep(index) {
    var color = { media: options[index].getAttribute("data-md-color-media") };
    ["scheme", "primary", "accent"].forEach(function (name) {
      color[name] = options[index].getAttribute("data-md-color-" + name);
    });
    window.__md_set("__palette", { index: index, color: color });
  }

  function follow() {
    var index = chosen();
    show(index < 0 ? (dark.matches ? options.length - 1 : 0) : index);
  }

  form.addEventListener("change", function (event) {
    var index = options.indexOf(event.target);
    keep(index);
    show(index);
  });
  dark.addEventListener("change", follow);
  follow();

  /** Material's drawer opens by a label, which no key reaches: put a button with a name into it. */
  function menuButton() {
    var drawer = document.querySelector("[data-md-toggle=drawer]");
    var label = document.querySelector(".md-header [for=__drawer]");
    var menu = document.querySelector(".md-nav--primary");
    if (!drawer || !label || !menu) return;
    var button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", menu.getAttribute("aria-label"));
    button.setAttribute("aria-expanded", "false");
    button.append.apply(button, label.childNodes);
    label.append(button);
    button.addEventListener("click", function () {
      drawer.click();
    });
    drawer.addEventListener("change", function () {
      button.setAttribute("aria-expanded", String(drawer.checked));
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      button.focus();
    });
  }

  /** A table that has to scroll sideways can be scrolled with the arrow keys too. */
  function wideTables() {
    document.querySelectorAll(".md-typeset table:not([class])").forEach(function (table) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    });
  }
  // Once more when the typeface has come: it is wider than the one that stood in for it.
  if (document.fonts) document.fonts.ready.then(wideTables);
})();
