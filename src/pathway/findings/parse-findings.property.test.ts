import fc from "fast-check";
import { test } from "vitest";
import { getPathway } from "../testing/small-pathway.ts";
import { parseFindings } from "./parse-findings.ts";

const small = getPathway();
const fields = [...small.features.map(({ id }) => id), "dimer", "__proto__", "constructor", "toString", ""];

test("any JSON under any name is taken or refused, and never throws", () => {
  const measurement = fc.record(
    { value: fc.anything(), unit: fc.anything(), basis: fc.anything() },
    { requiredKeys: [] },
  );
  const value = fc.oneof(fc.jsonValue(), measurement, fc.double(), fc.string());
  const findings = fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...fields), fc.string()), value), { maxLength: 8 })
    .map((entries) => Object.fromEntries(entries));
  fc.assert(
    fc.property(findings, (sent) => {
      const read = parseFindings(small, sent);
      return read.ok || read.diagnostics.length > 0;
    }),
    { numRuns: 400 },
  );
});

test("any text as a unit is taken or refused, and never throws", () => {
  const unit = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("ug", "/", "L", "{", "}", "FEU", "(", ")", ".", "10*", "[", "]", "-1"), { maxLength: 12 })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(unit, (text) => {
      parseFindings(small, { dimer: { value: 480, unit: text, basis: "FEU" } });
      return true;
    }),
    { numRuns: 300 },
  );
});
