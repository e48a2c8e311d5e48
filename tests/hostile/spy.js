// Counts whatever a page must never do; the test reads window.__hit.
(() => {
  "use strict";
  const hits = [];
  const note = (kind, what) => hits.push(`${kind}: ${String(what).slice(0, 200)}`);
  Object.defineProperty(window, "__hit", { value: hits });
  Object.defineProperty(window, "kena", { value: (name) => note("script", name) });
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    Object.defineProperty(window, name, { value: (what) => note(name, what) });
  }
  const evaluate = window.eval; // the test itself needs it
  Object.defineProperty(window, "eval", {
    value: (what) => {
      if (String(what).includes("kena(")) note("eval", what);
      return evaluate(what);
    },
  });
  for (const name of ["setTimeout", "setInterval"]) {
    const original = window[name];
    window[name] = (task, ...rest) => {
      if (typeof task === "string") note(name, task);
      return original(task, ...rest);
    };
  }
  const beacon = () => note("beacon", "sendBeacon");
  Object.defineProperty(navigator, "sendBeacon", { value: beacon });
  document.addEventListener("securitypolicyviolation", (event) => note("policy", event.blockedURI || event.violatedDirective));
  document.addEventListener("submit", (event) => {
    note("submit", event.target.action);
    event.preventDefault();
  }, true);
  window.addEventListener("error", (event) => { if (event.message) note("error", event.message); });
  // Names a school's ids could take away from scripts.
  const known = ["location", "document", "localStorage", "sessionStorage", "matchMedia", "navigator", "history"];
  const kept = Object.fromEntries(known.map((name) => [name, window[name]]));
  const members = ["getElementById", "querySelector", "querySelectorAll", "body", "documentElement", "cookie", "forms"];
  const types = Object.fromEntries(members.map((name) => [name, typeof document[name]]));
  window.addEventListener("load", () => {
    for (const name of known) if (window[name] !== kept[name]) note("clobbered", name);
    for (const name of members) {
      const now = typeof document[name];
      if (now !== types[name] && types[name] !== "undefined" && name !== "body") note("clobbered", `document.${name}`);
      if (name === "body" && !(document.body instanceof HTMLBodyElement)) note("clobbered", "document.body");
    }
    if (window.opener) note("opener", "opener");
    if (window.name) note("name", window.name);
  });
})();
