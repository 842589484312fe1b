import { seeded } from "../../kernel/seeded.ts";
import { countStems, type StemCounts } from "./count-stems.ts";
import { factorOf, multiplied, productOfColumns, solved } from "./small-matrix.ts";
import { DIMENSIONS, TermVectors } from "./term-vectors.ts";

/** Times that the directions are sharpened; two are nearly as good, one is not. */
const ROUNDS = 3;
const SEED = 20_261_130;
const LARGEST_BYTE = 127;

/**
 * Learns what stems mean from passages, as `toTermLines` writes them: latent semantic analysis (Deerwester and others 1990). Rows of the matrix
 * are stems, columns passages; its leading directions are found by subspace iteration from a random start (Halko, Martinsson and Tropp
 * 2011). The same passages in the same order give the same vectors, to the byte.
 */
export function learnTermVectors(passages: Iterable<string>): TermVectors {
  const counts = countStems(passages);
  const size = counts.stems.length;
  const next = seeded(SEED);
  let basis = new Float64Array(size * DIMENSIONS).map(() => next() + next() + next() - 1.5);
  for (let round = 0; round < ROUNDS; round++) {
    basis = sharpened(basis, counts);
    // Columns of length 1 that stand at right angles (Cholesky QR): without, all of them would turn to the first direction.
    solved(basis, factorOf(productOfColumns(basis, DIMENSIONS), DIMENSIONS), DIMENSIONS);
  }
  // With the factor of what the passages are in this basis, stems lie as far apart as in the matrix itself, as near as so few dimensions allow.
  const inside = new Float64Array(DIMENSIONS * DIMENSIONS);
  for (let passage = 0; passage < counts.passages; passage++) addSquare(inside, projected(basis, counts, passage));
  multiplied(basis, factorOf(inside, DIMENSIONS), DIMENSIONS);
  return new TermVectors(counts.stems, toBytes(basis));
}

/** The matrix times its transpose times the basis. */
function sharpened(basis: Float64Array, counts: StemCounts): Float64Array<ArrayBuffer> {
  const result = new Float64Array(basis.length);
  for (let passage = 0; passage < counts.passages; passage++) {
    const inBasis = projected(basis, counts, passage);
    for (let entry = counts.starts[passage] ?? 0; entry < (counts.starts[passage + 1] ?? 0); entry++) {
      const row = (counts.rows[entry] ?? 0) * DIMENSIONS;
      const weight = counts.weights[entry] ?? 0;
      for (let at = 0; at < DIMENSIONS; at++) result[row + at] = (result[row + at] ?? 0) + weight * (inBasis[at] ?? 0);
    }
  }
  return result;
}

/** Where a passage lies in the basis. */
function projected(basis: Float64Array, { starts, rows, weights }: StemCounts, passage: number): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (let entry = starts[passage] ?? 0; entry < (starts[passage + 1] ?? 0); entry++) {
    const row = (rows[entry] ?? 0) * DIMENSIONS;
    const weight = weights[entry] ?? 0;
    for (let at = 0; at < DIMENSIONS; at++) sum[at] = (sum[at] ?? 0) + weight * (basis[row + at] ?? 0);
  }
  return sum;
}

function addSquare(to: Float64Array, vector: Float64Array): void {
  for (let row = 0; row < DIMENSIONS; row++)
    for (let column = 0; column < DIMENSIONS; column++) {
      const at = row * DIMENSIONS + column;
      to[at] = (to[at] ?? 0) + (vector[row] ?? 0) * (vector[column] ?? 0);
    }
}

/** Every row made as long as the largest byte: only the direction is kept. */
function toBytes(vectors: Float64Array): Int8Array {
  const bytes = new Int8Array(vectors.length);
  for (let row = 0; row < vectors.length; row += DIMENSIONS) {
    let square = 0;
    for (let at = 0; at < DIMENSIONS; at++) square += (vectors[row + at] ?? 0) ** 2;
    if (square === 0) continue;
    const factor = LARGEST_BYTE / Math.sqrt(square);
    for (let at = 0; at < DIMENSIONS; at++) bytes[row + at] = Math.round((vectors[row + at] ?? 0) * factor);
  }
  return bytes;
}
