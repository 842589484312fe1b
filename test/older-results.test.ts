import { describe, expect, test } from "vitest";
import { converse } from "./support/converse.ts";

// A result from before the complaint began is one of another occasion.

const of = (told: string, result: string) =>
  `64-year-old man, outpatient, left calf ${told}, tender along the deep veins, no other Wells items, no alternative diagnosis as likely, no anticoagulants. ${result}`;
const DAYS = [1, 2, 3, 5, 7, 10];

describe.each(DAYS)("a complaint of %i days", (days) => {
  test("is not answered by what was normal before it", () => {
    for (const before of [days + 2, days + 9]) {
      const scan = of(`pain for ${days} days`, `Whole-leg duplex ${before} days ago was normal.`);
      const sample = of(`pain for ${days} days`, `High-sensitivity D-dimer ${before} days ago 320 ug/L FEU.`);
      for (const question of [scan, sample])
        expect(converse(question).nextStep?.code, question).not.toBe("DVT_EXCLUDED");
    }
  });

  test("is answered by a result of its own time", () => {
    const question = of(`pain for ${days} days`, "High-sensitivity D-dimer today 320 ug/L FEU.");
    expect(converse(question).nextStep?.code, question).toBe("DVT_EXCLUDED");
  });
});

test.each(["pain since yesterday", "swelling since yesterday", "pain that began two days ago"])("%s", (told) => {
  const question = of(told, "A week ago a whole-leg duplex was normal.");
  expect(converse(question).nextStep?.code).not.toBe("DVT_EXCLUDED");
});
