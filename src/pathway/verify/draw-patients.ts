import { decimal } from "../../clinical/quantity.ts";
import type { Knowledge } from "../facts/facts.ts";
import type { CaseFeature, FindingValue } from "../model/feature.ts";
import type { Pathway } from "../model/pathway.ts";

/** Patients of whom every feature is stated, the same ones on every run; one yes in four, so that later stages are reached. */
export function* drawPatients(pathway: Pathway, count: number): Generator<ReadonlyMap<string, Knowledge>> {
  const roll = makeDie(count);
  for (let drawn = 0; drawn < count; drawn++)
    yield new Map(
      pathway.features.map((feature) => [
        feature.id,
        { kind: "known", finding: { feature: feature.id, value: draw(pathway, feature, roll), from: "stated" } },
      ]),
    );
}

/** Whole numbers from 0 up to, and without, `below` (a linear congruential generator; its low bits are not used). */
function makeDie(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

function draw(pathway: Pathway, { type, presume }: CaseFeature, roll: (below: number) => number): FindingValue {
  if (presume !== undefined && roll(4) > 0) return presume;
  switch (type.kind) {
    case "truth":
      return roll(4) === 0;
    case "choice":
      return type.choices[roll(type.choices.length)]?.code ?? "";
    case "wholeNumber":
      return type.low + roll(type.high - type.low + 1);
    default: {
      const constants = pathway.parameters.filter(({ value }) => value.unit === type.unit);
      const near = constants[roll(constants.length * 2)]?.value.value.plus(roll(3) - 1);
      const [low, high] = [type.low.value, type.high.value];
      const anywhere = low.plus(
        high
          .minus(low)
          .times(decimal(roll(1000)))
          .div(1000),
      );
      return { value: near?.gte(low) && near.lte(high) ? near : anywhere, unit: type.unit };
    }
  }
}
