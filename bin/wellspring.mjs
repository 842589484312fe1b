#!/usr/bin/env node
// The command of the package. Runs on any Node from 18 on: builds when stale, then hands over to the pinned Node.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinned = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node");

if (!existsSync(pinned)) {
  console.error("Wellspring is not set up yet: run `npm ci` in its folder first.");
  process.exit(1);
}

const { build } = await import("../scripts/build.mjs");
try {
  await build();
} catch (error) {
  console.error(`Wellspring could not be built: ${error.message}`);
  process.exit(1);
}

const child = spawn(pinned, ["--enable-source-maps", join(root, "dist", "main.mjs"), ...process.argv.slice(2)], {
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(`Wellspring could not be started: ${error.message}`);
  process.exitCode = 1;
});
// The shells' convention for a program that a signal ended: 128 and the signal's number.
child.on("exit", (code, signal) => {
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
});
