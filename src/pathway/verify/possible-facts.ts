import { type Atom, isEstablishedState, UNKNOWN, valueOfState } from "../compile/atom.ts";
import type { Diagrams } from "../compile/build-diagrams.ts";
import { type ConditionCompiler, FALSE, OPEN, TRUE } from "../compile/compile-condition.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { areEqual } from "../facts/facts.ts";
import { getPart } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import { featuresIn } from "../language/features-in.ts";
import type { CaseFeature } from "../model/feature.ts";

/**
 * The facts that can be, as a diagram: implications followed, derivations made, contradictions set aside.
 * INVARIANT: this holds of every patient that assembling facts can produce. It may hold of others too (only what is certain
 * is written here), so what is proven inside it is proven; a fault found inside it must still be written as a patient.
 */
export function possibleFacts(diagrams: Diagrams): NodeId {
  return inconsistenciesOf(diagrams).reduce(
    (left, right) => diagrams.closed.connect("and", left, right),
    possibleBeforeDisputes(diagrams),
  );
}

/** The same before contradictions set anything aside: what was said may contradict itself. */
export function possibleBeforeDisputes(diagrams: Diagrams): NodeId {
  const { closed, pathway } = diagrams;
  const constraints = [
    acceptedValues(diagrams, closed),
    ...pathway.features.flatMap((feature) => implicationsOf(diagrams, feature)),
    ...pathway.features.flatMap((feature) => derivationOf(diagrams, feature)),
  ];
  return constraints.reduce((left, right) => closed.connect("and", left, right), closed.coding.store.terminal(TRUE));
}

/** Values inside the declared ranges: findings outside are refused when they are read. What is derived may lie anywhere. */
export function acceptedValues({ atoms, index }: Diagrams, compiler: ConditionCompiler): NodeId {
  return atoms
    .filter((atom) => atom.kind === "feature" && getPart(index.features, atom.feature).derive === undefined)
    .map((atom) => compiler.literal(atom.name, (value) => value === undefined || value.inRange))
    .reduce((left, right) => compiler.connect("and", left, right), compiler.coding.store.terminal(TRUE));
}

/** The conditions that the domain needs atoms for. */
export function domainConditions(diagrams: Pick<Diagrams, "pathway">): readonly Expression[] {
  const { features, inconsistencies } = diagrams.pathway;
  const derived = features.flatMap(({ type, derive }) =>
    type.kind === "truth" && derive !== undefined ? [derive] : [],
  );
  return [...inconsistencies.map(({ when }) => when), ...derived];
}

function atomOf({ atoms }: Diagrams, feature: string): Atom | undefined {
  return atoms.find((atom) => atom.kind === "feature" && atom.feature === feature);
}

/** Holds where the feature's state passes. */
function stateIs(diagrams: Diagrams, atom: Atom, passes: (state: number) => boolean): NodeId {
  return diagrams.closed.states(atom.name, (state) => (passes(state) ? TRUE : FALSE));
}

function not(diagrams: Diagrams, condition: NodeId): NodeId {
  return diagrams.closed.coding.store.map(condition, (code) => (code === TRUE ? FALSE : TRUE));
}

/** A value that can only have been stated brings its implications with it, unless they are disputed. */
function implicationsOf(diagrams: Diagrams, feature: CaseFeature): NodeId[] {
  const from = atomOf(diagrams, feature.id);
  if (from === undefined || feature.derive !== undefined) return [];
  const { features } = diagrams.pathway;
  const implied = features.flatMap(({ implies }) => implies).filter((one) => one.feature === feature.id);
  return feature.implies.flatMap(({ when, feature: target, value }) => {
    const to = atomOf(diagrams, target);
    if (to === undefined) return [];
    const stated = stateIs(diagrams, from, (state) => {
      const held = isEstablishedState(from, state) ? valueOfState(from, state)?.example : undefined;
      if (held === undefined || implied.some((other) => areEqual(other.value, held))) return false;
      return when === undefined || areEqual(when, held);
    });
    const follows = stateIs(diagrams, to, (state) => {
      if (state === UNKNOWN) return true;
      const held = isEstablishedState(to, state) ? valueOfState(to, state)?.example : undefined;
      return held !== undefined && (typeof held === "object" || areEqual(held, value));
    });
    return [diagrams.closed.connect("or", not(diagrams, stated), follows)];
  });
}

/** What can be derived from features that are never presumed has the derived value, or is disputed. */
function derivationOf(diagrams: Diagrams, feature: CaseFeature): NodeId[] {
  const atom = atomOf(diagrams, feature.id);
  const { derive } = feature;
  if (atom === undefined || derive === undefined || feature.type.kind !== "truth") return [];
  const parts = featuresIn(derive).map((id) => getPart(diagrams.index.features, id));
  const certain =
    parts.length > 0 && parts.every(({ id, presume }) => presume === undefined && atomOf(diagrams, id) !== undefined);
  if (!certain || !standsAlone(derive)) return [];
  const derived = diagrams.closed.truth(derive);
  return [true, false].map((value) => {
    const known = diagrams.closed.coding.store.map(derived, (code) => (code === (value ? TRUE : FALSE) ? TRUE : FALSE));
    const agrees = stateIs(
      diagrams,
      atom,
      (state) => state === UNKNOWN || (isEstablishedState(atom, state) && valueOfState(atom, state)?.example === value),
    );
    return diagrams.closed.connect("or", not(diagrams, known), agrees);
  });
}

/** Names neither definitions nor scores, whose parts are not looked into here. */
function standsAlone(expression: Expression): boolean {
  switch (expression.kind) {
    case "definition":
    case "score":
    case "stratum":
      return false;
    case "not":
    case "isNull":
      return standsAlone(expression.operand);
    case "connective":
    case "comparison":
    case "arithmetic":
      return standsAlone(expression.left) && standsAlone(expression.right);
    case "membership":
      return standsAlone(expression.element);
    default:
      return true;
  }
}

/** While a contradiction holds, nothing that was said of its disputed features is believed. */
function inconsistenciesOf(diagrams: Diagrams): NodeId[] {
  const { closed, pathway } = diagrams;
  return pathway.inconsistencies.flatMap(({ when, disputes }) => {
    const holds = closed.coding.store.map(closed.truth(when), (code) => (code === OPEN ? FALSE : code));
    return disputes.flatMap((feature) => {
      const atom = atomOf(diagrams, feature);
      if (atom === undefined) return [];
      const believed = stateIs(diagrams, atom, (state) => isEstablishedState(atom, state));
      return [not(diagrams, closed.connect("and", holds, believed))];
    });
  });
}
