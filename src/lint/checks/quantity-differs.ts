import type { Fact } from "../../evidence/fact.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Content, ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** One idea has one number: facts that are called the same must be the same, in this topic and against the others. */
export const quantityDiffers: ContentCheck = {
  code: "quantity-differs",
  asks: "is the same quantity given with two values?",
  check: (content) => [...withinTopic(content), ...againstOthers(content)],
};

function withinTopic({ topic, placeIn }: Content): readonly Diagnostic[] {
  const first = new Map<string, Fact>();
  return [...topic.facts.values()].flatMap((fact) => {
    const other = first.get(nameOf(fact));
    if (other === undefined) first.set(nameOf(fact), fact);
    if (other === undefined || isSameNumber(fact, other)) return [];
    const place = placeIn("facts.yaml", ["facts", fact.id, "quantity"]);
    return [lintDiagnostics.report("quantity-differs", { fact: fact.id, other: other.id }, place)];
  });
}

/** Between topics only what comes from one source is one number. */
function againstOthers({ topic, library, placeIn }: Content): readonly Diagnostic[] {
  const others = [...library.topics.values()].filter(({ slug }) => slug < topic.slug);
  return [...topic.facts.values()].flatMap((fact) =>
    others.flatMap(({ slug, facts }) =>
      [...facts.values()]
        .filter((other) => nameOf(other) === nameOf(fact) && other.source === fact.source && !isSameNumber(fact, other))
        .map((other) =>
          lintDiagnostics.report(
            "quantity-differs",
            { fact: fact.id, other: `${slug}/${other.id}` },
            placeIn("facts.yaml", ["facts", fact.id, "quantity"]),
          ),
        ),
    ),
  );
}

/** What the number is called, order and punctuation apart. */
function nameOf({ quantity }: Fact): string {
  return (quantity.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(" ");
}

function isSameNumber(left: Fact, right: Fact): boolean {
  return (
    left.value === right.value &&
    left.unit === right.unit &&
    left.denominator === right.denominator &&
    left.interval?.low === right.interval?.low &&
    left.interval?.high === right.interval?.high
  );
}
