/* English for the search: stems of words, and the words a query can do without.
   The algorithm is Snowball's (snowballstem.org/algorithms/english, "Porter 2"), written from its definition; the index is
   stemmed by snowballstemmer, and a test compares both. A word has no apostrophe here: it is cut there. */
(() => {
  "use strict";
  const VOWELS = "aeiouy"; // Y is a y that sounds as a consonant
  const KEPT = new Set("sky news howe atlas cosmos bias andes".split(" "));
  const WHOLE = /^(gener|commun|arsen|past|univers|later|emerg|organ|inter)/;
  const NO_VERBS = new Set("inn out cann herr earr even".split(" "));
  const table = (text) => text.split(" ").map((row) => row.split(":"));
  const SPECIAL = new Map(table("skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl"));
  const SECOND = table(
    "ational:ate ization:ize fulness:ful ousness:ous iveness:ive tional:tion biliti:ble lessli:less entli:ent ation:ate " +
      "alism:al aliti:al ousli:ous iviti:ive fulli:ful ogist:og enci:ence anci:ance abli:able izer:ize ator:ate alli:al " +
      "bli:ble ogi:og li:",
  );
  const THIRD = table("ational:ate tional:tion alize:al icate:ic iciti:ic ative: ical:ic ness: ful:");
  const FOURTH = table(
    "ement: ance: ence: able: ible: ment: ant: ent: ism: ate: iti: ous: ive: ize: ion: al: er: ic:",
  );

  const isVowel = (letter) => Boolean(letter) && VOWELS.includes(letter);
  const hasVowel = (word) => /[aeiouy]/.test(word);
  /** Does a word end with a short syllable: a vowel between two consonants, or at its beginning. */
  const isShort = (word) => /([^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/u.test(word);

  /** Where the region after the first consonant behind a vowel begins; the end of the word if nowhere. */
  const region = (word, from) => {
    const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  };

  const plural = (word) => {
    if (word.endsWith("sses")) return word.slice(0, -2);
    if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
    if (!word.endsWith("s") || /[us]s$/.test(word)) return word;
    return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
  };

  const verb = (word, r1) => {
    const found = /(eedly|eed|edly|ed|ingly|ing)$/.exec(word);
    if (!found) return word;
    const before = word.slice(0, found.index);
    if (found[0].startsWith("eed")) {
      return /^(proc|exc|succ)$/.test(before) || found.index < r1 ? word : `${before}ee`;
    }
    if (found[0] === "ing" && /^[^aeiouy]y$/u.test(before)) return `${before.slice(0, -1)}ie`;
    if ((found[0] === "ing" && NO_VERBS.has(before)) || !hasVowel(before)) return word;
    if (/(at|bl|iz)$/.test(before)) return `${before}e`;
    if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(before)) return /^[aeo]..$/.test(before) ? before : before.slice(0, -1);
    return before.length === r1 && isShort(before) ? `${before}e` : before;
  };

  /** Put another ending in the place of the longest that fits, if it lies in a region and what is before it allows it. */
  const ending = (word, rows, from, allows) => {
    const row = rows.find(([end]) => word.endsWith(end));
    if (!row) return word;
    const before = word.slice(0, word.length - row[0].length);
    return before.length >= from && allows(row[0], before) ? before + row[1] : word;
  };

  const last = (word, r1, r2) => {
    const before = word.slice(0, -1);
    const at = before.length;
    if (word.endsWith("e")) return at >= r2 || (at >= r1 && !isShort(before)) ? before : word;
    return word.endsWith("ll") && at >= r2 ? before : word;
  };

  const stem = (whole) => {
    if (SPECIAL.has(whole)) return SPECIAL.get(whole);
    if (KEPT.has(whole) || [...whole].length < 3) return whole;
    let word = whole.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
    const r1 = WHOLE.exec(word)?.[0].length ?? region(word, 0);
    const r2 = region(word, r1);
    word = verb(plural(word), r1);
    if (/.[^aeiouy][yY]$/u.test(word)) word = `${word.slice(0, -1)}i`;
    const second = (end, before) => (end === "ogi" ? /l$/ : end === "li" ? /[cdeghkmnrt]$/ : /^/).test(before);
    word = ending(word, SECOND, r1, second);
    word = ending(word, THIRD, r1, (end, before) => end !== "ative" || before.length >= r2);
    word = ending(word, FOURTH, r2, (end, before) => end !== "ion" || /[st]$/.test(before));
    return last(word, r1, r2).replaceAll("Y", "y");
  };

  const STOP =
    "a about after all also an and any are as at be because been but by can for from had has have how if in into is it its more most not " +
    "of on or other our out over she so some such than that the their them then there these they this to was we were what when where " +
    "which while who will with you your";
  window.potretBahasa = { stem, stop: new Set(STOP.split(" ")) };
})();
