import { describe, expect, test } from "vitest";
import { shippedLibrary } from "../../../test/real-library.ts";
import { loadShippedLanguage, loadShippedTopic } from "../../../test/support/shipped-topic.ts";
import { understand } from "../understand/understand.ts";
import { directFrom, findDirectAnswer } from "./find-direct-answer.ts";

const language = loadShippedLanguage();
const topic = loadShippedTopic();
const { wellspring } = await shippedLibrary();

function find(question: string) {
  const match = findDirectAnswer(question, topic, language, understand(question, topic, language));
  return match !== undefined && match.score >= directFrom(question, topic, language) ? match : undefined;
}

test("every declared wording finds the answer that it was declared for", () => {
  const lost = topic.answers.flatMap(({ asked, statements }) =>
    asked.filter((wording) => find(wording)?.statements.slice(0, statements.length).join() !== statements.join()),
  );
  expect(lost).toEqual([]);
});

describe("other words for the same", () => {
  test.each([
    ["how reliable is sonography for a distal thrombus?", "calf-sensitivity"],
    ["is a dimer any use in a patient on apixaban?", "anticoag-void"],
    ["SFV clot: deep or superficial?", "pit-femoral-vein"],
    ["after how many days do we rescan?", "win-persistent"],
    ["is a vena cava filter needed?", "pos-filter"],
  ])("%s", (question, statement) => {
    expect(find(question)?.statements[0]).toBe(statement);
  });
});

test("what is declared of a special group does not answer who did not name it", () => {
  expect(find("Swollen leg, which test?")?.statements ?? []).not.toContain("preg-no-score");
  expect(find("Pregnant with a swollen leg, which test?")?.statements).toContain("preg-no-score");
});

test("a patient of a special group is told what holds for that group, and nothing that holds for others", () => {
  const statements = find("34/40, calf ache, D-dimer came back ok. Reassure?")?.statements;
  expect(statements?.[0]).toBe("preg-no-score");
  expect(statements).not.toContain("alg-negative-unlikely");
});

test("nor who denied it", () => {
  const statements = find("No active cancer, low score and negative dimer, can I discharge?")?.statements;
  expect(statements).toContain("alg-negative-unlikely");
  expect(statements).not.toContain("cancer-direct");
});

test("a phrase asks for what its other words ask for", () => {
  expect(find("how often does a clot slip through on groin and knee only?")?.statements[0]).toBe("repeated-two-point");
});

test("a second answer follows where it may as well be what was asked", () => {
  const statements = find("rescan or d-dimer after an incomplete study")?.statements;
  expect(statements).toEqual(expect.arrayContaining(["win-incomplete", "bl-not-seen"]));
});

test.each(["left calf pain", "58-year-old man, left calf 4 cm larger, tender, no other Wells item."])(
  "a case without a question is no question of knowledge: %s",
  (text) => {
    expect(find(text)).toBeUndefined();
  },
);

test("the topic's own question is answered by its bottom line", () => {
  expect(find(topic.question)).toBeUndefined();
});

test.each(["How is achalasia treated?", "Best imaging for a scaphoid fracture?", "What is the capital of France?", ""])(
  "nothing is declared for: %s",
  (question) => {
    expect(find(question)).toBeUndefined();
  },
);

describe("what leads the answer", () => {
  async function ask(question: string) {
    const answer = wellspring.ask({ question });
    if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics));
    return answer.value;
  }

  test("a question of knowledge gets the statements that answer it, and no step for a patient it did not tell of", async () => {
    const { lead, statements } = await ask("How sensitive is ultrasound for calf DVT?");
    expect(lead).toBe("text-alone");
    expect(statements.filter(({ direct }) => direct).map(({ text }) => text)).toEqual([
      expect.stringContaining("63.5 %"),
      expect.stringContaining("whole-leg ultrasound"),
    ]);
    expect(statements[0]?.direct).toBe(true);
    expect(new Set(statements.map(({ text }) => text)).size).toBe(statements.length);
  });

  test("a question about a patient who belongs to its subject gets the statements first, then the step", async () => {
    const { lead, nextStep } = await ask("Pregnant with a swollen left leg, which test?");
    expect([lead, nextStep?.code]).toEqual(["text", "PREGNANCY_PATHWAY"]);
  });

  test("a case that is told gets its step first", async () => {
    const { lead } = await ask(
      "62-year-old man, not on anticoagulants, left calf 4 cm larger than the right, tender along the deep veins, no alternative diagnosis. Which scan?",
    );
    expect(lead).toBe("patient");
  });

  test("a case in which something is missing gets first what to find out, not what holds for patients at large", async () => {
    const { lead, nextStep } = await ask("44F, left calf 2 cm bigger, tender, flew from Sydney last week. what next");
    expect([lead, nextStep?.code]).toEqual(["patient", "ASK_MISSING"]);
  });

  test("an emergency leads, whatever is asked", async () => {
    const { lead, alarm } = await ask(
      "How sensitive is a D-dimer when the leg is blue, tense and agonisingly painful?",
    );
    expect([lead, alarm]).toEqual(["patient", true]);
  });
});

test.each([
  "CTPA radiation dose",
  "What must a thyroid ultrasound report contain?",
  "Repeat scan for an ovarian cyst, when?",
  "Thyroid nodule of 2 cm, biopsy?",
])("the words of the topic, asked of something else: %s", (question) => {
  const answer = wellspring.ask({ question });
  expect(answer.ok && answer.value.refusal?.reason).toBe("no-topic");
});

test.each([
  "When do I restart apixaban after a bleed?",
  "Bridging before surgery on a DOAC",
  "edoxaban 60 or 30 in ckd",
  "Dose of apixaban for a calf clot",
  "Is edoxaban ok with ritonavir?",
])("a question for a drug or its dose is refused as one: %s", (question) => {
  const answer = wellspring.ask({ question });
  expect(answer.ok && answer.value.refusal?.reason).toBe("drug-dose");
});

describe("the statement that was asked for leads", () => {
  test.each([
    ["MR venography, how accurate below the knee?", "alt-mr"],
    ["what is may thurner", "alt-may-thurner"],
    ["monophasic flow left cfv, meaning", "flat-waveform"],
    ["symptoms for a month, dimer fine, still ok?", "pit-late-symptoms"],
    ["svt 1 cm off the sfj", "pos-superficial"],
  ])("%s", (question, statement) => {
    expect(find(question)?.statements[0]).toBe(statement);
  });
});

describe("how sure an answer must be", () => {
  test.each([
    "INR target on warfarin",
    "How do I reverse dabigatran in bleeding?",
    "Can a plaster cast be removed at 4 weeks?",
    "pain",
  ])("what names nothing of the topic needs nearly the declared question: %s", (question) => {
    expect(find(question)).toBeUndefined();
  });

  test.each([
    [
      "The crew gave treatment dose heparin on the way, bloods came later. Can a normal dimer still be trusted?",
      "pit-heparin",
    ],
    ["Somebody on the late shift asks how fast NICE wants the duplex done", "alg-timing"],
  ])("a story around a question of the topic does not drown it: %s", (question, statement) => {
    expect(find(question)?.statements[0]).toBe(statement);
  });

  test("an answer whose every wording names embolism is not for who does not", () => {
    expect(find("Patient with multiple sclerosis and a swollen leg, which scan?")?.statements ?? []).not.toContain(
      "alg-pe",
    );
  });
});
