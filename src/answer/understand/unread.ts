import type { TextSpan } from "../../pathway/model/finding.ts";
import type { Lights } from "./context.ts";
import { isBreak } from "./tokens.ts";
import type { MatchedText } from "./walk.ts";

/** Clauses that look clinical and that no word list accounts for: a number with a unit, a denial, a known clinical word. */
export function unreadClauses(
  text: MatchedText,
  lights: Lights,
  read: ReadonlySet<number>,
  clinical: ReadonlySet<number>,
  spanOf: (from: number, to: number) => TextSpan,
): readonly TextSpan[] {
  return clausesOf(text).flatMap(([from, to]) => {
    const at = Array.from({ length: to - from }, (_, offset) => from + offset);
    if (at.some((index) => read.has(index))) return [];
    const looksClinical = at.some(
      (index) => clinical.has(index) || text.measures.get(index)?.unit !== undefined || lights[index]?.has("denied"),
    );
    return looksClinical ? [spanOf(from, to)] : [];
  });
}

/** Runs of tokens between breaks. */
function clausesOf({ tokens }: MatchedText): readonly (readonly [from: number, to: number])[] {
  const clauses: (readonly [number, number])[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    if (!isBreak(tokens[at])) continue;
    if (at > from) clauses.push([from, at]);
    from = at + 1;
  }
  return clauses;
}
