import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { gatherItems, shippedTrustRules } from "../../../test/support/read-file.ts";
import { Analyser } from "../../search/analyser.ts";
import { readItems } from "../read-items.ts";
import { Cage } from "./cage.ts";
import type { ReaderLimits } from "./reader-process.ts";

const rules = shippedTrustRules();
const root = join(import.meta.dirname, "..", "..", "..");
const open: Cage[] = [];

afterAll(() => {
  for (const cage of open) cage.close();
});

function cage(entry: string, limits?: ReaderLimits): Cage {
  const code = ["src", "test", "node_modules", "package.json"].map((name) => join(root, name));
  const made = new Cage({ node: process.execPath, entry: join(root, entry), code }, limits);
  open.push(made);
  return made;
}

const ours = "src/ingest/cage/caged-reader.ts";
const hostile = "test/fixtures/hostile-reader.ts";

async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === "string" ? Buffer.from(text) : text;
}

/** One for all tests that do not end it: a process takes a while to start. */
const shared = cage(ours);

const jobOf = (kind: string) => ({ kind, name: "file", source: "s", rules, stopWords: ["they"] });
const read = (from: Cage, kind: string, ...texts: readonly (string | Uint8Array)[]) =>
  gatherItems(from.read(jobOf(kind), pieces(...texts)));

test("what is read in the cage is what is read outside it, file after file, refusals included", async () => {
  const line = (id: string) => `${JSON.stringify({ id, title: `Legs ${id}`, body: `They swell. ${id}` })}\n`;
  const many = Array.from({ length: 3_000 }, (_, at) => line(String(at)));
  for (const [kind, ...texts] of [
    ["markdown", "# Legs\n\nWalk.\n\n## Recommendations\n\n- Offer stockings (Grade A)."],
    ["bioasq", ...many, "no JSON\n", line("last")],
    ["bioasq", line("1").slice(0, 10), line("1").slice(10), ""],
    ["jats", "<article>"],
    ["html", "<p>no title"],
    ["markdown", "# Again\n\nRun."],
  ] as const) {
    const outside = await gatherItems(readItems(jobOf(kind), pieces(...texts)));
    expect(await read(shared, kind, ...texts)).toEqual(outside);
  }
});

test("what search reads of a document comes with it out of the cage", async () => {
  const [legs] = await read(shared, "markdown", "# Legs\n\nThey swell. Walking helps.");
  const { fingerprint } = new Analyser({ stopWords: ["they"] });
  expect(legs).toMatchObject({ by: fingerprint, lines: ["leg\n\nswell\nwalk help"] });
});

test("the reader has no right to files, network, programs, threads or the environment", async () => {
  const tried = await read(cage(hostile), "try everything", "x");
  expect(tried.map((item) => (item.kind === "deletion" ? item.key : item))).toEqual([
    "read a file: ERR_ACCESS_DENIED",
    "write a file: ERR_ACCESS_DENIED",
    "start a program: ERR_ACCESS_DENIED",
    "start a thread: ERR_ACCESS_DENIED",
    "ask a name: ERR_ACCESS_DENIED",
    "read the environment: EMPTY",
    "open a connection: ERR_ACCESS_DENIED",
  ]);
});

test("a reader that hangs is ended, and the next file is read", async () => {
  const inside = cage(hostile, { memory: 250_000_000, silence: 1_000 });
  expect(await read(inside, "hang", "x")).toEqual([{ kind: "broken", reason: "reading it took longer than 1 s" }]);
  expect(await read(inside, "nothing", "x")).toEqual([]);
});

test("a reader that hoards, crashes or floods is ended with the reason, and the next file is read", async () => {
  const inside = cage(hostile, { memory: 150_000_000, silence: 30_000 });
  for (const [kind, reason] of [
    ["hoard", "reading it took more than 150 MB of memory"],
    ["heap", "reading it took more than 150 MB of memory"],
    ["crash", "its reader ended by itself: Error: out of its depth"],
    ["flood", "more was read of it than a document holds"],
  ] as const)
    expect(await read(inside, kind, "x")).toEqual([{ kind: "broken", reason }]);
  expect(await read(inside, "nothing", "x")).toEqual([]);
});

test("a reader that ends while it is still fed tells why it ended, not that it takes no more", async () => {
  const inside = cage("src/ingest/cage/no-such-reader.ts");
  const [item, ...rest] = await read(inside, "markdown", ...Array<string>(64).fill("x".repeat(1 << 16)));
  expect(rest).toEqual([]);
  expect(item).toMatchObject({ kind: "broken", reason: expect.stringMatching(/^its reader ended by itself: Error/) });
});

test("a file that cannot be read on breaks with that reason; one that is left early is left for good", async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("# Legs");
    throw new Error("the disk is gone");
  }
  const job = { kind: "markdown", name: "file", source: "s", rules };
  expect(await gatherItems(shared.read(job, failing()))).toEqual([{ kind: "broken", reason: "the disk is gone" }]);
  const line = `${JSON.stringify({ id: "1", title: "t", body: "b" })}\n`;
  for await (const item of shared.read({ ...job, kind: "bioasq" }, pieces(line.repeat(5_000)))) {
    expect(item.kind).toBe("document");
    break;
  }
  expect(await read(shared, "markdown", "# Legs\n\nWalk.")).toMatchObject([{ kind: "document" }]);
});

test("a file that comes slowly is waited for", async () => {
  async function* slowly(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("# Legs\n\n");
    await new Promise((resolve) => setTimeout(resolve, 300));
    yield Buffer.from("Walk.");
  }
  const job = { kind: "markdown", name: "file", source: "s", rules };
  expect(await gatherItems(shared.read(job, slowly()))).toMatchObject([{ kind: "document" }]);
});
