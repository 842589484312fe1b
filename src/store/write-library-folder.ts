import { existsSync } from "node:fs";
import { lstat, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { failed, ok, type Result } from "../kernel/result.ts";
import type { LibraryFile } from "../library/model/library.ts";
import { outputDiagnostics } from "./write-output.ts";

/** A file of a library: no way up, no hidden names, nothing but letters, digits, dots and hyphens. */
const SAFE_PATH = /^(?:[a-z0-9][a-z0-9.-]*\/){0,3}[a-z0-9][a-z0-9.-]*$/;

interface FolderChange {
  readonly files: readonly LibraryFile[];
  /** Files that must not be there. */
  readonly absent: readonly string[];
}

/**
 * Writes files of a library and takes away those that must not be there. What lies there and is another is somebody's work: it is left alone and
 * everything is refused, unless `over` says otherwise. Gives what was written and taken away.
 */
export async function writeLibraryFolder(
  folder: string,
  { files, absent }: FolderChange,
  over: boolean,
): Promise<Result<readonly string[]>> {
  const unsafe = [...files.map(({ path }) => path), ...absent].find((path) => !SAFE_PATH.test(path));
  if (unsafe !== undefined) return unwritable(unsafe, "it is no path of a library");
  try {
    const changed: LibraryFile[] = [];
    for (const file of files) if ((await contentOf(join(folder, file.path))) !== file.text) changed.push(file);
    const surplus = absent.filter((path) => existsSync(join(folder, path)));
    const inTheWay = [...changed.map(({ path }) => path).filter((path) => existsSync(join(folder, path))), ...surplus];
    if (inTheWay.length > 0 && !over)
      return failed(outputDiagnostics.report("export-in-the-way", { folder, files: inTheWay.join(", ") }));
    for (const { path, text } of changed) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    for (const path of surplus) await rm(join(folder, path));
    return ok([...changed.map(({ path }) => path), ...surplus.map((path) => `${path} (taken away)`)]);
  } catch (error) {
    return unwritable(folder, error instanceof Error ? error.message : "unwritable");
  }
}

/** What a file holds; nothing when it is not there. A link is not written through. */
async function contentOf(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  if ((await lstat(path)).isSymbolicLink()) throw new Error(`${path} is a link`);
  return readFile(path, "utf8");
}

function unwritable(path: string, reason: string): Result<never> {
  return failed(outputDiagnostics.report("output-unwritable", { path, reason }));
}
