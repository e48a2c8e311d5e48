/* Light or dark: the visitor's choice, else the system's. Stands in for Material's bundle (114 kB), of which the site
   needs only this; everything else works by HTML and CSS. The choice is kept where Material's own small script in the
   page head looks for it, so that the next page has it before it is drawn. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-md-component=palette]");
  document.documentElement.setAttribute("data-potret-js", "");

  // The drawer's switch has no name in Material's page; with the menu's name it can be used by keyboard.
  var drawer = document.querySelector("[data-md-toggle=drawer]");
  var menu = document.querySelector(".md-nav--primary");
  if (drawer && menu) drawer.setAttribute("aria-label", menu.getAttribute("aria-label"));
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
})();
