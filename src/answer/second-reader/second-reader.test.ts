import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SIGNING_KEY, shippedLibrary } from "../../../test/real-library.ts";
import type { Answer } from "../answer-shape.ts";
import { createWellspring } from "../create-wellspring.ts";
import { parseClinicalLanguage } from "../understand/clinical-language.ts";
import type { AskRequest } from "../wellspring.ts";
import { doubtOf } from "./doubt.ts";
import { gramsOf } from "./grams.ts";
import { learnSecondReader } from "./learn.ts";
import { likelySteps } from "./likely-steps.ts";
import { openSecondReaders, parseSecondReader, type SecondReader } from "./second-reader.ts";

const { wellspring } = await shippedLibrary();
const { library } = wellspring;
const topic = library.topics.get("suspected-leg-dvt");
const pathway = topic?.pathway;
if (pathway === undefined) throw new Error("the shipped topic has a pathway");

const URGENCY = [
  { codes: ["EMERGENCY_NOW"], atOnce: true },
  { codes: ["TREATMENT_PATHWAY"], atOnce: true },
  { codes: ["COMPLETE_DUPLEX", "MASS_IMAGING"], atOnce: false },
  { codes: ["D_DIMER_FIRST", "REPEAT_ULTRASOUND"], atOnce: false },
  { codes: ["DVT_EXCLUDED"], atOnce: false },
];

const STORY =
  "A 45-year-old man has had a painful right calf for six days. The deep veins are tender; the calves measure the same, there is no oedema and there are no collateral " +
  "veins. No cancer, surgery, bed rest, plaster or former clot, and nothing else explains it as well. The D-dimer is 310 ug/L FEU by a high-sensitivity assay. " +
  "Zyx wvut srqp onml kjih gfed cbaz yxwv utsr qpon mlkj.";

/** A reader that is sure of one step for every text, so that what a doubt does can be looked at alone. */
function readerOf(step: string, likelihood = 0.9): SecondReader {
  const steps = [
    "EMERGENCY_NOW",
    "TREATMENT_PATHWAY",
    "COMPLETE_DUPLEX",
    "D_DIMER_FIRST",
    "DVT_EXCLUDED",
    "ASK_MISSING",
    "RESOLVE_CONTRADICTION",
    "OUT_OF_SCOPE",
  ];
  const rest = Math.log((1 - likelihood) / (steps.length - 1));
  return {
    topic: "suspected-leg-dvt",
    texts: 12,
    urgency: URGENCY,
    indistinct: [],
    doubtBelow: 0.3,
    steps,
    scale: 1,
    bias: steps.map((one) => (one === step ? Math.log(likelihood) : rest)),
    grams: Object.fromEntries([...gramsOf(STORY)].map((gram) => [gram, steps.map(() => 0)])),
  };
}

function asking(reader: SecondReader) {
  const file = "clinical-language.yaml";
  const language = parseClinicalLanguage(
    file,
    readFileSync(new URL(`../../../library/${file}`, import.meta.url), "utf8"),
  );
  if (!language.ok) throw new Error("the language that ships is read");
  const { identifierWords } = wellspring;
  const twice = createWellspring({
    library,
    language: language.value.value,
    identifierWords,
    signingKey: SIGNING_KEY,
    secondReaders: new Map([[reader.topic, reader]]),
  });
  return (request: AskRequest): Answer => {
    const answer = twice.ask(request);
    if (!answer.ok) throw new Error(answer.diagnostics.map(({ message }) => message).join("; "));
    return answer.value;
  };
}

describe("two readings of a text", () => {
  const once = asking({ ...readerOf("DVT_EXCLUDED"), topic: "another-topic" })({ question: STORY });

  test("where they agree, or nobody reads twice, the pathway speaks alone", () => {
    expect([once.nextStep?.code, once.secondReading]).toEqual(["DVT_EXCLUDED", null]);
    const agreeing = asking(readerOf("DVT_EXCLUDED"))({ question: STORY });
    expect({ ...agreeing, conversation: null }).toEqual({ ...once, conversation: null });
  });

  test("where they differ, the safer step leads; findings, score and trace stay, and the step they lead to is still possible", () => {
    const answer = asking(readerOf("TREATMENT_PATHWAY"))({ question: STORY });
    expect([answer.lead, answer.nextStep]).toMatchObject(["patient", { code: "TREATMENT_PATHWAY", rule: null }]);
    expect(answer.secondReading).toMatchObject({
      first: { code: "DVT_EXCLUDED" },
      second: { code: "TREATMENT_PATHWAY" },
      texts: 12,
    });
    expect(answer.possible.map(({ code }) => code)).toEqual(["DVT_EXCLUDED"]);
    const { findings, scores, trace, warnings } = answer;
    expect({ findings, scores, trace, warnings }).toEqual({
      findings: once.findings,
      scores: once.scores,
      trace: once.trace,
      warnings: once.warnings,
    });
  });

  test("an emergency that only the second reader sees is shown as one", () => {
    expect(asking(readerOf("EMERGENCY_NOW"))({ question: STORY }).alarm).toBe(true);
  });

  test("once the reader has confirmed what was read, the pathway speaks alone", () => {
    const answer = asking(readerOf("COMPLETE_DUPLEX"))({ question: STORY, readingConfirmed: true });
    expect([answer.nextStep?.code, answer.secondReading]).toEqual(["DVT_EXCLUDED", null]);
  });

  test("a doubt holds through the conversation until what was read is confirmed, and ends for good then", () => {
    const ask = asking(readerOf("COMPLETE_DUPLEX"));
    const next = (answer: Answer, request: Partial<AskRequest>) =>
      ask({ question: "", ...request, exchange: answer.conversation?.exchange ?? "" });
    const first = ask({ question: STORY });
    const why = next(first, { question: "why?" });
    expect(why.nextStep?.code).toBe("COMPLETE_DUPLEX");
    const confirmed = next(why, { readingConfirmed: true });
    expect([confirmed.nextStep?.code, confirmed.secondReading]).toEqual(["DVT_EXCLUDED", null]);
    expect(next(confirmed, { question: "how sure are you?" }).nextStep?.code).toBe("DVT_EXCLUDED");
  });

  test("a doubt holds through a conversation that began with a text too long to be held whole", () => {
    const ask = asking(readerOf("COMPLETE_DUPLEX"));
    const first = ask({ question: `${STORY} ${"She walks to the shops every day. ".repeat(100)}` });
    const why = ask({ question: "why?", exchange: first.conversation?.exchange ?? "" });
    expect([first.nextStep?.code, why.nextStep?.code]).toEqual(["COMPLETE_DUPLEX", "COMPLETE_DUPLEX"]);
  });

  test("a doubt that asks for a test ends with its result; any other doubt, and a mere D-dimer, leave it", () => {
    const scan = "The complete duplex, groin to ankle, shows every segment seen and compressible.";
    const doubtedAfter = (step: string, told: string) => {
      const ask = asking(readerOf(step));
      const first = ask({ question: STORY });
      expect(first.secondReading?.second.code).toBe(step);
      return ask({ question: told, exchange: first.conversation?.exchange ?? "" }).secondReading?.second.code;
    };
    expect(doubtedAfter("COMPLETE_DUPLEX", scan)).toBeUndefined();
    expect(doubtedAfter("COMPLETE_DUPLEX", "D-dimer repeated: 300 µg/L FEU.")).toBe("COMPLETE_DUPLEX");
    expect(doubtedAfter("TREATMENT_PATHWAY", scan)).toBe("TREATMENT_PATHWAY");
  });

  test("an agreement in the first question raises no doubt about what is told later", () => {
    const ask = asking(readerOf("DVT_EXCLUDED"));
    const first = ask({ question: STORY });
    const later = ask({
      question: "what if the D-dimer is 900 ug/L FEU?",
      exchange: first.conversation?.exchange ?? "",
    });
    expect(later.secondReading).toBeNull();
  });
});

describe("a doubt", () => {
  test.each([
    "ASK_MISSING",
    "RESOLVE_CONTRADICTION",
    "OUT_OF_SCOPE",
    "D_DIMER_FIRST",
    "DVT_EXCLUDED",
    "COMPLETE_DUPLEX",
    "EMERGENCY_NOW",
  ])("of %s never rules out, never asks, and is never for a milder step", (first) => {
    const levelOf = (code: string) => URGENCY.findIndex(({ codes }) => codes.includes(code));
    for (const step of readerOf("DVT_EXCLUDED").steps) {
      const doubt = doubtOf(STORY, first, readerOf(step), pathway);
      if (doubt === undefined) continue;
      expect(["DVT_EXCLUDED", "ASK_MISSING"]).not.toContain(doubt.step);
      if (levelOf(first) >= 0) expect(levelOf(doubt.step)).toBeLessThanOrEqual(levelOf(first));
    }
  });

  test("of an asking is for what images or treats now; of a contradiction only for what must not wait", () => {
    const told = (first: string, step: string) => doubtOf(STORY, first, readerOf(step), pathway)?.step;
    expect(told("ASK_MISSING", "COMPLETE_DUPLEX")).toBe("COMPLETE_DUPLEX");
    expect(told("ASK_MISSING", "D_DIMER_FIRST")).toBeUndefined();
    expect(told("RESOLVE_CONTRADICTION", "COMPLETE_DUPLEX")).toBeUndefined();
    expect(told("RESOLVE_CONTRADICTION", "TREATMENT_PATHWAY")).toBe("TREATMENT_PATHWAY");
  });

  test("is not raised against a step that the reader never met", () => {
    const steps = readerOf("COMPLETE_DUPLEX").steps.map((step) => (step === "DVT_EXCLUDED" ? "MASS_IMAGING" : step));
    expect(doubtOf(STORY, "DVT_EXCLUDED", { ...readerOf("COMPLETE_DUPLEX"), steps }, pathway)).toBeUndefined();
  });

  test("is never raised between steps that words do not tell apart", () => {
    const reader = {
      ...readerOf("COMPLETE_DUPLEX"),
      indistinct: [["D_DIMER_FIRST", "COMPLETE_DUPLEX"] as [string, string]],
    };
    expect(doubtOf(STORY, "D_DIMER_FIRST", reader, pathway)).toBeUndefined();
    expect(doubtOf(STORY, "DVT_EXCLUDED", reader, pathway)?.step).toBe("COMPLETE_DUPLEX");
  });

  test("is not raised over few words, over words that were never met, or by a reader that is not sure of anything", () => {
    expect(doubtOf("Calf mass, DVT?", "DVT_EXCLUDED", readerOf("COMPLETE_DUPLEX"), pathway)).toBeUndefined();
    expect(
      doubtOf("lorem ipsum dolor sit amet ".repeat(40), "DVT_EXCLUDED", readerOf("COMPLETE_DUPLEX"), pathway),
    ).toBeUndefined();
    expect(doubtOf(STORY, "DVT_EXCLUDED", readerOf("COMPLETE_DUPLEX", 1 / 6), pathway)).toBeUndefined();
  });
});

describe("learning", () => {
  const examples = [
    ...["red fox runs", "red fox sleeps", "the red fox", "a red fox"].map((text) => ({
      text,
      step: "COMPLETE_DUPLEX",
    })),
    ...["grey goose flies", "grey goose sits", "the grey goose", "a grey goose"].map((text) => ({
      text,
      step: "D_DIMER_FIRST",
    })),
  ];
  const options = { topic: "suspected-leg-dvt", urgency: URGENCY, indistinct: [], doubtBelow: 0.3 };
  const reader = learnSecondReader(examples, options);

  test("the words that examples of a step share make a text likely to need it", () => {
    const likeliest = (text: string) => {
      const { probabilities } = likelySteps(text, reader);
      return reader.steps[probabilities.indexOf(Math.max(...probabilities))];
    };
    expect([likeliest("a red fox swims"), likeliest("one grey goose swims")]).toEqual([
      "COMPLETE_DUPLEX",
      "D_DIMER_FIRST",
    ]);
  });

  test("the same examples give the same reader, and its file reads back as it was", () => {
    expect(learnSecondReader(examples, options)).toEqual(reader);
    expect(parseSecondReader("x.json", JSON.stringify(reader))).toMatchObject({ ok: true, value: reader });
  });
});

describe("the file of a second reader", () => {
  test.each([
    ["no JSON", "{", "it is not JSON"],
    ["another list", "[]", "expected object"],
    [
      "a weight too few",
      JSON.stringify({ ...readerOf("COMPLETE_DUPLEX"), grams: { fox: [1] } }),
      "`fox` has not one weight",
    ],
    ["a bias too few", JSON.stringify({ ...readerOf("COMPLETE_DUPLEX"), bias: [1] }), "bias has not one number"],
    [
      "a weight that is none",
      JSON.stringify({ ...readerOf("COMPLETE_DUPLEX"), grams: { fox: [1e9, 0, 0, 0, 0, 0, 0, 0] } }),
      "grams.fox",
    ],
  ])("with %s is refused, and says what is wrong", (_what, text, reason) => {
    const read = parseSecondReader("second-readers/x.json", text);
    expect(read.ok ? "" : read.diagnostics[0]?.message).toContain(reason);
  });

  test("that knows a step which the pathway has not is left out with a diagnostic", () => {
    const file = {
      path: "second-readers/x.json",
      text: JSON.stringify({ ...readerOf("COMPLETE_DUPLEX"), steps: ["A", "B", "C", "D", "E", "F", "G", "H"] }),
    };
    const { readers, diagnostics } = openSecondReaders([file], library);
    expect([readers.size, diagnostics[0]?.code]).toEqual([0, "second-reader-step-unknown"]);
  });

  test("that ships is read, and is for the topic that ships", () => {
    const path = "second-readers/suspected-leg-dvt.json";
    const text = readFileSync(new URL(`../../../library/${path}`, import.meta.url), "utf8");
    const { readers, diagnostics } = openSecondReaders([{ path, text }], library);
    expect([[...readers.keys()], diagnostics]).toEqual([["suspected-leg-dvt"], []]);
  });
});

test.each([
  ["spelling", "oedema of the leg, haematoma, grey colour", "edema of the leg, hematoma, grey color"],
  ["side", "The left calf is larger than the right.", "The right calf is larger than the left."],
  ["case and numbers", "D-Dimer 480", "d-dimer 1,520"],
])("%s makes no difference to what texts have in common", (_what, one, other) => {
  expect(gramsOf(one)).toEqual(gramsOf(other));
});

test("whatever the text, the likelihoods of the steps are a distribution", () => {
  const reader = readerOf("COMPLETE_DUPLEX");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const { probabilities } = likelySteps(text, reader);
      expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      expect(probabilities.every((one) => one >= 0 && one <= 1)).toBe(true);
    }),
  );
});
