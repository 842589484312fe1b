#!/usr/bin/env node
// The command of the package. Runs on any Node from 18 on: builds when stale, then hands over to the pinned Node.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../scripts/build.mjs";
import { launch } from "../scripts/launch.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinned = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node");

if (!existsSync(pinned)) {
  console.error("Wellspring is not set up yet: run `npm ci` in its folder first.");
  process.exit(1);
}
try {
  await build();
} catch (error) {
  console.error(`Wellspring could not be built: ${error.message}`);
  process.exit(1);
}
launch(pinned, process.argv.slice(2));
