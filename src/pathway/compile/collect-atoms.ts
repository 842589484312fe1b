import type { Decimal } from "../../clinical/quantity.ts";
import { unreachable } from "../../kernel/result.ts";
import { areEqual } from "../facts/facts.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import type { CaseFeature } from "../model/feature.ts";
import type { Pathway } from "../model/pathway.ts";
import type { Atom, AtomValue, FeatureAtom, OpaqueAtom } from "./atom.ts";
import { classifyComparison, isNumber, type OpaqueComparison } from "./classify-comparison.ts";
import { ConditionNotCompilable } from "./condition-not-compilable.ts";
import { cutRange, findCell } from "./cut-range.ts";
import { toNumber } from "./to-number.ts";

/**
 * The atoms of some conditions, in the order in which the conditions first name them. Conditions are given in stage order, so
 * that what decides early is asked early.
 */
export function collectAtoms(
  pathway: Pathway,
  index: PathwayIndex,
  conditions: readonly Expression[],
  guarded: ReadonlySet<string>,
): readonly Atom[] {
  const walk = new Walk(index);
  for (const condition of conditions) walk.visit(condition);
  for (const { id } of pathway.features) if (guarded.has(id)) walk.touch(id);
  return walk.order.map((entry) =>
    typeof entry === "string"
      ? toFeatureAtom(getPart(index.features, entry), walk.thresholds.get(entry) ?? [], guarded.has(entry))
      : toOpaqueAtom(entry),
  );
}

class Walk {
  readonly order: (string | OpaqueComparison)[] = [];
  readonly thresholds = new Map<string, Decimal[]>();
  readonly #index: PathwayIndex;
  readonly #seen = new Set<string>();

  constructor(index: PathwayIndex) {
    this.#index = index;
  }

  touch(feature: string): void {
    if (this.#isNew(`feature ${feature}`)) this.order.push(feature);
  }

  visit(expression: Expression): void {
    switch (expression.kind) {
      case "feature":
        this.touch(expression.id);
        return;
      case "definition":
        if (this.#isNew(`definition ${expression.id}`))
          this.visit(getPart(this.#index.definitions, expression.id).when);
        return;
      case "score":
      case "stratum":
        this.#visitScore(expression.kind === "score" ? expression.id : expression.score);
        return;
      case "not":
        this.visit(expression.operand);
        return;
      case "connective":
      case "arithmetic":
        this.visit(expression.left);
        this.visit(expression.right);
        return;
      case "membership":
        this.visit(expression.element);
        for (const member of expression.list) this.visit(member);
        return;
      case "comparison":
        this.#visitComparison(expression);
        return;
      case "isNull":
        throw new ConditionNotCompilable("asks whether something is known", expression.span);
      case "truth":
      case "code":
      case "number":
      case "quantity":
      case "parameter":
      case "profile":
        return;
      default:
        unreachable(expression);
    }
  }

  #visitScore(id: string): void {
    if (this.#isNew(`score ${id}`)) for (const item of getPart(this.#index.scores, id).items) this.visit(item.when);
  }

  #visitComparison(expression: Extract<Expression, { kind: "comparison" }>): void {
    const { left, right } = expression;
    if (!isNumber(this.#index, left) && !isNumber(this.#index, right)) {
      this.visit(left);
      this.visit(right);
      return;
    }
    const comparison = classifyComparison(this.#index, expression);
    switch (comparison.kind) {
      case "constant":
        return;
      case "threshold":
        this.touch(comparison.feature);
        this.thresholds.set(comparison.feature, [
          ...(this.thresholds.get(comparison.feature) ?? []),
          comparison.threshold,
        ]);
        return;
      case "scores":
        this.visit(left);
        this.visit(right);
        return;
      case "opaque":
        if (this.#isNew(`opaque ${comparison.atom.name}`)) this.order.push(comparison.atom);
        return;
      case "unsupported":
        throw new ConditionNotCompilable("compares a score with a quantity", expression.span);
      default:
        unreachable(comparison);
    }
  }

  #isNew(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}

const YES_NO: readonly AtomValue[] = [
  { example: false, inRange: true, label: "no" },
  { example: true, inRange: true, label: "yes" },
];

function toFeatureAtom(feature: CaseFeature, thresholds: readonly Decimal[], guarded: boolean): FeatureAtom {
  const { id, type, presume } = feature;
  const cut = type.kind === "truth" || type.kind === "choice" ? undefined : cutRange(feature, thresholds);
  const values =
    cut?.values ??
    (type.kind === "choice"
      ? type.choices.map(({ code, label }) => ({ example: code, inRange: true, label }))
      : YES_NO);
  const presumed =
    presume === undefined
      ? undefined
      : cut === undefined
        ? values.findIndex(({ example }) => areEqual(example, presume))
        : findCell(cut.cuts, toNumber(presume));
  return {
    kind: "feature",
    name: id,
    feature: id,
    values,
    guarded,
    ...(presumed === undefined ? {} : { presumed }),
    ...(cut === undefined ? {} : { cuts: cut.cuts }),
  };
}

function toOpaqueAtom(comparison: OpaqueComparison): OpaqueAtom {
  return { kind: "opaque", name: comparison.name, comparison, values: YES_NO };
}
