import { createHash } from "node:crypto";
import type { AccountEvent } from "./model/account-event.ts";

/** A line of the journal as it stands in its table. */
export interface JournalLine extends AccountEvent {
  readonly sequence: number;
  /** Seals the line to the one before; absent in lines that were written before the journal was chained. */
  readonly hash?: string;
}

/** What the chain begins with: all that stands in the journal before its first sealed line, so that this too is held fast. */
export function chainStart(unsealed: readonly JournalLine[]): string {
  return unsealed.reduce((before, line) => hashOf(line, before), "wellspring account journal");
}

/** The hash of a line: over everything in it and over the line before. */
export function hashOf({ sequence, recorded, event, person, by, detail }: JournalLine, previous: string): string {
  const content = JSON.stringify([previous, sequence, recorded, event, person ?? null, by, detail]);
  return `sha256-${createHash("sha256").update(content).digest("hex")}`;
}

/** The first fault of the journal in words; from there on nothing can be said of it. A journal that was cut at its end still holds together. */
export function findJournalFault(journal: readonly JournalLine[]): string | undefined {
  const from = journal.findIndex(({ hash }) => hash !== undefined);
  const sealed = from === -1 ? [] : journal.slice(from);
  let previous = chainStart(from === -1 ? [] : journal.slice(0, from));
  for (const [at, line] of journal.entries())
    if (line.sequence !== at + 1) return `line ${at + 1} of the account journal is missing`;
  for (const line of sealed) {
    const expected = hashOf(line, previous);
    if (line.hash !== expected)
      return `the account journal was changed, removed from or added to at or before line ${line.sequence}`;
    previous = expected;
  }
  return undefined;
}
