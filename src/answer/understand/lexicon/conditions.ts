import type { TopicWords } from "../../../library/model/words.ts";
import type { Entry } from "../phrases/entry.ts";

/** What readings depend on besides their own words. */
export interface Conditions {
  /** Values that are read only where the text holds one of their `onlyWith` phrases. */
  readonly conditioned: ReadonlySet<string>;
  /** Results of tests: values, or features with all their values. */
  readonly results: ReadonlySet<string>;
}

/** What the words of a topic ask of a text before a value is read from it. */
export function conditionsOf(entries: readonly Entry[], words: TopicWords): Conditions {
  return {
    conditioned: new Set(entries.flatMap((entry) => keyOf(entry, "onlyWith") ?? [])),
    results: new Set(
      [...words].flatMap(([feature, { results }]) => {
        if (results === undefined) return [];
        return results === "every" ? [feature] : [...results, undefined].map((choice) => resultKey(feature, choice));
      }),
    ),
  };
}

/** A value of a feature, or that the test is mentioned with a result that is none of the values ("duplex normal"). */
export function resultKey(feature: string, choice: string | undefined): string {
  return `${feature} ${choice ?? "mentioned"}`;
}

/** The value that the entry states, needs or voids, where it does that. */
export function keyOf({ target }: Entry, kind: "states" | "onlyWith" | "unless"): string | undefined {
  if (target.kind !== kind) return undefined;
  const value = target.choice ?? (target.feature.type.kind === "truth" ? "yes" : undefined);
  return value === undefined ? undefined : `${target.feature.id} ${value}`;
}
