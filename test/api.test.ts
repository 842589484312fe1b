import type { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { answerShape } from "../src/answer/answer-shape.ts";
import { postJson, sampleApp } from "./fixtures/sample-app.ts";
import { shippedLibrary } from "./real-library.ts";
import { wells } from "./support/leg-dvt.ts";

let app: Hono;
beforeAll(async () => {
  app = sampleApp((await shippedLibrary()).wellspring).app;
});

const EVALUATE = "/api/pathways/suspected-leg-dvt/evaluate";
async function evaluate(findings: Readonly<Record<string, unknown>>) {
  const response = await postJson(app, EVALUATE, {
    findings: { ...wells("deepVeinTenderness"), age: 66, dDimerAssay: "high-sensitivity", ...findings },
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const codeOf = (body: unknown) => answerShape.parse(body).nextStep?.code;

describe("a D-dimer sent to the API", () => {
  test.each([
    ["below the age-adjusted cut-off", { value: 655, unit: "ug/L", basis: "FEU" }, "DVT_EXCLUDED"],
    ["in another unit", { value: 0.655, unit: "mg/L", basis: "FEU" }, "DVT_EXCLUDED"],
    ["with its basis in the unit", { value: 655, unit: "ug/L{FEU}" }, "DVT_EXCLUDED"],
    ["equal to the cut-off", { value: 660, unit: "ug/L", basis: "FEU" }, "COMPLETE_DUPLEX"],
    ["in DDU above its cut-off", { value: 340, unit: "ng/mL", basis: "DDU" }, "COMPLETE_DUPLEX"],
    ["without a basis", { value: 300, unit: "ug/L" }, "ASK_MISSING"],
    ["without a unit", { value: 300, basis: "FEU" }, "ASK_MISSING"],
    ["with null for both", { value: 300, unit: null, basis: null }, "ASK_MISSING"],
    ["as a bare number", 300, "ASK_MISSING"],
  ])("%s", async (_title, dDimer, code) => {
    const { status, body } = await evaluate({ dDimer });
    expect(status).toBe(200);
    expect(codeOf(body)).toBe(code);
  });

  test.each([
    ["as text", { value: "499", unit: "ug/L", basis: "FEU" }, "finding-type"],
    ["as a whole text", "499", "finding-type"],
    ["on a basis that does not exist", { value: 499, unit: "ug/L", basis: "XYZ" }, "finding-basis"],
    ["in a unit of another kind", { value: 499, unit: "cm", basis: "FEU" }, "finding-unit"],
    ["too small to be measured", { value: 0.6, unit: "ug/L", basis: "FEU" }, "finding-out-of-range"],
  ])("%s is refused, with the field and the mend", async (_title, dDimer, code) => {
    const { status, body } = await evaluate({ dDimer });
    expect(status).toBe(422);
    expect(body).toMatchObject({ status: 422, errors: [{ code, field: expect.stringContaining("dDimer") }] });
  });

  test("without a basis is asked for with the reason, and each answer with what it leads to", async () => {
    const { body } = await evaluate({ dDimer: 300, dDimerAssay: null });
    const { needs } = answerShape.parse(body);
    expect(needs.map(({ feature }) => feature)).toEqual(["dDimerAssay", "dDimer", "laboratoryCutoff"]);
    expect(needs[0]).toMatchObject({
      why: expect.stringMatching(/^One answer may settle it: Moderate sensitivity .* leads to “Complete duplex/),
      answers: [
        { settles: false, leadsTo: ["DVT_EXCLUDED", "COMPLETE_DUPLEX"] },
        { settles: true, leadsTo: ["COMPLETE_DUPLEX"] },
      ],
    });
  });

  test("left out leads to the test, never to an exclusion", async () => {
    expect(codeOf((await evaluate({})).body)).toBe("D_DIMER_FIRST");
    expect(codeOf((await evaluate({ dDimer: null })).body)).toBe("D_DIMER_FIRST");
  });
});
