import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import { featuresIn } from "../language/features-in.ts";

/** A condition as text with every name followed to what it stands for: equal texts mean the same in both pathways. */
export function meaningOf(index: PathwayIndex, expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === "span") return undefined;
    return isNamed(value) ? [`the ${value.kind}`, value.scheme, standsFor(index, value)] : value;
  });
}

interface Named {
  readonly kind: "parameter" | "definition" | "score" | "stratum";
  readonly id?: string;
  readonly score?: string;
  readonly scheme?: string;
}

function isNamed(value: unknown): value is Named {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  return ["parameter", "definition", "score", "stratum"].includes(String(value.kind));
}

function standsFor(index: PathwayIndex, { kind, id, score }: Named): string {
  if (kind === "parameter") return JSON.stringify(getPart(index.parameters, id ?? "").value);
  if (kind === "definition") return meaningOf(index, getPart(index.definitions, id ?? "").when);
  const { items, schemes } = getPart(index.scores, score ?? id ?? "");
  return JSON.stringify([items.map(({ points, when }) => [points, meaningOf(index, when)]), schemes]);
}

/**
 * What a feature is and how a patient comes to have it: type, derivation and implications. Where two pathways differ in
 * this, one patient can have two values, so that the two may not share an atom.
 */
export function originOf(index: PathwayIndex, id: string): string {
  const { type, derive } = getPart(index.features, id);
  const implied = index.pathway.features.flatMap((from) =>
    from.implies.flatMap(({ feature, when, value }) => (feature === id ? [[from.id, when, value]] : [])),
  );
  const derived = derive && [meaningOf(index, derive), featuresIn(derive).map((part) => originOf(index, part))];
  return JSON.stringify([id, type.kind, type.kind === "quantity" ? type.unit : "", derived, implied]);
}

/** What can dispute a feature, or what it is derived from, so that its value is not believed. */
export function disputesOf(index: PathwayIndex, id: string): string {
  const { derive } = getPart(index.features, id);
  const own = index.pathway.inconsistencies.flatMap(({ when, disputes }) =>
    disputes.includes(id) ? [meaningOf(index, when)] : [],
  );
  return JSON.stringify([own, derive && featuresIn(derive).map((part) => disputesOf(index, part))]);
}

/** All contradictions of a pathway: two with equal texts set the same aside for every patient. */
export function contradictionsOf(index: PathwayIndex): string {
  const each = index.pathway.inconsistencies.map(({ when, disputes }) => [meaningOf(index, when), disputes.toSorted()]);
  return JSON.stringify(each.map((one) => JSON.stringify(one)).toSorted());
}

/** What can dispute the parts that a feature is derived from, at any remove, so that its own value falls with theirs. */
export function derivedDisputesOf(index: PathwayIndex, id: string): string {
  const { derive } = getPart(index.features, id);
  return JSON.stringify(derive && featuresIn(derive).map((part) => disputesOf(index, part)));
}
