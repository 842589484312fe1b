/**
 * How sure we are that a source says what we cite it for. Shown to the reader on every statement.
 * `read`: read in the source itself; `secondary`: read only in a page about it; `from-memory`: to be verified;
 * `unresolved`: no source found; `house-rule`: our own synthesis, where guidelines are silent or disagree.
 */
export const CONFIDENCES = ["read", "secondary", "from-memory", "unresolved", "house-rule"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  read: "read in the source",
  secondary: "read in a secondary page, not in the source",
  "from-memory": "from memory, to be verified",
  unresolved: "source not found",
  "house-rule": "house rule",
};

/** The weaker of two: a statement is no surer than the weakest source it leans on. */
export function weakest(confidences: readonly Confidence[]): Confidence | undefined {
  const order: readonly Confidence[] = ["read", "secondary", "house-rule", "from-memory", "unresolved"];
  return confidences.reduce<Confidence | undefined>(
    (worst, next) => (worst === undefined || order.indexOf(next) > order.indexOf(worst) ? next : worst),
    undefined,
  );
}
