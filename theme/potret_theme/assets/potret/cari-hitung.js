/* Finds and ranks pages: words of a query to their stems, stems to pages, pages in order. How the index is written is told
   in plugins/potret/search/. */
(() => {
  "use strict";
  const PLAIN = { stem: (word) => word, stop: new Set() };
  const ROOM = 1_000_000; // a page is one number: its group's times this, and its own
  const LONGEST = 40; // characters of a word
  const LIKE = 0.6; // what a word that only begins as the last one does is worth
  const SIGNS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(32 + at)).filter((sign) => !'"\\<.,'.includes(sign));
  const VALUES = new Map(SIGNS.map((sign, value) => [sign, value]));

  const tokens = (text) => {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return (plain.match(/[\p{L}\p{N}]+/gu) || []).map((word) => [...word].slice(0, LONGEST).join(""));
  };

  const known = new Map(); // a page's words come again and again
  const stem = (word) => known.get(word) ?? known.set(word, (window.potretBahasa || PLAIN).stem(word)).get(word);

  const keyOf = (word) => [...word].slice(0, 3).map((sign) => (/[a-z0-9]/.test(sign) ? sign : "_")).join("");

  /** Read where a word is: how much it says, 1 to 8, by page. */
  const read = (postings) => {
    const found = new Map();
    let [group, page] = [-1, -1];
    for (let at = 0; at < postings.length; at += 1) {
      const value = VALUES.get(postings[at]);
      if (value !== undefined) {
        page += (value >> 3) + 1;
        found.set(group * ROOM + page, (value & 7) + 1);
      } else if (postings[at] === "~") page += 11;
      else {
        const end = postings[at] === "," ? postings.indexOf(",", at + 1) : at;
        group += end > at ? parseInt(postings.slice(at + 1, end), 36) : 1;
        [page, at] = [-1, end];
      }
    }
    return found;
  };

  /** Take a query apart; the last word may still be in the writing. Words that say nothing count if there are no others. */
  const query = (term) => {
    const all = tokens(term);
    const isOpen = /\S$/.test(term) && all.length > 0 && all[all.length - 1].length > 2;
    const words = all.map((text, at) => ({ text, stem: stem(text), isOpen: isOpen && at === all.length - 1 }));
    const telling = words.filter((word) => !(window.potretBahasa || PLAIN).stop.has(word.text));
    return telling.length ? telling : words;
  };

  /** How much of a query's word a stem is: all of it, its beginning, nothing. The stem of reading begins ready: not meant. */
  const share = (word, found) => {
    if (found === word.stem) return 1;
    return word.isOpen && found.startsWith(word.text.startsWith(word.stem) ? word.text : word.stem) ? LIKE : 0;
  };

  window.potretHitung = (list, piece) => {
    const [groups, keys] = [list.g, new Set(list.k.split(" "))];
    let sorted = null; // pages by filter and value, once they are loaded

    const pagesOf = async (word) => {
      const found = new Map();
      const key = keyOf(word.stem);
      if (!keys.has(key)) return found;
      Object.entries(await piece(`k-${key}`)).forEach(([one, postings]) => {
        const part = share(word, one);
        if (part) read(postings).forEach((says, page) => found.set(page, Math.max(found.get(page) || 0, part * says)));
      });
      return found;
    };

    const filters = async () => {
      const each = (values) => Object.entries(values).map(([value, postings]) => [value, new Set(read(postings).keys())]);
      sorted = sorted || Object.entries(await piece("saring")).map(([name, values]) => [name, new Map(each(values))]);
      return counted();
    };

    const counted = (among) => {
      const count = (pages) => (among ? among.filter((page) => pages.has(page)).length : pages.size);
      const values = (known) => Object.fromEntries([...known].map(([value, pages]) => [value, count(pages)]));
      return Object.fromEntries((sorted || []).map(([name, known]) => [name, values(known)]));
    };

    const search = async (term, chosen) => {
      const words = query(term);
      const wanted = Object.entries(chosen);
      const [hits] = await Promise.all([Promise.all(words.map(pagesOf)), wanted.length ? filters() : null]);
      const narrow = wanted.map(([name, value]) => new Map(sorted).get(name)?.get(value) || new Set());
      const [few, ...others] = [...hits, ...narrow].sort((one, other) => one.size - other.size);
      const pages = few ? [...few.keys()].filter((page) => others.every((one) => one.has(page))) : [];
      const weights = hits.map((one) => Math.log(1 + list.n / one.size));
      const score = new Map(pages.map((page) => [page, hits.reduce((sum, one, at) => sum + weights[at] * one.get(page), 0)]));
      pages.sort((one, other) => score.get(other) - score.get(one) || one - other);
      const match = (text) => words.find((word) => tokens(text).some((token) => share(word, stem(token))));
      const data = async (page) => ({ ...(await piece(`${groups[Math.floor(page / ROOM)]}/${page % ROOM}`)), match });
      return { results: pages.map((page) => ({ data: () => data(page) })), filters: counted(pages) };
    };

    return { filters, search };
  };
})();
