import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Cage, READER_LIMITS } from "../src/ingest/cage/cage.ts";
import { hostileFiles } from "./support/hostile-files.ts";
import { gatherItems, shippedTrustRules } from "./support/read-file.ts";

const rules = shippedTrustRules();
const root = join(import.meta.dirname, "..");
const code = ["src", "node_modules", "package.json"].map((name) => join(root, name));
const entry = join(root, "src", "ingest", "cage", "caged-reader.ts");
const cage = new Cage({ node: process.execPath, entry, code }, READER_LIMITS);
afterAll(() => cage.close());

async function* onePiece(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === "string" ? Buffer.from(content) : content;
}

/** What must come of those files of which it is certain; of all others it is enough that they are read or refused within bounds. */
const EXPECTED: Readonly<Record<string, RegExp>> = {
  "entities that expand a thousand million times": /undefined entity/,
  "an entity that names a file": /undefined entity/,
  "an entity that names an address": /undefined entity/,
  "elements nested a hundred thousand deep": /elements inside each other/,
  "forty million letters without an end": /longer than 32000000 characters/,
  "twenty million letters in one word": /longer than 10000000 characters/,
  "thirty thousand headings": /more than 20000 passages/,
  "a gzip that unpacks to more than is read": /larger than 64000000 bytes/,
  "a gzip of one endless line": /a line is longer/,
  "a PDF that unpacks to a gigabyte": /more than 600 MB of memory/,
};

/** All of them take half a minute of work; those of which it is certain what must come of them are enough for every day. */
const all = process.env.WELLSPRING_HOSTILE === "all";

test("files that are made to break their reader are read or refused within bounds, and the next file is read", async () => {
  const outcomes: string[] = [];
  const files = await hostileFiles();
  expect(Object.keys(EXPECTED).filter((what) => !files.some((file) => file.what === what))).toEqual([]);
  for (const { kind, what, content } of files.filter((file) => all || file.what in EXPECTED)) {
    const items = await gatherItems(cage.read({ kind, name: "file", source: "s", rules }, onePiece(content)));
    const last = items.at(-1);
    const outcome = last === undefined ? "nothing" : "reason" in last ? last.reason : last.kind;
    outcomes.push(`${kind}: ${what}: ${outcome}`);
    expect([what, outcome]).toEqual([what, expect.stringMatching(EXPECTED[what] ?? /./)]);
    expect(JSON.stringify(items)).not.toMatch(/pwned|root:/);
  }
  if (all) console.log(outcomes.join("\n"));
  const after = await gatherItems(
    cage.read({ kind: "markdown", name: "file", source: "s", rules }, onePiece("# T\n\nwords")),
  );
  expect(after).toMatchObject([{ kind: "document" }]);
});
