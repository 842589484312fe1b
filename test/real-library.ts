import { join } from "node:path";
import { type OpenLibrary, openLibrary } from "../src/store/open-library.ts";

export const LIBRARY_FOLDER = join(import.meta.dirname, "..", "library");

let opened: Promise<OpenLibrary> | undefined;

/** The library that ships, read once for all tests of a run. */
export function shippedLibrary(): Promise<OpenLibrary> {
  opened ??= openLibrary(LIBRARY_FOLDER).then((result) => {
    if (!result.ok) throw new Error(`the shipped library does not open: ${JSON.stringify(result.diagnostics)}`);
    return result.value;
  });
  return opened;
}
