import fc from "fast-check";
import { expect, test } from "vitest";
import { chainStart, findJournalFault, hashOf, type JournalLine } from "./journal-chain.ts";
import { ACCOUNT_EVENTS } from "./model/account-event.ts";

const event: fc.Arbitrary<Omit<JournalLine, "sequence" | "hash">> = fc.record(
  {
    recorded: fc.constant("2026-03-02T08:00:00.000Z"),
    event: fc.constantFrom(...ACCOUNT_EVENTS),
    person: fc.constantFrom("ann", "cleo"),
    by: fc.constantFrom("web" as const, "command-line" as const),
    detail: fc.constantFrom("", "1", "password"),
  },
  { requiredKeys: ["recorded", "event", "by", "detail"] },
);

/** A journal whose first lines were written before there was a chain. */
function chained(events: readonly Omit<JournalLine, "sequence" | "hash">[], unsealed: number): readonly JournalLine[] {
  const lines: JournalLine[] = [];
  for (const [at, one] of events.entries()) {
    const line = { ...one, sequence: at + 1 };
    const previous = lines.at(-1)?.hash ?? chainStart(lines);
    lines.push(at < unsealed ? line : { ...line, hash: hashOf(line, previous) });
  }
  return lines;
}

test("a journal that was written line by line holds together; one that was changed, cut inside or put in another order does not", () => {
  const journal = fc.tuple(fc.array(event, { minLength: 3, maxLength: 12 }), fc.nat(2), fc.nat(), fc.nat(3));
  fc.assert(
    fc.property(journal, ([events, unsealed, place, kind]) => {
      const lines = chained(events, Math.min(unsealed, events.length - 1));
      expect(findJournalFault(lines)).toBeUndefined();
      const at = place % (lines.length - 1);
      const line = lines[at] as JournalLine;
      const renumbered = (some: readonly JournalLine[]) => some.map((one, index) => ({ ...one, sequence: index + 1 }));
      const broken = [
        lines.with(at, { ...line, detail: `${line.detail}!` }),
        lines.with(at, { ...line, person: "eve" }),
        renumbered(lines.toSpliced(at, 1)),
        renumbered(lines.toSpliced(at, 0, { ...line, detail: "put in" })),
      ][kind];
      expect(findJournalFault(broken ?? [])).toBeDefined();
    }),
  );
});

test("a line that is missing is named", () => {
  const lines = chained(
    [1, 2, 3].map(() => ({ recorded: "2026", event: "locked" as const, by: "web" as const, detail: "" })),
    0,
  );
  expect(findJournalFault(lines.toSpliced(1, 1))).toBe("line 2 of the account journal is missing");
});
