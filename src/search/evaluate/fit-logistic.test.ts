import fc from "fast-check";
import { expect, test } from "vitest";
import { fitLogistic, foretell } from "./fit-logistic.ts";

const example = (features: readonly number[], holds: boolean, weight = 1) => ({ features, holds, weight });

test("what tells gets its sign, what does not tell gets next to nothing, and the share is met", () => {
  const examples = Array.from({ length: 400 }, (_, at) =>
    example([at % 2, (at >> 1) % 2], at % 2 === 1 && at % 10 !== 9),
  );
  const model = fitLogistic(examples);
  expect(model.weights[0]).toBeGreaterThan(3);
  expect(Math.abs(model.weights[1] ?? 9)).toBeLessThan(0.5);
  const mean = examples.reduce((sum, one) => sum + foretell(model, one.features), 0) / 400;
  expect(mean).toBeCloseTo(0.4, 3);
});

test("an example that counts twice is the same as the example twice", () => {
  const some = [example([1, 0], true), example([0, 1], false), example([1, 1], false), example([0.5, 0.2], true)];
  const twice = fitLogistic([...some, example([1, 1], true), example([1, 1], true)]);
  const once = fitLogistic([...some, example([1, 1], true, 2)]);
  expect(once.intercept).toBeCloseTo(twice.intercept, 9);
  for (const [at, weight] of once.weights.entries()) expect(weight).toBeCloseTo(twice.weights[at] ?? 0, 9);
});

test("no small change of the model makes what was seen more likely", () => {
  const cases = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
    minLength: 5,
    maxLength: 40,
  });
  fc.assert(
    fc.property(cases, (seen) => {
      const examples = seen.map(([value, holds]) => example([value], holds));
      if (new Set(seen.map(([, holds]) => holds)).size < 2) return;
      const model = fitLogistic(examples);
      const loss = (intercept: number, weight: number) =>
        examples.reduce(
          (sum, { features, holds }) => {
            const foretold = foretell({ intercept, weights: [weight] }, features);
            return sum - Math.log(holds ? foretold : 1 - foretold);
          },
          (weight * weight) / 2,
        );
      const [weight = 0] = model.weights;
      for (const [one, other] of [
        [0.01, 0],
        [-0.01, 0],
        [0, 0.01],
        [0, -0.01],
      ] as const)
        expect(loss(model.intercept + one, weight + other)).toBeGreaterThanOrEqual(
          loss(model.intercept, weight) - 1e-9,
        );
    }),
  );
});
