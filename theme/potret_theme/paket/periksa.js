/* The verify page: file:// may not read files by itself, so the visitor picks the folder; pictures load without. */
(() => {
  "use strict";
  const root = document.getElementById("periksa");
  if (!root) return;
  const SUMS = "SHA256SUMS";
  let run = 0;
  const SMALL = 32 * 1024 * 1024; // bytes; larger files are read piece by piece
  const PIECE = 4 * 1024 * 1024;
  const STRANGE = /(^|\/)(\._.*|\.DS_Store|Thumbs\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information|LOST\.DIR|\.thumbnails|\.Trash.*)(\/|$)/i;
  const result = root.querySelector("[data-hasil]");
  const bar = root.querySelector("progress");
  const top = new URL(root.dataset.awal || ".", location.href);
  const say = (words, ...values) => values.reduce((text, value) => text.replace("#", value), words);
  const all = () => window.potretManifes || [];
  const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

  const digest = async (file) => {
    if (file.size <= SMALL && window.crypto && crypto.subtle) {
      return hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    }
    const sum = new window.PotretSha256();
    for (let at = 0; at < file.size; at += PIECE) sum.add(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
    return sum.hex();
  };

  const list = (key, names) => {
    const part = root.querySelector(`[data-daftar=${key}]`);
    const items = names.map((name) => Object.assign(document.createElement("li"), { textContent: name }));
    part.lastElementChild.replaceChildren(...items);
    part.hidden = names.length === 0;
  };

  const begin = () => {
    for (const key of ["berubah", "hilang", "tambahan"]) list(key, []);
    return ++run;
  };

  const advance = (number, count) => {
    bar.value = count ? number / count : 1;
    if (number % 20 === 0) result.textContent = say(root.dataset.sedang, number, count);
  };

  /** Both lists count: one that was cut off must not make the folder look smaller than it is. */
  const wanted = async (sums) => {
    const found = new Map(all().map(([name, , sum]) => [name, new Set([sum])]));
    for (const line of sums ? (await sums.text()).split("\n") : []) {
      const parts = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
      if (parts) found.set(parts[2], (found.get(parts[2]) || new Set()).add(parts[1]));
    }
    return found;
  };

  const full = async (picked) => {
    const mine = begin();
    const doors = picked.map((file) => file.webkitRelativePath).filter((path) => /(^|\/)periksa\.html$/.test(path));
    const start = doors.sort((one, two) => one.length - two.length)[0];
    if (start === undefined) return (result.textContent = root.dataset.salah);
    const folder = start.slice(0, -"periksa.html".length);
    const inside = picked.filter((file) => file.webkitRelativePath.startsWith(folder));
    const files = new Map(inside.map((file) => [file.webkitRelativePath.slice(folder.length), file]));
    const listed = await wanted(files.get(SUMS));
    if (!listed.size) return (result.textContent = root.dataset.galat);
    const bad = { berubah: [], hilang: files.has(SUMS) ? [] : [SUMS], tambahan: [] };
    let number = 0;
    for (const [name, sums] of listed) {
      if (mine !== run) return;
      const file = files.get(name);
      if (!file) bad.hilang.push(name);
      else if (sums.size !== 1 || !sums.has(await digest(file).catch(() => ""))) bad.berubah.push(name);
      advance(++number, listed.size);
    }
    bad.tambahan = [...files.keys()].filter((name) => name !== SUMS && !listed.has(name) && !STRANGE.test(name));
    for (const key of Object.keys(bad)) list(key, bad[key]);
    const whole = listed.size - bad.berubah.length - bad.hilang.filter((name) => name !== SUMS).length;
    const end = bad.berubah.length + bad.hilang.length === 0 ? root.dataset.semua : root.dataset.rusak;
    result.textContent = `${say(root.dataset.utuh, whole, listed.size)} ${end}`;
  };

  const loads = (address) => {
    const image = Object.assign(new Image(), { src: address });
    return image.decode().then(() => image.naturalWidth > 0, () => false);
  };

  const quick = async () => {
    const [mine, missing] = [begin(), []];
    const names = all().map(([name]) => name).filter((name) => /\.(webp|jpe?g|png)$/.test(name));
    for (const [number, name] of names.entries()) {
      if (mine !== run) return;
      if (!(await loads(new URL(name.split("/").map(encodeURIComponent).join("/"), top).href))) missing.push(name);
      advance(number + 1, names.length);
    }
    list("berubah", missing);
    result.textContent = say(root.dataset.dibuka, names.length - missing.length, names.length);
  };

  root.hidden = false;
  root.querySelector("[data-cepat]").addEventListener("click", quick);
  root.querySelector("input").addEventListener("change", (event) => full([...event.target.files]));
})();
