// Bundles the server and the files that browsers load. Does nothing when the result is newer than every file it is made from.
// Runs on Node 18 and later, so that `npx wellspring` can build before the pinned Node takes over.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, "dist", ".built");
const INPUTS = ["src", "test/fixtures", "scripts/build.mjs", "package.json", "package-lock.json", "tsconfig.json"];

/** True when some file that the build reads is newer than the build. */
export function isStale() {
  if (!existsSync(STAMP) || !existsSync(join(ROOT, "dist", "main.mjs"))) return true;
  const built = statSync(STAMP).mtimeMs;
  return INPUTS.some((input) => newestIn(join(ROOT, input)) > built);
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  // A folder's own time changes when a file in it is added or removed.
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** Builds when stale. Returns the milliseconds it took, 0 when there was nothing to do. */
export async function build() {
  if (!isStale()) return 0;
  const begun = Date.now();
  const { build: bundle } = await import("esbuild");
  const assets = join(ROOT, "dist", "assets");
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });
  const shared = { absWorkingDir: ROOT, bundle: true, logLevel: "warning" };
  const [, browser] = await Promise.all([
    bundle({
      ...shared,
      // The reader is a program of its own: it runs without rights, in a process that may be killed.
      entryPoints: [
        "src/main.ts",
        "src/ingest/cage/caged-reader.ts",
        "src/store/bench/bench-worker.ts",
        "src/store/evidence/quoting-worker.ts",
        "src/store/evidence/shelving-worker.ts",
      ],
      outdir: "dist",
      entryNames: "[name]",
      outExtension: { ".js": ".mjs" },
      platform: "node",
      format: "esm",
      target: "node24",
      packages: "external",
      sourcemap: true,
      jsx: "automatic",
      jsxImportSource: "preact",
    }),
    bundle({
      ...shared,
      entryPoints: {
        main: "src/http/islands/main.ts",
        editor: "src/http/islands/editor/main.ts",
        worker: "src/http/worker/offline-worker.ts",
        style: "src/http/styles/main.css",
        desk: "src/http/styles/desk.css",
      },
      outdir: "dist/assets",
      entryNames: "[name]-[hash]",
      format: "esm",
      target: "es2022",
      minify: true,
      metafile: true,
    }),
  ]);
  writeFileSync(join(assets, "manifest.json"), `${JSON.stringify(manifestOf(browser.metafile.outputs), null, 2)}\n`);
  writeFileSync(STAMP, `${new Date(begun).toISOString()}\n`);
  return Date.now() - begun;
}

function manifestOf(outputs) {
  const names = Object.keys(outputs).map((path) => path.replace("dist/assets/", ""));
  const nameOf = (entry, ending) => {
    const found = names.find((name) => name.startsWith(`${entry}-`) && name.endsWith(ending));
    if (found === undefined) throw new Error(`the build made no ${entry}${ending} file`);
    return found;
  };
  return {
    style: nameOf("style", ".css"),
    desk: nameOf("desk", ".css"),
    script: nameOf("main", ".js"),
    editor: nameOf("editor", ".js"),
    worker: nameOf("worker", ".js"),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const took = await build();
  console.log(took === 0 ? "dist is up to date" : `built dist in ${took} ms`);
  const bytes = readFileSync(join(ROOT, "dist", "main.mjs")).length;
  console.log(`dist/main.mjs: ${Math.round(bytes / 1024)} KB`);
}
