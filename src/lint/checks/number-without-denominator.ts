import type { Fact } from "../../evidence/fact.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** Shares of people; sensitivity and its like are read with an interval or a pooled set, and have a check of their own in print. */
const SHARES: ReadonlySet<Fact["measure"]> = new Set(["proportion", "prevalence", "failure-rate", "risk"]);

/** A share needs what it is a share of: counts, an interval, or at least the size of the group. */
export const numberWithoutDenominator: ContentCheck = {
  code: "number-without-denominator",
  asks: "does every share say of how many?",
  check: ({ topic, placeIn }) =>
    [...topic.facts.values()]
      .filter(({ measure, unit }) => SHARES.has(measure) && unit === "%")
      .filter(({ confidence }) => confidence === "read" || confidence === "secondary")
      .filter((fact) => !saysOfHowMany(fact))
      .map(({ id }) =>
        lintDiagnostics.report(
          "number-without-denominator",
          { fact: id },
          placeIn("facts.yaml", ["facts", id, "quantity"]),
        ),
      ),
};

function saysOfHowMany({ denominator, interval, population, note }: Fact): boolean {
  // Years are digits too, and count nobody.
  const size = /\d/.test(population.replace(/\b(?:19|20)\d\d\b/g, ""));
  return (
    denominator !== undefined || (interval !== undefined && interval.kind !== "range") || size || note !== undefined
  );
}
