import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePathway } from "../src/pathway/parse/parse-pathway.ts";
import { toFindings } from "../src/pathway/verify/patient.ts";
import { reportFindings } from "../src/pathway/verify/report-findings.ts";
import { verifyPathway } from "../src/pathway/verify/verify-pathway.ts";

const FOLDER = join(import.meta.dirname, "golden", "pathways");

interface Expected {
  readonly code: string;
  readonly about?: string;
  readonly patient?: Readonly<Record<string, unknown>>;
  readonly cells?: number;
}

/** All that the verifier finds of one pathway: the code, what it is about, and the smallest patient. */
function faultsOf(name: string, text: string): readonly Expected[] {
  const { pathway, diagnostics } = parsePathway(name, text);
  if (pathway === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const verified = verifyPathway(pathway);
  if (!verified.ok) return verified.diagnostics.map(({ code }) => ({ code }));
  const faults = verified.value.flatMap((one) =>
    one.findings
      .filter(({ verdict }) => verdict.kind !== "proven")
      .map((finding) => ({ one: { ...one, findings: [finding] }, ...finding })),
  );
  return faults.map(({ one, subject, verdict }) => ({
    code: reportFindings([one])[0]?.code ?? "",
    ...(subject === undefined ? {} : { about: subject }),
    ...(verdict.kind === "refuted" && verdict.counterexample !== undefined
      ? { patient: toFindings(verdict.counterexample) }
      : {}),
    ...(verdict.kind === "refuted" && verdict.cells !== undefined ? { cells: verdict.cells } : {}),
  }));
}

describe.each(["good", "bad"])("%s pathways", (kind) => {
  test.each(readdirSync(join(FOLDER, kind)))("%s", (name) => {
    const expectation = join(FOLDER, kind, name, "expect.json");
    const found = faultsOf(name, readFileSync(join(FOLDER, kind, name, "pathway.yaml"), "utf8"));
    // Expectations change only when asked to: UPDATE_GOLDEN=1 vitest run test/golden-pathways.test.ts
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(expectation, `${JSON.stringify(found, null, 2)}\n`);
    // The expectation file is ours and has this shape.
    const expected = JSON.parse(readFileSync(expectation, "utf8")) as readonly Expected[];
    expect(expected.length > 0).toBe(kind === "bad");
    expect(found).toEqual(expected);
  });
});
