import type { CaseFeature } from "../../../pathway/model/feature.ts";
import { isTelling } from "../phrases/entry.ts";
import type { Reading } from "../readings/readings.ts";
import type { Side } from "./sided-text.ts";

/**
 * The side that the text is about: the one said most often of the patient now, comparisons left out ("larger than the left").
 * With both sides affected it is the worse one.
 */
export function affectedSide(readings: readonly Reading[], feature: CaseFeature | undefined): Side | undefined {
  const named = readings.filter(
    ({ entry: { target }, light }) => light === undefined && target.kind === "states" && target.feature === feature,
  );
  // Which leg was scanned tells the affected one only where nothing else does.
  const imaging = readings.filter(isImaging);
  const isScanned = ({ from, to }: Reading) => imaging.some((scan) => scan.from < to && from < scan.to);
  const complained = named.filter((reading) => !isScanned(reading));
  return moreOften(complained) ?? moreOften(named);
}

function moreOften(named: readonly Reading[]): Side | undefined {
  const count = { left: 0, right: 0 };
  for (const { entry } of named)
    if (entry.target.kind === "states" && (entry.target.choice === "left" || entry.target.choice === "right"))
      count[entry.target.choice] += 1;
  return count.left === count.right ? undefined : count.left > count.right ? "left" : "right";
}

/** Whether what was read is the result of imaging. */
export function isImaging({ entry: { target } }: Reading): boolean {
  return isTelling(target) && target.feature.cost === "imaging";
}
