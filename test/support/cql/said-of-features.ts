import { decimal } from "../../../src/clinical/quantity.ts";
import type { Atom } from "../../../src/pathway/compile/atom.ts";
import { atomsOf } from "../../../src/pathway/compile/build-diagrams.ts";
import { areEqual } from "../../../src/pathway/facts/facts.ts";
import { featuresIn } from "../../../src/pathway/language/features-in.ts";
import type { CaseFeature, FeatureId, FindingValue } from "../../../src/pathway/model/feature.ts";
import type { Statement } from "../../../src/pathway/model/finding.ts";
import type { Pathway } from "../../../src/pathway/model/pathway.ts";
import { domainConditions } from "../../../src/pathway/verify/possible-facts.ts";
import type { Dice } from "../dice.ts";

/** What can be said of one feature, up to what no condition can tell apart: nothing, "not known", or one of its values. */
export interface Sayable {
  readonly feature: CaseFeature;
  /** "Not known" differs from nothing said: a presumption, of this or of what is derived from it, stands or falls with it. */
  readonly askingMatters: boolean;
  /** Numbers by an example on, below and above each cut-off. */
  readonly values: readonly FindingValue[];
}

/** The quotient domain of a pathway: what can be said of each feature that its rules can notice. */
export function quotientDomain(pathway: Pathway, profile: string): readonly Sayable[] {
  const atoms = atomsOf(pathway, profile, domainConditions({ pathway }));
  const noticed = featuresNoticed(pathway, atoms);
  const presumed = pathway.features.filter(({ presume }) => presume !== undefined);
  const asked = presumed.flatMap(({ id, derive }) => [id, ...(derive === undefined ? [] : featuresIn(derive))]);
  return pathway.features
    .filter(({ id }) => noticed.has(id))
    .map((feature) => ({ feature, askingMatters: asked.includes(feature.id), values: valuesOf(feature, atoms) }));
}

/** How many cells the domain has. */
export function countCells(domain: readonly Sayable[]): number {
  return domain.reduce((cells, sayable) => cells * statementsOn(sayable).length, 1);
}

/** Nothing, "not known" where that differs, and each value. */
export function statementsOn({ feature, askingMatters, values }: Sayable): readonly (Statement | undefined)[] {
  return [
    undefined,
    ...(askingMatters ? [{ feature: feature.id, kind: "unknown" } as const] : []),
    ...values.map((value): Statement => ({ feature: feature.id, kind: "value", value })),
  ];
}

/** Every patient of the domain. */
export function* everyCell(
  domain: readonly Sayable[],
  said: readonly Statement[] = [],
): Generator<readonly Statement[]> {
  const [first, ...rest] = domain;
  if (first === undefined) {
    yield said;
    return;
  }
  for (const statement of statementsOn(first))
    yield* everyCell(rest, statement === undefined ? said : [...said, statement]);
}

/** A cell drawn at random. */
export function drawCell(domain: readonly Sayable[], dice: Dice): readonly Statement[] {
  return domain.flatMap((sayable) => {
    const statements = statementsOn(sayable);
    return statements[dice.roll(statements.length)] ?? [];
  });
}

/** Features of the atoms, what these are derived from or implied by, and what follows from them and could contradict. */
function featuresNoticed(pathway: Pathway, atoms: readonly Atom[]): ReadonlySet<FeatureId> {
  const noticed = new Set(
    atoms.flatMap((atom) => (atom.kind === "feature" ? [atom.feature] : atom.comparison.features)),
  );
  for (let before = -1; before < noticed.size; ) {
    before = noticed.size;
    for (const { id, derive, implies } of pathway.features) {
      if (noticed.has(id)) {
        for (const part of derive === undefined ? [] : featuresIn(derive)) noticed.add(part);
        for (const { feature } of implies) noticed.add(feature);
      }
      if (implies.some(({ feature }) => noticed.has(feature))) noticed.add(id);
    }
  }
  return noticed;
}

function valuesOf(feature: CaseFeature, atoms: readonly Atom[]): readonly FindingValue[] {
  const { type } = feature;
  if (type.kind === "truth") return [false, true];
  if (type.kind === "choice") return type.choices.map(({ code }) => code);
  const atom = atoms.find((one) => one.kind === "feature" && one.feature === feature.id);
  const cells = (atom?.values ?? []).filter(({ inRange }) => inRange).map(({ example }) => example);
  const ends: readonly FindingValue[] =
    type.kind === "wholeNumber"
      ? [type.low, type.high]
      : [type.low, type.high].map((end) => ({ value: decimal(end.value.toString()), unit: type.unit }));
  const values = cells.length > 1 ? cells : ends;
  return values.filter((value, at) => values.findIndex((other) => areEqual(other, value)) === at);
}
