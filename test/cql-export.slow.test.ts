import { describe, expect, test } from "vitest";
import { CqlAgreement, printTally } from "./support/cql/cql-agreement.ts";
import { StatementDraw, witnesses } from "./support/cql/draw-statements.ts";
import { Dice } from "./support/dice.ts";
import { legDvt } from "./support/leg-dvt.ts";

/** Patients drawn for each profile. */
const PATIENTS = Number(process.env.CQL_PATIENTS ?? 3000);
const HOUR = 3_600_000;

describe("the shipped pathway as CQL agrees with ours", () => {
  test.each(legDvt.profiles)(
    "$id: on every rule's witness and on a seeded sample",
    { timeout: 5 * HOUR },
    async ({ id }) => {
      const begun = performance.now();
      const agreement = new CqlAgreement(legDvt, id);
      const found = witnesses(legDvt, id);
      for (const statements of found) await agreement.compare(statements);
      const seed = legDvt.profiles.findIndex((profile) => profile.id === id) + 1;
      const draw = new StatementDraw(legDvt, id, new Dice(seed));
      for (let kind = 0; kind < PATIENTS; kind++) await agreement.compare(draw.next(kind));
      const seconds = ((performance.now() - begun) / 1000).toFixed(0);
      console.log(`${id}: ${found.length} witnesses; ${printTally(agreement.tally)}\n  in ${seconds} s`);
      expect(agreement.tally.shown).toEqual([]);
    },
  );
});
