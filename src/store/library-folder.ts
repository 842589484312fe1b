import type { Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Diagnostic, defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import { type SourceSpan, spanAt } from "../kernel/source-span.ts";
import type { LibraryFile } from "../library/model/library.ts";

/** A library is text written by people; what is larger was put there by mistake or in bad faith. */
const MAX_FILE_BYTES = 2_000_000;
const MAX_FILES = 2_000;
const MAX_DEPTH = 8;

export const folderDiagnostics = defineDiagnostics({
  "library-folder-missing": {
    severity: "error",
    message: ({ folder }: { folder: string; reason: string }) => `there is no library in \`${folder}\``,
    help: ({ reason }: { reason: string }) => `check the path of the library folder (${reason})`,
  },
  "file-unreadable": {
    severity: "error",
    message: ({ file }: { file: string; reason: string }) => `\`${file}\` cannot be read`,
    help: ({ reason }: { reason: string }) => `check the file and its permissions (${reason})`,
  },
  "file-too-large": {
    severity: "error",
    message: ({ file, bytes }: { file: string; bytes: number }) => `\`${file}\` has ${bytes} bytes, more than is read`,
    help: `split the file, or move it out of the library; the limit is ${MAX_FILE_BYTES} bytes`,
  },
  "too-many-files": {
    severity: "error",
    message: ({ folder }: { folder: string }) =>
      `\`${folder}\` holds more than ${MAX_FILES} files or too many folders inside each other`,
    help: "check that the path is that of a library, and move other files out of it",
  },
  "file-not-text": {
    severity: "error",
    message: ({ file, found }: { file: string; found: string }) => `\`${file}\` is not plain text: it holds ${found}`,
    help: "save the file as UTF-8 text without control characters, or move it out of the library",
  },
  "link-leaves-folder": {
    severity: "error",
    message: ({ file }: { file: string }) => `\`${file}\` is a link out of the library and is not followed`,
    help: "copy the file into the library: what is reviewed must lie in it",
  },
});

/**
 * Reads every text file below a folder, in the order of their paths. Names that begin with a dot are no part of a library.
 * Anything refused fails the whole reading, with one diagnostic for each refusal: half a library is none.
 */
export async function readLibraryFolder(path: string): Promise<Result<readonly LibraryFile[]>> {
  const folder = await attempt(() => realpath(path));
  if (!folder.ok)
    return failed(folderDiagnostics.report("library-folder-missing", { folder: path, reason: folder.reason }));
  const listed = await listFiles(folder.value);
  if (!listed.ok) return listed;
  const files: LibraryFile[] = [];
  const problems: Diagnostic[] = [];
  for (const name of listed.value) {
    const read = await readText(folder.value, name);
    if (read.ok) files.push({ path: name, text: read.value });
    else problems.push(...read.diagnostics);
  }
  return problems.length > 0 ? failed(...problems) : ok(files);
}

/** Paths of the files below a folder with forward slashes, sorted by code unit so that every machine has one order. */
async function listFiles(root: string): Promise<Result<readonly string[]>> {
  const found: string[] = [];
  const waiting = [{ folder: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, depth } = next;
    const entries = await attempt(() => readdir(folder, { withFileTypes: true }));
    if (!entries.ok)
      return failed(folderDiagnostics.report("library-folder-missing", { folder, reason: entries.reason }));
    for (const entry of entries.value) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) waiting.push({ folder: path, depth: depth + 1 });
      else found.push(relative(root, path).split(sep).join("/"));
    }
    if (found.length > MAX_FILES || waiting.length > MAX_FILES || depth > MAX_DEPTH)
      return failed(folderDiagnostics.report("too-many-files", { folder: root }));
  }
  return ok(found.sort());
}

async function readText(root: string, file: string): Promise<Result<string>> {
  const unreadable = (reason: string) =>
    failed(folderDiagnostics.report("file-unreadable", { file, reason }, startOf(file)));
  const real = await attempt(() => realpath(join(root, file)));
  if (!real.ok) return unreadable(real.reason);
  if (!real.value.startsWith(root + sep))
    return failed(folderDiagnostics.report("link-leaves-folder", { file }, startOf(file)));
  const info = await attempt((): Promise<Stats> => stat(real.value));
  if (!info.ok) return unreadable(info.reason);
  if (!info.value.isFile()) return unreadable("it is not a file");
  if (info.value.size > MAX_FILE_BYTES)
    return failed(folderDiagnostics.report("file-too-large", { file, bytes: info.value.size }, startOf(file)));
  const bytes = await attempt(() => readFile(real.value));
  return bytes.ok ? decodeText(file, bytes.value) : unreadable(bytes.reason);
}

function decodeText(file: string, bytes: Uint8Array): Result<string> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const found = "bytes that are not UTF-8";
    return failed(folderDiagnostics.report("file-not-text", { file, found }, startOf(file)));
  }
  const control = /[^\P{Cc}\t\n\r]/u.exec(text);
  if (control === null) return ok(text);
  const found = `the control character U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return failed(folderDiagnostics.report("file-not-text", { file, found }, spanAt(file, text, control.index, 1)));
}

function startOf(file: string): SourceSpan {
  return { file, line: 1, column: 1, offset: 0, length: 1 };
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** The file system reports what is expected of it (no such file, no permission) by throwing; here that becomes a value. */
async function attempt<T>(read: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    return { ok: false, reason: error instanceof Error && "code" in error ? String(error.code) : "unknown reason" };
  }
}
