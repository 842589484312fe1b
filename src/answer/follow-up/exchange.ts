import { createHmac, timingSafeEqual } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { answerDiagnostics } from "../answer-diagnostics.ts";
import { shortAnswer } from "../shape/conversation.ts";
import { heldFindings } from "./held-findings.ts";

/** Longest exchange that is read, in characters: it and a question fit the body of one request. */
export const MAX_EXCHANGE_CHARACTERS = 24_000;

/** Most questions of a conversation that are held with their words. */
export const MAX_TURNS = 12;

/** Longest question that is held whole. */
export const MAX_HELD_QUESTION = 3_000;

/** Fewest characters of a signing key that an operator sets. */
export const SHORTEST_SIGNING_KEY = 32;

const id = z.string().max(100);

/** What a conversation had come to after a question. */
const heldState = z.strictObject({ profile: id.nullable(), findings: heldFindings });

const heldTurn = heldState.extend({
  question: z.string().max(MAX_HELD_QUESTION),
  whole: z.boolean(),
  /** What was sent beside the question. */
  sent: z.strictObject({
    profile: id.optional(),
    findings: z.record(id, z.unknown()).optional(),
    confirm: z.array(id).optional(),
    readingConfirmed: z.boolean().optional(),
  }),
  short: shortAnswer,
  /** Two readings of the question differed. */
  doubted: z.literal(true).optional(),
  /** Hash of the text that the answer was made from. */
  text: z.string().max(100),
});

const heldExchange = z
  .strictObject({
    topic: id,
    /** Questions before the first one held, and what was understood by then; the `story` only while two readings of it differ. */
    leftOut: z.int().min(0),
    base: heldState.extend({ story: z.string().max(MAX_HELD_QUESTION).optional() }).nullable(),
    turns: z.array(heldTurn).min(1).max(MAX_TURNS),
    /** How many of the questions held the next one follows. */
    at: z.int().min(0),
  })
  .refine(({ at, turns, base }) => at <= turns.length && (at > 0 || base !== null));

export type HeldState = z.infer<typeof heldState>;
export type HeldTurn = z.infer<typeof heldTurn>;

/** An exchange whose signature holds, before its findings are read with the pathway of its topic. */
export type HeldExchange = z.infer<typeof heldExchange>;

/** Names what is signed, so that no other text signed with the same key can pass for an exchange. */
const PREFIX = "exchange2";

/** The exchange as the reader's side keeps it: readable by whoever holds it, and unchangeable without the key. */
export function signExchange(held: HeldExchange, key: string): string {
  // INVARIANT: what is signed opens; and the same conversation is signed as the same text, however it came about.
  const json = JSON.stringify(heldExchange.parse(held));
  // Most of a turn says again what the one before it says; deflated (RFC 1951), a long conversation stays short.
  const body = deflateRawSync(Buffer.from(json, "utf8")).toString("base64url");
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

/** Larger than any exchange of ours inflates to; only what we signed is inflated at all. */
const MOST_BYTES = 4_000_000;

/** Signed by us, and yet perhaps of an older form. */
function parseHeld(body: string): Result<HeldExchange> {
  try {
    const text = inflateRawSync(Buffer.from(body, "base64url"), { maxOutputLength: MOST_BYTES }).toString("utf8");
    const parsed = heldExchange.safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data);
  } catch {
    // Neither deflated nor JSON: said below like every other form that is not read.
  }
  return failed(answerDiagnostics.report("exchange-malformed", { field: "exchange" }));
}
