import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Activity } from "../../review/policy.ts";

/** An act that was not recorded, with everything that was sent, so that nothing typed is lost. */
export interface Refused {
  readonly activity: Activity;
  readonly sent: URLSearchParams;
  readonly diagnostics: readonly Diagnostic[];
}

/** The status of the page that says so: by what stands in the way. Anything else is a fault of what was typed. */
const STATUS: Readonly<Record<string, number>> = {
  "review-person-unknown": 403,
  "review-role-missing": 403,
  "review-not-oneself": 403,
  "review-text-outdated": 409,
  "review-wrong-state": 409,
  "review-signed-already": 409,
  "review-text-unchanged": 409,
  "review-question-decided": 409,
  "review-source-retracted": 409,
  "review-person-known": 409,
  "record-busy": 503,
  "record-not-written": 503,
  "record-read-only": 503,
  "record-outcome-unknown": 503,
  "review-bench-gave-up": 503,
};

export function statusOfRefusal({ diagnostics }: Refused): number {
  const known = diagnostics.flatMap(({ code }) => STATUS[code] ?? []);
  return known[0] ?? 422;
}

/** What is wrong with one field of a form, if it is this form that was refused. */
export function faultsOf(refused: Refused | undefined, field: string): readonly Diagnostic[] {
  return refused?.diagnostics.filter((one) => one.field === field) ?? [];
}

/** True for the form that was sent: the same act on the same thing, whichever version of the text it was made for. */
export function isOfForm(
  refused: Refused | undefined,
  activity: Activity,
  about: Readonly<Record<string, string | number>>,
): refused is Refused {
  if (refused?.activity !== activity) return false;
  return Object.entries(about).every(
    ([name, value]) => name === "hash" || name === "topic" || refused.sent.get(name) === String(value),
  );
}
