import type { z } from "zod";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import type { Instant, PersonId, ReviewRecord } from "./model/review-record.ts";
import { forceStateOf, workStateOf } from "./model/text-state.ts";
import { type Activity, listOr, permissionOf } from "./policy.ts";
import { reviewDiagnostics } from "./review-diagnostics.ts";
import type { Act } from "./transitions/transition.ts";
import { transitionOf } from "./transitions/transition-of.ts";

/** What somebody asks to have done. `body` comes from outside and is read by the step's own shape. */
export interface ActRequest {
  readonly agent: PersonId;
  readonly activity: Activity;
  readonly body: unknown;
}

/** A clock that was set back by less than this is taken for the time of the entry before. */
const CLOCK_TOLERANCE_MS = 120_000;

/** A request with the time at which it is recorded and the body as it goes into the log. */
export interface Decision {
  readonly activity: Activity;
  readonly act: Act<unknown>;
  readonly record: ReviewRecord;
}

/**
 * Whether a request may be recorded on this record now, and what the record is then. Pure: the lock is the caller's, who holds
 * the log from before it was read until the entry stands in it.
 */
export function decide(record: ReviewRecord, { agent, activity, body }: ActRequest, now: Instant): Result<Decision> {
  const { last } = record;
  const recorded = last === undefined || now > last.recorded ? now : last.recorded;
  if (Date.parse(recorded) - Date.parse(now) > CLOCK_TOLERANCE_MS)
    return failed(reviewDiagnostics.report("review-clock-back", { recorded: now, last: recorded }));
  const step = transitionOf(activity);
  const read = step.body.safeParse(body);
  if (!read.success) return failed(...read.error.issues.map(toDiagnostic));
  const act = { agent, recorded, entry: (last?.sequence ?? 0) + 1, body: read.data };
  const refusals = [...checkAgent(record, activity, act), ...checkState(record, activity, act)];
  // Further reasons are only asked for where the step is possible at all: they speak of texts that are then there.
  const reasons = refusals.length > 0 ? refusals : step.check(record, act);
  return reasons.length > 0 ? failed(...reasons) : ok({ activity, act, record: step.change(record, act) });
}

function checkAgent(record: ReviewRecord, activity: Activity, { agent, body }: Act<unknown>): readonly Diagnostic[] {
  if (isFounding(record, activity, agent, body)) return [];
  const person = record.people.get(agent);
  if (person === undefined) return [reviewDiagnostics.report("review-person-unknown", { person: agent })];
  const { who, may } = permissionOf(activity);
  if (person.roles.some((role) => who.includes(role))) return [];
  return [reviewDiagnostics.report("review-role-missing", { person: agent, may, who: listOr(who) })];
}

/** Nobody can admit the first person: an empty record takes one administrator, who enters themselves. */
function isFounding(record: ReviewRecord, activity: Activity, agent: PersonId, body: unknown): boolean {
  if (activity !== "admit-person" || record.people.size > 0) return false;
  if (typeof body !== "object" || body === null || !("person" in body) || !("roles" in body)) return false;
  return body.person === agent && Array.isArray(body.roles) && body.roles.includes("administrator");
}

function checkState(record: ReviewRecord, activity: Activity, { recorded, body }: Act<unknown>): readonly Diagnostic[] {
  const { may, work, force } = permissionOf(activity);
  const topic = topicIn(body);
  if (topic === undefined) return [];
  const known = record.topics.get(topic);
  return [
    { state: workStateOf(known), when: work },
    { state: forceStateOf(known, recorded), when: force },
  ].flatMap(({ state, when }) =>
    when === undefined || when.some((possible) => possible === state)
      ? []
      : [reviewDiagnostics.report("review-wrong-state", { topic, may, state: listOr([state]), when: listOr(when) })],
  );
}

function topicIn(body: unknown): string | undefined {
  const named = typeof body === "object" && body !== null && "topic" in body ? body.topic : undefined;
  return typeof named === "string" ? named : undefined;
}

function toDiagnostic(issue: z.core.$ZodIssue): Diagnostic {
  const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
  const field = [...issue.path.map(String), ...keys].join(".") || "body";
  const reason = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return reviewDiagnostics.report("review-body-malformed", { field, reason });
}
