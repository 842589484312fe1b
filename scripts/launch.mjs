import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist", "main.mjs");

/**
 * Runs the built program with the given Node. Signals are passed on, so that whoever stops this process stops the server
 * as well and not only the door to it; the exit status comes back.
 */
export function launch(node, args) {
  const child = spawn(node, ["--enable-source-maps", MAIN, ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm stops its own shell alone and leaves us without a parent and without a signal.
  if (process.env.npm_lifecycle_event !== undefined) stopWhenOrphaned(child);
  child.on("error", (error) => {
    console.error(`Wellspring could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  // The shells' convention for a program that a signal ended: 128 and the signal's number.
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function stopWhenOrphaned(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 500);
  child.on("exit", () => clearInterval(watch));
}
