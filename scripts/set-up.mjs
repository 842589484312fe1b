// What must be there before any command runs: the packages of the lock file and the pinned Node. Plain ES, any Node from 18 on.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./find-chromium.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, "node_modules");
const BIN = join(MODULES, ".bin");
const STAMP = join(MODULES, ".wellspring-setup");
const OLDEST_NODE = 26;
const IS_WINDOWS = process.platform === "win32";

/** Tells what is missing and ends: a stack trace would help nobody here. */
export function giveUp(message) {
  console.error(message);
  process.exit(1);
}

/** Runs a command of the project with the pinned Node first on PATH. Returns its exit status. */
export function run(command, args, environment = {}) {
  const env = { ...process.env, ...environment, PATH: `${BIN}${delimiter}${process.env.PATH ?? ""}` };
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env, shell: IS_WINDOWS });
  if (error !== undefined) giveUp(`\`${command}\` could not be started: ${error.message}`);
  return status ?? 1;
}

/** Installs the packages when none are there or when the lock file has changed since. */
export function ensurePackages() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8").trim() === wanted) return;
  // Packages that `npm ci` put there itself need no second installation; npm keeps its own copy of the lock file.
  if (!isInstalledFromLock() && run(IS_WINDOWS ? "npm.cmd" : "npm", ["ci"]) !== 0)
    giveUp("`npm ci` failed; its message is above.");
  writeFileSync(STAMP, `${wanted}\n`);
}

function isInstalledFromLock() {
  const hidden = join(MODULES, ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, "utf8")).packages;
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  return Object.entries(packages).every(
    ([place, entry]) => place === "" || entry.optional === true || installed[place]?.version === entry.version,
  );
}

/** The Node that the lock file pins comes as a package for the five common platforms; elsewhere a system Node must do. */
export function ensureNode() {
  const pinned = join(BIN, IS_WINDOWS ? "node.exe" : "node");
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split(".")[0]) >= OLDEST_NODE) return process.execPath;
  return giveUp(
    `Wellspring needs Node ${OLDEST_NODE} and runs on ${process.version}. \`npm ci\` brings it along for Linux, macOS and Windows,\n` +
      `but there is none for ${process.platform} on ${process.arch} here, or it was left out (\`--omit=optional\`).\n` +
      `Run \`npm ci\` without that option, or install Node ${OLDEST_NODE} yourself.`,
  );
}

/** The path of a Chromium for the browser tests, installed where that can be done without asking. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("No Chromium found; installing Debian's.");
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    if (run("apt-get", ["update"], quiet) === 0)
      run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quiet);
  }
  return (
    findChromium() ??
    giveUp(
      "The browser tests need Chromium or Chrome. Install one (Debian: `apt-get install chromium`; macOS: `brew install\n" +
        "--cask chromium`) or name it: CHROMIUM_PATH=/path/to/chromium npm test",
    )
  );
}
