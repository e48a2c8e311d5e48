/* Loads the page anew when what it is about has changed: only `potret serve` sends this script.
   A tab in the background does not listen: browsers allow six connections to one server, and there may be more tabs. */
(() => {
  "use strict";
  const { tentang, sejak } = document.currentScript.dataset;
  let news = null;

  const listen = () => {
    if (document.hidden || news) return;
    news = new EventSource(`/_potret/kabar?${tentang}.${sejak}`);
    news.addEventListener("berubah", () => {
      news.close();
      location.reload(); // browsers keep the place one has scrolled to
    });
  };

  const rest = () => {
    if (news) news.close();
    news = null;
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
})();
