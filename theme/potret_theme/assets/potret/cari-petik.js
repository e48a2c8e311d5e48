/* Chooses the words of a page that are shown with a result: those round which most of the query stands. */
(() => {
  "use strict";
  const WORDS = 24;
  const BEFORE = 6; // words in front of the first that matches

  /** Cut out the part of a text with most words of the query in it; give its pieces, each with whether it matches one. */
  window.potretPetik = (text, match) => {
    const words = text.split(" ");
    const known = new Map();
    const found = (word) => (known.has(word) ? known : known.set(word, match(word))).get(word);
    const hits = words.flatMap((word, at) => (found(word) ? [at] : []));
    const starts = hits.map((at) => Math.max(0, Math.min(at - BEFORE, words.length - WORDS)));
    const worth = (start) => {
      const inside = hits.filter((at) => at >= start && at < start + WORDS);
      return new Set(inside.map((at) => found(words[at]))).size * WORDS + inside.length;
    };
    const best = starts.reduce((one, other) => (worth(other) > worth(one) ? other : one), starts[0] || 0);
    const cut = words.slice(best, best + WORDS).join(" ");
    const signs = [best ? "… " : "", ...cut.split(/([\p{L}\p{M}\p{N}]+)/u), best + WORDS < words.length ? " …" : ""];
    return signs.filter(Boolean).map((sign) => ({ sign, isHit: Boolean(found(sign)) }));
  };
})();
