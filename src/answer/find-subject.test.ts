import { describe, expect, test } from "vitest";
import { shippedLibrary } from "../../test/real-library.ts";
import { findSubjects } from "./find-subject.ts";

const { wellspring } = await shippedLibrary();
const { subjects } = wellspring.library;
const first = (question: string) => findSubjects(question, subjects)[0];

describe("a subject that no topic covers", () => {
  test.each([
    ["What is the work-up of achalasia?", "dysphagia"],
    ["How is Müller-Weiss disease of the navicular managed?", "foot-bone"],
    ["The monitor shows a heart rate of 160 but the manual pulse is 90.", "heart-rhythm"],
    ["A 4-year-old has dark circles under the eyes, like his father.", "child-eye-bruising"],
    ["12 weeks pregnant with bipolar disorder: restart aripiprazole?", "pregnancy-mental-health"],
    ["Best MRI sequence for meniscal tears?", "knee"],
    ["Ankle-brachial index of 0.6, what next?", "arterial-leg"],
    ["CT head after a fall?", "head-injury"],
    ["Should I test my sister for factor V Leiden?", "thrombophilia"],
    ["How is cerebral venous sinus thrombosis diagnosed?", "other-veins"],
  ])("%s is about %s", (question, id) => {
    expect(first(question)?.subject.id).toBe(id);
  });

  test.each(["The leg is swollen.", "No chest pain, no back pain.", "She denies palpitations or chest pain.", ""])(
    "%j names none",
    (question) => {
      expect(findSubjects(question, subjects)).toEqual([]);
    },
  );

  test("an emergency comes before what else is named", () => {
    const found = findSubjects("Back pain since years, atrial fibrillation, and now he is suicidal.", subjects);
    expect(found.map(({ subject, isEmergency }) => [subject.id, isEmergency])[0]).toEqual(["suicidal-thoughts", true]);
  });
});

describe("refusals", () => {
  const refusalOf = (question: string) => {
    const answer = wellspring.ask({ question });
    return answer.ok ? answer.value.refusal : null;
  };

  test.each([
    "Crushing chest pain, what now?",
    "My patient is suicidal. Which antidepressant?",
    "Face drooping and slurred speech for an hour",
  ])("%s is answered by the emergency first, whatever was asked", (question) => {
    const refusal = refusalOf(question);
    expect(refusal?.reason).toBe("emergency-first");
    expect(refusal?.subject?.urgentSigns.length).toBeGreaterThan(0);
  });

  test("every sign says what it stands on", () => {
    const signs = subjects.flatMap(({ urgentSigns }) => urgentSigns);
    expect(signs.filter(({ basis, sources }) => (basis === undefined) === (sources.length === 0))).toEqual([]);
  });

  test("a subject's own signs take the place of the general ones", () => {
    expect(refusalOf("How is achalasia treated?")?.urgentSigns).toContain("nothing goes down, not even saliva");
  });

  test("an emergency beside the topic's question stands first under what is not answered", () => {
    const answer = wellspring.ask({
      question:
        "58-year-old man, tender swollen left calf. Face drooping and slurred speech since breakfast. Which scan for DVT?",
    });
    expect(answer.ok && answer.value.notAnswered[0]?.what).toBe(
      "Emergency first: Stroke and transient loss of function",
    );
  });
});
