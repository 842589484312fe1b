/** A transformation of the plane: `x' = a x + c y + e`, `y' = b x + d y + f` (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A rectangle along the axes. */
export type Area = readonly [left: number, bottom: number, right: number, top: number];

/** The inner transformation first, then the outer one. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The smallest area that holds an area after a transformation. */
export function areaOf([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: Area): Area {
  const xs = [left, right].flatMap((x) => [bottom, top].map((y) => a * x + c * y + e));
  const ys = [left, right].flatMap((x) => [bottom, top].map((y) => b * x + d * y + f));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
