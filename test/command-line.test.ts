import { describe, expect, test } from "vitest";
import { answerShape } from "../src/answer/answer-shape.ts";
import { callCommand as call } from "./support/call-command.ts";

const FOUNDING_QUESTION =
  "What is the next best imaging study for a patient with a left calf mass and suspected isolated deep-vein thrombosis?";

describe("wellspring ask", () => {
  test("answers the founding question: complete duplex and the mass, the D-dimer branch, citations and caution", async () => {
    const { status, out } = await call(["ask", FOUNDING_QUESTION]);
    expect(status).toBe(0);
    expect(out).toMatch(/complete duplex of the leg, groin to ankle/i);
    expect(out).toMatch(/targeted ultrasound of a palpable calf mass/i);
    expect(out).toMatch(/high-sensitivity D-dimer/i);
    expect(out).toMatch(/pending human review/i);
    expect(out).toMatch(/SOURCES\n {2}- \[1\] Needleman/);
    expect(out.indexOf("BOTTOM LINE")).toBeLessThan(out.indexOf("NEXT STEP"));
  });

  test("asks first what may settle it at the bedside, and says why", async () => {
    const { out } = await call(["ask", FOUNDING_QUESTION]);
    const [, first, why] = /STILL NEEDED\n {2}- (.*)\n {4}(.*)/.exec(out) ?? [];
    expect(first).toMatch(/^Active cancer/);
    expect(why).toMatch(
      /^One answer may settle it: yes leads to “Complete duplex .*; no leaves that or “High-sensitivity/,
    );
  });

  test("--json gives the one answer shape, with both branches open and the mass to be imaged", async () => {
    const { out } = await call(["ask", FOUNDING_QUESTION, "--json"]);
    const answer = answerShape.parse(JSON.parse(out));
    expect(answer.nextStep?.code).toBe("ASK_MISSING");
    expect(answer.nextStep?.alsoDo).toContain("MASS_IMAGING");
    expect(answer.possible.map(({ code }) => code).sort()).toEqual(["COMPLETE_DUPLEX", "D_DIMER_FIRST"]);
    expect(answer.review).toMatchObject({ status: "Submitted" });
    expect(answer.review?.hash).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  test("an emergency comes before the bottom line", async () => {
    const { out } = await call([
      "ask",
      "Left leg hugely swollen, tense, blue and agonising, suspected DVT. Which scan?",
    ]);
    expect(out.indexOf("EMERGENCY_NOW")).toBeGreaterThan(0);
    expect(out.indexOf("EMERGENCY_NOW")).toBeLessThan(out.indexOf("BOTTOM LINE"));
  });

  test.each([
    ["no question", ["ask"], "there is no question"],
    ["a blank question", ["ask", "   "], "there is no question"],
    ["an unknown option", ["ask", "--nope", "x"], "--nope"],
  ])("%s is told how the command is meant", async (_title, args, said) => {
    const { status, err } = await call(args);
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain("usage: wellspring ask");
  });

  test("a question of a megabyte is refused in words", async () => {
    const { status, err } = await call(["ask", "leg ".repeat(262_144)]);
    expect(status).toBe(1);
    expect(err).toContain("question-too-long");
    expect(err.length).toBeLessThan(1_000);
  });

  test("an unknown guideline profile names the known ones", async () => {
    const { status, err } = await call(["ask", FOUNDING_QUESTION, "--profile", "nope"]);
    expect(status).toBe(1);
    expect(err).toContain("sru, nice, ash, accp");
  });
});

describe("wellspring evaluate", () => {
  const evaluate = (findings: string, more: readonly string[] = []) =>
    call(["evaluate", "suspected-leg-dvt", "f.json", ...more], { "f.json": findings });

  test("runs the pathway on findings from a file", async () => {
    const { status, out } = await evaluate('{ "site": "arm" }', ["--json"]);
    expect(status).toBe(0);
    expect(answerShape.parse(JSON.parse(out)).nextStep?.code).toBe("OUT_OF_SCOPE");
  });

  test("takes a profile from the request or the command line", async () => {
    const { out } = await evaluate('{ "findings": {}, "profile": "nice" }', ["--json"]);
    expect(answerShape.parse(JSON.parse(out)).profile).toBe("nice");
  });

  test.each([
    ["text for a number", '{ "age": "58" }', "finding-type"],
    ["a D-dimer as text", '{ "dDimer": { "value": "499", "unit": "ug/L", "basis": "FEU" } }', "finding-type"],
    ["a field that does not exist", '{ "ages": 58 }', "did you mean `age`"],
    ["an impossible age", '{ "age": 580 }', "outside 0 to 120"],
    ["a unit of another kind", '{ "calfDifference": { "value": 3, "unit": "kg" } }', "finding-unit"],
    ["a basis that does not exist", '{ "dDimer": { "value": 3, "unit": "mg/L", "basis": "XYZ" } }', "finding-basis"],
    ["a list instead of findings", "[1, 2]", "findings-not-object"],
    ["a profile that is no text", '{ "findings": {}, "profile": 5 }', "findings-not-object"],
    ["malformed JSON", '{ "age": ', "findings-unreadable"],
    ["binary", "\u0000\u0001\u0002", "findings-unreadable"],
    ["prototype keys", '{ "__proto__": { "age": 3 } }', "finding-unknown"],
  ])("%s is refused with the field and the mend", async (_title, findings, said) => {
    const { status, err } = await evaluate(findings);
    expect(status).toBe(1);
    expect(err).toContain(said);
    expect(err).toContain("help: ");
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("an unknown pathway names the known ones, a missing file its path", async () => {
    const unknown = await call(["evaluate", "nope", "f.json"], { "f.json": "{}" });
    expect(unknown.err).toContain("known are suspected-leg-dvt");
    const missing = await call(["evaluate", "suspected-leg-dvt", "nowhere.json"]);
    expect(missing).toMatchObject({ status: 1 });
    expect(missing.err).toContain("nowhere.json");
  });
});

describe("wellspring check", () => {
  test("finds nothing wrong with the shipped library", async () => {
    const { status, out } = await call(["check"]);
    expect(out).not.toContain("error[");
    expect(out).toContain("1 topics (suspected-leg-dvt)");
    expect(status).toBe(0);
  });

  test("a folder that is not there is an error in words", async () => {
    const { status, err } = await call(["check", "/nowhere/at/all"]);
    expect(status).toBe(1);
    expect(err).toContain("library-folder-missing");
  });
});

describe("wellspring eval vignettes", () => {
  const vignette = (nextStep: string, more: object = {}) =>
    JSON.stringify({
      vignettes: [{ id: "A", text: "Arm swelling", structured: { limb: "arm" }, expected: { nextStep, ...more } }],
    });

  test("exit status 0 only when all agree", async () => {
    const agreeing = await call(["eval", "vignettes", "v.json"], { "v.json": vignette("OUT_OF_SCOPE") });
    expect(agreeing).toMatchObject({ status: 0 });
    expect(agreeing.out).toContain("1 of 1 vignettes agree (from structured)");
    const differing = await call(["eval", "vignettes", "v.json"], { "v.json": vignette("DVT_EXCLUDED") });
    expect(differing).toMatchObject({ status: 1 });
    expect(differing.out).toContain("next step: expected DVT_EXCLUDED, got OUT_OF_SCOPE");
  });

  test.each([
    [{ mustNot: ["OUT_OF_SCOPE"] }, "must not be given"],
    [{ wellsScore: 3 }, "score: expected 3"],
    [{ warnings: ["CANCER"] }, "warning CANCER is missing"],
    [{ followUp: { fromDay: 5, toDay: 7 } }, "follow-up windows"],
    [{ alsoDo: ["MASS_IMAGING"] }, "also do MASS_IMAGING is missing"],
  ])("%j is judged", async (more, said) => {
    const { status, out } = await call(["eval", "vignettes", "v.json"], { "v.json": vignette("OUT_OF_SCOPE", more) });
    expect(status).toBe(1);
    expect(out).toContain(said);
  });

  test("what is not read of a vignette is said", async () => {
    const file = JSON.stringify({
      vignettes: [{ id: "A", structured: { limb: "arm", "shoe size": 44 }, expected: { nextStep: "OUT_OF_SCOPE" } }],
    });
    const { out } = await call(["eval", "vignettes", "v.json"], { "v.json": file });
    expect(out).toContain("not read from the vignette: shoe size");
  });

  test.each([
    ["not JSON", "nope"],
    ["no vignettes", "{}"],
    ["a vignette without a next step", '{ "vignettes": [{ "id": "A", "expected": {} }] }'],
  ])("%s is refused in words", async (_title, text) => {
    const { status, err } = await call(["eval", "vignettes", "v.json"], { "v.json": text });
    expect(status).toBe(1);
    expect(err).toContain("vignettes-unreadable");
  });
});

describe("wellspring", () => {
  test("without a command, or with an unknown one, says what there is", async () => {
    expect(await call([])).toMatchObject({ status: 2 });
    const unknown = await call(["frobnicate"]);
    expect(unknown).toMatchObject({ status: 2 });
    expect(unknown.err).toContain("wellspring ask");
    expect((await call(["--help"])).status).toBe(0);
  });
});

describe("wellspring verify", () => {
  test("proves the shipped pathway under every profile, and claims no more than that", async () => {
    const { status, out, err } = await call(["verify", "suspected-leg-dvt"]);
    expect(err).toBe("");
    expect(status).toBe(0);
    expect(out).toContain("suspected-leg-dvt 2026-11: proven");
    expect(out).toContain("no proof makes a guideline right");
  });

  test("prints the whole certificate as JSON", async () => {
    const { status, out } = await call(["verify", "suspected-leg-dvt", "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ pathway: "suspected-leg-dvt", proven: true });
  });

  test.each([
    ["--max-nodes", "100", "reached 100 nodes (at most 100)"],
    ["--time-limit", "0.001", "when its time was up, most of them asking `"],
  ])("with %s %s refuses what outgrows it, with the size and what makes it so", async (option, limit, said) => {
    const { status, err, out } = await call(["verify", "suspected-leg-dvt", option, limit]);
    expect(err).toContain("diagram-too-large");
    expect(err).toContain(said);
    expect([status, out]).toEqual([1, ""]);
  });

  test.each([
    ["--max-nodes", "0"],
    ["--max-nodes", "1.5"],
    ["--max-nodes", "many"],
    ["--time-limit", "0"],
    ["--time-limit=-1"],
    ["--time-limit", "soon"],
  ])("does not take %s %s for a limit", async (...limit) => {
    const { status, err } = await call(["verify", "suspected-leg-dvt", ...limit]);
    expect(err).toContain("takes");
    expect(status).toBe(2);
  });

  test("says which pathways there are when the one named is not, and what it wants when none is", async () => {
    const unknown = await call(["verify", "nope"]);
    expect([unknown.status, unknown.err]).toEqual([1, expect.stringContaining("suspected-leg-dvt")]);
    expect((await call(["verify"])).status).toBe(2);
  });
});
