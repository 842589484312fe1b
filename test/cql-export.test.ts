import { describe, expect, test } from "vitest";
import { decimal } from "../src/clinical/quantity.ts";
import { exportCql, STATUS } from "../src/pathway/export/cql/export-cql.ts";
import type { Statement } from "../src/pathway/model/finding.ts";
import type { Pathway } from "../src/pathway/model/pathway.ts";
import { getPathway, pathwayText, withWords } from "../src/pathway/testing/small-pathway.ts";
import { CqlAgreement, compareCells } from "./support/cql/cql-agreement.ts";
import { CqlPathway } from "./support/cql/cql-engine.ts";
import { StatementDraw, witnesses } from "./support/cql/draw-statements.ts";
import { goldenPathway } from "./support/cql/golden-pathway.ts";
import { Dice } from "./support/dice.ts";
import { legDvt } from "./support/leg-dvt.ts";

const small = getPathway();

async function compareDrawn(
  pathway: Pathway,
  profile: string,
  count: number,
  text?: string,
): Promise<CqlAgreement["tally"]> {
  const agreement = new CqlAgreement(pathway, profile, text, 1);
  for (const statements of witnesses(pathway, profile)) await agreement.compare(statements);
  const draw = new StatementDraw(pathway, profile, new Dice(count));
  for (let kind = 0; kind < count; kind++) await agreement.compare(draw.next(kind));
  return agreement.tally;
}

describe("a foreign engine on the exported CQL says what ours says", () => {
  test("of every cell of the published table, its gaps and its contradiction included", async () => {
    const { tally } = await compareCells(goldenPathway("bad/published-leg-dvt-table"), "published");
    expect(tally.shown).toEqual([]);
    expect(tally.patients).toBe(64);
    // Three gaps among what is stated, and one more where the D-dimer is not even known to be unknown.
    expect(tally.outcomes.get(STATUS.noRule)).toBe(4);
    expect(tally.outcomes.get(STATUS.rulesDiffer)).toBe(1);
  });

  test("of cells of a small pathway with a score, a derivation, implications, presumptions and a guard", async () => {
    const { tally } = await compareCells(small, "first", { most: 1000 });
    expect(tally.shown).toEqual([]);
    expect([...tally.outcomes.keys()].toSorted()).toEqual(["ELSEWHERE", "LOOK", "STOP", "TREAT", STATUS.needs]);
  });

  // The other profiles and random pathways: test/cql-export.slow.test.ts.
  test("of the shipped pathway: every rule's witness and patients drawn", async () => {
    const tally = await compareDrawn(legDvt, legDvt.defaultProfile, 100);
    expect(tally.shown).toEqual([]);
    expect(tally.patients).toBeGreaterThan(130);
  });

  test.each([
    ["quantities with each other", "feu < limit and left < right"],
    ["differences", "feu < limit and left - right >= 3 'cm'"],
    ["another scale of one unit", "feu < limit and not (difference >= 30 'mm')"],
    ["equal quantities", "feu < limit and left = right"],
    ["unequal quantities", "feu < limit and left != right"],
    ["products of two unknowns", "feu < limit and age * left >= 600 'cm'"],
    ["what the range of a number decides", "feu < limit and not (age * 10 > 2000)"],
    ["what the range of a score decides", "feu < limit and points <= 3 and points + 2 >= 0"],
    ["scores as numbers", "feu < limit and points + 1 <= 2"],
    ["lists", "feu < limit and scan in {'none', 'clear'} and not (scan in {'clear'})"],
    ["truths compared", "feu < limit and (swollen = tender or measured = true)"],
    ["implication and exclusive or", "(swollen implies feu < limit) and (swollen xor not tender)"],
    ["the profile", "feu < limit and profile = 'first'"],
  ])("of %s", async (_, condition) => {
    const pathway = getPathway(withWords("definitions", "when: feu < limit", `when: "${condition}"`));
    expect((await compareDrawn(pathway, "first", 150)).shown).toEqual([]);
  });
});

describe("what is not known", () => {
  const said = (feature: string, value?: boolean | string): Statement =>
    value === undefined ? { feature, kind: "unknown" } : { feature, kind: "value", value };
  const feu = (value: number, unit: string): Statement => ({
    feature: "feu",
    kind: "value",
    value: { value: decimal(value), unit },
  });
  const low = [said("child", false), said("swollen", false), said("tender", false), said("explained", true)];
  const cql = new CqlPathway(exportCql(small, "first"), small.features);

  test("never becomes no where CQL's own list operator makes it so", async () => {
    const definition = `Tuple { status: ToString("stated scan" in {'clot'}), recommendation: null as String, followUp: null as String }`;
    const listed = `library T version '1'\nparameter "stated scan" String\ndefine "Answer": ${definition}`;
    expect((await new CqlPathway(listed, small.features).answer([said("scan")])).status).toBe("false");
    const asked = getPathway(withWords("stages", "when: scan = 'clot'", `when: "scan in {'clot'}"`));
    const exported = new CqlPathway(exportCql(asked, "first"), asked.features);
    expect((await exported.answer([...low, said("scan"), feu(400, "ug/L{FEU}")])).status).toBe(STATUS.needs);
  });

  test("excludes nobody: a result in another unit or basis, or outside its range, is not used", async () => {
    const scanned = [...low, said("scan", "clear")];
    expect((await cql.answer([...scanned, feu(400, "ug/L{FEU}")])).recommendation).toBe("STOP");
    for (const unusable of [feu(0.4, "mg/L{FEU}"), feu(400, "ng/mL{DDU}"), feu(400, "ug/L"), feu(-1, "ug/L{FEU}")])
      expect(await cql.answer([...scanned, unusable])).toEqual({
        status: STATUS.needs,
        recommendation: null,
        followUp: null,
      });
  });

  test("keeps a presumption out once it was asked in vain, of the feature or of what it is derived from", async () => {
    const rest = [...low.slice(1), said("scan", "clear"), feu(400, "ug/L{FEU}")];
    expect((await cql.answer(rest)).recommendation).toBe("STOP");
    expect((await cql.answer([...rest, said("child")])).status).toBe(STATUS.needs);
    expect((await cql.answer([...rest, said("age")])).status).toBe(STATUS.needs);
  });
});

describe("a fault in the exported text is found", () => {
  // A guard shows where what it asks for may be presumed.
  const guarded = getPathway(withWords("stages", "known: [feu]", "known: [scan, feu]"));
  const text = exportCql(guarded, "first");
  const rules = guarded.stages.flatMap((stage) => stage.rules.map(({ id }) => id));
  const negated = rules.map((id): [string, string, string] => {
    const [all = "", head = "", condition = ""] = new RegExp(`(define "Rule ${id}":\\n {2})(.*)\\n`).exec(text) ?? [];
    return [`rule ${id} turned round`, all, `${head}not (${condition})\n`];
  });

  test.each([
    ...negated,
    ["a cut-off that includes its own value", `"feu" < "limit"`, `"feu" <= "limit"`],
    ["a guard left out", `"known scan" is not null and "feu" is not null then`, `"feu" is not null then`],
    ["a presumption left out", "else 'none'", "else null"],
    ["an unknown item that does not count", `"tender" is not false`, `"tender" is true`],
    ["a derivation left out", `Coalesce("stated child", "derived child")`, `"stated child"`],
    ["an implication left out", `(if "usable feu" is not null then 'FEU' else null)`, "(null as String)"],
    ["a stage passed over", `or "From results" = 'rules differ' then "From results"`, `or true then "From tests"`],
    ["an open rule passed over", `not exists "Stage scope may advise"`, "true"],
  ])("%s", async (_, from, to) => {
    expect(text).toContain(from);
    const tally = await compareDrawn(guarded, "first", 300, text.replaceAll(from, to));
    expect(tally.disagreements).toBeGreaterThan(0);
  });
});

test("an unknown profile is refused", () => {
  expect(() => exportCql(getPathway(pathwayText()), "third")).toThrow("has no profile `third`");
});
