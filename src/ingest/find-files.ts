import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";

/** Standard input, among the paths of an import. */
export const STANDARD_INPUT = "-";

/** A file that was found for an import. */
export interface FoundFile {
  readonly path: string;
  /** Within the source: its name, or its path below the folder that was named. */
  readonly name: string;
  /** Changes with the file. Absent for standard input, which nobody can compare with itself. */
  readonly fingerprint?: string;
}

/** What lies under the paths of an import. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Files in folders whose names do not end as those of the kind do. */
  readonly passedOver: number;
  readonly missing: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Files that are named are taken whatever they are called; of folders, those whose names end as wanted, in the order of their paths.
 * Links inside folders are not followed, and what begins with a dot is left alone.
 */
export async function findFiles(
  paths: readonly string[],
  endings: readonly string[],
  standardInputName: string,
): Promise<FoundFiles> {
  const found: { files: FoundFile[]; passedOver: number; missing: { path: string; reason: string }[] } = {
    files: [],
    passedOver: 0,
    missing: [],
  };
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      found.files.push({ path, name: standardInputName });
      continue;
    }
    try {
      const isFolder = (await stat(path)).isDirectory();
      const names = isFolder ? await filesBelow(path) : [path];
      const wanted = isFolder ? names.filter((name) => endsAs(name, endings)) : names;
      found.passedOver += names.length - wanted.length;
      for (const file of wanted) found.files.push(await toFound(file, isFolder ? path : undefined));
    } catch (error) {
      found.missing.push({ path, reason: error instanceof Error ? error.message : "unreadable" });
    }
  }
  return found;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith(".")),
    )
    .toSorted();
}

function endsAs(name: string, endings: readonly string[]): boolean {
  const plain = name.toLowerCase().replace(/\.gz$/, "");
  return endings.some((ending) => plain.endsWith(ending));
}

async function toFound(file: string, folder: string | undefined): Promise<FoundFile> {
  const { size, mtimeMs } = await stat(file);
  const name = folder === undefined ? basename(file) : relative(folder, file).split(sep).join("/");
  return { path: resolve(file), name, fingerprint: `${size} ${mtimeMs}` };
}
