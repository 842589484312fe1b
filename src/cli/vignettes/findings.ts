/** Findings as the evaluate call takes them. */
export type Findings = Readonly<Record<string, unknown>>;

/** Reads one value of a vignette; undefined when it is not of a kind that is understood. */
export type Reader = (value: unknown) => Findings | undefined;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function yesNo(feature: string): Reader {
  return (value) => (typeof value === "boolean" || value === null ? { [feature]: value } : undefined);
}

export function words(value: unknown, table: readonly (readonly [RegExp, Findings])[]): Findings | undefined {
  if (typeof value !== "string") return undefined;
  return table.find(([pattern]) => pattern.test(value.toLowerCase()))?.[1];
}
