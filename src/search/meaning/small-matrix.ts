/** What is smaller is nothing but rounding: a direction without passages must not become infinite. */
const SMALLEST_PIVOT = 1e-12;

/** Of a matrix whose rows have `size` numbers, the products of its columns with each other. */
export function productOfColumns(matrix: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < matrix.length; row += size)
    for (let one = 0; one < size; one++) {
      const value = matrix[row + one] ?? 0;
      for (let other = 0; other <= one; other++) {
        const at = one * size + other;
        product[at] = (product[at] ?? 0) + value * (matrix[row + other] ?? 0);
      }
    }
  for (let one = 0; one < size; one++)
    for (let other = 0; other < one; other++) product[other * size + one] = product[one * size + other] ?? 0;
  return product;
}

/** The lower triangle that gives a symmetric matrix when multiplied with its transpose (Cholesky). */
export function factorOf(symmetric: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  const least = SMALLEST_PIVOT * Math.max(1, ...diagonal(symmetric, size));
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let value = symmetric[row * size + column] ?? 0;
      for (let at = 0; at < column; at++) value -= (factor[row * size + at] ?? 0) * (factor[column * size + at] ?? 0);
      const pivot = factor[column * size + column] ?? 1;
      factor[row * size + column] = row === column ? Math.sqrt(Math.max(value, least)) : value / pivot;
    }
  return factor;
}

/** Every row of a matrix times a lower triangle, in place. */
export function multiplied(matrix: Float64Array, triangle: Float64Array, size: number): void {
  for (let row = 0; row < matrix.length; row += size)
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let at = column; at < size; at++) sum += (matrix[row + at] ?? 0) * (triangle[at * size + column] ?? 0);
      matrix[row + column] = sum;
    }
}

/** Every row of a matrix made the one that times the transposed triangle gives what it was, in place. */
export function solved(matrix: Float64Array, triangle: Float64Array, size: number): void {
  for (let row = 0; row < matrix.length; row += size)
    for (let column = 0; column < size; column++) {
      let value = matrix[row + column] ?? 0;
      for (let at = 0; at < column; at++) value -= (matrix[row + at] ?? 0) * (triangle[column * size + at] ?? 0);
      matrix[row + column] = value / (triangle[column * size + column] ?? 1);
    }
}

function diagonal(matrix: Float64Array, size: number): readonly number[] {
  return Array.from({ length: size }, (_, at) => matrix[at * size + at] ?? 0);
}
