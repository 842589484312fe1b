import { seeded } from "../../kernel/seeded.ts";

const RESAMPLES = 2_000;
const SEED = 20_261_125;

/** The middle 95 % of means over topics drawn anew with replacement (percentile bootstrap); the same numbers on every run. */
export function bootstrapInterval(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 0];
  const next = seeded(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < values.length; drawn++) sum += values[Math.floor(next() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  const at = (share: number) => means[Math.min(RESAMPLES - 1, Math.floor(share * RESAMPLES))] ?? 0;
  return [at(0.025), at(0.975)];
}
