/** An example to learn from: what is known of it, what it is, and how much it counts. */
export interface Example {
  readonly features: readonly number[];
  readonly holds: boolean;
  readonly weight: number;
}

export interface LogisticModel {
  readonly intercept: number;
  readonly weights: readonly number[];
}

const STEPS = 30;
/** Ridge: keeps weights of features that say nearly the same from running apart. */
const RIDGE = 1;

/** Logistic regression with a ridge on the weights, by Newton's method (iteratively reweighted least squares). */
export function fitLogistic(examples: readonly Example[]): LogisticModel {
  const size = (examples[0]?.features.length ?? 0) + 1;
  let at = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => (row !== column ? 0 : row === 0 ? 1e-6 : RIDGE)),
    );
    for (let row = 1; row < size; row++) gradient[row] = RIDGE * (at[row] ?? 0);
    for (const { features, holds, weight } of examples)
      addExample([1, ...features], holds, weight, at, gradient, hessian);
    const change = solve(hessian, gradient);
    at = at.map((value, row) => value - (change[row] ?? 0));
  }
  const [intercept = 0, ...weights] = at;
  return { intercept, weights };
}

export function foretell({ intercept, weights }: LogisticModel, features: readonly number[]): number {
  return sigmoid(features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), intercept));
}

function addExample(
  row: readonly number[],
  holds: boolean,
  weight: number,
  at: readonly number[],
  gradient: number[],
  hessian: number[][],
): void {
  const foretold = sigmoid(row.reduce((sum, value, index) => sum + value * (at[index] ?? 0), 0));
  const error = weight * (foretold - (holds ? 1 : 0));
  const curve = weight * foretold * (1 - foretold);
  for (const [one, value] of row.entries()) {
    gradient[one] = (gradient[one] ?? 0) + error * value;
    const line = hessian[one] ?? [];
    for (const [other, second] of row.entries()) line[other] = (line[other] ?? 0) + curve * value * second;
  }
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, value))));
}

/** Solves a system with a symmetric positive definite matrix, by elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let column = 0; column < rows.length; column++) {
    const below = rows.slice(column);
    const pivot = below.reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best));
    const from = rows.indexOf(pivot);
    [rows[column], rows[from]] = [pivot, rows[column] ?? pivot];
    for (const row of rows) {
      if (row === pivot) continue;
      const times = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - times * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[rows.length] ?? 0) / (row[at] ?? 1));
}
