import type { UrgencyLevel } from "../../answer/second-reader/second-reader.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";

/**
 * Levels of urgency of a pathway whose file of vignettes names none: emergencies, then all that advises something, then
 * what rules out. Codes that conclude nothing (ask, resolve, out of scope) stand in no level.
 */
export function urgencyOf(pathway: Pathway): readonly UrgencyLevel[] {
  const { needs, contradiction } = pathway.outcomes;
  const concluding = pathway.recommendations.filter(
    ({ code, outOfScope }) => !outOfScope && code !== needs && code !== contradiction,
  );
  const codes = (chosen: (typeof concluding)[number][]) => chosen.map(({ code }) => code);
  return [
    { codes: codes(concluding.filter(({ emergency }) => emergency)), atOnce: true },
    { codes: codes(concluding.filter(({ emergency, rulesOut }) => !emergency && !rulesOut)), atOnce: false },
    { codes: codes(concluding.filter(({ rulesOut }) => rulesOut)), atOnce: false },
  ];
}

/**
 * Why advice is dangerous for a patient for whom only `accepted` is right, or undefined: it rules the disease out, or it is less
 * urgent than all that is accepted. Asking first is dangerous only where nothing may be waited for. `code` is null without advice.
 */
export function dangerOf(
  code: string | null,
  accepted: readonly string[],
  pathway: Pathway,
  levels: readonly UrgencyLevel[],
): string | undefined {
  if (code !== null && accepted.includes(code)) return undefined;
  const rulesOut = pathway.recommendations.some((one) => one.code === code && one.rulesOut);
  if (rulesOut) return `${code} rules out, where ${accepted.join(" or ")} is right`;
  const levelOf = (of: string | null) => levels.findIndex(({ codes }) => of !== null && codes.includes(of));
  const right = accepted.map(levelOf);
  // Where asking would also do, other advice that rules nothing out is wrong, but no danger.
  if (right.length === 0 || right.includes(-1)) return undefined;
  const least = Math.max(...right);
  const given = levelOf(code);
  const tooLate = given < 0 ? levels[least]?.atOnce === true : given > least;
  return tooLate ? `${code ?? "no advice"} is less urgent than ${accepted.join(" or ")}` : undefined;
}
