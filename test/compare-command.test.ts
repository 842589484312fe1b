import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pathwayText, withWords } from "../src/pathway/testing/small-pathway.ts";
import { callCommand } from "./support/call-command.ts";
import { TOPIC } from "./support/leg-dvt.ts";

const compare = (args: readonly string[], files: Readonly<Record<string, string>> = {}) =>
  callCommand(["compare", ...args], files);

const OLD = pathwayText();
const revision = (part: Parameters<typeof withWords>[0], from: string, to: string) => ({
  "old.yaml": OLD,
  "new.yaml": withWords(part, from, to),
});
const compareFiles = (files: Readonly<Record<string, string>>, more: readonly string[] = []) =>
  compare(["old.yaml", "new.yaml", ...more], files);

describe("two revisions of a file", () => {
  test("that advise the same differ in nothing: exit status 0", async () => {
    const { status, out } = await compareFiles({ "old.yaml": OLD, "new.yaml": OLD });
    expect(out).toContain("the advice is the same for every patient");
    expect(status).toBe(0);
  });

  test("a cut-off that was raised changes exactly the values in between", async () => {
    const { status, out } = await compareFiles(revision("parameters", "value: 500", "value: 600"));
    expect(status).toBe(1);
    expect(out).toContain("1. Look → Stop\n");
    expect(out).toContain("- Points: Low; Dimer < 600 ug/L{FEU}; Dimer ≥ 500 ug/L{FEU}");
  });

  test("each may be given by the folder that holds it, as a topic and a hospital's overlay of it do", async () => {
    const files = {
      "library/small/pathway.yaml": OLD,
      "overlay/small/pathway.yaml": OLD.replace("value: 500", "value: 600"),
    };
    const { status, out } = await compare(["library/small", "overlay/small/"], files);
    expect(status).toBe(1);
    expect(out).toContain("1. Look → Stop\n");
  });

  test("a window that was changed is a change of advice, one that was renamed is none", async () => {
    const followed = withWords(
      "stages",
      "when: scan = 'clot', advise: TREAT,",
      "when: scan = 'clot', advise: TREAT, followUp: soon,",
    );
    const moved = followed.replace("windows: [[1, 3]]", "windows: [[2, 3]]");
    const { out } = await compareFiles({ "old.yaml": followed, "new.yaml": moved });
    expect(out).toContain("Treat (scan, 1–3 days after scan) → Treat (scan, 2–3 days after scan)");
    const renamed = followed.replaceAll("soon", "shortly");
    expect((await compareFiles({ "old.yaml": followed, "new.yaml": renamed })).status).toBe(0);
  });

  test("a derivation that was changed is seen, though both ask the same feature", async () => {
    const { out } = await compareFiles(revision("parameters", "value: 18", "value: 16"));
    expect(out).toContain("Elsewhere → Treat");
    expect(out).toContain("- Scan: Clot; Child: yes (in the first); Child: no (in the second)");
    expect(out).toContain("derived or implied differently: Child.");
  });

  test("what is no longer presumed shows only while it is not stated", async () => {
    const { out } = await compareFiles(revision("features", "cost: imaging, presume: none", "cost: imaging"));
    expect(out).toContain("→ asks for more\n   only while something is not known or not stated");
  });
});

describe("a cohort", () => {
  const files = revision("parameters", "value: 500", "value: 600");
  const patient = (feu: number) => ({
    age: 40,
    swollen: false,
    tender: false,
    explained: false,
    dimer: { value: feu, unit: "ug/L", basis: "FEU" },
  });
  const cohort = [patient(480), patient(550), patient(599), patient(600)];

  test.each([
    ["JSON lines", cohort.map((one) => JSON.stringify(one)).join("\n")],
    ["an array", JSON.stringify(cohort, null, 2)],
    ["an array of requests", JSON.stringify(cohort.map((findings) => ({ findings })))],
  ])("as %s is shared out over the groups", async (_title, text) => {
    const { out } = await compareFiles({ ...files, "c.json": text }, ["--cohort", "c.json"]);
    expect(out).toContain("cohort: 2 of 4 patients (50.0 %)");
  });

  test("counts nobody as ruled out whose stated total the items contradict", async () => {
    const total =
      "{ id: total, type: wholeNumber, range: [-2, 3], label: Total, plain: total, ask: Total, group: A, cost: history }";
    const withTotal = (text: string) =>
      text
        .replace("    items:", "    stated: { total: total }\n    items:")
        .replace("  - { id: scan, type: choice", `  - ${total}\n  - { id: scan, type: choice`);
    const patients = [
      { ...patient(550), total: 0 },
      { ...patient(550), total: 1 },
    ];
    const { out } = await compareFiles(
      {
        "old.yaml": withTotal(files["old.yaml"]),
        "new.yaml": withTotal(files["new.yaml"]),
        "c.json": JSON.stringify(patients),
      },
      ["--cohort", "c.json"],
    );
    expect(out).toContain("cohort: 1 of 2 patients (50.0 %)");
  });

  test("is counted in --json too", async () => {
    const text = JSON.stringify(cohort);
    const { out } = await compareFiles({ ...files, "c.json": text }, ["--cohort", "c.json", "--json"]);
    const told = JSON.parse(out);
    expect(told.cohort).toEqual({ patients: 4, changed: 2 });
    expect(told.changes[0]).toMatchObject({ from: { code: "LOOK" }, to: { code: "STOP" }, patients: 2 });
    expect(BigInt(told.changes[0].cells)).toBeGreaterThan(0n);
  });

  test.each([
    ["a value of the wrong type", '{ "age": 40 }\n{ "age": "40" }'],
    ["a line that is not JSON", '{ "age": 40 }\nage 40'],
    ["a member that is no object", '[{ "age": 40 }, 7]'],
    ["a field that neither knows", '[{ "age": 40 }, { "shoeSize": 44 }]'],
  ])("with %s is refused by place, exit status 2", async (_title, text) => {
    const { status, err } = await compareFiles({ ...files, "c.json": text }, ["--cohort", "c.json"]);
    expect(err).toContain("patient 2 of `c.json` cannot be read");
    expect(status).toBe(2);
  });
});

describe("a call that is not understood has exit status 2", () => {
  test.each([
    ["one pathway", ["suspected-leg-dvt"], "usage: wellspring compare"],
    ["three", ["a", "b", "c"], "usage: wellspring compare"],
    ["an unknown option", ["a", "b", "--nope"], "--nope"],
    ["an unknown pathway", ["nope", "suspected-leg-dvt"], "known are suspected-leg-dvt"],
    ["an unknown profile", ["suspected-leg-dvt:nope", "suspected-leg-dvt"], "sru, nice, ash, accp"],
    ["a file that is not there", ["nowhere.yaml", "suspected-leg-dvt"], "nowhere.yaml"],
  ])("%s", async (_title, args, said) => {
    const { status, err } = await compare(args);
    expect(err).toContain(said);
    expect(status).toBe(2);
  });

  test("a pathway with a fault is shown with its place", async () => {
    const { status, err } = await compareFiles(revision("definitions", "feu < limit", "feu < limt"));
    expect(err).toMatch(/new\.yaml:\d+/);
    expect(status).toBe(2);
  });
});

test("of a contradiction that one of two knows, only patients who contradict themselves are named", {
  timeout: 60_000,
}, async () => {
  const text = readFileSync(new URL("pathway.yaml", TOPIC), "utf8");
  const narrower = "ultrasoundImpossible and scan in {'normal-complete', 'acute-proximal', 'acute-isolated-distal'}";
  const wider = narrower.replace("{", "{'normal-proximal-only', ");
  const files = { "old/pathway.yaml": text, "new/pathway.yaml": text.replace(narrower, wider) };
  const { status, out } = await compare(["old/", "new/"], files);
  expect(status).toBe(1);
  const ways = out.split(/\n\n\d+\. /).slice(1);
  expect(ways.map((way) => way.split("\n")[0])).toEqual([
    "Image the iliac veins and vena cava → asks for more",
    "Another imaging test: CT or MR venography, or MR direct thrombus imaging → asks for more",
  ]);
  for (const way of ways) {
    expect(way).toContain("Leg ultrasound: Normal, proximal veins only (calf not examined)");
    expect(way).toContain("Ultrasound cannot be done (for instance a cast): yes");
  }
});

test("SRU against NICE: they part where the calf cannot be scanned, and in when to look again", {
  timeout: 60_000,
}, async () => {
  const { status, out } = await compare(["suspected-leg-dvt:sru", "suspected-leg-dvt:nice", "--json"]);
  expect(status).toBe(1);
  const { changes } = JSON.parse(out);
  const ways = changes.map(
    ({ from, to }: Record<"from" | "to", { kind: string; code?: string }>) =>
      `${from.code ?? from.kind} > ${to.code ?? to.kind}`,
  );
  expect(ways).toEqual([
    "REPEAT_ULTRASOUND > REPEAT_ULTRASOUND",
    "REPEAT_ULTRASOUND > DVT_EXCLUDED",
    "needs > REPEAT_ULTRASOUND",
    "needs > DVT_EXCLUDED",
  ]);
  expect(changes[0]).toMatchObject({
    from: { followUp: "duplex of the leg veins, 5–8 days after first scan" },
    to: { followUp: "proximal leg vein ultrasound, 6–8 days after first scan" },
  });
  expect(changes[1].when).toMatchObject([
    {
      conditions: [
        "Leg ultrasound: Normal, proximal veins only (calf not examined)",
        "not (a negative D-dimer would not count)",
        "Wells score for deep-vein thrombosis: DVT unlikely",
        "the D-dimer result is positive",
        "not (symptoms worse at any time, or still there 5 days or more after the scan)",
      ],
      also: ["The calf veins can be scanned here in time: no"],
    },
  ]);
});
