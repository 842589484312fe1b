import type { ContentCheck } from "../content-check.ts";
import { contentStems } from "../content-words.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** Fewer words than these name no group: "DVT", "all patients". */
const FEWEST_WORDS = 2;

/** A number without the people it was measured in cannot be carried over to anybody. */
export const numberWithoutPopulation: ContentCheck = {
  code: "number-without-population",
  asks: "does every number say in whom it was measured?",
  check: ({ topic, placeIn }) =>
    [...topic.facts.values()]
      // A figure without a source is shown only beside its correction, as what is repeated.
      .filter(({ confidence }) => confidence !== "unresolved")
      .filter(
        ({ population }) =>
          contentStems(population).length < FEWEST_WORDS ||
          /\b(?:not (?:stated|known|given)|unknown|various)\b/i.test(population),
      )
      .map(({ id, population }) =>
        lintDiagnostics.report(
          "number-without-population",
          { fact: id, population },
          placeIn("facts.yaml", ["facts", id, "population"]),
        ),
      ),
};
