import { z } from "zod";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { answerDiagnostics } from "../answer-diagnostics.ts";

const feature = z.string().max(100);
const supposed = z.boolean().optional();
const setAside = z.boolean().optional();

const heldFinding = z.union([
  z.strictObject({
    feature,
    /** As the API takes it; null: asked and not known. */
    value: z.union([
      z.boolean(),
      z.string().max(200),
      z.number(),
      z.strictObject({ value: z.number(), unit: z.string().max(60) }),
      z.null(),
    ]),
    supposed,
    setAside,
    inferred: z.boolean().optional(),
  }),
  z.strictObject({
    feature,
    given: z.string().max(200),
    missing: z.array(z.string().max(100)).max(10),
    supposed,
    setAside,
  }),
]);

/** What was understood of the patient, as an exchange holds it. */
export const heldFindings = z.array(heldFinding).max(500);

type HeldFinding = z.infer<typeof heldFinding>;

/** A statement of the conversation so far; `supposed` ones hold only as long as the reader asks what would be. */
export interface CarriedStatement {
  readonly statement: Statement;
  readonly supposed: boolean;
  /** Known, but in whose place something is supposed: it holds again with the next "what if". */
  readonly setAside?: boolean;
}

/** All that a conversation holds of the patient. */
export type State = readonly CarriedStatement[];

/** What holds now: suppositions in the place of what they set aside. */
export function holding(carried: readonly CarriedStatement[]): readonly CarriedStatement[] {
  return carried.filter(({ setAside }) => setAside !== true);
}

/** A fact, set aside for what is supposed in its place; an earlier supposition is dropped. */
export function aside({ statement, supposed }: CarriedStatement): readonly CarriedStatement[] {
  return supposed ? [] : [{ statement, supposed, setAside: true }];
}

/** What is known, whatever was supposed. */
export function known(carried: readonly CarriedStatement[]): readonly CarriedStatement[] {
  return carried.flatMap(({ statement, supposed }) => (supposed ? [] : [{ statement, supposed }]));
}

/** Reads the findings with the pathway as it now is. Fails when the topic has changed so that it no longer takes one of them. */
export function readCarried(pathway: Pathway, held: readonly HeldFinding[]): Result<readonly CarriedStatement[]> {
  const carried: CarriedStatement[] = [];
  for (const finding of held) {
    const statements = readHeld(pathway, finding);
    if (!statements.ok) return failed(answerDiagnostics.report("exchange-outdated", { field: "exchange" }));
    const aside = finding.setAside === true ? { setAside: true } : {};
    carried.push(
      ...statements.value.map((statement) => ({ statement, supposed: finding.supposed === true, ...aside })),
    );
  }
  return ok(carried);
}

function readHeld(pathway: Pathway, finding: HeldFinding): Result<readonly Statement[]> {
  if ("given" in finding) {
    const { feature, given, missing } = finding;
    const known = pathway.features.some((candidate) => candidate.id === feature);
    return known
      ? ok([{ feature, kind: "incomplete", given, missing }])
      : failed(answerDiagnostics.report("exchange-outdated", { field: "exchange" }));
  }
  const read = parseFindings(pathway, { [finding.feature]: finding.value });
  if (!read.ok || finding.inferred !== true) return read;
  return ok(read.value.map((statement) => (statement.kind === "value" ? { ...statement, inferred: true } : statement)));
}

/** What was carried, in the form in which the reader holds it. */
export function toHeldFindings(carried: readonly CarriedStatement[]): HeldFinding[] {
  return carried.map(toHeld);
}

function toHeld({ statement, supposed: isSupposed, setAside: isAside }: CarriedStatement): HeldFinding {
  const { feature } = statement;
  const mark = { ...(isSupposed ? { supposed: true } : {}), ...(isAside === true ? { setAside: true } : {}) };
  switch (statement.kind) {
    case "unknown":
      return { feature, value: null, ...mark };
    case "incomplete":
      return { feature, given: statement.given.slice(0, 200), missing: [...statement.missing], ...mark };
    default: {
      const { value, inferred } = statement;
      const sent = typeof value === "object" ? { value: value.value.toNumber(), unit: value.unit } : value;
      return { feature, value: sent, ...mark, ...(inferred === true ? { inferred } : {}) };
    }
  }
}
