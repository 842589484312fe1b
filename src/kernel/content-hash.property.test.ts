import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contentHash } from "./content-hash.ts";

test("the hash is SHA-256 over each name, the length of its text in bytes, and the text, whatever characters they hold", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("a", "é", "\ud83d", "\ude00") }),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ name: text, text }), { maxLength: 4 }), (files) => {
      const pieces = createHash("sha256");
      for (const file of files) {
        const bytes = Buffer.from(file.text, "utf8");
        pieces.update(`${file.name}\0${bytes.length}\0`).update(bytes);
      }
      expect(contentHash(files)).toBe(`sha256-${pieces.digest("hex")}`);
    }),
    { numRuns: 500 },
  );
});
