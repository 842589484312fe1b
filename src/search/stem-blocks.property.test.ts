import fc from "fast-check";
import { expect, test } from "vitest";
import { BlockCursor, BlockWriter, fromKey, type StemBlock, toKey } from "./stem-blocks.ts";

const stem = fc.oneof(
  fc.stringMatching(/^[a-c]{1,6}$/),
  fc.constantFrom("é", "\u{20000}x", "\u{fe73}", "z".repeat(9_000)),
);
const entry = fc.record({
  by: fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
  last: fc.nat(2 ** 45),
  bytes: fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constant(new Uint8Array(5_000).fill(7))),
});
const entries = fc
  .uniqueArray(fc.tuple(stem, entry), { selector: ([one]) => one, maxLength: 60 })
  .map((all) => all.map(([one, rest]) => ({ key: toKey(one), ...rest })).sort((a, b) => (a.key < b.key ? -1 : 1)));

function blocksOf(all: Iterable<Parameters<BlockWriter["add"]>[0]>): readonly StemBlock[] {
  const blocks: StemBlock[] = [];
  const writer = new BlockWriter(({ first, bytes }) => blocks.push({ first, bytes: bytes.slice() }));
  for (const one of all) writer.add(one);
  writer.finish();
  return blocks;
}

function readKeys(bytes: Uint8Array): readonly string[] {
  const cursor = new BlockCursor(bytes);
  const keys: string[] = [];
  while (cursor.next()) keys.push(cursor.key);
  return keys;
}

test("entries are read back from their blocks as they were, and each is found in the last block that begins no later", () => {
  fc.assert(
    fc.property(entries, fc.array(stem), (all, others) => {
      const blocks = blocksOf(all);
      const read = blocks.flatMap(({ first, bytes }) => {
        const cursor = new BlockCursor(bytes);
        const found = [];
        while (cursor.next())
          found.push({ key: cursor.key, by: cursor.by, last: cursor.last, bytes: Uint8Array.from(cursor.bytes) });
        expect(found[0]?.key).toBe(first);
        return found;
      });
      expect(read).toEqual(all.map((one) => ({ ...one, bytes: Uint8Array.from(one.bytes) })));
      for (const { key, last } of all) {
        const cursor = new BlockCursor(blocks.findLast(({ first }) => first <= key)?.bytes ?? new Uint8Array(0));
        expect([cursor.find(key), cursor.last]).toEqual([true, last]);
        expect(fromKey(key)).toBe(Buffer.from(key, "latin1").toString());
      }
      for (const { bytes } of blocks)
        for (const other of others)
          expect([other, new BlockCursor(bytes).find(toKey(other))]).toEqual([
            other,
            readKeys(bytes).includes(toKey(other)),
          ]);
    }),
    { numRuns: 100 },
  );
});

test("a block fills about a page, and is longer only with a single stem", () => {
  const many = Array.from({ length: 5_000 }, (_, at) => ({
    key: `s${String(at).padStart(5, "0")}`,
    by: 1,
    last: at,
    bytes: new Uint8Array(at === 2_500 ? 20_000 : 3),
  }));
  const blocks = blocksOf(many);
  expect(blocks.length).toBeLessThan(20);
  expect(blocks.filter(({ bytes }) => bytes.length > 4_000)).toHaveLength(1);
});
