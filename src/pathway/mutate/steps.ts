import { type Decimal, decimal } from "../../clinical/quantity.ts";

/** Units in which findings are given as whole numbers. */
const COUNTED: ReadonlySet<string> = new Set(["1", "d", "wk", "mo", "a", "h", "min"]);
/** From here on a laboratory or a ruler gives whole numbers. */
const WHOLE_FROM = 10;
/** A shift that nobody could call rounding. */
const VISIBLE = 0.2;

/** A cut-off moved down and up: by the smallest step a finding can differ in, and by a fifth of itself. */
export function stepsFrom(value: Decimal, unit: string): readonly Decimal[] {
  const whole = COUNTED.has(unit) || value.abs().gte(WHOLE_FROM);
  const step = decimal(whole ? 1 : 0.1);
  const fifth = value
    .abs()
    .times(VISIBLE)
    .round(whole ? 0 : 1);
  const visible = fifth.gt(step) ? fifth : step.times(2);
  const moved = [value.minus(step), value.plus(step), value.minus(visible), value.plus(visible)];
  return moved.filter((one) => one.gte(0) || value.lt(0));
}
