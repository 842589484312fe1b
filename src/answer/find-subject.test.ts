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

  test.each([
    ["68-year-old, grey, no pulse, not breathing — what now?", "cardiac-arrest"],
    ["My patient with a DVT in the left leg has just arrested.", "cardiac-arrest"],
    ["He is choking and cannot breathe or speak", "choking"],
    ["72-year-old with sudden right arm weakness and cannot speak since an hour", "stroke"],
    ["Her mouth hangs on one side and her speech is garbled since breakfast", "stroke"],
    ["Bee sting, lips swelling, wheezing, blood pressure 70/40", "anaphylaxis"],
    ["Fitting for 20 minutes and it does not stop", "seizure"],
    ["Pregnant 34 weeks, fitting, BP 190/120", "seizure"],
    ["Bleeding that will not stop from the groin, blood pressure 60", "bleeding"],
    ["Vomiting large amounts of blood", "bleeding"],
    ["20-year-old with fever, stiff neck and a purple rash that does not fade", "sepsis"],
    ["Septic, mottled, confused, systolic 75", "sepsis"],
    ["Hypoglycaemia, glucose 1.2, unconscious", "other-emergency"],
  ])("%s is no question of the topic, and refused as an emergency", (question, id) => {
    const refusal = refusalOf(question);
    expect([refusal?.reason, refusal?.subject?.id]).toEqual(["emergency-first", id]);
  });

  test.each([
    "Left calf swollen, had a seizure last year. Which test?",
    "She had a stroke in 2015 and her left calf is swollen. D-dimer or scan?",
    "Allergic to penicillin with anaphylaxis as a child; right calf swollen. Scan?",
    "Left leg swollen, no rash, no fever, not choking. Next test?",
    "History of cardiac arrest, left calf swollen. Which test?",
  ])("%s is the topic's: what is past or denied is no emergency", (question) => {
    expect(refusalOf(question)).toBeNull();
    expect(findSubjects(question, subjects).filter(({ isEmergency }) => isEmergency)).toEqual([]);
  });

  test("in a conversation too, a patient without a pulse comes before the topic", () => {
    const first = wellspring.ask({ question: "58-year-old man, left calf swollen 4 cm, no cancer. What next?" });
    const exchange = first.ok ? first.value.conversation?.exchange : undefined;
    const then = wellspring.ask({ question: "He is grey now, no pulse, not breathing", ...(exchange && { exchange }) });
    expect(then.ok && then.value.refusal?.reason).toBe("emergency-first");
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
