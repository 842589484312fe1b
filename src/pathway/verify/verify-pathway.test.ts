import { describe, expect, test } from "vitest";
import { getPathway, pathwayText, withLine, withWords } from "../testing/small-pathway.ts";
import { type Patient, toFindings } from "./patient.ts";
import { reportFindings } from "./report-findings.ts";
import { verifyPathway } from "./verify-pathway.ts";

interface Fault {
  readonly code: string;
  readonly underlines: string;
  readonly patient?: Readonly<Record<string, unknown>>;
}

const rule = (fields: string) => `      - { because: b, cite: ["[house-rule]"], ${fields} }`;

/** Verifies a text, and says what was found: once, although both profiles of the small pathway find it. */
function verify(text: string = pathwayText()) {
  const verified = verifyPathway(getPathway(text));
  if (!verified.ok) throw new Error(verified.diagnostics.map(({ message }) => message).join("\n"));
  const [first] = verified.value;
  if (first === undefined) throw new Error("a pathway has a profile");
  const faults = first.findings.flatMap((finding): Fault[] =>
    reportFindings([{ ...first, findings: [finding] }]).map(({ code, span }) => {
      const shown: Patient | undefined =
        finding.verdict.kind === "refuted" ? finding.verdict.counterexample : undefined;
      const underlines = span === undefined ? "" : text.slice(span.offset, span.offset + span.length);
      return { code, underlines, ...(shown === undefined ? {} : { patient: toFindings(shown) }) };
    }),
  );
  return {
    reportsNothing: () => expect(faults).toEqual([]),
    reports: (...expected: readonly Partial<Fault>[]) => {
      expect(faults.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
      for (const [at, fault] of expected.entries()) {
        if (fault.patient !== undefined) expect(faults[at]?.patient).toEqual(fault.patient);
        if (fault.underlines !== undefined) expect(faults[at]?.underlines).toContain(fault.underlines);
      }
    },
  };
}

function withProperty(line: string): string {
  return pathwayText({ properties: `properties:\n  - ${line}` });
}

test("a pathway with a rule for everyone reports nothing", () => {
  verify().reportsNothing();
});

describe("total", () => {
  test("a gap is shown by the patient of whom least need be said", () => {
    verify(
      withWords("stages", "points.level = 'low' and not below", "points.level = 'low' and not below and tender"),
    ).reports({
      code: "decision-gap",
      patient: { tender: false, explained: true, feu: { value: 500, unit: "ug/L{FEU}" } },
    });
  });

  test("a cut-off that one rule includes and the next leaves out is a gap of one value", () => {
    verify(withWords("stages", "not below", "feu > limit")).reports({
      code: "decision-gap",
      patient: { tender: false, explained: true, feu: { value: 500, unit: "ug/L{FEU}" } },
    });
  });
});

describe("consistent", () => {
  // Unknown is how this patient explains the swelling: yes or no, another two rules differ.
  test("rules of one stage that differ are shown by their smallest patient", () => {
    verify(withLine("stages", rule("id: extra, when: tender, advise: TREAT"))).reports({
      code: "decision-overlap",
      patient: { tender: true, feu: { value: 499, unit: "ug/L{FEU}" } },
    });
  });

  test("rules of one stage that agree overlap without harm", () => {
    verify(
      withLine("stages", rule("id: extra, when: points.level = 'high' and tender, advise: LOOK")),
    ).reportsNothing();
  });
});

describe("live", () => {
  test("a rule that can never hold is named", () => {
    verify(withLine("stages", rule("id: extra, when: tender and not tender, advise: LOOK"))).reports({
      code: "rule-dead",
      underlines: "extra",
    });
  });

  test("a rule that an earlier stage always forestalls is named", () => {
    verify(withLine("stages", rule("id: extra, when: scan = 'clot', advise: TREAT"))).reports({ code: "rule-dead" });
  });

  test("a stage that leaves nobody over is named with the stage behind it", () => {
    const all = "child or not child";
    verify(withWords("stages", "when: child", `when: ${all}`)).reports(
      { code: "stage-swallows-all", underlines: "scope" },
      { code: "stage-unreachable", underlines: "results" },
      { code: "stage-unreachable", underlines: "tests" },
    );
  });

  test("a cut-off outside the range is named, with the rule that waits for it", () => {
    verify(withLine("stages", rule("id: extra, when: age > 130, advise: LOOK"))).reports(
      { code: "rule-dead" },
      { code: "threshold-outside-range", underlines: "age" },
    );
  });
});

describe("the authors' own properties", () => {
  test("that hold are proven", () => {
    verify(
      withProperty(
        "{ id: child, label: l, always: child, advise: [] , advice: [ELSEWHERE] }".replace("advise: [] , ", ""),
      ),
    ).reportsNothing();
  });

  test("that do not hold are refuted by the smallest patient", () => {
    verify(withProperty("{ id: tenderIsLookedAt, label: l, never: tender, advice: [TREAT, STOP] }")).reports({
      code: "property-violated",
      underlines: "tenderIsLookedAt",
      patient: { tender: true, scan: "clot" },
    });
  });

  test("speak of further advice too", () => {
    const also = `alsoDo:\n  - { advise: LOOK, when: tender, because: b, cite: [] }`;
    const properties = "properties:\n  - { id: looked, label: l, always: tender, advice: [LOOK] }";
    verify(pathwayText({ alsoDo: also, properties })).reportsNothing();
  });

  test("do not hold where the pathway asks, unless they say so", () => {
    const claim = "{ id: swollen, label: l, always: swollen and tender, advice: [LOOK, TREAT, ELSEWHERE] }";
    verify(withProperty(claim)).reports({
      code: "property-violated",
      patient: { swollen: true, tender: true, child: null },
    });
  });
});
