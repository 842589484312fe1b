import { join } from "node:path";
import { type CliEffects, EXIT, type OpenedLibrary, type ServeOptions } from "./cli/command.ts";
import { run } from "./cli/run.ts";
import { loadAssets } from "./http/assets.ts";
import { startServer } from "./http/serve.ts";
import { openLibrary } from "./store/open-library.ts";
import { readInput } from "./store/read-input.ts";

const libraryFolder = process.env.WELLSPRING_LIBRARY ?? join(import.meta.dirname, "..", "library");

const effects: CliEffects = {
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  readText: readInput,
  openLibrary: (folder) => openLibrary(folder ?? libraryFolder),
  serve,
};

async function serve({ wellspring }: OpenedLibrary, options: ServeOptions): Promise<number> {
  const started = await startServer({
    ...options,
    wellspring,
    assets: loadAssets(join(import.meta.dirname, "assets"), wellspring.identifierWords),
    reportFault: (error) => effects.writeError(`fault: ${error.stack ?? error.message}\n`),
  });
  if (!started.ok) {
    effects.writeError(`${started.diagnostics.map(({ message, help }) => `${message}\n  help: ${help}`).join("\n")}\n`);
    return EXIT.found;
  }
  const { url, stop } = started.value;
  effects.write(`Wellspring is ready at ${url}\n`);
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  await promise;
  await stop();
  return EXIT.ok;
}

process.exitCode = await run(process.argv.slice(2), effects);
