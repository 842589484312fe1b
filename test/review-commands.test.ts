import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EvidenceDesk } from "../src/cli/evidence-desk.ts";
import type { EvidenceIntent } from "../src/evidence/evidence-port.ts";
import { describeText } from "../src/review/text/describe-text.ts";
import { leaningOn } from "../src/review/text/leaning-on.ts";
import { shippedLibrary } from "./real-library.ts";
import { callCommand } from "./support/call-command.ts";

const SLUG = "suspected-leg-dvt";
const folder = mkdtempSync(join(tmpdir(), "wellspring-review-"));
const record = { file: join(folder, "record.sqlite"), clock: () => new Date("2026-03-01T12:00:00Z") };

const call = (args: readonly string[], files: Readonly<Record<string, string>> = {}) =>
  callCommand(args, files, undefined, record);
const review = (line: string, ...more: readonly string[]) => call(["review", ...line.split(" "), ...more]);

async function done(line: string, ...more: readonly string[]): Promise<void> {
  const { status, err } = await review(line, ...more);
  if (status !== 0) throw new Error(`${line}: ${err}`);
}

async function openAll(person: string): Promise<void> {
  const { wellspring } = await shippedLibrary();
  const topic = wellspring.library.topics.get(SLUG);
  if (topic === undefined) throw new Error("the shipped library has the topic");
  for (const source of describeText(topic, true).cites)
    await done(`open-citation ${SLUG} --source ${source} --as ${person}`);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a topic of the shipped library is taken through review on the command line", () => {
  beforeAll(async () => {
    await done("admit-person ann --roles administrator --as ann --name", "Ann Admin");
    for (const [person, role] of [
      ["will", "author"],
      ["cleo", "clinical-reviewer"],
      ["max", "methods-reviewer"],
      ["edith", "editor"],
      ["lib", "librarian"],
    ] as const) {
      await done(`admit-person ${person} --roles ${role} --as ann --name`, person);
      await done(`declare-interest all --as ${person} --words`, "nothing to declare");
    }
  }, 60_000);

  test("an empty record says so, and policy lists who may do what", async () => {
    expect((await review("status")).out).toContain("merely submitted");
    expect((await review("policy")).out).toContain(
      "An editor may publish an approved text, while the work is approved.",
    );
    expect((await review("people")).out).toContain("cleo  cleo: clinical-reviewer\n    interest");
  });

  test("signatures are refused until every citation was opened; then the text is approved and published", async () => {
    await done(`draft ${SLUG} --as will`);
    await done(`submit ${SLUG} --as will`);
    await done(`begin-review ${SLUG} --as edith`);
    const early = await review(`sign ${SLUG} --capacity clinical --as cleo`);
    expect(early).toMatchObject({ status: 1, err: expect.stringContaining("review-citations-unopened") });
    await openAll("cleo");
    await openAll("max");
    await done(`sign ${SLUG} --capacity clinical --as cleo`);
    const half = await review(`approve ${SLUG} --as edith`);
    expect(half.err).toContain("1 methods signature");
    await done(`sign ${SLUG} --capacity methods --as max`);
    expect((await review(`status ${SLUG}`)).out).toMatch(
      /under-review since .*signed by cleo \(clinical\), signed by max/s,
    );
    await done(`approve ${SLUG} --as edith`);
    await done(`publish ${SLUG} --as edith`);
    expect((await review("status")).out).toMatch(/edition 1, published: sha256-[0-9a-f]{64}\n {4}published 2026-03-01/);
  });

  test("a retraction flags the edition and names what leans on the source", async () => {
    const { status, out } = await review("retract-source needleman-2018 --as lib --reason", "for the test");
    expect(status).toBe(0);
    expect(out).toMatch(/suspected-leg-dvt, clinician, .+: /);
    expect(out).toMatch(/suspected-leg-dvt, patient, .+: /);
    expect(out).toMatch(/suspected-leg-dvt, pathway, .+: /);
    expect((await review("status")).out).toContain("needleman-2018 was retracted: for the test");
    const checked = await call(["check", "--record", record.file]);
    expect(checked).toMatchObject({ status: 0, out: expect.stringContaining("review-text-cautioned") });
    expect(checked.out).toContain(`${SLUG}: Under review, edition 1\n`);
  });

  test.each([
    ["an unknown activity", ["review", "bless"], "there is no activity `bless`"],
    ["nobody who acts", ["review", "draft", SLUG], "say who acts"],
    ["nothing acted on", ["review", "draft", "--as", "will"], "say of what"],
    ["an unknown topic", ["review", "draft", "nope", "--as", "will"], "there is no topic `nope`"],
    ["a missing reason", ["review", "withdraw", SLUG, "--as", "edith"], "`reason` cannot be recorded"],
    ["a capacity that is none", ["review", "sign", SLUG, "--as", "cleo", "--capacity", "x"], "`capacity`"],
    ["anchors that are none", ["log", "verify", "--anchors", "a"], "one anchor on each line"],
    ["a log verb that is none", ["log", "burn"], "`burn` is not understood"],
    ["a record verb that is none", ["record", "burn", "x"], "`backup` or `restore`"],
  ])("%s is refused in words", async (_title, args, said) => {
    const { status, err } = await call(args, { a: "{}" });
    expect(status).not.toBe(0);
    expect(err).toContain(said);
  });

  test("the log is sound, its anchor too; a backup is restored; a changed entry is named", async () => {
    const anchor = (await call(["log", "anchor"])).out;
    expect(JSON.parse(anchor)).toMatchObject({ sequence: expect.any(Number), hash: expect.stringMatching(/^sha256-/) });
    expect((await call(["log", "verify", "--anchors", "a"], { a: anchor })).out).toMatch(
      /^sound: \d+ entries, 1 anchor/,
    );
    expect((await call(["log"])).out).toMatch(/1 {2}2026-03-01T12:00:00.000Z {2}ann {2}admit-person {2}command-line/);
    const copy = join(folder, "copy.sqlite");
    expect((await call(["record", "backup", copy])).status).toBe(0);
    expect((await call(["record", "backup", copy])).err).toContain("record-in-the-way");
    const place = join(folder, "restored.sqlite");
    const restored = await call(["record", "restore", copy, "--anchors", "a", "--record", place], { a: anchor });
    expect(restored.out).toMatch(/^restored \d+ entries/);
    const raw = new DatabaseSync(place);
    raw.exec("DROP TRIGGER entry_no_update");
    raw.exec("UPDATE entry SET agent = 'max' WHERE sequence = 3");
    raw.close();
    const verified = await call(["log", "verify", "--record", place]);
    expect(verified).toMatchObject({ status: 1, out: "entry 3 was changed: its content does not have its hash\n" });
    expect((await call(["review", "status", "--record", place])).err).toContain("record-unsound");
  });
});

test("what leans on a source is found in every variant, the pathway and the facts", async () => {
  const { wellspring } = await shippedLibrary();
  const found = leaningOn(wellspring.library.topics.values(), "needleman-2018");
  expect(new Set(found.map(({ part }) => part))).toEqual(
    new Set(["clinician", "student", "nurse", "patient", "pathway", "facts"]),
  );
  expect(found.every(({ sources }) => sources.includes("needleman-2018"))).toBe(true);
  expect(leaningOn(wellspring.library.topics.values(), "nobody-1900")).toEqual([]);
});

describe("decisions on sources of evidence", () => {
  const states = new Map<string, string>();
  const shelf: EvidenceDesk = {
    kinds: { pubmed: { profile: "literature", licence: "public-domain" } },
    sources: () => [],
    digestOf: (source) => (source === "pubmed" ? `sha256-${"ab".repeat(32)}` : undefined),
    setState: (source, state) => states.set(source, state).has(source),
    removeSource: (source) => states.delete(source),
    intents: () => [...intents.values()],
    intend: (intent) => intents.set(intent.source, intent),
    forgetIntent: (source) => intents.delete(source),
    applyMarks: () => undefined,
    markedDocuments: () => [],
    overviews: () => [],
    importFiles: () => Promise.reject(new Error("nothing is imported here")),
    close: () => undefined,
  };
  const intents = new Map<string, EvidenceIntent>();

  test("are recorded by a librarian with a reason where there is a record, and else need neither", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wellspring-decisions-"));
    const record = { file: join(folder, "record.sqlite"), clock: () => new Date("2026-01-01T00:00:00Z") };
    const call = (...args: readonly string[]) => callCommand(args, {}, shelf, record);
    expect((await call("release", "pubmed")).status).toBe(0);
    await call("review", "admit-person", "ann", "--name", "Ann", "--roles", "administrator", "--as", "ann");
    await call("review", "admit-person", "libby", "--name", "Libby", "--roles", "librarian", "--as", "ann");
    expect(await call("quarantine", "pubmed")).toMatchObject({ status: 2, err: expect.stringContaining("--as") });
    expect((await call("import", "pubmed", "x", "--released")).err).toContain("there is a record of review");
    const refused = await call("quarantine", "pubmed", "--as", "ann", "--reason", "x");
    expect(refused.err).toContain("review-role-missing");
    expect(states.get("pubmed")).toBe("released");
    const done = await call("quarantine", "pubmed", "--as", "libby", "--reason", "read again");
    expect(done).toMatchObject({ status: 0, out: expect.stringContaining("recorded as entry 3") });
    expect(states.get("pubmed")).toBe("quarantined");
    expect((await call("log")).out).toContain("quarantine-evidence");
    expect((await call("review", "quarantine-evidence", "pubmed", "--as", "libby")).status).toBe(2);
    rmSync(folder, { recursive: true, force: true });
  });
});
