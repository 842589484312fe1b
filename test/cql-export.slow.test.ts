import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getPathway } from "../src/pathway/testing/small-pathway.ts";
import { CqlAgreement, compareCells, printTally } from "./support/cql/cql-agreement.ts";
import { StatementDraw, witnesses } from "./support/cql/draw-statements.ts";
import { goldenPathway } from "./support/cql/golden-pathway.ts";
import { Dice } from "./support/dice.ts";
import { legDvt } from "./support/leg-dvt.ts";
import { randomPathway } from "./support/random-pathway.ts";

/**
 * The foreign oracle at length. `npm run oracle` compares every cell of the small pathways and a million patients of the shipped one;
 * without it, as many as fit into every run.
 */
const FULL = process.env.CQL_ORACLE === "full";
const PATIENTS = FULL ? 250_000 : 1500;
const CELLS = FULL ? 2_000_000 : 4000;
const RANDOM_PATHWAYS = FULL ? 500 : 30;
const PROGRESS = 5000;
const HOUR = 3_600_000;

describe.each(legDvt.profiles)("the shipped pathway as CQL, $id", ({ id }) => {
  test("agrees with ours on every rule's witness and on a seeded sample", { timeout: 5 * HOUR }, async () => {
    const agreement = new CqlAgreement(legDvt, id);
    for (const statements of witnesses(legDvt, id)) await agreement.compare(statements);
    const seed = legDvt.profiles.findIndex((profile) => profile.id === id) + 1;
    const draw = new StatementDraw(legDvt, id, new Dice(seed));
    for (let kind = 0; kind < PATIENTS; kind++) {
      await agreement.compare(draw.next(kind));
      if (kind % PROGRESS === PROGRESS - 1) console.log(`${id}: ${printTally(agreement.tally)}`);
    }
    expect(agreement.tally.shown).toEqual([]);
  });
});

describe("small pathways as CQL agree with ours on the cells of their domain", () => {
  test.each([
    ["the small pathway for tests", getPathway(), "first"],
    ["the mended table", goldenPathway("good/leg-dvt-table-mended"), "published"],
    ["the published table, with its gaps", goldenPathway("bad/published-leg-dvt-table"), "published"],
  ])("%s", { timeout: HOUR }, async (name, pathway, profile) => {
    const { tally } = await compareCells(pathway, profile, { most: CELLS });
    if (FULL) console.log(`${name}: ${printTally(tally)}`);
    expect(tally.shown).toEqual([]);
  });

  test("random ones", { timeout: HOUR }, async () => {
    const property = fc.asyncProperty(randomPathway, async (pathway) => {
      const { tally } = await compareCells(pathway, "only", { most: 400, casesEvery: 1 });
      expect(tally.shown).toEqual([]);
    });
    await fc.assert(property, { numRuns: RANDOM_PATHWAYS, seed: 3, endOnFailure: true });
  });
});
