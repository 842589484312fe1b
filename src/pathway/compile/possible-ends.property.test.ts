import fc from "fast-check";
import { expect, test } from "vitest";
import { anyFacts } from "../../../test/support/compiled-agreement.ts";
import { Dice } from "../../../test/support/dice.ts";
import { legDvt } from "../../../test/support/leg-dvt.ts";
import { type Atom, UNKNOWN, valueOfState } from "./atom.ts";
import { compilePathway } from "./compile-pathway.ts";
import { encodeFacts } from "./encode-facts.ts";
import { evaluateCompiled } from "./evaluate-compiled.ts";
import { forcedItems, openTotals } from "./open-totals.ts";
import { possibleEnds } from "./possible-ends.ts";

const made = compilePathway(legDvt, "nice");
const [wells] = legDvt.scores;
if (!made.ok || wells === undefined) throw new Error("the shipped pathway compiles and has a score");
const { atoms, diagram, index } = made.value;
const levels = wells.items.map(({ feature, points }) => ({
  points,
  level: atoms.findIndex((atom) => atom.kind === "feature" && atom.feature === feature),
}));

/** The sum of the items that hold. */
function sumOf(states: Uint8Array): number {
  const holds = (atom: Atom | undefined, state: number) =>
    atom !== undefined && valueOfState(atom, state)?.example === true;
  return levels.reduce((sum, { level, points }) => sum + (holds(atoms[level], states[level] ?? 0) ? points : 0), 0);
}

/** Each way to give the items that are unknown a value. */
function completions(states: Uint8Array): readonly Uint8Array[] {
  const open = levels.filter(({ level }) => states[level] === UNKNOWN);
  return open.reduce<readonly Uint8Array[]>(
    (all, { level }) => all.flatMap((one) => [1, 2].map((state) => one.with(level, state))),
    [states],
  );
}

const stretch = fc.tuple(fc.integer({ min: -3, max: 9 }), fc.nat({ max: 12 }));

test("the ends beside a stated total are those of all patients whose items come to it, tried one by one", () => {
  let narrowed = 0;
  fc.assert(
    fc.property(fc.nat(), stretch, (seed, [from, width]) => {
      const states = encodeFacts(index, atoms, anyFacts(legDvt.features, new Dice(seed)));
      const [low, high] = [from, from + width];
      const given = { features: ["given"], from: low, to: high, said: "given" };
      const open = openTotals(atoms, states, [[wells, given]]);
      const all = completions(states);
      const agreeing = all.filter((one) => sumOf(one) >= low && sumOf(one) <= high);
      if (all.length === 1 || agreeing.length === 0) {
        expect(open).toEqual([]);
        return;
      }
      const ends = possibleEnds(diagram, (level, state = states[level] ?? UNKNOWN) => [state], open);
      expect(ends).toEqual(new Set(agreeing.map((one) => evaluateCompiled(diagram, one))));
      const forced = levels.filter(
        ({ level }) => states[level] === UNKNOWN && new Set(agreeing.map((one) => one[level])).size === 1,
      );
      const found = open.flatMap(forcedItems).map(({ level }) => level);
      expect(found.toSorted()).toEqual(forced.map(({ level }) => level).toSorted());
      if (agreeing.length < all.length) narrowed += 1;
    }),
    { numRuns: 300 },
  );
  expect(narrowed).toBeGreaterThan(50);
});
