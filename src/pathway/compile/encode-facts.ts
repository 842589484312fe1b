import { conversionFactor } from "../../clinical/quantity.ts";
import { areEqual, type Facts } from "../facts/facts.ts";
import { compare, compute, type Interval, point, scale } from "../facts/interval.ts";
import { measureOf } from "../facts/measure-of-feature.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import { type Atom, type FeatureAtom, type OpaqueAtom, UNKNOWN } from "./atom.ts";
import { findCell } from "./cut-range.ts";
import { toNumber } from "./to-number.ts";

/** The state of every atom for what is known of one patient, one byte for each level of the diagram. */
export function encodeFacts(index: PathwayIndex, atoms: readonly Atom[], facts: Facts): Uint8Array {
  return Uint8Array.from(atoms, (atom) =>
    atom.kind === "feature" ? stateOfFeature(atom, facts) : stateOfComparison(index, atom, facts),
  );
}

function stateOfFeature(atom: FeatureAtom, facts: Facts): number {
  const value = facts.valueOf(atom.feature);
  if (value === undefined) return UNKNOWN;
  const at =
    atom.cuts === undefined
      ? atom.values.findIndex(({ example }) => areEqual(example, value))
      : findCell(atom.cuts, toNumber(value));
  if (at < 0) throw new Error(`\`${atom.feature}\` has a value that its declaration does not allow`);
  return at === atom.presumed && !facts.isEstablished(atom.feature) ? atom.values.length + 1 : at + 1;
}

function stateOfComparison(index: PathwayIndex, { comparison }: OpaqueAtom, facts: Facts): number {
  const left = measure(index, comparison.left, facts);
  const right = measure(index, comparison.right, facts);
  const truth = compare(comparison.operator, left.interval, inUnitOf(left, right));
  return truth === "unknown" ? UNKNOWN : truth ? 2 : 1;
}

interface Measure {
  readonly interval: Interval;
  readonly unit: string;
}

/** Interval arithmetic over what is known; an unknown quantity is all of its declared range. */
function measure(index: PathwayIndex, expression: Expression, facts: Facts): Measure {
  switch (expression.kind) {
    case "number":
      return { interval: point(expression.value), unit: "1" };
    case "quantity":
      return { interval: point(expression.value.value), unit: expression.value.unit };
    case "parameter": {
      const { value } = getPart(index.parameters, expression.id);
      return { interval: point(value.value), unit: value.unit };
    }
    case "feature":
      return measureOf(getPart(index.features, expression.id).type, facts.valueOf(expression.id));
    case "arithmetic": {
      const left = measure(index, expression.left, facts);
      const right = measure(index, expression.right, facts);
      if (expression.operator !== "*")
        return { interval: compute(expression.operator, left.interval, inUnitOf(left, right)), unit: left.unit };
      const unit = left.unit === "1" ? right.unit : left.unit;
      return { interval: compute("*", left.interval, right.interval), unit };
    }
    default:
      throw new Error(`an opaque comparison has no \`${expression.kind}\``);
  }
}

function inUnitOf(left: Measure, right: Measure): Interval {
  if (left.unit === right.unit) return right.interval;
  const factor = conversionFactor(right.unit, left.unit);
  if (!factor.ok) throw new Error(`the type check lets no \`${right.unit}\` meet \`${left.unit}\``);
  return scale(right.interval, factor.value);
}
