import fc from "fast-check";
import { expect, test } from "vitest";
import { forceStateOf } from "../src/review/model/text-state.ts";
import type { Activity } from "../src/review/policy.ts";
import { ACTIVITIES } from "../src/review/policy.ts";
import { Board, hashOf, TOPIC, textOf } from "../src/review/testing/board.ts";
import { CITED, ReviewModel, type Step } from "./support/review-model.ts";

/** Steps in all. To run many more: `REVIEW_STEPS=100000 npx vitest run --project unit test/review-model`. */
const STEPS = Number(process.env.REVIEW_STEPS ?? 6_000);
const STEPS_IN_A_RUN = 100;
const PATIENCE_MS = Math.max(60_000, 20 * STEPS);

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
const LETTERS = ["a", "b", "c", "d"];
interface Dice {
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

const dice: fc.Arbitrary<Dice> = fc.record({
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

function stepFrom(
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
    "declare-interest": { topic: TOPIC, words: "shares", conflict: number % 3 === 0 },
    "end-interest": { person: agent, interest: number + 1, ...words },
    "assign-roles": {
      person: agent,
      roles: [["author"], ["clinical-reviewer"], ["methods-reviewer", "editor"], []][number % 4] ?? [],
    },
    "admit-person": {},
  };
  return { agent: likely ? usual : agent, activity, at, body: bodies[activity] };
}

/** Both begin with the same board: everybody admitted, all but `second` with a declaration. */
function begin(): { readonly board: Board; readonly model: ReviewModel } {
  const board = new Board();
  const model = new ReviewModel();
  const take = (agent: string, activity: Activity, body: Readonly<Record<string, unknown>>) => {
    board.must(agent, activity, body);
    model.take({ agent, activity, at: Date.parse(board.now), body });
  };
  const roles: Readonly<Record<string, readonly string[]>> = {
    admin: ["administrator"],
    author: ["author"],
    clinical: ["clinical-reviewer"],
    methods: ["methods-reviewer"],
    lay: ["lay-reviewer"],
    editor: ["editor"],
    officer: ["safety-officer"],
    librarian: ["librarian"],
    auditor: ["auditor"],
    both: ["author", "clinical-reviewer", "methods-reviewer", "editor"],
    second: ["clinical-reviewer"],
  };
  for (const [person, held] of Object.entries(roles))
    take("admin", "admit-person", { person, name: person, roles: held });
  for (const person of Object.keys(roles).filter((one) => !["admin", "second"].includes(one)))
    take(person, "declare-interest", { topic: "all", words: "none", conflict: false });
  return { board, model };
}

test(
  `the record agrees with the rules written a second time, over ${STEPS} random steps: nothing is approved without its signatures`,
  () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(dice, { minLength: STEPS_IN_A_RUN, maxLength: STEPS_IN_A_RUN }), (throws) => {
        const { board, model } = begin();
        for (const [number, thrown] of throws.entries()) {
          board.wait(thrown.hours);
          const at = Date.parse(board.now);
          const step = stepFrom(thrown, model, at);
          if (step.activity === "admit-person" || step.activity === "comment") continue;
          const refused = board.act(step.agent, step.activity, step.body);
          const allowed = model.allows(step);
          if (allowed !== (refused.length === 0))
            throw new Error(
              `step ${number}: ${step.agent} ${step.activity} ${JSON.stringify(step.body)}: model ${allowed}, record ${refused.join(", ") || "took it"}`,
            );
          if (!allowed) continue;
          if (["approve", "publish", "ratify"].includes(step.activity)) checkSigned(model, step);
          model.take(step);
          seen.set(step.activity, (seen.get(step.activity) ?? 0) + 1);
          const force = forceStateOf(board.record.topics.get(TOPIC), board.now);
          if (force !== model.force(at)) throw new Error(`step ${number}: model ${model.force(at)}, record ${force}`);
        }
      }),
      { numRuns: Math.ceil(STEPS / STEPS_IN_A_RUN) },
    );
    // Runs that get nowhere would prove nothing.
    if (process.env.REVIEW_STEPS !== undefined) console.info(seen);
    const reached = ["approve", "publish", "correct", "ratify", "confirm", "sign", "withdraw", "retract-source"];
    expect(reached.filter((activity) => !seen.has(activity))).toEqual([]);
  },
  PATIENCE_MS,
);

function checkSigned(model: ReviewModel, step: Step): void {
  const text = step.activity === "ratify" ? model.inForce(step.at) : model.open;
  if (text === undefined || !model.isSigned(text)) throw new Error(`${step.activity} without signatures`);
}
