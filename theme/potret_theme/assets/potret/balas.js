/* The reply form: writes what an imbas school took over as the text of imbas/<npsn>.yml. Without this script the form
   stays hidden and the paper form shows. Nothing is stored and nothing is sent; links are made when asked for. */
(() => {
  "use strict";
  const section = document.querySelector("[data-potret-balas]");
  if (!section) return;
  const form = section.querySelector("form");
  const result = section.querySelector("[data-result]");
  const text = result.querySelector("textarea");
  const said = result.querySelector("[data-said]");
  const ticks = [...form.querySelectorAll("[data-pick]")];
  const details = (tick) => tick.closest("div").querySelector("fieldset");

  /** Always a double-quoted string, so that "no", "08" and "a: b" stay text; YAML reads JSON's escapes. */
  const quoted = (value) =>
    JSON.stringify(value.replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b-\x1f]/g, ""))
      .replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));

  const filled = (fields) => [...fields].filter((field) => field.name && !field.disabled && field.value.trim());
  const line = (field) => (field.hasAttribute("data-comment") ? "# " : "") + field.name + ": " + quoted(field.value.trim());

  const known = () => [...form.npsn.list.options].find((option) => option.value === form.npsn.value.trim());

  const adoption = (tick) => {
    const each = filled(form.querySelectorAll("[data-each]"));
    const rows = filled([...details(tick).elements, ...each]).map((field) => "    " + line(field));
    return ["  - praktik: " + quoted(tick.value), ...rows];
  };

  const report = () => {
    const npsn = form.npsn.value.trim();
    const rows = ["# imbas/" + npsn + ".yml", "npsn: " + quoted(npsn)];
    if (known()) rows.push("sekolah: {nama: " + quoted(known().label) + "}");
    rows.push("adopsi:", ...ticks.filter((tick) => tick.checked).flatMap(adoption));
    rows.push(...filled([form.catatan]).map(line));
    return rows.join("\n") + "\n";
  };

  /** What HTML alone cannot ask for: one practice at least, and an end that is not before its start. */
  const check = () => {
    ticks[0].setCustomValidity(ticks.some((tick) => tick.checked) ? "" : ticks[0].dataset.pick);
    ticks.forEach((tick) => {
      const [start, end] = ["mulai", "sampai"].map((name) => details(tick).querySelector("[name=" + name + "]"));
      const status = details(tick).querySelector("[name=status]").value;
      end.min = start.value;
      start.max = status === "direncanakan" ? "" : form.tanggal.value;
    });
  };

  const name = () => {
    const output = form.querySelector("output");
    const complete = form.npsn.value && form.npsn.checkValidity();
    output.textContent = complete ? (known() ? known().label : output.dataset.unknown) : "";
  };

  form.addEventListener("input", () => {
    ticks.forEach((tick) => (details(tick).hidden = details(tick).disabled = !tick.checked));
    check();
    name();
    result.hidden = true; // the text below would no longer be what stands in the form
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    text.value = report();
    result.querySelectorAll("[data-way]").forEach((link) => (link.href = link.dataset.way + encodeURIComponent(text.value)));
    said.textContent = "";
    result.hidden = false;
    text.focus();
  });

  const copy = result.querySelector("[data-copy]");
  const select = () => {
    text.select();
    said.textContent = copy.dataset.else;
  };
  copy.addEventListener("click", () => {
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(text.value).then(() => (said.textContent = copy.dataset.done), select);
  });

  const share = result.querySelector("[data-share]");
  share.hidden = !navigator.share;
  share.addEventListener("click", () => navigator.share({ text: text.value }).catch(() => {})); // closed without sending

  const day = new Date();
  form.tanggal.value = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  check();
  section.hidden = false;
})();
