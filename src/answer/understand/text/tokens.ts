import type { NumberReading } from "./numbers.ts";
import type { UnderHeading } from "./sections/sections.ts";

/** A word, number or break of the text. Offsets are in the normalised text. */
export interface Token {
  readonly kind: "word" | "number" | "break";
  /** As written, in lower case. */
  readonly raw: string;
  /** What phrases are compared by. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly number?: NumberReading;
  /** Days since the end of the year that the number may be ("in 2019"), below zero for the one that goes on; where today is known. */
  readonly yearEnded?: number;
  /** True when nothing stands between this token and the one before it (`58F`, `40cm`). */
  readonly glued: boolean;
  /** The heading of a letter under which it stands. */
  readonly section?: UnderHeading;
  /** Stands between quotation marks. */
  readonly quoted?: boolean;
  /** A hyphen joins it to the number before (`2-3 cm`). */
  readonly endsRange?: boolean;
}

/** Ends of sentences and of the larger parts of one: no phrase reaches across them. */
const SENTENCE_ENDS: ReadonlySet<string> = new Set([".", "!", "?", "\n"]);

/** Whether a sentence ends there, as it does where the text ends. */
export function isSentenceEnd(token: Token | undefined): boolean {
  return token === undefined || (token.kind === "break" && SENTENCE_ENDS.has(token.raw));
}

/** Whether words are parted there, as they are where the text ends. */
export function isBreak(token: Token | undefined): boolean {
  return token === undefined || token.kind === "break";
}

/** A break where nothing or something else was written. */
export function breakAt(raw: string, start: number, end: number): Token {
  return { kind: "break", raw, stem: raw, start, end, glued: false };
}
