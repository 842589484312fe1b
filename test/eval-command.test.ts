import { describe, expect, test } from "vitest";
import { callCommand as call } from "./support/call-command.ts";

const TEXT =
  "58-year-old man, left calf tender along the deep veins. No pitting oedema. Left calf 40 cm, right calf 36 cm.";
const STATED = {
  age: 58,
  sex: "male",
  leg: "left",
  deepVeinTenderness: true,
  pittingOedema: false,
  calfDifference: { value: 4, unit: "cm" },
};

async function evaluate(vignette: object, file: object = {}) {
  const vignettes = [{ id: "A", text: TEXT, findings: STATED, expected: { nextStep: "ASK_MISSING" }, ...vignette }];
  const called = await call(["eval", "vignettes", "v.json", "--from", "text"], {
    "v.json": JSON.stringify({ ...file, vignettes }),
  });
  expect(called.err).toBe("");
  return called;
}

describe("wellspring eval vignettes --from text", () => {
  test("two circumferences and their difference are the same statement", async () => {
    const { status, out } = await evaluate({});
    expect(out).toContain("findings stated and read: 6 of 6 (recall 100.0 %)");
    expect(out).toContain("(precision 100.0 %)");
    expect(status).toBe(0);
  });

  test("a finding that was not read is named with what is stated", async () => {
    const { out } = await evaluate({ findings: { ...STATED, previousDvt: false } });
    expect(out).toContain("missed finding previousDvt: stated no, read nothing");
    expect(out).toContain("6 of 7");
  });

  test("a finding with another value is both missed and wrong, with its words", async () => {
    const { out } = await evaluate({ findings: { ...STATED, age: 59 } });
    expect(out).toContain('missed finding age: stated 59, read 58 from "58-year-old"');
    expect(out).toContain('wrong finding age: stated 59, read 58 from "58-year-old"');
  });

  test.each([
    ["a finding that the text does not state is wrong", {}, {}, true],
    ["one that may be read is no error", { mayFind: [{ feature: "age" }] }, {}, false],
    ["one that may be read with another value is", { mayFind: [{ feature: "age", value: 60 }] }, {}, true],
    [
      "one that may be read in every vignette is no error",
      {},
      { mayAlwaysFind: [{ feature: "age", value: 58 }] },
      false,
    ],
    [
      "one that must not be read is wrong whatever may be read",
      { mayFind: [{ feature: "age" }], mustNotFind: [{ feature: "age", value: 58 }] },
      {},
      true,
    ],
  ])("%s", async (_title, vignette, file, isWrong) => {
    const { age: _, ...unaged } = STATED;
    const { out } = await evaluate({ findings: unaged, ...vignette }, file);
    expect(out.includes("wrong finding age: stated nothing, read 58")).toBe(isWrong);
  });

  test("advice that must stay open is judged when asking is right", async () => {
    const named = await evaluate({ expected: { nextStep: "ASK_MISSING", possible: ["COMPLETE_DUPLEX"] } });
    expect(named.status).toBe(0);
    const absent = await evaluate({ expected: { nextStep: "ASK_MISSING", possible: ["TREATMENT_PATHWAY"] } });
    expect(absent.out).toContain("possible advice TREATMENT_PATHWAY is missing");
    expect(absent.status).toBe(1);
  });

  test("what the text leaves unsaid of the structured part is not asked of it", async () => {
    const structured = {
      age: 58,
      "wells items": { "tenderness along deep veins": true, "previous DVT": false },
      "calf circumference cm": { symptomatic: 40, other: 36 },
    };
    const expected = { wellsScore: 2, nextStep: "COMPLETE_DUPLEX" };
    const strict = await evaluate({ findings: undefined, structured, expected });
    expect(strict.status).toBe(1);
    const lenient = await evaluate({ findings: undefined, structured, expected, unsaid: ["previousDvt"] });
    expect(lenient.out).toContain("next step right: 1 of 1");
  });

  test("a structured part that contradicts the text shows as a wrong finding", async () => {
    const { out } = await evaluate({ findings: undefined, structured: { age: 59 } });
    expect(out).toContain("wrong finding age: stated 59, read 58");
    expect(out).not.toContain("recall");
  });

  test("JSON holds the same outcomes, one for each vignette", async () => {
    const file = { vignettes: [{ id: "A", text: TEXT, findings: STATED, expected: { nextStep: "DVT_EXCLUDED" } }] };
    const { out } = await call(["eval", "vignettes", "v.json", "--from", "text", "--json"], {
      "v.json": JSON.stringify(file),
    });
    expect(JSON.parse(out)).toMatchObject([
      { id: "A", isNextStepRight: false, findings: { stated: 6, found: 6, missed: [], wrong: [] } },
    ]);
  });
});

describe("dangerous advice", () => {
  const levels = [
    { codes: ["EMERGENCY_NOW"], atOnce: true },
    { codes: ["COMPLETE_DUPLEX"] },
    { codes: ["D_DIMER_FIRST"] },
    { codes: ["DVT_EXCLUDED"] },
  ];
  const NOTHING = Object.fromEntries(
    "activeCancer paralysisOrPlaster bedriddenOrSurgery entireLegSwollen calfSwelling pittingOedema collateralVeins previousDvt alternativeDiagnosis"
      .split(" ")
      .map((feature) => [feature, false]),
  );
  const NEGATIVE = { dDimer: { value: 200, unit: "ug/L", basis: "FEU" }, dDimerAssay: "high-sensitivity" };

  test.each([
    [
      "an exclusion where a scan is right",
      { ...NOTHING, deepVeinTenderness: true, ...NEGATIVE },
      "COMPLETE_DUPLEX",
      "DVT_EXCLUDED rules out",
    ],
    ["a blood test where a scan is right", { ...NOTHING, deepVeinTenderness: true }, "COMPLETE_DUPLEX", "less urgent"],
    ["a question where nothing may wait", {}, "EMERGENCY_NOW", "less urgent"],
    ["no danger: a question where a scan is right", {}, "COMPLETE_DUPLEX", undefined],
    ["no danger: a scan where a blood test is right", { activeCancer: true }, "D_DIMER_FIRST", undefined],
    [
      "no danger: a blood test where asking is right",
      { ...NOTHING, deepVeinTenderness: true },
      "ASK_MISSING",
      undefined,
    ],
  ])("%s", async (_title, findings, nextStep, said) => {
    const file = { urgency: levels, vignettes: [{ id: "A", findings, expected: { nextStep } }] };
    const { out } = await call(["eval", "vignettes", "v.json"], { "v.json": JSON.stringify(file) });
    expect(out).toContain(`dangerous: ${said === undefined ? 0 : 1}`);
    if (said !== undefined) expect(out).toMatch(new RegExp(`DANGEROUS: .*${said}`));
  });

  test("a file without levels has those of the pathway: emergencies, advice, exclusions", async () => {
    const file = { vignettes: [{ id: "A", findings: {}, expected: { nextStep: "EMERGENCY_NOW" } }] };
    const { out } = await call(["eval", "vignettes", "v.json"], { "v.json": JSON.stringify(file) });
    expect(out).toContain("DANGEROUS: ASK_MISSING is less urgent than EMERGENCY_NOW");
  });
});

describe("wellspring eval questions", () => {
  const judged = (question: string, expected: object) =>
    call(["eval", "questions", "q.json"], {
      "q.json": JSON.stringify({ questions: [{ id: "Q", question, expected }] }),
    });
  const POEM = "Write me a poem about autumn";
  const EMERGENCY = "The left leg is blue, tense, hugely swollen and agonising. Which D-dimer assay?";

  test.each([
    [POEM, { kind: ["refusal"], reasons: ["not-clinical"], urgentSigns: true }],
    [EMERGENCY, { kind: ["topic"], topic: "suspected-leg-dvt", nextStep: ["EMERGENCY_NOW"], alarm: true }],
  ])("%s: agrees", async (question, expected) => {
    const { status, out } = await judged(question, expected);
    expect(out).toContain("1 of 1 questions agree");
    expect(status).toBe(0);
  });

  test.each([
    [POEM, { kind: ["topic"] }, "kind: expected topic, got refusal, not-clinical"],
    [POEM, { kind: ["refusal"], reasons: ["drug-dose"] }, "reason: expected drug-dose, got not-clinical"],
    [POEM, { kind: ["refusal"], mustNotSay: ["clinical question"] }, "says clinical question"],
    [EMERGENCY, { kind: ["topic"], mustNot: ["EMERGENCY_NOW"] }, "EMERGENCY_NOW must not be given"],
    [EMERGENCY, { kind: ["topic"], alarm: false }, "is shown as an emergency"],
    [EMERGENCY, { kind: ["topic"], nextStep: ["COMPLETE_DUPLEX"] }, "next step: expected COMPLETE_DUPLEX"],
    [EMERGENCY, { kind: ["topic"], topic: "achalasia" }, "topic: expected achalasia"],
    [EMERGENCY, { kind: ["topic"], says: ["unicorn"] }, "does not say unicorn"],
    [EMERGENCY, { kind: ["topic"], sections: ["nowhere"] }, "nothing is quoted from nowhere"],
    [EMERGENCY, { kind: ["topic"], notAnswered: ["unicorn"] }, "not listed as not answered: unicorn"],
    ["", { kind: ["refusal"] }, "refused as a request"],
  ])("%s %j: %s", async (question, expected, said) => {
    const { status, out } = await judged(question, expected);
    expect(out).toMatch(new RegExp(said));
    expect(status).toBe(1);
  });

  test.each([
    ["not JSON", "nope"],
    ["a misspelt expectation", '{ "questions": [{ "id": "Q", "question": "?", "expected": { "kinds": ["topic"] } }] }'],
    ["an unknown kind", '{ "questions": [{ "id": "Q", "question": "?", "expected": { "kind": ["poem"] } }] }'],
    [
      "what is no regular expression",
      '{ "questions": [{ "id": "Q", "question": "?", "expected": { "kind": ["topic"], "says": ["("] } }] }',
    ],
  ])("%s is refused in words", async (_title, text) => {
    const { status, err } = await call(["eval", "questions", "q.json"], { "q.json": text });
    expect(status).toBe(1);
    expect(err).toContain("questions-unreadable");
  });

  test("what is neither vignettes nor questions is a call not understood", async () => {
    expect((await call(["eval", "poems", "p.json"])).status).toBe(2);
  });
});
