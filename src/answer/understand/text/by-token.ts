/** The tokens that these account for. */
export function tokensOf(things: readonly { readonly at: readonly number[] }[]): ReadonlySet<number> {
  return new Set(things.flatMap(({ at }) => at));
}

/** What accounts for each token, in the order in which it is given. */
export function byToken<T extends { readonly at: readonly number[] }>(
  things: Iterable<T>,
): ReadonlyMap<number, readonly T[]> {
  const map = new Map<number, T[]>();
  for (const thing of things)
    for (const at of thing.at) {
      const there = map.get(at);
      if (there === undefined) map.set(at, [thing]);
      else there.push(thing);
    }
  return map;
}
