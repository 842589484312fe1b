import { type Census, renderCensus } from "./take-census.ts";

/** What differs between the census kept beside a pathway and what it comes to now, in the lines of both. */
export interface CensusDifferences {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** `kept` is the text of `census.json`; undefined when it is no JSON. */
export function censusDifferences(kept: string, now: Census): CensusDifferences | undefined {
  const before = linesOf(kept);
  const after = linesOf(renderCensus(now));
  if (before === undefined || after === undefined) return undefined;
  const [had, has] = [new Set(before), new Set(after)];
  return { gone: before.filter((line) => !has.has(line)), come: after.filter((line) => !had.has(line)) };
}

/** One line for each value, with the names that lead to it: an entry that moved within its list is no difference. */
function linesOf(text: string): readonly string[] | undefined {
  try {
    return flatten(JSON.parse(text), []);
  } catch {
    return undefined;
  }
}

function flatten(value: unknown, names: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => flatten(one, names));
  if (typeof value !== "object" || value === null) return [[...names, String(value)].join(" / ")];
  return Object.entries(value).flatMap(([name, one]) => flatten(one, [...names, name]));
}
