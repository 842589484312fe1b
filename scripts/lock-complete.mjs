// Lists optional packages that package-lock.json should hold and does not. npm leaves out platform packages that the
// registry could not serve, writes the file all the same, and `npm ci` then refuses it on every machine.
import { readFileSync } from "node:fs";

const file = process.argv[2] ?? new URL("../package-lock.json", import.meta.url);
const { packages } = JSON.parse(readFileSync(file, "utf8"));
const missing = Object.entries(packages).flatMap(([place, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isResolvable(place, name))
    .map((name) => `${place === "" ? "(this package)" : place.replace("node_modules/", "")} needs ${name}`),
);
for (const line of missing) console.error(line);
console.log(missing.length === 0 ? "the lock file is complete" : `${missing.length} missing: npm ci would fail`);
process.exitCode = missing.length === 0 ? 0 : 1;

/** Node's own search: the package's node_modules, then those of each folder above it. */
function isResolvable(place, name) {
  for (let at = place; ; at = parentOf(at)) {
    if (`${at === "" ? "" : `${at}/`}node_modules/${name}` in packages) return true;
    if (at === "") return false;
  }
}

function parentOf(place) {
  const cut = place.lastIndexOf("/node_modules/");
  return cut === -1 ? "" : place.slice(0, cut);
}
