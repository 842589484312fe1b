import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { forceStateOf } from "../src/review/model/text-state.ts";
import type { Activity } from "../src/review/policy.ts";
import { statusOfText } from "../src/review/reader/text-status.ts";
import { hashOf, TOPIC } from "../src/review/testing/board.ts";
import { PostgresServer } from "./support/postgres-server.ts";
import { boardAt, boardInMemory, type TriedBoard } from "./support/review-boards.ts";
import { dice, LETTERS, stepFrom } from "./support/review-dice.ts";
import { ReviewModel, type Step } from "./support/review-model.ts";

/** Steps in all. To run many more on each engine: `REVIEW_STEPS=100000 npx vitest run --project unit test/review-model`. */
const STEPS = process.env.REVIEW_STEPS === undefined ? undefined : Number(process.env.REVIEW_STEPS);
const STEPS_IN_A_RUN = 100;

let server: PostgresServer | undefined;
let folder: string | undefined;
let made = 0;

afterAll(async () => {
  await server?.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

async function onPostgres(): Promise<TriedBoard> {
  server ??= await PostgresServer.start();
  return boardAt(await server.address(`walk_${++made}`));
}

async function onSqlite(): Promise<TriedBoard> {
  folder ??= mkdtempSync(join(tmpdir(), "wellspring-model-"));
  return boardAt(join(folder, `record-${++made}.sqlite`));
}

interface Engine {
  readonly name: string;
  readonly open: () => Promise<TriedBoard>;
  readonly steps: number;
  /** What some run must have done: runs that get nowhere would prove nothing. */
  readonly reached: readonly Activity[];
}

const EVERYTHING: readonly Activity[] = [
  "approve",
  "publish",
  "correct",
  "ratify",
  "confirm",
  "sign",
  "withdraw",
  "retract-source",
];

const ENGINES: readonly Engine[] = [
  { name: "the rules alone", open: async () => boardInMemory(), steps: 6_000, reached: EVERYTHING },
  { name: "SQLite", open: onSqlite, steps: 600, reached: ["sign", "approve", "publish"] },
  { name: "PostgreSQL", open: onPostgres, steps: 600, reached: ["sign", "approve", "publish"] },
];

/** Both begin with the same board: everybody admitted, all but `second` with a declaration. */
async function begin(board: TriedBoard): Promise<ReviewModel> {
  const model = new ReviewModel();
  const take = async (agent: string, activity: Activity, body: Readonly<Record<string, unknown>>) => {
    const refused = await board.act(agent, activity, body);
    if (refused.length > 0) throw new Error(`${agent} ${activity}: ${refused.join(", ")}`);
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
    await take("admin", "admit-person", { person, name: person, roles: held });
  for (const person of Object.keys(roles).filter((one) => !["admin", "second"].includes(one)))
    await take(person, "declare-interest", { topic: "all", words: "none", conflict: false });
  return model;
}

describe.each(ENGINES)("on $name", ({ open, steps: usual, reached }) => {
  const steps = STEPS ?? usual;
  test(
    `the record agrees with the rules written a second time, over ${steps} random steps: nothing is approved without its signatures`,
    async () => {
      const seen = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(fc.array(dice, { minLength: STEPS_IN_A_RUN, maxLength: STEPS_IN_A_RUN }), async (throws) => {
          const board = await open();
          const model = await begin(board);
          for (const [number, thrown] of throws.entries()) {
            board.wait(thrown.hours);
            const at = Date.parse(board.now);
            const step = stepFrom(thrown, model, at);
            if (
              ["admit-person", "comment", "adopt-question", "decline-question", "answer-report"].includes(step.activity)
            )
              continue;
            const refused = await board.act(step.agent, step.activity, step.body);
            const allowed = model.allows(step);
            if (allowed !== (refused.length === 0))
              throw new Error(
                `step ${number}: ${step.agent} ${step.activity} ${JSON.stringify(step.body)}: model ${allowed}, record ${refused.join(", ") || "took it"}`,
              );
            if (!allowed) continue;
            if (["approve", "publish", "ratify"].includes(step.activity)) checkSigned(model, step);
            model.take(step);
            seen.set(step.activity, (seen.get(step.activity) ?? 0) + 1);
            await checkWords(board, model, `step ${number}`);
          }
          await board.close();
        }),
        { numRuns: Math.ceil(steps / STEPS_IN_A_RUN) },
      );
      if (STEPS !== undefined) console.info(seen);
      expect(reached.filter((activity) => !seen.has(activity))).toEqual([]);
    },
    Math.max(120_000, 60 * steps),
  );
});

function checkSigned(model: ReviewModel, step: Step): void {
  const text = step.activity === "ratify" ? model.inForce(step.at) : model.open;
  if (text === undefined || !model.isSigned(text)) throw new Error(`${step.activity} without signatures`);
}

/** The state is the model's, and readers are told that a text is approved only after a board has approved exactly it. */
async function checkWords(board: TriedBoard, model: ReviewModel, where: string): Promise<void> {
  const record = await board.read();
  const at = Date.parse(board.now);
  const force = forceStateOf(record.topics.get(TOPIC), board.now);
  if (force !== model.force(at)) throw new Error(`${where}: model ${model.force(at)}, record ${force}`);
  for (const hash of LETTERS.map(hashOf)) {
    if (statusOfText(record, TOPIC, hash, board.now).status !== "Approved") continue;
    const approvals = model.happened.filter(({ activity }) => activity === "approve" || activity === "ratify");
    if (!approvals.some(({ body }) => body.hash === hash)) throw new Error(`${where}: ${hash} is called approved`);
  }
}
