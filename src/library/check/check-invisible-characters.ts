import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { spanFinder } from "../../kernel/source-span.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import type { LibraryFile } from "../model/library.ts";

/**
 * Control characters, format characters (zero width, change of direction, byte order marks, tags), line and paragraph
 * separators and lone surrogates: general categories Cc, Cf, Zl, Zp and Cs of the Unicode standard. Tab and line ends are text.
 */
const INVISIBLE = /[^\P{Cc}\t\n\r]|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/gu;

/** More than these in one file are one mistake, not many. */
const MOST_REPORTED = 20;

/** Finds characters that a reviewer cannot see and that can make text read differently from what it says. */
export function checkInvisibleCharacters({ path, text }: LibraryFile): readonly Diagnostic[] {
  const find = spanFinder(path, text);
  const found: Diagnostic[] = [];
  for (const match of text.matchAll(INVISIBLE)) {
    if (found.length === MOST_REPORTED) break;
    const character = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    found.push(libraryDiagnostics.report("invisible-character", { character }, find(match.index, match[0].length)));
  }
  return found;
}
