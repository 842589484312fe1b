import { describe, expect, test } from "vitest";
import { decimal } from "../../clinical/quantity.ts";
import { spanAt } from "../../kernel/source-span.ts";
import type { CaseFeature, FeatureType } from "../model/feature.ts";
import type { Statement } from "../model/finding.ts";
import { normaliseStatement } from "./normalise-statement.ts";

const UNIT = "ug/L{FEU}";
const feature = (type: FeatureType): CaseFeature => ({
  id: "f",
  type,
  label: "f",
  plain: "f",
  ask: "f?",
  cost: "laboratory",
  input: true,
  implies: [],
  group: "g",
  codings: [],
  span: spanAt("f.yaml", "", 0, 0),
});
const dDimer = feature({
  kind: "quantity",
  unit: UNIT,
  low: { value: decimal(10), unit: UNIT },
  high: { value: decimal(1000000), unit: UNIT },
});
const age = feature({ kind: "wholeNumber", low: 0, high: 120 });
const say = (value: Extract<Statement, { kind: "value" }>["value"]): Statement => ({
  feature: "f",
  kind: "value",
  value,
});

describe("a statement read from text", () => {
  test("is brought into the feature's own unit, exactly", () => {
    const read = normaliseStatement(dDimer, say({ value: decimal("0.66"), unit: "mg/L{FEU}" }));
    expect(read).toMatchObject({ kind: "value" });
    expect(JSON.stringify(read)).toContain('"660"');
  });

  test.each([
    ["another basis", { value: decimal(300), unit: "ug/L{DDU}" }],
    ["no basis", { value: decimal(300), unit: "ug/L" }],
    ["a unit of another kind", { value: decimal(300), unit: "cm" }],
    ["a value too small to be measured", { value: decimal("0.6"), unit: UNIT }],
    ["a value beyond any laboratory", { value: decimal(9e9), unit: UNIT }],
  ])("with %s is incomplete and never compared", (_title, quantity) => {
    expect(normaliseStatement(dDimer, say(quantity))).toMatchObject({ kind: "incomplete" });
  });

  test.each([580, -1, 58.5])("an age of %d is incomplete", (value) => {
    expect(normaliseStatement(age, say(value))).toMatchObject({ kind: "incomplete" });
  });

  test("that is in order stays as it is", () => {
    expect(normaliseStatement(age, say(58))).toEqual(say(58));
  });
});
