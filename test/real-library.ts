import { join } from "node:path";
import { type OpenLibrary, openLibrary } from "../src/store/open-library.ts";

export const LIBRARY_FOLDER = join(import.meta.dirname, "..", "library");

/** The key of every test; no secret. */
export const SIGNING_KEY = "the signing key of the tests, no secret";

let opened: Promise<OpenLibrary> | undefined;

/** The library that ships, read once for all tests of a run. */
export function shippedLibrary(): Promise<OpenLibrary> {
  opened ??= openLibrary(LIBRARY_FOLDER, SIGNING_KEY).then((result) => {
    if (!result.ok) throw new Error(`the shipped library does not open: ${JSON.stringify(result.diagnostics)}`);
    return result.value;
  });
  return opened;
}
