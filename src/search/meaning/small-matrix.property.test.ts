import fc from "fast-check";
import { expect, test } from "vitest";
import { factorOf, multiplied, productOfColumns, solved } from "./small-matrix.ts";

const SIZE = 3;
/** Rows of three numbers, with those of a cube's edges among them, so that the columns are never all in one plane. */
const anyMatrix = fc
  .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: SIZE, maxLength: 8 * SIZE })
  .map((numbers) =>
    Float64Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1, ...numbers.slice(0, 3 * Math.floor(numbers.length / 3))]),
  );

const close = (one: Float64Array, other: Float64Array) => {
  for (const [at, value] of one.entries()) expect(value).toBeCloseTo(other[at] ?? Number.NaN, 6);
};

test("the factor times its transpose is the product of the columns, as written out", () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const product = productOfColumns(matrix, SIZE);
      const at = (row: number, column: number) => matrix[row * SIZE + column] ?? 0;
      const rows = Array.from({ length: matrix.length / SIZE }, (_, row) => row);
      const cells = [0, 1, 2].flatMap((one) => [0, 1, 2].map((other) => [one, other] as const));
      close(
        Float64Array.from(
          cells.map(([one, other]) => rows.reduce((sum, row) => sum + at(row, one) * at(row, other), 0)),
        ),
        product,
      );
      const factor = factorOf(product, SIZE);
      const of = (row: number, column: number) => factor[row * SIZE + column] ?? 0;
      close(
        Float64Array.from(
          cells.map(([one, other]) => [0, 1, 2].reduce((sum, k) => sum + of(one, k) * of(other, k), 0)),
        ),
        product,
      );
    }),
  );
});

test("what was solved has columns of length 1 at right angles, and multiplying takes nothing away from what a triangle of ones adds", () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const right = matrix.slice();
      solved(right, factorOf(productOfColumns(right, SIZE), SIZE), SIZE);
      close(productOfColumns(right, SIZE), Float64Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1]));
      const sums = matrix.slice();
      multiplied(sums, Float64Array.from([1, 0, 0, 1, 1, 0, 1, 1, 1]), SIZE);
      for (let row = 0; row < matrix.length; row += SIZE) {
        const [a = 0, b = 0, c = 0] = matrix.slice(row, row + SIZE);
        close(sums.slice(row, row + SIZE), Float64Array.from([a + b + c, b + c, c]));
      }
    }),
  );
});

test("columns that are the same give a factor without a number that is none", () => {
  const factor = factorOf(Float64Array.from([2, 2, 2, 2, 2, 2, 2, 2, 2]), SIZE);
  expect(factor.every(Number.isFinite)).toBe(true);
});
