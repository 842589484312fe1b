import type { Library } from "../library/model/library.ts";

/** Signs that must not wait, shown with every refusal: a named set of the library. */
const URGENT_SIGNS = "safety-net-urgent";

/** Their labels; none where the library has no such set. */
export function urgentSignsOf(library: Library): readonly string[] {
  return library.sets.get(URGENT_SIGNS)?.members.map(({ label }) => label) ?? [];
}
