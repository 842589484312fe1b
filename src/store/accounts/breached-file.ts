import { type FileHandle, open, stat } from "node:fs/promises";
import { accountDiagnostics } from "../../accounts/account-diagnostics.ts";
import type { BreachedPasswords } from "../../accounts/breached-passwords.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";

/** 40 digits, a colon, a count of up to 20 digits, the end of the line. */
const LONGEST_LINE = 63;
const LINE = /^([0-9A-F]{40})(?::\d{1,20})?\r?$/i;
/** Lines that are looked at when the file is opened, evenly spread over it. */
const SAMPLES = 256;

/**
 * A list of breached passwords in the form in which Pwned Passwords is downloaded: one SHA-1 in hexadecimal digits on each line, with how often it was seen after a
 * colon, in ascending order (https://haveibeenpwned.com/Passwords). The file is searched where it lies and never loaded; some 40 GB take
 * about 36 reads. A file that is no such list is refused here when it shows at one of its sampled lines, and else when somebody's password leads to the line that is none.
 * It is opened anew for each password, so that a newer list may be put in its place.
 */
export async function openBreachedFile(path: string): Promise<Result<BreachedPasswords>> {
  const sound = await reading(path, checkSamples);
  return sound.ok ? ok({ has: (sha1) => reading(path, (list) => isIn(list, sha1)) }) : sound;
}

interface OpenList {
  readonly file: FileHandle;
  readonly size: number;
}

async function reading<T>(path: string, read: (list: OpenList) => Promise<Result<T>>): Promise<Result<T>> {
  let file: FileHandle | undefined;
  try {
    // A pipe would be waited for.
    if (!(await stat(path)).isFile()) return unreadable("it is no file");
    file = await open(path, "r");
    return await read({ file, size: (await file.stat()).size });
  } catch (error) {
    return unreadable(reasonOf(error));
  } finally {
    await file?.close();
  }
}

function unreadable(reason: string): Result<never> {
  return failed(accountDiagnostics.report("breached-passwords-unreadable", { reason }));
}

function malformed(offset: number, reason: string): Result<never> {
  return failed(accountDiagnostics.report("breached-passwords-malformed", { offset, reason }));
}

/** Without the path, which is nobody's business who chooses a password. */
function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "for an unknown reason";
}

interface Line {
  readonly hash: string;
  /** Offsets of its first byte, and of the first one after it and its line end. */
  readonly start: number;
  readonly end: number;
}

async function isIn(list: OpenList, sha1: string): Promise<Result<boolean>> {
  // INVARIANT: the line, if there is one, begins at or after `from` and before `to`, and `from` is where a line begins.
  let from = 0;
  let to = list.size;
  while (from < to) {
    const line = await lineAt(list, Math.floor((from + to) / 2));
    if (!line.ok) return line;
    const { hash, start, end } = line.value;
    if (hash === sha1) return ok(true);
    if (hash < sha1) from = end;
    else to = start;
  }
  return ok(false);
}

/** Whether this is such a list, as far as a look at some of its lines can tell. */
async function checkSamples(list: OpenList): Promise<Result<null>> {
  if (list.size === 0) return malformed(0, "the file is empty");
  let before: Line | undefined;
  for (let sample = 0; sample <= SAMPLES; sample++) {
    const line = await lineAt(list, Math.floor(((list.size - 1) * sample) / SAMPLES));
    if (!line.ok) return line;
    const { start, hash } = line.value;
    if (before !== undefined && start !== before.start && hash <= before.hash)
      return malformed(start, "a hash does not follow the one before it");
    before = line.value;
  }
  return ok(null);
}

/** The line that the byte at this offset belongs to, its line end included. */
async function lineAt({ file, size }: OpenList, offset: number): Promise<Result<Line>> {
  const first = Math.max(0, offset - LONGEST_LINE);
  const block = Buffer.alloc(Math.min(size, offset + LONGEST_LINE + 2) - first);
  const { bytesRead } = await file.read(block, 0, block.length, first);
  const text = block.toString("latin1", 0, bytesRead);
  const at = offset - first;
  const begin = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  const isWhole = (begin > 0 || first === 0) && (next !== -1 || first + bytesRead === size);
  const [, hash] = (isWhole && LINE.exec(text.slice(begin, next === -1 ? text.length : next))) || [];
  if (hash === undefined) return malformed(first + begin, "there is no line with a SHA-1 of 40 digits and a count");
  const end = next === -1 ? first + text.length : first + next + 1;
  return ok({ hash: hash.toUpperCase(), start: first + begin, end });
}
