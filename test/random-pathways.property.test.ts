import fc from "fast-check";
import { test } from "vitest";
import { compilePathway } from "../src/pathway/compile/compile-pathway.ts";
import { anyFacts, expectAgreement } from "./support/compiled-agreement.ts";
import { Dice } from "./support/dice.ts";
import { randomPathway } from "./support/random-pathway.ts";

const PATIENTS = 12;
const PATHWAYS = 2000;

test("diagram and interpreter agree on random pathways", () => {
  fc.assert(
    fc.property(randomPathway, fc.nat(), (pathway, seed) => {
      const compiled = compilePathway(pathway, "only");
      if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
      const dice = new Dice(seed);
      for (let count = 0; count < PATIENTS; count++)
        expectAgreement(compiled.value, anyFacts(pathway.features, dice), dice);
    }),
    { numRuns: PATHWAYS, seed: 20_261_123, endOnFailure: true },
  );
});
