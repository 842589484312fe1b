import { describe, expect, test } from "vitest";
import { getPathway, pathwayText, withWords } from "../src/pathway/testing/small-pathway.ts";
import { certify } from "../src/pathway/verify/certificate.ts";
import { checkPublishable } from "../src/pathway/verify/check-publishable.ts";
import { verifyPathway } from "../src/pathway/verify/verify-pathway.ts";
import { callCommand } from "./support/call-command.ts";

function certificateOf(text: string) {
  const verified = verifyPathway(getPathway(text));
  if (!verified.ok) throw new Error("the pathway does not compile");
  return certify(text, verified.value);
}

const text = pathwayText();
const refusals = (certificate: Parameters<typeof checkPublishable>[2], of = text) =>
  checkPublishable(getPathway(of), of, certificate).map(({ code, message }) => `${code}: ${message}`);

describe("a pathway may be published", () => {
  test("with a certificate of this text that is proven and holds", () => {
    expect(refusals(certificateOf(text))).toEqual([]);
  });

  test("never without one", () => {
    expect(refusals(undefined)).toEqual([expect.stringContaining("certificate-missing")]);
  });

  test("not with the certificate of another text", () => {
    expect(refusals(certificateOf(text), `${text}\n# a remark`)).toEqual([expect.stringContaining("has changed")]);
  });

  test("not with one of another version of the checker", () => {
    const old = { ...certificateOf(text), checker: "0" };
    expect(refusals(old)).toEqual([expect.stringContaining("another version of the checker")]);
  });

  test("not while something is not proven", () => {
    const gap = withWords(
      "stages",
      "points.level = 'low' and not below",
      "points.level = 'low' and not below and tender",
    );
    expect(refusals(certificateOf(gap), gap)).toEqual([expect.stringContaining("everything is proven")]);
  });
});

test("check says of each pathway whether it may be published", async () => {
  const { status, out } = await callCommand(["check"]);
  expect(out).toContain("suspected-leg-dvt: proven, may be published\n");
  expect(status).toBe(0);
});
