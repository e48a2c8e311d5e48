/* In the head, before anything is drawn: the light or dark a visitor has chosen, and the tab an address names. Material
   does this by three scripts inside each page, which a strict Content-Security-Policy forbids. */
(function () {
  "use strict";
  var scope = new URL("../..", document.currentScript.src); // the root of the site, also below a folder and from file://

  window.__md_scope = scope;
  window.__md_get = function (name) {
    return JSON.parse(localStorage.getItem(scope.pathname + "." + name));
  };
  window.__md_set = function (name, value) {
    try {
      localStorage.setItem(scope.pathname + "." + name, JSON.stringify(value));
    } catch (error) {
      // storage is closed: then the choice holds for this page only
    }
  };

  function paint() {
    var kept;
    try {
      kept = window.__md_get("__palette");
    } catch (error) {
      return;
    }
    ["scheme", "primary", "accent"].forEach(function (name) {
      var color = kept && kept.color && kept.color[name];
      if (color) document.body.setAttribute("data-md-color-" + name, color);
    });
  }

  // The body is not there yet: it is painted in the moment it comes, still before the first picture of the page.
  new MutationObserver(function (_, observer) {
    if (!document.body) return;
    observer.disconnect();
    paint();
  }).observe(document.documentElement, { childList: true });

  document.addEventListener("DOMContentLoaded", function () {
    var tab = document.getElementById(location.hash.slice(1));
    if (tab && tab.name && tab.name.indexOf("__tabbed_") === 0) tab.checked = true;
  });
})();
