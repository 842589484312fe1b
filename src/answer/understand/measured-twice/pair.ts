import type { Measured } from "./measured-numbers.ts";

/** A number of which it is known at which of the two times it was measured. */
export type Told = Measured & { readonly when: "now" | "before" };

/** One number of each time, of one place; where the text tells of several, nobody knows which belong together. */
export function pairOf(measured: readonly Measured[]): readonly [now: Told, before: Told] | "several" | undefined {
  const all = timed(measured);
  const [now, ...moreNow] = all.filter(({ when }) => when === "now");
  const [before, ...moreBefore] = all.filter(({ when }) => when === "before");
  if (now === undefined || before === undefined || !all.some(({ of }) => of.length > 0)) return undefined;
  if (!moreNow.every((other) => isSame(now, other)) || !moreBefore.every((other) => isSame(before, other)))
    return "several";
  const isElsewhere = now.places.size > 0 && before.places.size > 0 && now.places.isDisjointFrom(before.places);
  return isElsewhere ? "several" : [now, before];
}

/**
 * Of two numbers one of which is of an earlier time, the other is of today; a year or a "was" tells of an earlier time beside a number of today.
 * A number in a sentence that does not name what was measured counts only with words of time of its own.
 */
function timed(measured: readonly Measured[]): readonly Told[] {
  const told = new Set(measured.map(({ time }) => time?.when));
  const isPastKnown = told.has("before") || told.has("perhapsBefore");
  const open = measured.filter(({ time, of }) => time === undefined && of.length > 0);
  return measured.flatMap((one): readonly Told[] => {
    const said = one.time?.when;
    if (said === "now" || said === "before") return [{ ...one, when: said }];
    if (said === "perhapsBefore") return told.has("now") || open.length === 1 ? [{ ...one, when: "before" }] : [];
    return !told.has("now") && isPastKnown && open.length === 1 && open.includes(one) ? [{ ...one, when: "now" }] : [];
  });
}

function isSame({ measure: left }: Told, { measure: right }: Told): boolean {
  return left.unit === right.unit && right.value !== undefined && left.value?.eq(right.value) === true;
}
