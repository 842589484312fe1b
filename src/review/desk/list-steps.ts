import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { decide } from "../decide.ts";
import type { Instant, PersonId, ReviewRecord } from "../model/review-record.ts";
import { CAPACITIES, type Capacity, ROLE_OF_CAPACITY } from "../model/role.ts";
import { editionInForce, openFlags } from "../model/text-state.ts";
import type { Activity } from "../policy.ts";
import { topicOf } from "../rules/change-topic.ts";

/** Which of a topic's texts a step is about, or the topic itself. */
export type StepObject = "open" | "edition" | "topic";

/** One thing that could be done next, and every reason why this person cannot do it now; none: it can be recorded. */
export interface Step {
  readonly activity: Activity;
  readonly of: StepObject;
  /** The fields that are settled before anything is typed. */
  readonly about: Readonly<Record<string, string | number>>;
  /** For signatures: in which capacities this person could give one. */
  readonly capacities: readonly Capacity[];
  readonly refusals: readonly Diagnostic[];
}

/** Whose a step is, as its refusals say. */
export type Standing = "possible" | "barred" | "not-now" | "not-yours";

const OF_OPEN = ["submit", "begin-review", "sign", "request-changes", "approve", "publish", "flag"] as const;
const OF_EDITION = ["confirm", "sign", "ratify", "roll-back", "flag"] as const;

/** What is typed into a step is not known before: any words stand for it when the record is asked. */
const TYPED: Readonly<Partial<Record<Activity, Readonly<Record<string, unknown>>>>> = {
  "request-changes": { reason: "words" },
  "roll-back": { reason: "words" },
  flag: { reason: "words" },
  "lift-flag": { reason: "words" },
  withdraw: { reason: "words" },
  comment: { text: "words" },
  "retract-source": { source: "any", reason: "words" },
  "admit-person": { person: "any", name: "words", roles: [] },
};

/**
 * What could be done next with a topic, each asked of the rules themselves: a step is possible exactly when `decide` would
 * record it now.
 */
export function listSteps(record: ReviewRecord, person: PersonId, topic: string, now: Instant): readonly Step[] {
  const known = topicOf(record, topic);
  const edition = editionInForce(known, now);
  const ask = (activity: Activity, of: StepObject, about: Step["about"]): Step => {
    const capacities = activity === "sign" || activity === "confirm" ? capacitiesOf(record, person, activity) : [];
    const capacity = capacities.length === 0 ? {} : { capacity: capacities[0] };
    const refusals = refusalsOf(record, person, activity, { ...about, ...capacity }, now);
    return { activity, of, about, capacities, refusals };
  };
  const flags = [edition, known.open].flatMap((text) => (text === undefined ? [] : openFlags(known, text.hash)));
  return [
    ...(known.open === undefined ? [] : OF_OPEN.map((one) => ask(one, "open", aboutText(topic, known.open)))),
    ...(edition === undefined ? [] : OF_EDITION.map((one) => ask(one, "edition", aboutText(topic, edition)))),
    ...[...new Set(flags.map(({ entry }) => entry))].map((flag) => ask("lift-flag", "topic", { topic, flag })),
    ask("withdraw", "topic", { topic }),
  ];
}

function aboutText(topic: string, text: { readonly hash: string } | undefined): Step["about"] {
  return { topic, hash: text?.hash ?? "" };
}

/** Why the record would refuse something, whatever is typed into it. */
export function refusalsOf(
  record: ReviewRecord,
  agent: PersonId,
  activity: Activity,
  about: Readonly<Record<string, unknown>>,
  now: Instant,
): readonly Diagnostic[] {
  const decided = decide(record, { agent, activity, body: { ...TYPED[activity], ...about } }, now);
  return decided.ok ? [] : decided.diagnostics;
}

/** The capacities whose roles a person holds; all of them for somebody who holds none, and is refused for it. */
function capacitiesOf(record: ReviewRecord, person: PersonId, activity: "sign" | "confirm"): readonly Capacity[] {
  const offered = activity === "sign" ? CAPACITIES : CAPACITIES.filter((capacity) => capacity !== "lay");
  const roles = record.people.get(person)?.roles ?? [];
  const held = offered.filter((capacity) => roles.includes(ROLE_OF_CAPACITY[capacity]));
  return held.length === 0 ? offered : held;
}

export function standingOf({ refusals }: Pick<Step, "refusals">): Standing {
  const codes = new Set(refusals.map(({ code }) => code));
  if (codes.size === 0) return "possible";
  if (codes.has("review-person-unknown") || codes.has("review-role-missing")) return "not-yours";
  return codes.has("review-wrong-state") ? "not-now" : "barred";
}
