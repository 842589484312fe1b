/** A list as running text has it: "a, b and c"; semicolons where an entry has a comma of its own. */
export function printList(entries: readonly string[]): string {
  const last = entries.at(-1);
  if (last === undefined) return "";
  const before = entries.slice(0, -1);
  if (before.length === 0) return last;
  const separator = entries.some((entry) => entry.includes(",")) ? "; " : ", ";
  return `${before.join(separator)}${separator === "; " ? ";" : ""} and ${last}`;
}
