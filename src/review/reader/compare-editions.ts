import { describeChanges, type TextChange } from "../text/describe-changes.ts";
import type { Reviews } from "./reviews.ts";

/** What differs between two editions of a topic. */
export type EditionComparison =
  /** `changes` is null when one of the texts was not kept, or can no longer be read. */
  | { readonly kind: "compared"; readonly changes: readonly TextChange[] | null }
  | { readonly kind: "no-such-edition"; readonly number: number };

/** Any two editions, by their numbers, in whichever order they are asked for. */
export async function compareEditions(
  slug: string,
  from: number,
  to: number,
  reviews: Reviews,
): Promise<EditionComparison> {
  const editions = reviews.read().topics.get(slug)?.editions ?? [];
  const [before, after] = [from, to].map((number) => editions.find((edition) => edition.number === number));
  if (before === undefined) return { kind: "no-such-edition", number: from };
  if (after === undefined) return { kind: "no-such-edition", number: to };
  const [left, right] = [await reviews.findTopic(before.hash), await reviews.findTopic(after.hash)];
  return {
    kind: "compared",
    changes: left === undefined || right === undefined ? null : describeChanges(left, right),
  };
}
