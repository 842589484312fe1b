import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Pathway } from "../src/pathway/model/pathway.ts";
import { parsePathway } from "../src/pathway/parse/parse-pathway.ts";
import { verifyPathway } from "../src/pathway/verify/verify-pathway.ts";
import { legDvt, TOPIC } from "./support/leg-dvt.ts";
import type { SecondProof } from "./support/smt/second-proof.ts";
import { type ProofQuestion, proveInChildren } from "./support/smt/second-proofs.ts";

// A second proof by another method: the model translated to formulas for the SMT solver Z3, which knows nothing of diagrams.

const GOLDEN = join(import.meta.dirname, "golden", "pathways");
const SHIPPED = fileURLToPath(new URL("pathway.yaml", TOPIC));
const BROKEN = "the shipped pathway without a rule";

const shipped = legDvt.profiles.map(({ id }): ProofQuestion => ({ name: `shipped ${id}`, file: SHIPPED, profile: id }));
const golden = ["good", "bad"].flatMap((kind) =>
  readdirSync(join(GOLDEN, kind)).map((name) => {
    const file = join(GOLDEN, kind, name, "pathway.yaml");
    const pathway = read(file);
    const questions = pathway.profiles.map(
      ({ id }): ProofQuestion => ({ name: `${kind} ${name} ${id}`, file, profile: id }),
    );
    return { name: `${kind}/${name}`, pathway, questions };
  }),
);
const withoutRule = legDvt.stages.at(-1)?.rules[0]?.id ?? "";

let answers: ReadonlyMap<string, SecondProof>;
beforeAll(async () => {
  const broken = { name: BROKEN, file: SHIPPED, profile: legDvt.defaultProfile, withoutRule };
  answers = await proveInChildren([...shipped, broken, ...golden.flatMap(({ questions }) => questions)]);
}, 600_000);

function read(file: string): Pathway {
  const { pathway, diagnostics } = parsePathway(file, readFileSync(file, "utf8"));
  if (pathway === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return pathway;
}

/** What the verifier says of the three properties under one profile. */
function firstProof(pathway: Pathway, profile: string): SecondProof {
  const verified = verifyPathway(pathway);
  if (!verified.ok) throw new Error(verified.diagnostics.map(({ message }) => message).join("\n"));
  const findings = verified.value.find((one) => one.profile === profile)?.findings ?? [];
  const worst = (property: string) => {
    const kinds = findings.filter((one) => one.property === property).map(({ verdict }) => verdict.kind);
    return kinds.includes("refuted") ? "refuted" : kinds.includes("undecided") ? "undecided" : "proven";
  };
  return { total: worst("total"), consistent: worst("consistent"), guarded: worst("guarded") };
}

describe("the shipped pathway", () => {
  test.each(shipped)(
    "is total, consistent and guarded under $profile, by Z3 as by the verifier",
    ({ name, profile }) => {
      expect(answers.get(name)).toEqual({ total: "proven", consistent: "proven", guarded: "proven" });
      expect(firstProof(legDvt, profile)).toEqual(answers.get(name));
    },
  );

  test("is refuted by Z3 once a rule is left out", () => {
    expect(answers.get(BROKEN)?.total).toBe("refuted");
  });
});

test.each(golden)("$name: Z3 refutes what the verifier refutes, and nothing else", ({ pathway, questions }) => {
  for (const { name, profile } of questions) expect(answers.get(name)).toEqual(firstProof(pathway, profile));
});
