import { describe, expect, test } from "vitest";
import { shippedLibrary } from "../../../test/real-library.ts";

const { wellspring } = await shippedLibrary();

function openIn(question: string): readonly string[] {
  const answer = wellspring.ask({ question });
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics));
  return answer.value.notAnswered.map(({ what, why }) => `${what}: ${why}`);
}

describe("what the text answers is not listed as unanswered", () => {
  test.each([
    "Best imaging of the legs without contrast (CT)?",
    "Is routine CT venography needed after finishing DVT treatment?",
    "NICE and the radiologists: down to the ankle or stop at the knee for the first scan?",
    "Does the D-dimer need to be taken before the first LMWH dose?",
  ])("%s", (question) => {
    expect(openIn(question)).toEqual([]);
  });
});

test("what it does not speak of is, once", () => {
  const open = openIn("How accurate is duplex below the knee? His haemoglobin is 90 g/L.");
  expect(open.filter((line) => line.includes("haemoglobin"))).toHaveLength(1);
});

test("a finding told of a patient beside the question stays listed", () => {
  const open = openIn("62-year-old woman on apixaban, haemoglobin 90 g/L, calf swollen. Is a D-dimer of use?");
  expect(open.join("\n")).toMatch(/haemoglobin 90/);
});

test("a total that the pathway takes is not listed; one that it cannot have says that the score is counted", () => {
  expect(openIn("68-year-old woman, Wells 1, calf tender along the deep veins, no cancer. Next test?")).toEqual([]);
  const open = openIn("68-year-old woman, Wells 12, calf tender along the deep veins, no cancer. Next test?");
  expect(open.join("\n")).toMatch(/Wells 12: the total in this was not read/);
});
