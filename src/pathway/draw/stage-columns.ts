import type { Diagrams } from "../compile/build-diagrams.ts";
import { FALSE, TRUE } from "../compile/compile-condition.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { getPart } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import type { FeatureId } from "../model/feature.ts";
import type { Rule } from "../model/pathway.ts";
import { printCondition, printTerm } from "../print/print-condition.ts";
import type { Regions } from "./overview.ts";

/** One answer of a column, with the patients of whom it is so. */
export interface ColumnValue {
  readonly label: string;
  readonly region: NodeId;
}

/** A question of a decision table. INVARIANT: every patient has exactly one of its values. */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly values: readonly ColumnValue[];
  /** What a named condition of the pathway stands for. */
  readonly meaning?: string;
  /** Set when the column is a feature itself, for its question. */
  readonly feature?: FeatureId;
}

/**
 * The questions that a stage's rules ask, as its author wrote them: features, categories of scores and named conditions,
 * each once, in the order of the rules; then whether what a rule wants known is known.
 */
export function columnsOf(diagrams: Diagrams, regions: Regions, rules: readonly Rule[]): readonly Column[] {
  const columns = new Map<string, Column>();
  const add = (column: Column | undefined): void => {
    if (column !== undefined && !columns.has(column.id)) columns.set(column.id, column);
  };
  for (const leaf of rules.flatMap(({ when }) => leavesOf(when))) add(columnOf(diagrams, regions, leaf));
  for (const feature of rules.flatMap(({ known }) => known)) add(knownColumn(diagrams, regions, feature));
  return [...columns.values()];
}

/** The parts of a condition that are questions: what stands between its connectives. */
function leavesOf(condition: Expression): readonly Expression[] {
  if (condition.kind === "not") return leavesOf(condition.operand);
  if (condition.kind === "connective") return [...leavesOf(condition.left), ...leavesOf(condition.right)];
  return [condition];
}

function columnOf(diagrams: Diagrams, regions: Regions, leaf: Expression): Column | undefined {
  const { index } = diagrams;
  const subject = leaf.kind === "membership" ? leaf.element : leaf.kind === "comparison" ? leaf.left : leaf;
  if (subject.kind === "stratum" && isWithConstants(leaf))
    return stratumColumn(diagrams, regions, subject.score, subject.scheme);
  if (
    subject.kind === "feature" &&
    (leaf.kind === "feature" || (isChoice(diagrams, subject.id) && isWithConstants(leaf)))
  )
    return featureColumn(diagrams, subject.id);
  if (leaf.kind === "truth" || subject.kind === "profile") return undefined;
  const region = diagrams.complete.truth(leaf);
  const label = printCondition(index, leaf);
  const values = [
    { label: "Yes", region },
    { label: "No", region: regions.not(region) },
  ];
  if (leaf.kind !== "definition") return { id: `condition ${label}`, label, values };
  const meaning = printCondition(index, getPart(index.definitions, leaf.id).when);
  return { id: `definition ${leaf.id}`, label: upperFirst(label), values, meaning };
}

/** True when one term is held against values alone, so that its column needs no other. */
function isWithConstants(leaf: Expression): boolean {
  const others = leaf.kind === "membership" ? leaf.list : leaf.kind === "comparison" ? [leaf.right] : [];
  return others.every(({ kind }) => kind === "code" || kind === "truth");
}

function isChoice({ index }: Diagrams, id: FeatureId): boolean {
  const { kind } = getPart(index.features, id).type;
  return kind === "choice" || kind === "truth";
}

function featureColumn(diagrams: Diagrams, feature: FeatureId): Column {
  const level = diagrams.atoms.findIndex((atom) => atom.kind === "feature" && atom.feature === feature);
  const atom = diagrams.atoms[level];
  if (atom === undefined) throw new Error(`the compiled form has an atom for \`${feature}\``);
  const values = atom.values.map(({ label }, at) => ({
    label: upperFirst(label),
    region: diagrams.complete.states(feature, (state) => (state % atom.values.length === at ? TRUE : FALSE)),
  }));
  return { id: `feature ${feature}`, label: getPart(diagrams.index.features, feature).label, values, feature };
}

function stratumColumn(diagrams: Diagrams, regions: Regions, score: string, scheme: string): Column {
  const { label, schemes, span } = getPart(diagrams.index.scores, score);
  const declared = schemes.find(({ id }) => id === scheme);
  const left: Expression = { kind: "stratum", score, scheme, span };
  const strata = (declared?.strata ?? []).map((stratum) => {
    const right: Expression = { kind: "code", value: stratum.id, span };
    const region = diagrams.complete.truth({ kind: "comparison", operator: "=", left, right, span });
    return { label: stratum.label, region };
  });
  const none = strata.reduce((rest, { region }) => regions.without(rest, region), regions.not(regions.nowhere));
  const values = none === regions.nowhere ? strata : [...strata, { label: "No category", region: none }];
  const name = schemes.length > 1 ? `${printTerm(diagrams.index, left)}, ${declared?.label ?? scheme}` : label;
  return { id: `stratum ${score}.${scheme}`, label: name, values };
}

function knownColumn(diagrams: Diagrams, regions: Regions, feature: FeatureId): Column {
  const known = regions.established([feature]);
  const { label } = getPart(diagrams.index.features, feature);
  const values = [
    { label: "Stated", region: known },
    { label: "Only presumed", region: regions.not(known) },
  ];
  return { id: `known ${feature}`, label: `${label}: stated or only presumed`, values };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
