/* Indonesian for the search: stems of words, and the words a query can do without.
   The algorithm is Snowball's (snowballstem.org/algorithms/indonesian, after Tala 2003), written from its definition; the
   index is stemmed by snowballstemmer, and a test compares both. */
(() => {
  "use strict";
  // What is in front of a word, in the order in which one looks; the digit says after which prefixes an ending stays.
  const DI = 1;
  const PER = 2;
  const KE = 3;
  const BER = 4;
  const FIRST = [
    ["meny(?=[aeiou])", DI, "s"], ["meng", DI], ["men", DI], ["mem(?=[aeiou])", DI, "p"], ["mem", DI], ["me", DI],
    ["peny(?=[aeiou])", KE, "s"], ["peng", KE], ["pen", KE], ["pem(?=[aeiou])", KE, "p"], ["pem", KE],
    ["di", DI], ["ter", DI], ["ke", KE],
  ];
  const SECOND = [
    ["pel(?=ajar)", 0], ["per", PER], ["pe", PER],
    ["bel(?=ajar)", BER], ["ber", BER], ["be(?=[^aeiou]er)", BER],
  ];
  const patterns = (rows) => rows.map(([begins, kind, instead = ""]) => [new RegExp(`^${begins}`, "u"), kind, instead]);
  const [first, second] = [patterns(FIRST), patterns(SECOND)];
  const isLong = (word) => word.replace(/[^aeiou]/g, "").length > 2;

  /** Take the first prefix that fits off a word; give the rest, its kind and the letter in its place, or null. */
  const without = (word, rows) => {
    const found = rows.find(([begins]) => begins.test(word));
    return found ? { rest: word.replace(found[0], ""), kind: found[1], letter: found[2] } : null;
  };

  const ending = (word, kind) => {
    if (!isLong(word)) return word;
    if (word.endsWith("kan") && kind !== KE && kind !== PER) return word.slice(0, -3);
    if (word.endsWith("an") && kind !== DI) return word.slice(0, -2);
    return /[^s]i$/u.test(word) && kind <= PER ? word.slice(0, -1) : word;
  };

  const stem = (whole) => {
    let word = whole;
    if (!isLong(word)) return word;
    word = word.replace(/(kah|lah|pun)$/, "");
    if (!isLong(word)) return word;
    word = word.replace(/(ku|mu|nya)$/, "");
    if (!isLong(word)) return word;
    const one = without(word, first);
    if (!one) {
      const two = without(word, second);
      return two ? ending(two.rest, two.kind) : ending(word, 0);
    }
    const rest = isLong(one.letter + one.rest) ? ending(one.rest, one.kind) : one.rest;
    // A second prefix goes only where an ending went.
    const bare = rest !== one.rest && !one.letter && isLong(rest) ? without(rest, second) : null;
    return one.letter + (bare ? bare.rest : rest);
  };

  const STOP =
    "ada adalah agar akan antara apa atau bagi bahwa banyak beberapa bisa dalam dan dapat dari dengan di hanya hingga ia ini itu juga kami " +
    "karena ke kita lain lebih maka mereka namun oleh pada para saat saja sampai sebagai secara sedang sehingga semua seperti serta " +
    "setiap sudah supaya tanpa telah tentang tetapi tidak untuk yaitu yang";
  window.potretBahasa = { stem, stop: new Set(STOP.split(" ")) };
})();
