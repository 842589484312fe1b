import { describe, expect, test } from "vitest";
import { shippedLibrary } from "../../test/real-library.ts";
import { loadShippedLanguage, loadShippedTopic } from "../../test/support/shipped-topic.ts";
import { findSubjects } from "./find-subject.ts";
import { rankTopics } from "./match-topic.ts";
import { findRefusal, refuse } from "./refuse.ts";

const language = loadShippedLanguage();
const topic = loadShippedTopic();
const urgentSigns = ["chest pain", "a leg that turns blue, cold or numb"];
const refusalOf = (question: string) =>
  findRefusal(question, { ranked: rankTopics(question, [topic], language), language, urgentSigns });

describe("why a question is refused", () => {
  test.each([
    ["", "unreadable"],
    ["12345 !!! ???", "unreadable"],
    ["\u0000\u0001\u0002\ufffd\ufffd\ufffd", "unreadable"],
    ["hello", "too-little-said"],
    ["left calf pain", "too-little-said"],
    ["What is the capital of France?", "not-clinical"],
    ["Write me a poem about the sea", "not-clinical"],
    ["How is achalasia diagnosed and treated?", "no-topic"],
    ["The monitor shows a heart rate of 160 but the manual pulse is 90. What should I do?", "no-topic"],
    ["What dose of apixaban?", "drug-dose"],
    ["What dose of apixaban for DVT?", "drug-dose"],
    ["which anticoagulant should I use", "drug-dose"],
    ["12 weeks pregnant with bipolar disorder: should I restart fluoxetine, and at what dose?", "drug-dose"],
  ])("%j: %s", (question, reason) => {
    expect(refusalOf(question)?.reason).toBe(reason);
  });
});

test("a leg with little said of it is the topic's when the next step is asked", () => {
  expect(refusalOf("Left calf pain since Monday, what is the next step?")).toBeUndefined();
});

describe("a subject that comes before topics", async () => {
  const { subjects } = (await shippedLibrary()).wellspring.library;
  const refusalBeside = (question: string) =>
    findRefusal(question, {
      ranked: rankTopics(question, [topic], language),
      language,
      urgentSigns,
      subjects: findSubjects(question, subjects),
    });

  test("is refused although the topic has its words", () => {
    const refusal = refusalBeside("Should I test my sister for factor V Leiden, I had a clot in my leg");
    expect([refusal?.reason, refusal?.subject?.id]).toEqual(["no-topic", "thrombophilia"]);
  });

  test("does not hide a leg that was examined", () => {
    const question =
      "Factor V Leiden, left calf 4 cm larger than the right and tender along the deep veins: which test?";
    expect(refusalBeside(question)).toBeUndefined();
  });
});

test("a question that a topic answers is not refused", () => {
  expect(refusalOf(topic.question)).toBeUndefined();
});

test("a case that also asks for a dose is answered as far as it goes", () => {
  const question =
    "A 58-year-old man, left calf tender along the deep veins and 4 cm larger, no other Wells feature. What dose of apixaban?";
  expect(refusalOf(question)).toBeUndefined();
});

test("what a patient was given is no question for a dose", () => {
  expect(refusalOf("Suspected DVT of the calf; first dose of LMWH given an hour ago. Which scan?")).toBeUndefined();
});

test("a refusal names the nearest topic and always carries the urgent signs", () => {
  const refusal = refusalOf("left calf pain");
  expect(refusal?.nearest.map(({ topic: slug }) => slug)).toEqual(["suspected-leg-dvt"]);
  expect(refusal?.urgentSigns).toEqual(urgentSigns);
});

test("a topic's own word on what it leaves out is added to the message", () => {
  const ranked = rankTopics("swollen arm", [topic], language);
  const { message } = refuse("outside-scope", { ranked, language, urgentSigns }, "The arm has its own rule.");
  expect(message).toBe("This lies outside what the topic covers. The arm has its own rule.");
});
