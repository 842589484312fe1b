import { decimal, type Quantity } from "../clinical/quantity.ts";
import { AND, combine, type Truth } from "../kernel/truth.ts";
import type { CountsWhen, CutOffBasis, CutOffTool } from "../library/model/tools.ts";
import { assembleFacts } from "../pathway/facts/assemble-facts.ts";
import { Interpreter } from "../pathway/facts/evaluate-expression.ts";
import { getPart, indexOf } from "../pathway/facts/pathway-index.ts";
import type { Statement } from "../pathway/model/finding.ts";
import type { Pathway } from "../pathway/model/pathway.ts";

/** One assay basis: its cut-offs for this patient, and where the value lies. */
export interface BasisReading {
  readonly basis: string;
  readonly unit: string;
  readonly usual: Quantity;
  /** The laboratory's own cut-off: stated, or presumed by the pathway; undefined while it is not known. */
  readonly laboratory: Quantity | undefined;
  readonly laboratoryPresumed: boolean;
  /** Age times the step, for those old enough; whether it holds is `adjusted`. */
  readonly forAge: Quantity | undefined;
  readonly adjusted: Truth;
  /** The one cut-off that holds; undefined while that is open. */
  readonly inForce: Quantity | undefined;
  readonly value: Quantity | undefined;
  /** Strictly below the cut-off that holds. */
  readonly below: Truth;
  /** The value is the very cut-off: not below it. */
  readonly equal: boolean;
}

export interface CutOffReading {
  readonly bases: readonly BasisReading[];
  /** The basis that the value was given on; undefined while there is no value. */
  readonly measured: BasisReading | undefined;
  readonly counts: readonly { readonly label: string; readonly holds: Truth }[];
  /** Below the cut-off, and all that must hold for that to rule out by itself does. */
  readonly rulesOut: Truth;
  /** Features that leave the reading open, as the pathway names them. */
  readonly open: readonly string[];
}

/** Reads a measurement against its cut-offs by the pathway's own definitions: the tool has no rule and no number of its own. */
export function readCutOff(
  pathway: Pathway,
  tool: CutOffTool,
  statements: readonly Statement[],
  profile: string,
): CutOffReading {
  const index = indexOf(pathway);
  const { facts } = assembleFacts(index, statements, profile);
  const interpreter = new Interpreter(index, facts, profile);
  const bases = tool.bases.map((basis) => readBasis(basis, tool, interpreter));
  const measured = bases.find(({ value }) => value !== undefined);
  const counts = tool.counts.map((condition) => ({
    label: condition.label,
    holds: judgeCondition(condition, interpreter),
  }));
  const below = measured?.below ?? "unknown";
  const rulesOut = counts.reduce<Truth>((all, { holds }) => combine(AND, all, holds), below);
  return { bases, measured, counts, rulesOut, open: openIn(tool, bases, interpreter) };
}

function readBasis(basis: CutOffBasis, tool: CutOffTool, interpreter: Interpreter): BasisReading {
  const { index, facts } = interpreter;
  const usual = getPart(index.parameters, basis.usual).value;
  const step = getPart(index.parameters, basis.step).value;
  const ageFrom = getPart(index.parameters, tool.ageFrom).value;
  const age = facts.valueOf(tool.age);
  const isOlder = typeof age === "number" && decimal(age).gt(ageFrom.value);
  const forAge = isOlder ? { value: step.value.times(age), unit: step.unit } : undefined;
  const value = quantityOf(interpreter, basis.value);
  const laboratory = quantityOf(interpreter, basis.laboratory);
  const adjusted = judgeDefinition(basis.adjusted, interpreter);
  // Where age adds nothing the laboratory's cut-off holds, whatever else is open.
  const isOpen = adjusted === "unknown" && !(typeof age === "number" && !isOlder);
  const inForce = isOpen ? undefined : adjusted === true ? forAge : laboratory;
  return {
    basis: basis.basis,
    unit: usual.unit,
    usual,
    laboratory,
    laboratoryPresumed: laboratory !== undefined && !facts.isEstablished(basis.laboratory),
    forAge,
    adjusted: isOpen ? "unknown" : adjusted === true,
    inForce,
    value,
    below: value === undefined ? "unknown" : judgeDefinition(basis.below, interpreter),
    equal: value !== undefined && inForce !== undefined && value.value.eq(inForce.value),
  };
}

/** Quantities are kept in the feature's own unit, which is the parameters' unit of that basis. */
function quantityOf({ facts }: Interpreter, feature: string): Quantity | undefined {
  const value = facts.valueOf(feature);
  return typeof value === "object" ? value : undefined;
}

function judgeDefinition(id: string, interpreter: Interpreter): Truth {
  return interpreter.judge(getPart(interpreter.index.definitions, id).when).truth;
}

function judgeCondition(condition: CountsWhen, interpreter: Interpreter): Truth {
  if ("definition" in condition) {
    const truth = judgeDefinition(condition.definition, interpreter);
    return truth === "unknown" ? truth : truth === condition.holds;
  }
  if ("feature" in condition) {
    const value = interpreter.facts.valueOf(condition.feature);
    return value === undefined ? "unknown" : value === condition.value;
  }
  const { strata, low, high } = interpreter.total(condition.score);
  const settled = strata.get(condition.scheme);
  if (settled !== undefined) return settled === condition.stratum;
  const scheme = getPart(interpreter.index.scores, condition.score).schemes.find(({ id }) => id === condition.scheme);
  const stratum = scheme?.strata.find(({ id }) => id === condition.stratum);
  const reachable = (stratum?.from ?? low) <= high && (stratum?.to ?? high) >= low;
  return reachable ? "unknown" : false;
}

function openIn(tool: CutOffTool, bases: readonly BasisReading[], interpreter: Interpreter): readonly string[] {
  const definitions = tool.bases.flatMap(({ adjusted, below }, at) => {
    const reading = bases[at];
    if (reading?.value === undefined) return [];
    return [...(reading.adjusted === "unknown" ? [adjusted] : []), ...(reading.below === "unknown" ? [below] : [])];
  });
  const judged = definitions.map((id) => interpreter.judge(getPart(interpreter.index.definitions, id).when));
  return [...new Set(judged.flatMap(({ truth, features }) => (truth === "unknown" ? features : [])))];
}
