/** The members of all lists, each once, in order of first appearance. */
export function unite<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const members = new Set<T>();
  for (const list of lists) for (const member of list) members.add(member);
  return [...members];
}
