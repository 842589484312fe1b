import fc from "fast-check";
import { expect, test } from "vitest";
import { type Posting, PostingCursor, PostingWriter } from "./postings.ts";

const postings = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.nat(300), fc.nat(2_000)), {
    selector: ([slot]) => slot,
    maxLength: 30,
  })
  .map((all) => all.map(([slot, frequency, length]) => ({ slot, frequency, length })).sort((a, b) => a.slot - b.slot));

function write(list: readonly Posting[]) {
  const writer = new PostingWriter();
  for (const { slot, frequency, length } of list) writer.add(slot, frequency, length);
  return writer.finish();
}

function read(bytes: Uint8Array): readonly Posting[] {
  const cursor = new PostingCursor(bytes);
  const found: Posting[] = [];
  while (cursor.next()) found.push(cursor.current());
  return found;
}

const asKept = ({ slot, frequency, length }: Posting) => ({
  slot,
  frequency: Math.min(255, frequency),
  length: 4 * Math.min(255, Math.round(length / 4)),
});

test("postings are read back as they were, up to what a byte holds", () => {
  fc.assert(
    fc.property(postings, (list) => {
      expect(read(write(list).bytes)).toEqual(list.map(asKept));
    }),
  );
});

test("lists that follow upon each other are joined as if they had been written as one", () => {
  fc.assert(
    fc.property(postings, fc.array(fc.nat(30), { maxLength: 3 }), (list, cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), list.length];
      const pieces = at.slice(1).map((end, piece) => write(list.slice(at[piece], Math.max(at[piece] ?? 0, end))));
      const writer = new PostingWriter();
      for (const piece of pieces) writer.append(piece);
      expect(writer.finish()).toEqual(write(list));
    }),
  );
});
