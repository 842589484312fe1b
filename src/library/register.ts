/** Entries by id, as other files look them up. */
export interface Register<T> {
  readonly entries: ReadonlyMap<string, T>;
  /**
   * True also for entries that were written but could not be read, and for every id when the whole file could not:
   * the mistake is reported where it is, and not again wherever the entry is used.
   */
  knows(id: string): boolean;
}

export function makeRegister<T>(
  entries: ReadonlyMap<string, T>,
  unread: ReadonlySet<string> | "whole file",
): Register<T> {
  return { entries, knows: (id) => entries.has(id) || unread === "whole file" || unread.has(id) };
}
