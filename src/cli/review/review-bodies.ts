import type { EvidenceActivity } from "../../review/model/review-record.ts";
import type { Activity } from "../../review/policy.ts";
import type { DescribedText } from "../../review/text/describe-text.ts";

/** Options of `wellspring review`, besides those that say who acts and where the record lies. */
export const BODY_OPTIONS = {
  name: { type: "string" },
  roles: { type: "string" },
  topic: { type: "string" },
  words: { type: "string" },
  conflict: { type: "boolean" },
  interest: { type: "string" },
  source: { type: "string" },
  capacity: { type: "string" },
  text: { type: "string" },
  reply: { type: "string" },
  reason: { type: "string" },
  flag: { type: "string" },
  successor: { type: "string" },
} as const;

/** What stands on the line of a call. */
export interface Given {
  /** The word after the activity: a person, a topic or a source. */
  readonly object: string;
  text(option: keyof typeof BODY_OPTIONS): string | undefined;
  has(option: keyof typeof BODY_OPTIONS): boolean;
  /** The text of the topic as the library now has it; asked only of activities that are about one. */
  described(): DescribedText;
}

const numberIn = (written: string | undefined) => (written === undefined ? undefined : Number(written));
const named = ({ described }: Given) => {
  const { topic, hash } = described();
  return { topic, hash };
};
const rolesIn = (given: Given) =>
  given
    .text("roles")
    ?.split(",")
    .filter((role) => role !== "");

/** Decisions on sources of evidence are carried out in its store, too: their commands stand by themselves. */
export type RecordedHere = Exclude<Activity, EvidenceActivity>;

/** What each activity records, from what was given. A field that was not given is refused where the record is kept. */
export const BODIES: Readonly<
  Record<RecordedHere, { readonly usage: string; readonly body: (given: Given) => Readonly<Record<string, unknown>> }>
> = {
  "admit-person": {
    usage: "<person> --name <text> --roles <role,…>",
    body: (given) => ({ person: given.object, name: given.text("name"), roles: rolesIn(given) }),
  },
  "assign-roles": {
    usage: "<person> --roles <role,…>",
    body: (given) => ({ person: given.object, roles: rolesIn(given) }),
  },
  "declare-interest": {
    usage: "<topic|all> --words <text> [--conflict]",
    body: (given) => ({ topic: given.object, words: given.text("words"), conflict: given.has("conflict") }),
  },
  "end-interest": {
    usage: "<person> --interest <number> --reason <text>",
    body: (given) => ({
      person: given.object,
      interest: numberIn(given.text("interest")),
      reason: given.text("reason"),
    }),
  },
  "retract-source": {
    usage: "<source> --reason <text>",
    body: (given) => ({ source: given.object, reason: given.text("reason") }),
  },
  draft: { usage: "<topic>", body: (given) => ({ ...given.described() }) },
  submit: { usage: "<topic>", body: named },
  "begin-review": { usage: "<topic>", body: named },
  "open-citation": {
    usage: "<topic> --source <key>",
    body: (given) => ({ ...named(given), source: given.text("source") }),
  },
  comment: {
    usage: "<topic> --text <text> [--reply <number>]",
    body: (given) => ({ ...named(given), text: given.text("text"), replyTo: numberIn(given.text("reply")) }),
  },
  "request-changes": {
    usage: "<topic> --reason <text>",
    body: (given) => ({ ...named(given), reason: given.text("reason") }),
  },
  sign: {
    usage: "<topic> --capacity <clinical|methods|lay>",
    body: (given) => ({ ...named(given), capacity: given.text("capacity") }),
  },
  approve: { usage: "<topic>", body: named },
  publish: { usage: "<topic>", body: named },
  confirm: {
    usage: "<topic> --capacity <clinical|methods>",
    body: (given) => ({ ...named(given), capacity: given.text("capacity") }),
  },
  correct: {
    usage: "<topic> --reason <text>",
    body: (given) => ({ ...given.described(), reason: given.text("reason") }),
  },
  ratify: { usage: "<topic>", body: named },
  "roll-back": {
    usage: "<topic> --reason <text>",
    body: (given) => ({ ...named(given), reason: given.text("reason") }),
  },
  flag: { usage: "<topic> --reason <text>", body: (given) => ({ ...named(given), reason: given.text("reason") }) },
  "lift-flag": {
    usage: "<topic> --flag <number> --reason <text>",
    body: (given) => ({ topic: given.object, flag: numberIn(given.text("flag")), reason: given.text("reason") }),
  },
  "adopt-question": {
    usage: "<code> [--topic <topic>]",
    body: (given) => ({ question: given.object, topic: given.text("topic") }),
  },
  "decline-question": {
    usage: "<code> --reason <text>",
    body: (given) => ({ question: given.object, reason: given.text("reason") }),
  },
  "answer-report": {
    usage: "<code> --text <text>",
    body: (given) => ({ question: given.object, answer: given.text("text") }),
  },
  withdraw: {
    usage: "<topic> --reason <text> [--successor <topic>]",
    body: (given) => ({ topic: given.object, reason: given.text("reason"), successor: given.text("successor") }),
  },
};

// The keys of the table are these activities, which `Object.keys` cannot see.
export const RECORDED_HERE = Object.keys(BODIES) as readonly RecordedHere[];

/** Activities that are about the text of a topic as the library has it. */
export const ABOUT_TEXT: ReadonlySet<Activity> = new Set([
  "draft",
  "submit",
  "begin-review",
  "open-citation",
  "comment",
  "request-changes",
  "sign",
  "approve",
  "publish",
  "confirm",
  "correct",
  "ratify",
  "roll-back",
  "flag",
]);
