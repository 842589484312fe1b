import fc from "fast-check";
import { ACTIVITIES, type Activity } from "../../src/review/policy.ts";
import { hashOf, TOPIC, textOf } from "../../src/review/testing/board.ts";
import { CITED, type ReviewModel, type Step } from "./review-model.ts";

const PEOPLE = [
  "author",
  "clinical",
  "methods",
  "lay",
  "editor",
  "officer",
  "librarian",
  "auditor",
  "both",
  "second",
  "admin",
];
/** Names of the invented texts. */
export const LETTERS = ["a", "b", "c", "d"];
/** What one throw decides of a step. */
export interface Dice {
  /** Anything, or what leads on from where the topic stands. */
  readonly activity: Activity | undefined;
  readonly likely: boolean;
  readonly agent: string;
  readonly letter: string;
  readonly source: string;
  readonly capacity: string;
  readonly hours: number;
  readonly number: number;
}

export const dice: fc.Arbitrary<Dice> = fc.record({
  activity: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...ACTIVITIES) },
  ),
  likely: fc.integer({ min: 0, max: 7 }).map((value) => value > 0),
  agent: fc.constantFrom(...PEOPLE),
  letter: fc.constantFrom(...LETTERS),
  source: fc.constantFrom(...CITED),
  capacity: fc.constantFrom("clinical", "methods", "clinical", "methods", "lay"),
  hours: fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(0, 0, 0, 1) },
    { weight: 2, arbitrary: fc.constantFrom(71, 72, 73) },
    { weight: 1, arbitrary: fc.constantFrom(24 * 200, 24 * 400) },
  ),
  number: fc.nat(60),
});

/** Who most likely may, so that runs get far; one step in five is drawn from everybody. */
const USUAL: Partial<Record<Activity, string>> = {
  draft: "author",
  submit: "author",
  "begin-review": "editor",
  approve: "editor",
  publish: "editor",
  correct: "officer",
  ratify: "editor",
  "retract-source": "librarian",
  "assign-roles": "admin",
  "lift-flag": "clinical",
};

/** What leads on: without it chance alone would hardly ever publish anything. */
function leadOn(
  model: ReviewModel,
  at: number,
  number: number,
): { readonly activity: Activity; readonly edition: boolean } {
  const inForce = model.inForce(at);
  const work: Readonly<Record<string, readonly Activity[]>> = {
    draft: ["submit"],
    submit: ["begin-review"],
    "request-changes": ["begin-review"],
    "begin-review": ["open-citation", "open-citation", "open-citation", "sign", "sign", "approve"],
    approve: ["publish"],
    none: ["draft"],
  };
  const force: Readonly<Record<string, readonly Activity[]>> = {
    published: ["correct", "confirm", "open-citation"],
    due: ["confirm", "open-citation", "confirm", "open-citation"],
    correction:
      inForce !== undefined && model.isSigned(inForce) ? ["ratify"] : ["open-citation", "open-citation", "sign"],
    flagged: ["correct", "lift-flag"],
  };
  const ofForce = force[model.force(at)];
  const edition = ofForce !== undefined && (model.force(at) === "correction" || number % 3 > 0);
  const choices = (edition ? ofForce : work[model.stage]) ?? ["draft"];
  return { activity: choices[Math.floor(number / 3) % choices.length] ?? "draft", edition };
}

/** A step of a random board: anything by anybody, or what most likely leads on. */
export function stepFrom(
  { activity: drawn, likely, agent, letter, source, capacity, number }: Dice,
  model: ReviewModel,
  at: number,
): Step {
  const led = leadOn(model, at, number);
  const activity = drawn ?? led.activity;
  const usual = USUAL[activity] ?? (["sign", "open-citation", "confirm"].includes(activity) ? capacity : agent);
  const open = model.open?.body.hash;
  const inForce = model.inForce(at)?.body.hash;
  const speaksOfEdition = ["confirm", "ratify", "roll-back"].includes(activity) || (drawn === undefined && led.edition);
  const meant = speaksOfEdition ? inForce : open;
  const hash = likely && meant !== undefined ? meant : hashOf(letter);
  const text = { topic: TOPIC, hash };
  const fresh = textOf(letter);
  const words = { reason: "because" };
  const bodies: Readonly<Record<Activity, Readonly<Record<string, unknown>>>> = {
    draft: fresh,
    correct: { ...fresh, ...words },
    submit: text,
    "begin-review": text,
    "open-citation": { ...text, source },
    comment: { ...text, text: "remark" },
    "request-changes": { ...text, ...words },
    sign: { ...text, capacity },
    approve: text,
    publish: text,
    confirm: { ...text, capacity },
    ratify: text,
    "roll-back": { ...text, ...words },
    flag: { ...text, ...words },
    "lift-flag": { topic: TOPIC, flag: number + 1, ...words },
    withdraw: { topic: TOPIC, ...words },
    "retract-source": { source: number === 0 ? source : "other-1999", ...words },
    "release-evidence": { source: "pubmed", digest: hashOf("e"), ...words },
    "quarantine-evidence": { source: "pubmed", digest: hashOf("e"), ...words },
    "remove-evidence": { source: "pubmed", digest: hashOf("e"), ...words },
    "declare-interest": { topic: TOPIC, words: "shares", conflict: number % 3 === 0 },
    "end-interest": { person: agent, interest: number + 1, ...words },
    "assign-roles": {
      person: agent,
      roles: [["author"], ["clinical-reviewer"], ["methods-reviewer", "editor"], []][number % 4] ?? [],
    },
    "admit-person": {},
    "adopt-question": {},
    "decline-question": {},
    "answer-report": {},
  };
  return { agent: likely ? usual : agent, activity, at, body: bodies[activity] };
}
