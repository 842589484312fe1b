import { describe, expect, test } from "vitest";
import { PENDING_CAUTION, type ReviewRecord, reviewStatusOf } from "./review-status.ts";

const policy = { clinicalSignatures: 1, methodsSignatures: 1 };
const record = (event: ReviewRecord["event"], by: string, hash = "this", at = "2026-11-01"): ReviewRecord => ({
  event,
  by,
  hash,
  at,
  author: "author",
});

describe("the status word of a text", () => {
  test("a text without any record is submitted and carries the caution", () => {
    expect(reviewStatusOf("this", [], policy, true)).toEqual({
      status: "Submitted",
      date: null,
      caution: PENDING_CAUTION,
    });
  });

  test("one clinical and one methods signature by two people approve", () => {
    const records = [record("signed-clinical", "a"), record("signed-methods", "b", "this", "2026-11-02")];
    expect(reviewStatusOf("this", records, policy, true)).toEqual({
      status: "Approved",
      date: "2026-11-02",
      caution: null,
    });
  });

  test.each([
    ["one signature alone", [record("signed-clinical", "a")]],
    ["both signatures by one person", [record("signed-clinical", "a"), record("signed-methods", "a")]],
    ["a signature by the author", [record("signed-clinical", "a"), record("signed-methods", "author")]],
  ])("%s does not approve", (_title, records) => {
    expect(reviewStatusOf("this", records, policy, true).status).toBe("Under review");
  });

  test("no signature approves a text whose pathway has no certificate that holds", () => {
    const records = [record("signed-clinical", "a"), record("signed-methods", "b", "this", "2026-11-02")];
    expect(reviewStatusOf("this", records, policy, false)).toMatchObject({
      status: "Under review",
      caution: PENDING_CAUTION,
    });
  });

  test("signatures on another version of the text count for nothing", () => {
    const records = [record("signed-clinical", "a", "that"), record("signed-methods", "b", "that")];
    expect(reviewStatusOf("this", records, policy, true).status).toBe("Submitted");
  });

  test("a policy that asks for no signature approves nothing", () => {
    const records = [record("signed-clinical", "a")];
    expect(reviewStatusOf("this", records, { clinicalSignatures: 1, methodsSignatures: 0 }, true).status).not.toBe(
      "Approved",
    );
  });

  test("a withdrawn text is withdrawn whatever was signed before", () => {
    const records = [record("signed-clinical", "a"), record("signed-methods", "b"), record("withdrawn", "c")];
    expect(reviewStatusOf("this", records, policy, true).status).toBe("Withdrawn");
  });
});
