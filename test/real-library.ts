import { join } from "node:path";
import { noReviews } from "../src/review/reader/reviews.ts";
import { type OpenLibrary, openLibrary } from "../src/store/open-library.ts";

export const LIBRARY_FOLDER = join(import.meta.dirname, "..", "library");

/** The key of every test; no secret. */
export const SIGNING_KEY = "the signing key of the tests, no secret";

/** The day on which tests ask, from which a reader tells how long ago a year was. */
export const DAY_OF_TESTS = "2026-12-01";

/** Nothing has been reviewed by then. */
export const onDayOfTests = noReviews(() => `${DAY_OF_TESTS}T09:00:00.000Z`);

let opened: Promise<OpenLibrary> | undefined;

/** The library that ships, read once for all tests of a run. */
export function shippedLibrary(): Promise<OpenLibrary> {
  opened ??= openLibrary(LIBRARY_FOLDER, SIGNING_KEY, onDayOfTests).then((result) => {
    if (!result.ok) throw new Error(`the shipped library does not open: ${JSON.stringify(result.diagnostics)}`);
    return result.value;
  });
  return opened;
}
