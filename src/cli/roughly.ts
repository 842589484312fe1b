/** A whole number of any length, in decimals, shortened to three digits and its power of ten where it is long. */
export function roughly(digits: string): string {
  return digits.length < 7 ? digits : `${digits.charAt(0)}.${digits.slice(1, 3)}e${digits.length - 1}`;
}
