import fc from "fast-check";
import { expect, test } from "vitest";
import { TRUTHS, type Truth } from "../../kernel/truth.ts";
import type { Score } from "../model/pathway.ts";
import { getPathway } from "../testing/small-pathway.ts";
import { totalOf } from "./score-total.ts";

const [small] = getPathway().scores;
if (small === undefined) throw new Error("the small pathway has a score");

const scoreAndTruths = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(...TRUTHS)), { minLength: 1, maxLength: 7 })
  .map((drawn) => ({ drawn, score: scoreWith(drawn.map(([points]) => points)) }));

function scoreWith(points: readonly number[]): Score {
  const [item] = small?.items ?? [];
  if (small === undefined || item === undefined) throw new Error("the small pathway has a score with items");
  return { ...small, items: points.map((worth, at) => ({ ...item, id: `item-${at}`, points: worth })) };
}

/** Every total that the unknown items still allow, by trying them all. */
function allTotals(drawn: readonly (readonly [number, Truth])[]): readonly number[] {
  return drawn.reduce<readonly number[]>(
    (totals, [points, truth]) =>
      totals.flatMap((total) => (truth === "unknown" ? [total, total + points] : [truth ? total + points : total])),
    [0],
  );
}

test("the interval runs from the least to the greatest total that is still possible", () => {
  fc.assert(
    fc.property(scoreAndTruths, ({ drawn, score }) => {
      const found = totalOf(score, (item) => ({
        truth: drawn[Number(item.id.slice(5))]?.[1] ?? "unknown",
        features: [],
      }));
      const totals = allTotals(drawn);
      expect([found.low, found.high]).toEqual([Math.min(...totals), Math.max(...totals)]);
    }),
  );
});

test("a category is given exactly when every possible total lies in it", () => {
  fc.assert(
    fc.property(scoreAndTruths, ({ drawn, score }) => {
      const found = totalOf(score, (item) => ({
        truth: drawn[Number(item.id.slice(5))]?.[1] ?? "unknown",
        features: [],
      }));
      const categories = new Set(allTotals(drawn).map((total) => (total <= 0 ? "low" : "high")));
      const [only] = categories;
      expect(found.strata.get("level")).toBe(categories.size === 1 ? only : undefined);
    }),
  );
});

test("a stretch of totals that was given narrows what is open to the totals that some values of the open items come to", () => {
  const stretch = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.nat({ max: 6 }));
  fc.assert(
    fc.property(scoreAndTruths, stretch, ({ drawn, score }, [from, width]) => {
      const given = { features: ["given"], from, to: from + width, said: "given" };
      const judge = (item: { id: string }) => ({
        truth: drawn[Number(item.id.slice(5))]?.[1] ?? "unknown",
        features: [],
      });
      const [plain, found] = [totalOf(score, judge), totalOf(score, judge, given)];
      const totals = [...new Set(allTotals(drawn))];
      const agreeing = totals.filter((total) => total >= given.from && total <= given.to);
      if (agreeing.length === 0) expect(found).toEqual({ ...plain, contradicts: given });
      else if (agreeing.length === totals.length) expect(found).toEqual(plain);
      else expect(found).toMatchObject({ low: Math.min(...agreeing), high: Math.max(...agreeing), stated: given });
      if (found.low === found.high) expect(found.open).toEqual([]);
      expect(found.items).toEqual(plain.items);
    }),
  );
});
