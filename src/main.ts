import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { text as readStream } from "node:stream/consumers";
import type { CliEffects, OpenedLibrary, ServeOptions } from "./cli/command.ts";
import { EXIT } from "./cli/command.ts";
import { run } from "./cli/run.ts";
import { loadAssets } from "./http/assets.ts";
import { startServer } from "./http/serve.ts";
import { defineDiagnostics } from "./kernel/diagnostic.ts";
import { failed, ok, type Result } from "./kernel/result.ts";
import { openLibrary } from "./store/open-library.ts";

/** The largest file of findings or vignettes that is read. */
const MAX_INPUT_BYTES = 50_000_000;

const inputDiagnostics = defineDiagnostics({
  "input-unreadable": {
    severity: "error",
    message: ({ path }: { path: string; reason: string }) => `\`${path}\` cannot be read`,
    help: ({ reason }: { path: string; reason: string }) => `check the path (${reason})`,
  },
});

const shippedLibrary = join(import.meta.dirname, "..", "library");
const libraryFolder = process.env.WELLSPRING_LIBRARY ?? shippedLibrary;

const effects: CliEffects = {
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  readText,
  openLibrary: (folder) => openLibrary(folder ?? libraryFolder),
  serve,
};

async function readText(path: string): Promise<Result<string>> {
  try {
    if (path === "-") return ok(await readStream(process.stdin));
    const { size } = await stat(path);
    if (size > MAX_INPUT_BYTES) return unreadable(path, `${size} bytes are more than is read`);
    return ok(await readFile(path, "utf8"));
  } catch (error) {
    return unreadable(path, error instanceof Error ? error.message : "unreadable");
  }
}

function unreadable(path: string, reason: string): Result<never> {
  return failed(inputDiagnostics.report("input-unreadable", { path, reason }));
}

async function serve({ wellspring }: OpenedLibrary, options: ServeOptions): Promise<number> {
  const started = await startServer({
    ...options,
    wellspring,
    assets: loadAssets(join(import.meta.dirname, "assets")),
    reportFault: (error) => void process.stderr.write(`fault: ${error.stack ?? error.message}\n`),
  });
  if (!started.ok) {
    process.stderr.write(
      `${started.diagnostics.map(({ message, help }) => `${message}\n  help: ${help}`).join("\n")}\n`,
    );
    return EXIT.found;
  }
  const { url, stop } = started.value;
  process.stdout.write(`Wellspring is ready at ${url}\n`);
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  await promise;
  await stop();
  return EXIT.ok;
}

process.exitCode = await run(process.argv.slice(2), effects);
