// sharp doing the same work: argv = way, folder of originals, folder for renditions, table as JSON.
// each: a pipeline for each width, as its manual shows; once: the narrower ones from the widest;
// reference: from the whole decoded photo, without loss.
const [way, from, to, table] = process.argv.slice(2);
const fs = require("fs"), path = require("path"), sharp = require("sharp");
sharp.concurrency(1); sharp.cache(false);  // CPU is counted, not time: threads would only add to it

async function make(file) {
  const renditions = JSON.parse(table), widest = Math.max(...renditions.map(one => one[1]));
  const whole = sharp(file).rotate();
  const upright = way === "once" ? whole.resize({ width: widest, withoutEnlargement: true }) : whole;
  const raw = way === "each" ? null : await upright.raw().toBuffer({ resolveWithObject: true });
  for (const [kind, width, quality] of renditions) {
    const source = raw ? sharp(raw.data, { raw: raw.info }) : sharp(file).rotate();
    await source.resize({ width, withoutEnlargement: true })[kind](kind === "png" ? {} : { quality })
      .toFile(path.join(to, `${path.basename(file)}-${width}.${kind}`));
  }
}

(async () => {
  const files = fs.readdirSync(from).map(name => path.join(from, name));
  await make(files[0]);  // warm
  const before = process.cpuUsage();
  for (const file of files) await make(file);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1e6);
})();
