import type { CaseFeature, FeatureId, FindingValue } from "../model/feature.ts";
import type { Finding } from "../model/finding.ts";

/**
 * What is known of one feature. The ways of not knowing differ: only `not-asked` lets a presumption in; `not-known` was
 * asked; `incomplete` was given without its unit or basis; `disputed` was said in ways that contradict each other.
 * `assumed` values are tried by the case analysis and count as unknown wherever something must be known.
 */
export type Knowledge =
  | { readonly kind: "known"; readonly finding: Finding }
  | { readonly kind: "assumed"; readonly value: FindingValue }
  | { readonly kind: "unknown"; readonly why: "not-asked" | "not-known" | "incomplete" | "disputed" };

const NOT_ASKED: Knowledge = { kind: "unknown", why: "not-asked" };

/** What is known of every feature of one patient. Immutable. */
export class Facts {
  readonly #knowledge: ReadonlyMap<FeatureId, Knowledge>;

  constructor(knowledge: ReadonlyMap<FeatureId, Knowledge>) {
    this.#knowledge = knowledge;
  }

  of(feature: FeatureId): Knowledge {
    return this.#knowledge.get(feature) ?? NOT_ASKED;
  }

  /** The value, known or assumed; undefined when there is none. */
  valueOf(feature: FeatureId): FindingValue | undefined {
    const knowledge = this.of(feature);
    if (knowledge.kind === "known") return knowledge.finding.value;
    return knowledge.kind === "assumed" ? knowledge.value : undefined;
  }

  /** True when the patient or a measurement says so: neither presumed nor assumed. */
  isEstablished(feature: FeatureId): boolean {
    const knowledge = this.of(feature);
    return knowledge.kind === "known" && knowledge.finding.from !== "presumed";
  }

  isDisputed(feature: FeatureId): boolean {
    const knowledge = this.of(feature);
    return knowledge.kind === "unknown" && knowledge.why === "disputed";
  }

  with(feature: FeatureId, knowledge: Knowledge): Facts {
    return new Facts(new Map(this.#knowledge).set(feature, knowledge));
  }

  /** With more known, one after the other; each addition sees those before it. One copy is made for all of them. */
  extend(add: (known: Facts, learn: (feature: FeatureId, knowledge: Knowledge) => void) => void): Facts {
    const knowledge = new Map(this.#knowledge);
    const extended = new Facts(knowledge);
    add(extended, (feature, learnt) => knowledge.set(feature, learnt));
    return extended;
  }

  withAll(entries: readonly (readonly [FeatureId, Knowledge])[]): Facts {
    return new Facts(new Map([...this.#knowledge, ...entries]));
  }

  findings(features: readonly CaseFeature[]): readonly Finding[] {
    return features.flatMap(({ id }) => {
      const knowledge = this.of(id);
      return knowledge.kind === "known" ? [knowledge.finding] : [];
    });
  }
}

/** Whether two values of one feature are the same. Quantities are kept in the feature's own unit, so numbers decide. */
export function areEqual(left: FindingValue, right: FindingValue): boolean {
  if (typeof left === "object" && typeof right === "object")
    return left.value.eq(right.value) && left.unit === right.unit;
  return left === right;
}
