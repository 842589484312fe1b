import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { judgeQuestion } from "../src/cli/questions/judge-question.ts";
import { questionsShape } from "../src/cli/questions/question-shape.ts";
import { judgeVignette, type Outcome } from "../src/cli/vignettes/judge-vignette.ts";
import { tally } from "../src/cli/vignettes/render-outcomes.ts";
import { vignettesShape } from "../src/cli/vignettes/vignette-shape.ts";
import { shippedLibrary } from "./real-library.ts";

// What clinicians write, as it was read when last measured (docs/evaluation.md). Floors: better is welcome, worse is a fault.

/** Shares, but the number of dangerous answers, which must not grow. */
const SETS: readonly {
  readonly name: string;
  readonly nextStep: number;
  readonly precision?: number;
  readonly dangerous: number;
  /** Where the file lists what the text states. */
  readonly recall?: number;
  /** Where it also expects scores, warnings and windows: vignettes that agree in everything. */
  readonly agreeing?: number;
}[] = [
  { name: "development-vignettes.json", nextStep: 0.97, precision: 0.99, recall: 0.96, dangerous: 0 },
  { name: "held-out-vignettes.json", nextStep: 0.92, precision: 0.99, recall: 0.95, dangerous: 0 },
  { name: "held-out-vignettes-2.json", nextStep: 0.92, precision: 0.95, recall: 0.92, dangerous: 0 },
  { name: "third-vignettes.json", nextStep: 0.95, precision: 0.99, recall: 0.94, dangerous: 0 },
  { name: "fourth-vignettes.json", nextStep: 1, precision: 0.96, recall: 0.96, dangerous: 0 },
  { name: "ward-vignettes.json", nextStep: 0.97, precision: 0.98, recall: 0.95, dangerous: 0 },
  { name: "realistic-vignettes.json", nextStep: 0.97, precision: 0.97, recall: 0.96, dangerous: 0 },
  { name: "fifth-vignettes.json", nextStep: 1, precision: 0.99, dangerous: 0, agreeing: 28 },
  { name: "sixth-vignettes.json", nextStep: 1, precision: 0.98, dangerous: 0, agreeing: 30 },
  { name: "seventh-vignettes.json", nextStep: 0.93, precision: 0.98, dangerous: 0, agreeing: 27 },
  { name: "eighth-vignettes.json", nextStep: 0.8, precision: 0.98, dangerous: 0, agreeing: 18 },
  { name: "ninth-vignettes.json", nextStep: 0.93, precision: 0.99, dangerous: 0, agreeing: 37 },
  { name: "tenth-vignettes.json", nextStep: 0.91, precision: 0.98, dangerous: 0, agreeing: 35 },
  { name: "eleventh-vignettes.json", nextStep: 0.97, precision: 0.98, dangerous: 0, agreeing: 21 },
  { name: "twelfth-vignettes.json", nextStep: 0.84, precision: 0.97, dangerous: 0, agreeing: 19 },
  { name: "thirteenth-vignettes.json", nextStep: 0.97, precision: 0.99, dangerous: 0, agreeing: 33 },
  { name: "fourteenth-vignettes.json", nextStep: 1, precision: 0.99, dangerous: 0, agreeing: 37 },
  { name: "fifteenth-vignettes.json", nextStep: 1, precision: 0.99, dangerous: 0, agreeing: 39 },
  { name: "sixteenth-vignettes.json", nextStep: 1, precision: 0.99, dangerous: 0, agreeing: 33 },
  { name: "seventeenth-vignettes.json", nextStep: 0.92, precision: 0.99, dangerous: 0, agreeing: 60 },
  { name: "eighteenth-vignettes.json", nextStep: 0.98, precision: 0.98, dangerous: 0, agreeing: 69 },
  { name: "nineteenth-vignettes.json", nextStep: 1, precision: 0.99, dangerous: 0, agreeing: 68 },
  { name: "twentieth-vignettes.json", nextStep: 0.97, precision: 0.98, dangerous: 0, agreeing: 65 },
  { name: "twenty-first-vignettes.json", nextStep: 0.98, precision: 0.99, dangerous: 0, agreeing: 55 },
  { name: "twenty-second-vignettes.json", nextStep: 0.98, precision: 0.98, dangerous: 0, agreeing: 54 },
  { name: "twenty-third-vignettes.json", nextStep: 0.93, precision: 0.98, dangerous: 0, agreeing: 54 },
  { name: "twenty-fourth-vignettes.json", nextStep: 0.95, precision: 0.98, dangerous: 0, agreeing: 55 },
  { name: "twenty-fifth-vignettes.json", nextStep: 0.98, precision: 0.99, dangerous: 0, agreeing: 55 },
  { name: "twenty-sixth-vignettes.json", nextStep: 0.93, precision: 0.98, dangerous: 0, agreeing: 27 },
  { name: "twenty-seventh-vignettes.json", nextStep: 1, precision: 0.99, dangerous: 0, agreeing: 47 },
  { name: "twenty-eighth-vignettes.json", nextStep: 0.88, precision: 0.98, dangerous: 0, agreeing: 31 },
  { name: "twenty-ninth-vignettes.json", nextStep: 0.94, precision: 0.98, dangerous: 0, agreeing: 30 },
  { name: "thirtieth-vignettes.json", nextStep: 0.94, precision: 0.98, dangerous: 0, agreeing: 38 },
  { name: "thirty-first-vignettes.json", nextStep: 0.92, precision: 0.98, dangerous: 0, agreeing: 36 },
  { name: "thirty-second-vignettes.json", nextStep: 0.76, precision: 0.96, dangerous: 0, agreeing: 25 },
  { name: "thirty-third-vignettes.json", nextStep: 0.93, precision: 0.98, dangerous: 0, agreeing: 40 },
  { name: "thirty-fourth-vignettes.json", nextStep: 0.84, precision: 0.97, dangerous: 0, agreeing: 26 },
  { name: "thirty-fifth-vignettes.json", nextStep: 0.91, dangerous: 0, agreeing: 37 },
];
const QUESTIONS = [
  { name: "development-questions.json", agreeing: 96 },
  { name: "held-out-questions.json", agreeing: 28 },
  { name: "knowledge-questions.json", agreeing: 40 },
  { name: "knowledge-questions-2.json", agreeing: 40 },
  { name: "knowledge-questions-3.json", agreeing: 38 },
  { name: "questions-4.json", agreeing: 72 },
  { name: "questions-5.json", agreeing: 45 },
  { name: "questions-6.json", agreeing: 40 },
  { name: "questions-7.json", agreeing: 49 },
  { name: "questions-8.json", agreeing: 29 },
  { name: "questions-9.json", agreeing: 58 },
  { name: "questions-10.json", agreeing: 49 },
  { name: "questions-11.json", agreeing: 54 },
  { name: "questions-own.json", agreeing: 427 },
  { name: "conversations.json", agreeing: 22 },
  { name: "conversations-3.json", agreeing: 8 },
  { name: "conversations-4.json", agreeing: 5 },
  { name: "conversations-5.json", agreeing: 10 },
  { name: "conversations-6.json", agreeing: 5 },
  { name: "conversations-7.json", agreeing: 9 },
] as const;

const { wellspring } = await shippedLibrary();

function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8"));
}

const topic = wellspring.library.topics.get("suspected-leg-dvt");
const pathway = topic?.pathway;
if (topic === undefined || pathway === undefined) throw new Error("the shipped topic has a pathway");
const shared = { wellspring, topic, pathway };

describe.each(SETS)("$name, from its text", ({ name, nextStep, precision, recall, dangerous, agreeing }) => {
  const file = vignettesShape.parse(readFixture(name));
  const outcomes: readonly Outcome[] = file.vignettes.map((vignette) =>
    judgeVignette(vignette, { ...shared, file, from: "text" }),
  );
  const figures = tally(outcomes);

  test("no more are answered dangerously than when last measured", () => {
    const dangers = outcomes.flatMap(({ id, danger }) => (danger === undefined ? [] : [`${id} ${danger}`]));
    expect(dangers.length, dangers.join("\n")).toBeLessThanOrEqual(dangerous);
  });

  test("next steps, and what is read, are as right as when last measured", () => {
    expect(figures.nextStepRight / figures.vignettes).toBeGreaterThanOrEqual(nextStep);
    if (precision !== undefined) expect(figures.precision).toBeGreaterThanOrEqual(precision);
    if (recall !== undefined) expect(figures.recall).toBeGreaterThanOrEqual(recall);
  });

  test.runIf(agreeing !== undefined)("as many agree in everything else too", () => {
    const apart = outcomes.filter(({ differences }) => differences.length > 0);
    expect(outcomes.length - apart.length, apart.map(({ id }) => id).join()).toBeGreaterThanOrEqual(agreeing ?? 0);
  });
});

describe("development vignettes, from what they state", () => {
  const file = vignettesShape.parse(readFixture("development-vignettes.json"));

  test("the advice is the one expected, or asks for what only the words tell", () => {
    const wrong = file.vignettes
      .map((vignette) => judgeVignette(vignette, { ...shared, file, from: "structured" }))
      .filter(({ isNextStepRight }) => !isNextStepRight);
    // These say in words what no feature of the pathway holds: a value known to lie above or below a number, a scan of unknown extent.
    expect(wrong.map(({ id }) => id)).toEqual(["A23", "B18", "C12", "C13"]);
    expect(wrong.filter(({ danger }) => danger !== undefined)).toEqual([]);
  });
});

describe.each(QUESTIONS)("$name", ({ name, agreeing }) => {
  test("gets the kind of answer that is right as often as when last measured", () => {
    const { questions } = questionsShape.parse(readFixture(name));
    const right = questions
      .map((question) => judgeQuestion(question, wellspring))
      .filter(({ differences }) => differences.length === 0);
    expect(right.length).toBeGreaterThanOrEqual(agreeing);
  });
});
