/** The members of all lists, each once, in order of first appearance. */
export function unite<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Set(lists.flat())];
}
