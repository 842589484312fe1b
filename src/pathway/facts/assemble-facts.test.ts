import { describe, expect, test } from "vitest";
import { parseFindings } from "../findings/parse-findings.ts";
import { getPathway, withLine, withWords } from "../testing/small-pathway.ts";
import { assembleFacts } from "./assemble-facts.ts";
import { indexOf } from "./pathway-index.ts";

/** What is known of the features named, with how it came to be known. */
function known(findings: Readonly<Record<string, unknown>>, ...features: readonly string[]): readonly string[] {
  const { facts } = assembled(findings);
  return features.map((feature) => {
    const knowledge = facts.of(feature);
    if (knowledge.kind === "unknown") return `${feature} ${knowledge.why}`;
    if (knowledge.kind === "assumed") return `${feature} assumed`;
    const { value, from } = knowledge.finding;
    return `${feature} ${typeof value === "object" ? value.value.toString() : value} ${from}`;
  });
}

function contradictions(findings: Readonly<Record<string, unknown>>, text?: string): readonly string[] {
  return assembled(findings, text).contradictions.map(({ message }) => message);
}

function assembled(findings: Readonly<Record<string, unknown>>, text?: string) {
  const pathway = getPathway(text);
  const statements = parseFindings(pathway, findings);
  if (!statements.ok) throw new Error(statements.diagnostics.map(({ message }) => message).join("; "));
  return assembleFacts(indexOf(pathway), statements.value, "first");
}

describe("presumptions", () => {
  test("stand in where nobody said anything, and only where one is written", () => {
    expect(known({}, "scan", "child", "swollen")).toEqual([
      "scan none presumed",
      "child false presumed",
      "swollen not-asked",
    ]);
  });

  test("give way to what is said", () => {
    expect(known({ scan: "clot" }, "scan")).toEqual(["scan clot stated"]);
  });

  test("stay out where the answer was 'not known'", () => {
    expect(known({ scan: null }, "scan")).toEqual(["scan not-known"]);
  });

  test("stay out of what is computed from something asked and not known", () => {
    expect(known({ age: null }, "child")).toEqual(["child not-asked"]);
  });

  test("are judged against each other's contradictions: a presumed fact can show one, and is never disputed itself", () => {
    const text = withLine(
      "inconsistencies",
      "  - { id: x, when: measured and scan = 'none', disputes: [scan, feu], message: measured without a scan }",
    );
    const { facts, contradictions: found } = assembled({ dimer: { value: 3, unit: "ug/L", basis: "FEU" } }, text);
    expect(found).toEqual([{ features: ["feu"], message: "measured without a scan" }]);
    expect([facts.isDisputed("feu"), facts.isDisputed("scan")]).toEqual([true, false]);
  });
});

describe("what is computed", () => {
  test("follows from its parts", () => {
    const tape = { left: { value: 40.3, unit: "cm" }, right: { value: 373, unit: "mm" } };
    expect(known(tape, "difference")).toEqual(["difference 3 derived"]);
    expect(known({ age: 17 }, "child")).toEqual(["child true derived"]);
  });

  test("stays open while a part is missing", () => {
    expect(known({ left: { value: 40.3, unit: "cm" } }, "difference")).toEqual(["difference not-asked"]);
  });

  test("that agrees with what is said leaves it as said", () => {
    expect(known({ age: 40, child: false }, "child")).toEqual(["child false stated"]);
  });

  test("that disagrees with what is said puts it in dispute", () => {
    expect(known({ age: 17, child: false }, "child")).toEqual(["child disputed"]);
    expect(contradictions({ age: 17, child: false })).toEqual(["Child: no is stated, but the measurements give yes"]);
  });
});

describe("what a statement implies", () => {
  test("is known with it", () => {
    expect(known({ dimer: { value: 3, unit: "ug/L", basis: "FEU" } }, "measured", "basis")).toEqual([
      "measured true derived",
      "basis FEU derived",
    ]);
  });

  test("is that there is a value, but not its basis, when the unit or basis is missing", () => {
    expect(known({ dimer: 3 }, "measured", "basis", "feu")).toEqual([
      "measured true derived",
      "basis not-asked",
      "feu incomplete",
    ]);
  });

  test("is nothing when the answer was 'not known'", () => {
    expect(known({ dimer: null }, "measured", "feu")).toEqual(["measured false presumed", "feu not-known"]);
  });

  test("is disputed when somebody said otherwise", () => {
    expect(known({ measured: false, feu: { value: 3, unit: "ug/L", basis: "FEU" } }, "measured")).toEqual([
      "measured disputed",
    ]);
  });

  test("holds only for the value it is tied to", () => {
    const text = withWords(
      "features",
      "choices: { none: None, clear: Clear, clot: Clot },",
      "choices: { none: None, clear: Clear, clot: Clot }, implies: [{ when: clot, feature: swollen, value: true }],",
    );
    expect(assembled({ scan: "clot" }, text).facts.valueOf("swollen")).toBe(true);
    expect(assembled({ scan: "clear" }, text).facts.valueOf("swollen")).toBeUndefined();
  });
});

describe("statements about one feature", () => {
  const both = (first: boolean | null, second: boolean | null) => {
    const pathway = getPathway();
    const statement = (value: boolean | null) =>
      value === null
        ? ({ feature: "swollen", kind: "unknown" } as const)
        : ({ feature: "swollen", kind: "value", value } as const);
    return assembleFacts(indexOf(pathway), [statement(first), statement(second)], "first");
  };

  test("a value wins over 'not known', in either order", () => {
    expect([both(true, null).facts.valueOf("swollen"), both(null, true).facts.valueOf("swollen")]).toEqual([
      true,
      true,
    ]);
  });

  test("two values that differ are in dispute, and neither is believed", () => {
    expect(both(true, false).facts.isDisputed("swollen")).toBe(true);
    expect(both(true, false).contradictions.map(({ message }) => message)).toEqual([
      "Swollen: both yes and no are stated",
    ]);
  });

  test("the same value twice is one statement", () => {
    expect(both(true, true).contradictions).toEqual([]);
  });
});

test("a dispute reopens what was computed from the disputed feature", () => {
  const text = withLine(
    "inconsistencies",
    "  - { id: x, when: swollen and tender, disputes: [left], message: not on this side }",
  );
  const { facts } = assembled(
    { swollen: true, tender: true, left: { value: 40, unit: "cm" }, right: { value: 37, unit: "cm" } },
    text,
  );
  expect([facts.isDisputed("left"), facts.valueOf("difference")]).toEqual([true, undefined]);
});
