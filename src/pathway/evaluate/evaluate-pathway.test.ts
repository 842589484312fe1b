import { describe, expect, test } from "vitest";
import { adviceOn, codeOn, getPathway, withLine, withWords } from "../testing/small-pathway.ts";
import { evaluatePathway } from "./evaluate-pathway.ts";

const small = getPathway();
const low = { swollen: false, tender: false, explained: false };
const feu = (value: number) => ({ dimer: { value, unit: "ug/L", basis: "FEU" } });
const rule = (fields: string) => `      - { because: b, cite: ["[house-rule]"], ${fields} }`;

describe("stages", () => {
  test("an earlier stage outranks a later one", () => {
    expect(codeOn(small, { age: 10, scan: "clot" })).toBe("ELSEWHERE");
    expect(codeOn(small, { age: 40, scan: "clot", ...low, ...feu(3) })).toBe("TREAT");
  });

  test("advice is given although an earlier stage is open, when both would say the same", () => {
    const text = withLine("stages", rule("id: extra, when: child, advise: LOOK"));
    expect(codeOn(getPathway(text), { ...low, tender: true })).toBe("LOOK");
  });

  test("an earlier stage that may still say something else is asked about first", () => {
    const found = adviceOn(small, { ...low, ...feu(3), scan: null });
    expect(found.kind).toBe("needs");
    expect("features" in found && found.features).toEqual(["scan"]);
  });
});

describe("rules of one stage", () => {
  test("that hold together and say the same are one piece of advice", () => {
    const text = withLine("stages", rule("id: extra, when: tender, advise: LOOK"));
    expect(codeOn(getPathway(text), { swollen: true, tender: true, explained: false })).toBe("LOOK");
  });

  test("that hold together and differ are a conflict with both named", () => {
    const text = withLine("stages", rule("id: extra, when: tender, advise: TREAT"));
    const found = adviceOn(getPathway(text), { swollen: true, tender: true, explained: false });
    expect(found).toMatchObject({ kind: "conflict", rules: ["high", "extra"], code: { code: "SETTLE" } });
  });

  test("that differ only in when to look again are a conflict too", () => {
    const text = withLine(
      "stages",
      `${rule("id: one, when: explained, advise: TREAT, followUp: soon")}\n${rule("id: two, when: explained, advise: TREAT, followUp: later")}`,
    );
    expect(adviceOn(getPathway(text), { swollen: false, tender: false, explained: true }).kind).toBe("conflict");
  });

  test("hold only in the profiles they name, and take the profile's follow-up", () => {
    const text = withLine(
      "stages",
      rule("id: extra, when: explained, advise: TREAT, profiles: [second], followUp: { default: soon, second: later }"),
    );
    const pathway = getPathway(
      text.replace(
        "points.level = 'low' and not below, advise: LOOK",
        "points.level = 'low' and not below and not explained, advise: LOOK",
      ),
    );
    const findings = { swollen: false, tender: false, explained: true, ...feu(900) };
    expect(adviceOn(pathway, findings, "second")).toMatchObject({
      advice: { rule: { id: "extra" }, followUp: { id: "later" } },
    });
    expect(adviceOn(pathway, findings, "first").kind).toBe("needs");
  });
});

test("two yes/no compared with each other are unknown while either is, whichever side it stands on", () => {
  const same = (condition: string) =>
    codeOn(getPathway(withWords("stages", "scan = 'clot'", condition)), { swollen: true, age: 40 });
  expect(same("swollen = tender")).toBe("ASK");
  expect(same("tender = swollen")).toBe("ASK");
  expect(same("(swollen or tender) = swollen")).toBe("TREAT");
});

test("a profile that the pathway does not have is refused", () => {
  expect(() => evaluatePathway(small, [], "third")).toThrow("no profile");
});

describe("ruling out", () => {
  test("needs what the rule names to be known", () => {
    expect(codeOn(small, { ...low, ...feu(300) })).toBe("STOP");
  });

  test("never leans on a presumption", () => {
    const text = withWords(
      "features",
      'unit: "ug/L{FEU}", range: [0, 100000]',
      'unit: "ug/L{FEU}", range: [0, 100000], presume: "300 \'ug/L{FEU}\'"',
    );
    const found = adviceOn(getPathway(text), low);
    expect(found.kind).toBe("needs");
    expect("features" in found && found.features).toContain("feu");
  });

  test("does not follow from trying the cases of what is unknown", () => {
    const text = withWords(
      "stages",
      "points.level = 'low' and below, advise: STOP, because: below, known: [feu]",
      "points.level = 'low' and (swollen or not swollen), advise: STOP, because: below, known: [swollen]",
    ).replace(
      "points.level = 'low' and not below, advise: LOOK",
      "points.level = 'low' and below and not below, advise: LOOK",
    );
    expect(codeOn(getPathway(text), { tender: false, explained: true })).not.toBe("STOP");
  });
});

describe("early conclusion", () => {
  test("an unknown that cannot change the advice is not asked for", () => {
    expect(codeOn(small, { tender: true, explained: false })).toBe("LOOK");
  });

  test("cases are tried where three-valued logic alone sees no answer", () => {
    expect(codeOn(small, { ...feu(900), tender: false, explained: false })).toBe("LOOK");
  });

  test("an open number is asked for and never guessed", () => {
    const found = adviceOn(small, low);
    expect(found.kind).toBe("needs");
    expect("features" in found && found.features).toEqual(["feu"]);
  });
});

describe("questions", () => {
  test("come cheapest first", () => {
    const found = adviceOn(small, { scan: null });
    const asked = "features" in found ? found.features : [];
    expect(asked.indexOf("scan")).toBeGreaterThan(asked.indexOf("swollen"));
  });

  test("name one member of a family", () => {
    const found = adviceOn(getPathway(withWords("stages", "and not below", "and basis = 'FEU' and not below")), {
      ...low,
      dimer: 3,
    });
    const asked = "features" in found ? found.features : [];
    expect(asked.filter((id) => ["basis", "feu", "ddu"].includes(id))).toEqual(["feu"]);
  });

  test("name the one quantity of a family that is open", () => {
    const found = adviceOn(
      getPathway(
        withWords("definitions", "when: feu < limit", `when: "ddu < 250 'ng/mL{DDU}'"`).replace(
          "known: [feu]",
          "known: [ddu]",
        ),
      ),
      low,
    );
    expect("features" in found && found.features).toEqual(["ddu"]);
  });
});

describe("contradictions", () => {
  test("are the answer when they can change it", () => {
    expect(codeOn(small, { age: 10, child: false, ...low, ...feu(3) })).toBe("SETTLE");
  });

  test("do not hold up advice that stands either way", () => {
    const found = adviceOn(small, { measured: false, tender: true, explained: false, ...feu(3) });
    expect(found.kind).toBe("concluded");
    expect(found.contradictions).toHaveLength(1);
  });
});

test("the trace tells what each rule that was looked at came to, and on which findings", () => {
  const found = adviceOn(small, { ...low, ...feu(300) });
  expect(found.trace.map(({ rule: id, outcome }) => [id, outcome])).toEqual([
    ["tooYoung", false],
    ["clotSeen", false],
    ["high", false],
    ["lowAndAbove", false],
    ["lowAndBelow", true],
  ]);
  expect(found.trace.at(-1)?.findings).toEqual(["swollen", "tender", "explained", "feu"]);
});
