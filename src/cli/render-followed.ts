import type { AdviceInShort, Answer, Followed } from "../answer/answer-shape.ts";

/** What a follow-up did to the answer before it; empty for a first question. */
export function renderFollowed({ conversation }: Answer): readonly string[] {
  const followed = conversation?.followed ?? null;
  if (followed === null) return [];
  return [
    list(
      "REPLY",
      followed.reply.map(({ text }) => text),
    ),
    followed.profile === null
      ? ""
      : list("GUIDELINE", [`${followed.profile.before.label} -> ${followed.profile.after.label}`]),
    renderDifference(followed),
    list(
      "DEPENDING ON THE RESULT",
      followed.outcomes.map(
        ({ supposed, advice }) => `${supposed.map(({ display }) => display).join("; ")}: ${said(advice)}`,
      ),
    ),
    list(
      "CARRIED OVER",
      followed.carried.map(
        ({ label, display, from }) => `${label}: ${display}${from === "supposed" ? " (only supposed)" : ""}`,
      ),
    ),
    list(
      "NO LONGER SUPPOSED",
      followed.dropped.map(({ label, display }) => `${label}: ${display}`),
    ),
  ];
}

function renderDifference({ changed, profile, before, after, sameAdvice }: Followed): string {
  const lines = changed.map(
    ({ label, before: old, after: now, supposed, decides }) =>
      `${label}: ${old ?? "not said"} -> ${now ?? "set aside"}${supposed ? " (only supposed)" : ""}${decides ? " (decides)" : ""}`,
  );
  if (changed.length === 0 && profile === null) return list("CHANGED", ["nothing about the patient"]);
  const advice = sameAdvice
    ? `The advice stays: ${said(after)}`
    : `The advice changes: ${said(before)} -> ${said(after)}`;
  return list("CHANGED", [...lines, advice]);
}

function said(advice: AdviceInShort | null): string {
  return advice === null ? "none" : `${advice.title} [${advice.code}]`;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...lines.map((line) => `  - ${line}`)].join("\n");
}
