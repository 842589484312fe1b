import { expect, test } from "vitest";
import { shippedLibrary } from "../../../test/real-library.ts";

const { wellspring } = await shippedLibrary();

function relatedTo(question: string): readonly string[] {
  const answer = wellspring.ask({ question });
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics));
  return answer.value.related.map((one) => one.question);
}

test("what bears most on the question and its answer is offered first", () => {
  expect(relatedTo("How is the iliac vein seen when the kidneys fail?")[0]).toMatch(/iliac vein/);
  expect(relatedTo("Is an age-adjusted D-dimer valid on an anticoagulant?")[0]).toMatch(/D-dimer/);
});

test("a question that was just answered is not offered again", () => {
  const asked = "The scan shows an isolated calf clot. Treat it or watch it?";
  expect(relatedTo("DVT of the calf: where do guidelines disagree?")).toContain(asked);
  expect(relatedTo("The scan found an isolated calf clot. Treat or watch?")).not.toContain(asked);
});

test("nothing else is lost: one order of the same questions", () => {
  const all = wellspring.library.topics.get("suspected-leg-dvt")?.related.map(({ question }) => question) ?? [];
  expect([...relatedTo("DVT of the calf: where do guidelines disagree?")].sort()).toEqual([...all].sort());
});
