import { closest, distance } from "fastest-levenshtein";

/** The name an author most likely meant, or undefined when none is close. */
export function findNearestName(written: string, names: Iterable<string>): string | undefined {
  const known = [...names];
  if (known.length === 0 || written.length > 200) return undefined;
  const nearest = closest(written, known);
  return distance(written, nearest) <= Math.max(2, written.length / 4) ? nearest : undefined;
}
