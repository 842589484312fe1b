import { areComparable, basisOf, conversionFactor, convert, type Decimal } from "../../../clinical/quantity.ts";
import type { CaseFeature } from "../../model/feature.ts";
import { PROVEN, type Verdict, type VerificationContext, type VerificationRule } from "../verification-rule.ts";

/** Units that reports use, without basis; those of another dimension must be refused, the others must convert exactly. */
const UNITS = [
  "d",
  "h",
  "min",
  "wk",
  "cm",
  "mm",
  "m",
  "[in_i]",
  "ug/L",
  "ng/mL",
  "mg/L",
  "ug/mL",
  "mg/dL",
  "kg",
  "Cel",
];

/** Digits that a conversion factor keeps; a factor with fewer is exact. */
const FACTOR_DIGITS = 12;

export const unitSafe: VerificationRule = {
  property: "unitSafe",
  asks: "does the same quantity in any accepted unit give the same advice, and is every other unit refused?",
  check(context) {
    return context.diagrams.pathway.features.flatMap((feature) => {
      if (feature.type.kind !== "quantity") return [];
      return [
        {
          property: "unitSafe",
          subject: feature.id,
          span: feature.span,
          verdict: judge(context, feature, feature.type.unit),
        },
      ];
    });
  },
};

function judge(context: VerificationContext, feature: CaseFeature, unit: string): Verdict {
  const basis = basisOf(unit);
  const bare = unit.replace(/\{[^}]*\}/g, "");
  const other = context.diagrams.pathway.features.find(
    ({ type }) => type.kind === "quantity" && basisOf(type.unit) !== basis && areComparable(type.unit, unit),
  );
  if (other !== undefined)
    return { kind: "refuted", because: `\`${feature.id}\` and \`${other.id}\` are converted across bases` };
  if (basis !== undefined && areComparable(bare, unit))
    return { kind: "refuted", because: `\`${feature.id}\` is taken without its basis` };
  const written = UNITS.map((one) => (basis === undefined ? one : `${one}{${basis}}`));
  for (const accepted of written.filter((one) => areComparable(one, unit))) {
    const lost = thresholdsOf(context, feature.id).find((threshold) => !comesBack(threshold, unit, accepted));
    if (lost === undefined) continue;
    const because = `the cut-off ${lost.toString()} ${unit} of \`${feature.id}\` is missed by the same value in \`${accepted}\``;
    const value = convert({ value: lost, unit }, accepted);
    const statements = value.ok ? [{ feature: feature.id, kind: "value" as const, value: value.value }] : [];
    return { kind: "refuted", because, counterexample: { profile: context.diagrams.profile, statements } };
  }
  return PROVEN;
}

function thresholdsOf({ diagrams }: VerificationContext, feature: string): readonly Decimal[] {
  return diagrams.atoms.flatMap((atom) =>
    atom.kind === "feature" && atom.feature === feature ? (atom.cuts?.thresholds ?? []) : [],
  );
}

/** A cut-off that can be written exactly in the other unit is met exactly by that number. */
function comesBack(threshold: Decimal, unit: string, other: string): boolean {
  const there = conversionFactor(unit, other);
  if (!there.ok || there.value.c.length >= FACTOR_DIGITS) return true;
  const back = convert({ value: threshold.times(there.value), unit: other }, unit);
  return back.ok && back.value.value.eq(threshold);
}
