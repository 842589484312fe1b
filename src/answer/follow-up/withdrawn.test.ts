import { describe, expect, test } from "vitest";
import { conversationOf, converse } from "../../../test/support/converse.ts";

const RULED_OUT =
  "71-year-old man, left calf tender along the deep veins, no pitting, calves equal, no swelling of the thigh, no collaterals. No cancer, " +
  "surgery, bed rest, plaster, earlier clot or other diagnosis as likely, no anticoagulant. Laboratory D-dimer 0.41 mg/L FEU, high sensitivity.";

describe("a result that is taken back no longer holds", () => {
  test.each([
    "Scrap the D-dimer, the tube was someone else's.",
    "The blood test was mislabelled.",
    "Ignore that result.",
    "Sorry, that D-dimer was another patient's.",
    "The D-dimer was not his.",
  ])("%s", (taken) => {
    expect(converse(RULED_OUT).nextStep?.code).toBe("DVT_EXCLUDED");
    const answer = converse(RULED_OUT, taken);
    expect(answer.nextStep?.code).toBe("D_DIMER_FIRST");
    const changed = conversationOf(answer).followed?.changed ?? [];
    expect(changed.find(({ feature }) => feature === "dDimerFeu")?.after).toBeNull();
  });
});

describe("what takes nothing back", () => {
  test.each([
    ["a question", "Can I ignore the D-dimer?"],
    ["a test of which nothing was told", "Forget the scan."],
  ])("%s: %s", (_, said) => {
    expect(converse(RULED_OUT, said).nextStep?.code).toBe("DVT_EXCLUDED");
  });
});

test("a new result takes the place of the one that is taken back", () => {
  const answer = converse(RULED_OUT, "The sample was mixed up, the real D-dimer is 900 µg/L FEU.");
  expect(answer.nextStep?.code).toBe("COMPLETE_DUPLEX");
});

describe("all that was told last is taken back where it was of somebody else", () => {
  const CASE =
    "63-year-old man, inpatient, left leg swollen to the groin, skin colour normal, foot warm, no anticoagulant, no chest symptoms.";
  const BLUE = "The leg is now blue and rock hard.";

  test.each([
    "sorry, other patient",
    "Oops, that was another patient.",
    "Wrong patient, my mistake.",
    "Please ignore my last message.",
    "My bad, that was bed 4",
    "Hang on, that was a different pt",
    "Sorry - that was the lady next door",
    "Apologies, mixed up my patients.",
    "That wasn't this man, wrong notes.",
  ])("%s", (taken) => {
    const [before, alarm, after] = [converse(CASE), converse(CASE, BLUE), converse(CASE, BLUE, taken)];
    expect(alarm.nextStep?.code).toBe("EMERGENCY_NOW");
    expect(after.nextStep?.code).toBe(before.nextStep?.code);
    const { changed = [], reply = [] } = conversationOf(after).followed ?? {};
    expect(changed.map(({ feature }) => feature)).toContain("phlegmasia");
    // The other patient still has the emergency.
    expect(reply.map(({ text }) => text).join()).toContain(alarm.nextStep?.title);
  });

  test("a question in between is no news", () => {
    expect(converse(CASE, BLUE, "why?", "sorry, other patient").nextStep?.code).toBe(converse(CASE).nextStep?.code);
  });

  test.each([
    ["a question", "Was that somebody else?"],
    ["a test that is named", "That was not this patient's D-dimer."],
    [
      "somebody who is told of",
      "Another patient, 34-year-old woman, right calf tender along the deep veins. What next?",
    ],
  ])("not by %s", (_, said) => {
    const { changed = [] } = conversationOf(converse(CASE, BLUE, said)).followed ?? {};
    expect(changed.map(({ feature }) => feature)).not.toContain("phlegmasia");
  });

  test("what began the conversation has nothing before it", () => {
    expect(converse(CASE, "sorry, other patient").kind).toBe("refusal");
  });
});
