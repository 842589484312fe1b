import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { answerDiagnostics } from "../answer-diagnostics.ts";

/** Longest exchange that is read, in characters: every feature of a large pathway stated, and room to spare. */
export const MAX_EXCHANGE_CHARACTERS = 16_000;

/** Fewest characters of a signing key that an operator sets. */
export const SHORTEST_SIGNING_KEY = 32;

const id = z.string().max(100);
const supposed = z.boolean().optional();

const heldFinding = z.union([
  z.strictObject({
    feature: id,
    /** As the API takes it; null: asked and not known. */
    value: z.union([
      z.boolean(),
      z.string().max(200),
      z.number(),
      z.strictObject({ value: z.number(), unit: z.string().max(60) }),
      z.null(),
    ]),
    supposed,
    inferred: z.boolean().optional(),
  }),
  z.strictObject({
    feature: id,
    given: z.string().max(200),
    missing: z.array(z.string().max(100)).max(10),
    supposed,
  }),
]);

const heldExchange = z.strictObject({
  topic: id,
  profile: id.nullable(),
  focus: id,
  findings: z.array(heldFinding).max(500),
});

type HeldFinding = z.infer<typeof heldFinding>;

/** A statement of the conversation so far; `supposed` ones hold only as long as the reader asks what would be. */
export interface CarriedStatement {
  readonly statement: Statement;
  readonly supposed: boolean;
}

/** What a conversation has come to: never the words that were said. */
export interface Exchange {
  readonly topic: string;
  readonly profile: string | undefined;
  readonly focus: string;
  readonly carried: readonly CarriedStatement[];
}

/** An exchange whose signature holds, before its findings are read with the pathway of its topic. */
export type HeldExchange = z.infer<typeof heldExchange>;

/** Names what is signed, so that no other text signed with the same key can pass for an exchange. */
const PREFIX = "exchange1";

/** The exchange as the reader's side keeps it: readable by whoever holds it, and unchangeable without the key. */
export function signExchange({ topic, profile, focus, carried }: Exchange, key: string): string {
  const held: HeldExchange = { topic, profile: profile ?? null, focus, findings: carried.map(toHeld) };
  const body = Buffer.from(JSON.stringify(held), "utf8").toString("base64url");
  return `${PREFIX}.${body}.${signatureOf(body, key).toString("base64url")}`;
}

/** Fails when the text is too long, is no exchange, or was not signed with this key. */
export function openExchange(text: string, key: string): Result<HeldExchange> {
  if (text.length > MAX_EXCHANGE_CHARACTERS)
    return failed(
      answerDiagnostics.report("exchange-too-long", {
        field: "exchange",
        characters: text.length,
        most: MAX_EXCHANGE_CHARACTERS,
      }),
    );
  const [prefix, body, signature, ...more] = text.trim().split(".");
  if (prefix !== PREFIX || body === undefined || signature === undefined || more.length > 0)
    return failed(answerDiagnostics.report("exchange-malformed", { field: "exchange" }));
  const given = Buffer.from(signature, "base64url");
  const own = signatureOf(body, key);
  if (given.length !== own.length || !timingSafeEqual(given, own))
    return failed(answerDiagnostics.report("exchange-foreign", { field: "exchange" }));
  return parseHeld(body);
}

function signatureOf(body: string, key: string): Buffer {
  return createHmac("sha256", key).update(`${PREFIX}.${body}`).digest();
}

/** Signed by us, and yet perhaps of an older form. */
function parseHeld(body: string): Result<HeldExchange> {
  try {
    const parsed = heldExchange.safeParse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
    if (parsed.success) return ok(parsed.data);
  } catch {
    // Not JSON: said below like every other form that is not read.
  }
  return failed(answerDiagnostics.report("exchange-malformed", { field: "exchange" }));
}

/** Reads the findings with the pathway as it now is. Fails when the topic has changed so that it no longer takes one of them. */
export function readCarried(pathway: Pathway, held: HeldExchange): Result<readonly CarriedStatement[]> {
  const carried: CarriedStatement[] = [];
  for (const finding of held.findings) {
    const statements = readHeld(pathway, finding);
    if (!statements.ok) return failed(answerDiagnostics.report("exchange-outdated", { field: "exchange" }));
    carried.push(...statements.value.map((statement) => ({ statement, supposed: finding.supposed === true })));
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

function toHeld({ statement, supposed: isSupposed }: CarriedStatement): HeldFinding {
  const { feature } = statement;
  const mark = isSupposed ? { supposed: true } : {};
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
