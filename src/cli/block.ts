/** A titled list for a terminal; nothing when it has no lines. */
export function block(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...lines.map((line) => `  - ${line}`)].join("\n");
}
