import { describe, expect, test } from "vitest";
import { shippedLibrary } from "../../../test/real-library.ts";
import { speaksOfOthers, speaksOfSubject } from "./subject-words.ts";

const { wellspring } = await shippedLibrary();

function ask(question: string) {
  const answer = wellspring.ask({ question });
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics));
  return answer.value;
}

describe("a question in indirect words of the subject is the topic's", () => {
  test.each([
    "What does the clot marker do once heparin has been running for an hour?",
    "Does the points system find those with nothing but a clot under the knee?",
    "On the screen, what tells a clot of many weeks from one of this week?",
    "Our clinic has a finger-prick clot strip with a line or no line. Is no line enough?",
    "How quick must the leg scan be when somebody walks in at nine in the evening?",
  ])("%s", (question) => {
    expect(ask(question).kind).toBe("topic");
  });
});

describe("one that shares with the topic only what every field says is not", () => {
  test.each([
    "What is melanoma?",
    "Who is at risk of prostate cancer?",
    "What are the symptoms of hyperprolactinaemia type 2?",
    "Does smoking differ between welders and painters?",
    "Which gene panel using saliva tells one leukaemia from another?",
    "Which of the kinases CDK2 and CDK9 acts first?",
  ])("%s", (question) => {
    expect(ask(question).kind).toBe("refusal");
  });
});

test("little is foreign in what speaks of the subject; findings and known words help, and do not suffice", () => {
  const words = { own: 1, parts: 0, known: 4, foreign: 0 };
  expect(speaksOfSubject(words, 0)).toBe(true);
  expect(speaksOfSubject({ ...words, foreign: 3 }, 0)).toBe(false);
  expect(speaksOfSubject({ ...words, own: 0 }, 4)).toBe(false);
});

test("words of the subject, a case that is told, and a sure answer are never another field's", () => {
  const words = { own: 0, parts: 0, known: 3, foreign: 1 };
  const said = { findings: 0, onlyNames: () => undefined, likeness: 0.3 };
  expect(speaksOfOthers(words, said)).toBe(true);
  expect(speaksOfOthers({ ...words, parts: 1 }, said)).toBe(false);
  expect(speaksOfOthers(words, { ...said, findings: 3 })).toBe(false);
  expect(speaksOfOthers(words, { ...said, likeness: 0.7 })).toBe(false);
});

describe("what nothing surely answers is told so", () => {
  const why = /may not answer it/;

  test.each([
    "How many sonographers does a unit need to scan every leg to the ankle?",
    "Do leg scans hurt more when the probe is cold?",
  ])("%s", (question) => {
    const { kind, notAnswered } = ask(question);
    expect(kind).toBe("topic");
    expect(notAnswered.map((one) => one.why).join("\n")).toMatch(why);
  });

  test.each([
    "How sensitive is ultrasound for a calf DVT?",
    "What is the next best imaging study for a patient with a left calf mass and suspected isolated deep-vein thrombosis?",
    "Left calf swollen and tender since Sunday in a woman of 54, no cancer, what next?",
  ])("not where the text or the pathway answers: %s", (question) => {
    expect(
      ask(question)
        .notAnswered.map((one) => one.why)
        .join("\n"),
    ).not.toMatch(why);
  });
});
