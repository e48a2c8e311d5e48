// sharp doing the same work: argv = way, folder of originals, folder for renditions, table as JSON.
const [way, from, to, table] = process.argv.slice(2);
const fs = require("fs"), path = require("path"), sharp = require("sharp");
sharp.concurrency(1); sharp.cache(false);  // CPU is counted, not time: threads would only add to it

async function make(file) {
  const renditions = JSON.parse(table), widest = Math.max(...renditions.map(one => one[1]));
  const upright = sharp(file).rotate().resize({ width: widest, withoutEnlargement: true });
  const raw = way === "once" ? await upright.raw().toBuffer({ resolveWithObject: true }) : null;
  for (const [kind, width, quality] of renditions) {
    const source = raw ? sharp(raw.data, { raw: raw.info }) : sharp(file).rotate();
    await source.resize({ width, withoutEnlargement: true })[kind]({ quality })
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
